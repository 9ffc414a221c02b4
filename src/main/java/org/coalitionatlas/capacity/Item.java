package org.coalitionatlas.capacity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coalitionatlas.common.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One question of an instrument.
 *
 * @param key the same in every version that asks the same thing, however it is numbered there
 * @param number as on paper, such as {@code 3.3}
 * @param wording counts up when the question is changed so much that an answer to the former
 *     wording should be looked at again
 * @param aim what is so when nothing is left to improve, as a statement that results and goals can
 *     use; {@code null} for a narrative alone
 * @param help what to think of while answering; often nothing
 * @param parts what is answered one by one, such as topics or populations; none when the item is
 *     answered as a whole
 * @param shownWhen asked only then; {@code null} is always
 * @param source the item of the source document, such as {@code 003 §3.3}
 */
public record Item(
        String key,
        String number,
        int wording,
        ItemKind kind,
        LocalText question,
        @Nullable LocalText aim,
        @Nullable LocalText help,
        List<Part> parts,
        @Nullable Condition shownWhen,
        String source) {

    /**
     * One of several things an item asks about.
     *
     * @param shownWhen asked only then, while its item is asked; {@code null} is always
     */
    public record Part(String key, LocalText label, @Nullable Condition shownWhen) {}

    /**
     * When a conditional item or part is asked: while one of these answers stands at that place.
     * What hangs on an unanswered place is not asked yet.
     */
    public record Condition(AnswerKey at, List<Choice> answers) {}

    /** The part answered at that place, if the item has parts. */
    public Optional<Part> part(AnswerKey place) {
        return parts.stream().filter(part -> part.key().equals(place.part())).findFirst();
    }

    /** The places where this item is answered: one, or one for each part. */
    public Stream<AnswerKey> places() {
        return parts.isEmpty()
                ? Stream.of(new AnswerKey(key, AnswerKey.WHOLE))
                : parts.stream().map(part -> new AnswerKey(key, part.key()));
    }
}
