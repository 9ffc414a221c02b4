package org.coalitionatlas.capacity;

import java.util.function.BiPredicate;

/**
 * How an answer becomes an outcome: the first rule of this list that holds decides, and its name is
 * shown beside the item. There is no other rule anywhere.
 */
public enum ResultRule {
    NOT_ANSWERED(Outcome.UNANSWERED, (kind, given) -> !given.isAnswer() || given.later()),
    IN_WORDS(Outcome.IN_WORDS, (kind, given) -> kind == ItemKind.NARRATIVE),
    NO_CHOICE_MADE(Outcome.UNANSWERED, (kind, given) -> given.choice() == null),
    DOES_NOT_APPLY(
            Outcome.NOT_APPLICABLE, (kind, given) -> given.choice() == Choice.NOT_APPLICABLE),
    SAID_UNKNOWN(Outcome.NOT_KNOWN, (kind, given) -> given.choice() == Choice.DONT_KNOW),
    /** Whatever is asked: somebody is at it, so it is neither a strength nor left lying. */
    UNDER_WAY(Outcome.BEING_IMPROVED, (kind, given) -> given.choice() == Choice.IN_PROGRESS),
    YES_AND_GOOD(
            Outcome.STRENGTH, (kind, given) -> is(ItemKind.YES_IS_GOOD, Choice.YES, kind, given)),
    NO_WHERE_YES_IS_GOOD(
            Outcome.TO_IMPROVE, (kind, given) -> is(ItemKind.YES_IS_GOOD, Choice.NO, kind, given)),
    YES_NAMES_A_NEED(
            Outcome.TO_IMPROVE, (kind, given) -> is(ItemKind.YES_IS_GAP, Choice.YES, kind, given)),
    NOTHING_NEEDED(
            Outcome.STRENGTH, (kind, given) -> is(ItemKind.YES_IS_GAP, Choice.NO, kind, given)),
    DONE(Outcome.STRENGTH, (kind, given) -> is(ItemKind.DIRECTIVE, Choice.YES, kind, given)),
    NOT_DONE(Outcome.TO_IMPROVE, (kind, given) -> is(ItemKind.DIRECTIVE, Choice.NO, kind, given));

    private final Outcome outcome;
    private final BiPredicate<ItemKind, Given> holds;

    ResultRule(Outcome outcome, BiPredicate<ItemKind, Given> holds) {
        this.outcome = outcome;
        this.holds = holds;
    }

    /** What follows where the rule decides. */
    public Outcome outcome() {
        return outcome;
    }

    /** The rule that decides for an answer to an item of that kind. */
    public static ResultRule deciding(ItemKind kind, Given given) {
        for (ResultRule rule : values()) {
            if (rule.holds.test(kind, given)) {
                return rule;
            }
        }
        throw new IllegalStateException("no rule for " + kind + " and " + given);
    }

    private static boolean is(ItemKind asked, Choice answer, ItemKind kind, Given given) {
        return kind == asked && given.choice() == answer;
    }
}
