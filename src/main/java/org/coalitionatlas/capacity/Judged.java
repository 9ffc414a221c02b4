package org.coalitionatlas.capacity;

import org.coalitionatlas.common.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One place of a result: the question, the answer, and what follows from it by which rule.
 *
 * @param part the part of the item, or {@code null} when it is answered as a whole
 */
public record Judged(Item item, Item.@Nullable Part part, Given given, ResultRule rule) {

    static Judged of(Item item, AnswerKey place, Given given) {
        Item.Part part = item.part(place).orElse(null);
        return new Judged(item, part, given, ResultRule.deciding(item.kind(), given));
    }

    /** Where it stands. */
    public AnswerKey place() {
        return new AnswerKey(item.key(), part == null ? AnswerKey.WHOLE : part.key());
    }

    /** What follows from the answer. */
    public Outcome outcome() {
        return rule.outcome();
    }

    /**
     * The place as a statement for people who have not read the question, such as "Safety
     * procedures are up to date: Staff"; a narrative has only its question.
     */
    public LocalText statement() {
        LocalText aim = item.aim() == null ? item.question() : item.aim();
        if (part == null) {
            return aim;
        }
        LocalText label = part.label();
        return new LocalText(aim.en() + ": " + label.en(), aim.es() + ": " + label.es());
    }
}
