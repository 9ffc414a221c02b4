package org.coalitionatlas.capacity;

import java.util.UUID;

/**
 * Where a goal comes from: one place of one response. The goal keeps it, so that the person who
 * works on the goal can open the answer, and the next cycle can tell what became of it.
 *
 * @param response id of the response
 * @param item key of the item
 * @param part key of its part, or {@link AnswerKey#WHOLE}
 */
public record ActionOrigin(UUID response, String item, String part) {

    /** The origin at that place of the response. */
    public static ActionOrigin of(UUID response, AnswerKey place) {
        return new ActionOrigin(response, place.item(), place.part());
    }

    /** The place within the response. */
    public AnswerKey place() {
        return new AnswerKey(item, part);
    }
}
