package org.coalitionatlas.capacity;

import org.jspecify.annotations.Nullable;

/**
 * What stands at one place of a response.
 *
 * @param choice the answer, where the item offers choices
 * @param text the answer in words, where it is a narrative
 * @param note what the person adds to the answer
 * @param later put off on purpose: counts as unanswered and is listed as put off
 */
public record Given(
        @Nullable Choice choice, @Nullable String text, @Nullable String note, boolean later) {

    /** Nothing answered, nothing noted. */
    public static final Given NOTHING = new Given(null, null, null, false);

    /** Whether this is an answer: a choice or words. A note alone or a put-off item is none. */
    public boolean isAnswer() {
        return choice != null || (text != null && !text.isBlank());
    }
}
