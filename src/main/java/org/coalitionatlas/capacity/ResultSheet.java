package org.coalitionatlas.capacity;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A response as its result, its comparison and its paper need it, for the current person.
 *
 * @param instrument the version it was answered in
 * @param given what stands at each place; "…" for words this person may not read
 * @param withheld the places whose words this person may not read
 * @param mayFillIn whether this person may answer now
 * @param sight how much of it this person may read; what they may not is not in {@code given}
 */
public record ResultSheet(
        ResponseHead head,
        String organizationName,
        Instrument instrument,
        Map<AnswerKey, Given> given,
        Set<AnswerKey> withheld,
        boolean mayFillIn,
        Sight sight) {

    /** The questions with what stands there. */
    public Answered answered() {
        return Answered.of(instrument, given);
    }

    /** What the answers say. */
    public Result result() {
        return Result.of(answered());
    }

    /**
     * What may leave the portal in a file: nothing of a result that is not shared, and withheld
     * words not even as dots, which somebody could bring back as an answer.
     */
    public Map<AnswerKey, Given> readable() {
        var readable = new HashMap<AnswerKey, Given>();
        if (!sight.hasResult()) {
            return readable;
        }
        given.forEach(
                (place, there) ->
                        readable.put(
                                place,
                                withheld.contains(place)
                                        ? new Given(there.choice(), null, null, there.later())
                                        : there));
        readable.values().removeIf(Given.NOTHING::equals);
        return readable;
    }
}
