package org.coalitionatlas.assessment;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider sends through its link.
 *
 * @param form names the form as it was handed out; sent twice, it counts once
 * @param answers by need and question; what was left out stays as it was
 * @param noLonger needs it no longer meets
 * @param also needs it meets too
 */
public record InvitedAnswers(
        String form,
        Map<String, Map<Question, Answer>> answers,
        Set<String> noLonger,
        Set<String> also,
        @Nullable String note) {

    /** What came of sending them. */
    public enum Outcome {
        /** They were taken, now or when the same form was sent before. */
        TAKEN,
        /** The link took other answers before; nothing was taken. */
        USED,
        /** The link opens nothing, for whatever reason. */
        CLOSED
    }
}
