package org.coalitionatlas.assessment.ui;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.CellNow;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.SaidLater;
import org.coalitionatlas.assessment.SaidWhen;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.assessment.ui.SheetKeeper.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one need on a sheet: takes answers, saves each at once, and keeps those that
 * could not be saved until they are tried again. What follows is told to the screen.
 */
final class NeedAnswers implements Serializable {

    private static final String THE_NEED_WROTE = "";

    private final SheetWords words;
    private final @Nullable SheetKeeper keeper;
    private final Screen screen;
    private final String label;
    private final UUID me;
    private final Map<UUID, Map<Question, Waiting>> unsaved = new HashMap<>();

    /** When this screen's own last word was said, by provider and question. */
    private final Map<String, Long> wrote = new HashMap<>();

    private Line line;

    /** An answer that could not be saved; empty means taken back. */
    private record Waiting(Optional<Answer> answer, SheetAction said, String why)
            implements Serializable {}

    /** Where it is shown. */
    interface Screen extends Serializable {

        /**
         * @param trouble why something about the row could not be saved
         */
        void row(Row row, Map<Question, Optional<Answer>> unsaved, @Nullable String trouble);

        /** The need as a whole is as {@link NeedAnswers#line()} says by now. */
        void need();

        void saved(Instant at, String what);

        /**
         * @param ofNeed whether it was about the need as a whole
         */
        void notSaved(String problem, boolean ofNeed);

        /** What the tab kept is dealt with. */
        void settled(SheetAction said);
    }

    /**
     * @param keeper saves the answers; {@code null} for a reader who may not answer
     */
    NeedAnswers(Line line, SheetWords words, UUID me, @Nullable SheetKeeper keeper, Screen screen) {
        this.me = me;
        this.line = line;
        this.words = words;
        this.keeper = keeper;
        this.screen = screen;
        this.label = words.of(line.need().label());
    }

    Line line() {
        return line;
    }

    /** Shows a row with everything that is said by now, by whomever. */
    void put(UUID provider, CellNow now) {
        line = line.with(provider, now);
        show(provider);
        screen.need();
    }

    /**
     * What the screen shows of a row that could not be saved.
     *
     * @param answers empty means taken back
     * @param why why not; {@code null} when everything is saved
     */
    record Unsaved(Map<Question, Optional<Answer>> answers, @Nullable String why)
            implements Serializable {}

    /** What is on the screen and not saved of a provider. */
    Unsaved unsaved(UUID provider) {
        var answers = new EnumMap<Question, Optional<Answer>>(Question.class);
        String why = null;
        for (var one : waitingOf(provider).entrySet()) {
            answers.put(one.getKey(), one.getValue().answer());
            why = one.getValue().why();
        }
        return new Unsaved(answers, why);
    }

    /** What has become of an act. */
    enum Fate {
        /** It is saved, or never will be and the person was told. */
        SETTLED,
        /** It is not saved and stays to be tried again. */
        UNSAVED,
        /** It is not saved and about something that is not on this sheet any more. */
        HOMELESS
    }

    /** Takes one answer, or takes it back. */
    Fate answer(SheetAction said) {
        Row row = row(said.provider());
        if (row == null) {
            return Fate.HOMELESS;
        }
        String cell = row.providerId() + " " + said.question();
        return answer(
                row,
                said.question(),
                new Waiting(Optional.ofNullable(said.answer()), said, ""),
                said.when(wrote.get(cell)));
    }

    private Fate answer(Row row, Question question, Waiting given, @Nullable SaidWhen when) {
        if (keeper == null) {
            return Fate.SETTLED;
        }
        UUID provider = row.providerId();
        Answer answer = given.answer().orElse(null);
        Map<Question, Waiting> waiting =
                unsaved.computeIfAbsent(provider, id -> new EnumMap<>(Question.class));
        String what =
                words.text(
                        "assessment.cell.name",
                        words.name(row),
                        label,
                        words.of(question),
                        answer == null ? words.text("assessment.cell.blank") : words.of(answer));
        Outcome<CellNow> outcome =
                keeper.answer(line.need().code(), provider, question, answer, when);
        CellNow now = outcome.value();
        if (now == null) {
            String why = inWords(outcome);
            waiting.put(question, new Waiting(given.answer(), given.said(), why));
            if (outcome.later() != null) {
                refresh(provider);
            }
            refused(provider, why, what);
            return Fate.UNSAVED;
        }
        waiting.remove(question);
        now.said().stream()
                .filter(one -> one.isOf(me))
                .forEach(
                        one ->
                                wrote.put(
                                        provider + " " + question,
                                        one.at(question).toEpochMilli()));
        took(provider, now, what);
        return Fate.SETTLED;
    }

    /** Tries again what could not be saved of a provider, over whatever stands by now. */
    void retry(UUID provider) {
        Row row = row(provider);
        if (row != null) {
            new EnumMap<>(waitingOf(provider))
                    .forEach(
                            (question, given) -> {
                                if (answer(row, question, given, null) == Fate.SETTLED) {
                                    screen.settled(given.said());
                                }
                            });
        }
    }

    /** Confirms what the directory says of a provider. */
    Fate confirm(SheetAction said) {
        Row row = row(said.provider());
        return row == null
                ? Fate.HOMELESS
                : confirm(row, NeedCounts.prefilled(row), said, "assessment.said.confirmed");
    }

    /** Says that a provider is as it was last time; without one, that the need as a whole is. */
    Fate unchanged(SheetAction said) {
        if (!said.isOfProvider()) {
            return line.hasLastFinding()
                    ? say(line.lastFinding(), line.lastReason(), said)
                    : Fate.SETTLED;
        }
        Row row = row(said.provider());
        return row == null
                ? Fate.HOMELESS
                : confirm(row, row.unchanged(), said, "cycle.said.unchanged");
    }

    // What the person saw is what they confirm, also when it arrives later.
    private Fate confirm(Row row, Map<Question, Answer> now, SheetAction said, String saying) {
        Map<Question, Answer> seen = said.seen().isEmpty() ? now : Seen.answers(said.seen());
        String what = words.text(saying, words.name(row), label);
        return seen.isEmpty()
                ? Fate.SETTLED
                : confirm(
                        Map.of(row.providerId(), seen),
                        said,
                        what,
                        why -> refused(row.providerId(), why, what));
    }

    /** Confirms what the directory says of every provider. */
    Fate confirmAll(SheetAction said) {
        return confirmAll(NeedCounts.allPrefilled(line), said, "assessment.said.confirmedAll");
    }

    /** Says that every provider is as it was last time. */
    Fate allUnchanged(SheetAction said) {
        return confirmAll(NeedCounts.allUnchanged(line), said, "cycle.said.allUnchanged");
    }

    private Fate confirmAll(Map<UUID, Map<Question, Answer>> now, SheetAction said, String saying) {
        if (now.isEmpty()) {
            return Fate.SETTLED;
        }
        if (!said.seen().isEmpty() && !said.seen().equals(Seen.digest(now))) {
            screen.notSaved(words.text("assessment.seenOtherwise", label), true);
            return Fate.SETTLED;
        }
        return confirm(
                now,
                said,
                words.text(saying, label, now.size()),
                why -> screen.notSaved(why, true));
    }

    private Fate confirm(
            Map<UUID, Map<Question, Answer>> seen,
            SheetAction said,
            String what,
            Consumer<String> refusing) {
        if (keeper == null) {
            return Fate.SETTLED;
        }
        Outcome<Map<UUID, CellNow>> outcome =
                keeper.confirm(line.need().code(), seen, said.when(null));
        Map<UUID, CellNow> now = outcome.value();
        if (now == null) {
            refusing.accept(inWords(outcome));
            return outcome.ruled() ? Fate.SETTLED : Fate.UNSAVED;
        }
        now.forEach((provider, cell) -> line = line.with(provider, cell));
        now.keySet().forEach(this::show);
        screen.need();
        now.values().stream().findFirst().ifPresent(one -> screen.saved(one.at(), what));
        return Fate.SETTLED;
    }

    /** What came of adding a provider: the new row, or why there is none. */
    record Added(@Nullable Row row, @Nullable String problem) {}

    /** Adds a provider the directory does not know yet. */
    Added add(String name) {
        if (keeper == null) {
            return new Added(null, null);
        }
        Outcome<UUID> outcome = keeper.addProvider(line.need().code(), name);
        UUID id = outcome.value();
        if (id == null) {
            return new Added(null, outcome.problem());
        }
        Row standing = row(id);
        if (standing != null) {
            return new Added(standing, null);
        }
        var row =
                Row.of(
                        id,
                        name.strip(),
                        List.of(line.need().label().en()),
                        false,
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of(),
                        Worksheet.Since.NOTHING);
        line = line.with(row);
        CellNow now = keeper.look(line.need().code(), id);
        if (now != null) {
            put(id, now);
        }
        screen.need();
        return new Added(row, null);
    }

    /** Says something about the need as a whole, or takes it back with {@code null}. */
    Fate say(@Nullable Finding finding, @Nullable String reason, SheetAction said) {
        if (keeper == null) {
            return Fate.SETTLED;
        }
        Outcome<CellNow> outcome =
                keeper.find(
                        line.need().code(), finding, reason, said.when(wrote.get(THE_NEED_WROTE)));
        CellNow now = outcome.value();
        if (now == null) {
            if (outcome.later() != null) {
                refresh(StatementsDialog.THE_NEED);
            }
            screen.notSaved(inWords(outcome), true);
            return outcome.ruled() ? Fate.SETTLED : Fate.UNSAVED;
        }
        now.saidOfNeed().stream()
                .filter(one -> one.isOf(me))
                .forEach(
                        one -> {
                            Instant at = one.findingAt();
                            wrote.put(
                                    THE_NEED_WROTE,
                                    (at == null ? one.saidAt() : at).toEpochMilli());
                        });
        took(
                StatementsDialog.THE_NEED,
                now,
                finding == null
                        ? words.text("assessment.said.withdrawn", label)
                        : words.text("assessment.said." + finding.name(), label));
        return Fate.SETTLED;
    }

    /** Shows what a dialog has saved. */
    void took(UUID provider, CellNow now, String what) {
        put(provider, now);
        screen.saved(now.at(), what);
    }

    private void refused(UUID provider, String why, String what) {
        Row row = row(provider);
        if (row != null) {
            screen.row(row, unsaved(provider).answers(), why);
        }
        screen.notSaved(words.text("assessment.notSaved", what, why), false);
    }

    // What the person said elsewhere is on the screen before they decide.
    private void refresh(UUID provider) {
        CellNow now = keeper == null ? null : keeper.look(line.need().code(), provider);
        if (now != null) {
            put(provider, now);
        }
    }

    private String inWords(Outcome<?> outcome) {
        SaidLater later = outcome.later();
        if (later == null) {
            return String.valueOf(outcome.problem());
        }
        return words.text(
                "assessment.saidLater.what",
                switch (later.standing()) {
                    case Answer answer -> words.of(answer);
                    case Finding finding -> words.text("assessment.state." + finding.name());
                    case null, default -> words.text("assessment.cell.blank");
                },
                words.moment(later.at()));
    }

    private void show(UUID provider) {
        Row row = row(provider);
        if (row != null) {
            Unsaved waiting = unsaved(provider);
            screen.row(row, waiting.answers(), waiting.why());
        }
    }

    private Map<Question, Waiting> waitingOf(UUID provider) {
        return unsaved.getOrDefault(provider, Map.of());
    }

    @Nullable Row row(UUID provider) {
        return line.rows().stream()
                .filter(row -> row.providerId().equals(provider))
                .findFirst()
                .orElse(null);
    }
}
