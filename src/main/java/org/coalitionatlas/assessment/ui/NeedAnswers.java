package org.coalitionatlas.assessment.ui;

import java.io.Serializable;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.CellNow;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.Question;
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

    private final SheetWords words;
    private final @Nullable SheetKeeper keeper;
    private final Screen screen;
    private final String label;
    private final Map<UUID, Map<Question, Optional<Answer>>> unsaved = new HashMap<>();
    private Line line;

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
    }

    /**
     * @param keeper saves the answers; {@code null} for a reader who may not answer
     */
    NeedAnswers(Line line, SheetWords words, @Nullable SheetKeeper keeper, Screen screen) {
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
        Row row = row(provider);
        if (row != null) {
            show(row, null);
        }
        screen.need();
    }

    /** An answer the person gave that could not be saved; empty means taken back. */
    record Unsaved(String need, String label, Row row, Question question, Optional<Answer> answer)
            implements Serializable {}

    /** What is on the screen and not saved. */
    List<Unsaved> unsaved() {
        return line.rows().stream()
                .flatMap(
                        row ->
                                unsavedOf(row.providerId()).entrySet().stream()
                                        .map(
                                                one ->
                                                        new Unsaved(
                                                                line.need().code(),
                                                                label,
                                                                row,
                                                                one.getKey(),
                                                                one.getValue())))
                .toList();
    }

    /** Takes one answer; {@code null} takes it back. */
    void answer(UUID provider, Question question, @Nullable Answer answer) {
        Row row = row(provider);
        if (row == null || keeper == null) {
            return;
        }
        Outcome<CellNow> outcome = keeper.answer(line.need().code(), provider, question, answer);
        Map<Question, Optional<Answer>> waiting =
                unsaved.computeIfAbsent(provider, id -> new EnumMap<>(Question.class));
        CellNow now = outcome.value();
        if (now == null) {
            waiting.put(question, Optional.ofNullable(answer));
            refused(row, outcome.problem());
            return;
        }
        waiting.remove(question);
        took(
                provider,
                now,
                words.text(
                        "assessment.cell.name",
                        words.name(row),
                        label,
                        words.of(question),
                        answer == null ? words.text("assessment.cell.blank") : words.of(answer)));
    }

    /** Tries again what could not be saved of a provider. */
    void retry(UUID provider) {
        new EnumMap<>(unsavedOf(provider))
                .forEach((question, answer) -> answer(provider, question, answer.orElse(null)));
    }

    /** Confirms what the directory says of a provider. */
    void confirm(UUID provider) {
        Row row = row(provider);
        if (row != null) {
            confirm(row, NeedCounts.prefilled(row), "assessment.said.confirmed");
        }
    }

    /** Says that a provider is as it was last time; without one, that the need as a whole is. */
    void unchanged(@Nullable UUID provider) {
        Row row = provider == null ? null : row(provider);
        if (row != null) {
            confirm(row, row.unchanged(), "cycle.said.unchanged");
        } else if (line.hasLastFinding()) {
            say(line.lastFinding(), line.lastReason());
        }
    }

    private void confirm(Row row, Map<Question, Answer> seen, String saying) {
        if (seen.isEmpty() || keeper == null) {
            return;
        }
        Outcome<CellNow> outcome = keeper.confirm(line.need().code(), row.providerId(), seen);
        CellNow now = outcome.value();
        if (now == null) {
            refused(row, outcome.problem());
        } else {
            took(row.providerId(), now, words.text(saying, words.name(row), label));
        }
    }

    /** Says that nobody meets the need. */
    void sayNobody() {
        say(Finding.NOBODY, null);
    }

    /** Confirms what the directory says of every provider. */
    void confirmAll() {
        line.rows()
                .forEach(
                        row ->
                                confirm(
                                        row,
                                        NeedCounts.prefilled(row),
                                        "assessment.said.confirmed"));
    }

    /** Says that every provider is as it was last time. */
    void allUnchanged() {
        line.rows().stream()
                .filter(row -> !row.unchanged().isEmpty())
                .map(Row::providerId)
                .toList()
                .forEach(this::unchanged);
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
    void say(@Nullable Finding said, @Nullable String reason) {
        if (keeper == null) {
            return;
        }
        Outcome<CellNow> outcome = keeper.find(line.need().code(), said, reason);
        CellNow now = outcome.value();
        if (now == null) {
            screen.notSaved(String.valueOf(outcome.problem()), true);
            return;
        }
        took(
                StatementsDialog.THE_NEED,
                now,
                said == null
                        ? words.text("assessment.said.withdrawn", label)
                        : words.text("assessment.said." + said.name(), label));
    }

    /** Shows what a dialog has saved. */
    void took(UUID provider, CellNow now, String what) {
        put(provider, now);
        screen.saved(now.at(), what);
    }

    private void refused(Row row, @Nullable String why) {
        show(row, why);
        screen.notSaved(String.valueOf(why), false);
    }

    private void show(Row row, @Nullable String trouble) {
        screen.row(row, unsavedOf(row.providerId()), trouble);
    }

    private Map<Question, Optional<Answer>> unsavedOf(UUID provider) {
        return unsaved.getOrDefault(provider, Map.of());
    }

    @Nullable Row row(UUID provider) {
        return line.rows().stream()
                .filter(row -> row.providerId().equals(provider))
                .findFirst()
                .orElse(null);
    }
}
