package org.coalitionatlas.capacity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answers of a response carried to another version of its questionnaire, and what differs
 * between the two. Nothing is dropped: an answer stays under its key, and one whose question is
 * gone is kept aside, ready to come back.
 *
 * @param answers every answer there was
 * @param reworded items of the new version whose question was changed since, in the order of its
 *     paper
 * @param changed places of the new version with an answer whose question was changed since, to be
 *     looked at again
 * @param added places the old version did not have
 * @param removed places of the old version the new one does not have
 * @param aside places with an answer the new version does not have
 */
public record Moved(
        Instrument from,
        Instrument to,
        Map<AnswerKey, Given> answers,
        List<Item> reworded,
        Set<AnswerKey> changed,
        Set<AnswerKey> added,
        Set<AnswerKey> removed,
        Set<AnswerKey> aside) {

    /**
     * Carries answers from one version to another.
     *
     * @param given all answers of the response, also those kept aside by an earlier move
     * @throws IllegalArgumentException when the two are different questionnaires
     */
    public static Moved between(Instrument from, Instrument to, Map<AnswerKey, Given> given) {
        if (!from.code().equals(to.code())) {
            throw new IllegalArgumentException("different questionnaires");
        }
        Set<AnswerKey> then = places(from);
        Set<AnswerKey> now = places(to);
        var changed = new LinkedHashSet<AnswerKey>();
        for (AnswerKey place : now) {
            if (given.containsKey(place) && isReworded(place.item(), from, to)) {
                changed.add(place);
            }
        }
        var added = new LinkedHashSet<>(now);
        added.removeAll(then);
        var aside = new LinkedHashSet<>(given.keySet());
        aside.removeAll(now);
        var removed = new LinkedHashSet<>(then);
        removed.removeAll(now);
        List<Item> reworded = to.items().filter(item -> isReworded(item.key(), from, to)).toList();
        return new Moved(from, to, Map.copyOf(given), reworded, changed, added, removed, aside);
    }

    /**
     * Whether an answer to the one may not mean the same as an answer to the other: the question
     * was changed in substance, or "yes" no longer says what it said.
     */
    static boolean isReworded(Item from, Item to) {
        return from.wording() != to.wording() || from.kind() != to.kind();
    }

    private static boolean isReworded(String key, Instrument from, Instrument to) {
        Optional<Item> then = from.item(key);
        Optional<Item> now = to.item(key);
        return then.isPresent() && now.isPresent() && isReworded(then.get(), now.get());
    }

    private static Set<AnswerKey> places(Instrument instrument) {
        return instrument
                .items()
                .flatMap(Item::places)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
