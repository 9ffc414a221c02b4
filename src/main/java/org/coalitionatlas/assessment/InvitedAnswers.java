package org.coalitionatlas.assessment;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider sends through its link.
 *
 * @param form names the form as it was handed out; sent twice, it counts once
 * @param round {@link InvitedPage#round()} of the page it was filled in on
 * @param answers by need and question; what was left out stays as it was
 * @param noLonger needs it no longer meets
 * @param also needs it meets too
 */
public record InvitedAnswers(
        String form,
        int round,
        Map<String, Map<Question, Answer>> answers,
        Set<String> noLonger,
        Set<String> also,
        @Nullable String note) {

    /** What came of sending them. */
    public enum Outcome {
        /** They were taken, now or when the same form was sent before. */
        TAKEN,
        /** Somebody else of the provider answered meanwhile; nothing was taken. */
        MOVED,
        /** The link opens nothing, for whatever reason. */
        CLOSED
    }
}
