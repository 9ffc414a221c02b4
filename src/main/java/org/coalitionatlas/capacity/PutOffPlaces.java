package org.coalitionatlas.capacity;

import java.util.List;
import org.coalitionatlas.common.SaidInWords;

/** A response is not submitted yet: these places are put off, which nobody has agreed to. */
public final class PutOffPlaces extends RuntimeException implements SaidInWords {

    private final List<AnswerKey> places;

    PutOffPlaces(List<AnswerKey> places) {
        super(places.size() + " places are put off");
        this.places = List.copyOf(places);
    }

    /** The places, in the order of the paper. */
    public List<AnswerKey> places() {
        return places;
    }

    @Override
    public String messageKey() {
        return "response.submit.putOff";
    }

    @Override
    public Object[] arguments() {
        return new Object[] {places.size()};
    }
}
