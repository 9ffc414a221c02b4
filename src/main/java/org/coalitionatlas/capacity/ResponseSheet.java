package org.coalitionatlas.capacity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A response with its answers, as the current person may read it.
 *
 * @param answers by place, whatever is asked at the moment: an answer to a question that is no
 *     longer asked is kept
 * @param withheld places answered in words, or noted, that this person may not read; their {@link
 *     Given} holds "…" so that progress counts the same for everybody
 * @param evidence nothing when it is withheld
 * @param comments nothing that the person is not to see yet
 * @param events oldest first
 * @param may what the person can do with it now
 * @param sight how much of it the person may read: without answers, there is neither an answer nor
 *     evidence here
 * @param progress how far it is, whatever may be read
 */
public record ResponseSheet(
        ResponseHead head,
        String organizationName,
        Map<AnswerKey, PlaceAnswer> answers,
        Set<AnswerKey> withheld,
        List<Evidence> evidence,
        List<ReviewComment> comments,
        List<ResponseEvent> events,
        Set<ResponseVerb> may,
        Sight sight,
        Progress progress) {

    /** What stands at each place. */
    public Map<AnswerKey, Given> given() {
        var given = new LinkedHashMap<AnswerKey, Given>();
        answers.forEach((place, answer) -> given.put(place, answer.given()));
        return given;
    }
}
