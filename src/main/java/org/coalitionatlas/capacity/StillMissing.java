package org.coalitionatlas.capacity;

import java.util.List;
import org.coalitionatlas.common.SaidInWords;

/** A response cannot be submitted yet: these places are neither answered nor put off. */
public final class StillMissing extends RuntimeException implements SaidInWords {

    private final List<AnswerKey> places;

    StillMissing(List<AnswerKey> places) {
        super(places.size() + " places are not answered");
        this.places = List.copyOf(places);
    }

    /** The places, in the order of the paper. */
    public List<AnswerKey> places() {
        return places;
    }

    @Override
    public String messageKey() {
        return "response.submit.missing";
    }

    @Override
    public Object[] arguments() {
        return new Object[] {places.size()};
    }
}
