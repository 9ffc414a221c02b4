package org.coalitionatlas.capacity;

import java.util.HashMap;
import java.util.Map;

/** Answers to write tests with. */
public final class Checklists {

    /** The product's questionnaires, and a second version of the checklist. */
    public static final Instruments BOTH_VERSIONS =
            new Instruments("instruments", "instruments-next");

    static final Instrument FIRST = BOTH_VERSIONS.find("capacity-checklist", 1).orElseThrow();
    static final Instrument SECOND = BOTH_VERSIONS.find("capacity-checklist", 2).orElseThrow();

    private final Map<AnswerKey, Given> given = new HashMap<>();

    static Checklists answers() {
        return new Checklists();
    }

    Checklists say(String place, Choice choice) {
        given.put(at(place), new Given(choice, null, null, false));
        return this;
    }

    Checklists write(String place, String words) {
        given.put(at(place), new Given(null, words, null, false));
        return this;
    }

    Map<AnswerKey, Given> given() {
        return Map.copyOf(given);
    }

    Result result(Instrument instrument) {
        return Result.of(Answered.of(instrument, given()));
    }

    /** The place written as {@code item} or {@code item/part}. */
    static AnswerKey at(String place) {
        int slash = place.indexOf('/');
        return slash < 0
                ? new AnswerKey(place, AnswerKey.WHOLE)
                : new AnswerKey(place.substring(0, slash), place.substring(slash + 1));
    }
}
