package org.coalitionatlas.assessment.ui;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;

/**
 * Figures of a need.
 *
 * @param prefilled providers whose answers on record wait to be confirmed
 * @param unchanged providers whose answers of last time wait to be confirmed
 */
record NeedCounts(long answered, long prefilled, long unchanged, long disputed, long changed) {

    static NeedCounts of(Line line) {
        long answered = 0;
        long prefilled = 0;
        long unchanged = 0;
        long disputed = line.isContested() ? 1 : 0;
        long changed = 0;
        for (Row row : line.rows()) {
            answered += row.isAssessed() ? 1 : 0;
            prefilled += prefilled(row).isEmpty() ? 0 : 1;
            unchanged += row.unchanged().isEmpty() ? 0 : 1;
            disputed += row.isContested() ? 1 : 0;
            changed += row.isChanged() ? 1 : 0;
        }
        return new NeedCounts(answered, prefilled, unchanged, disputed, changed);
    }

    String inWords(SheetWords words, Line line, boolean mayAnswer) {
        var said = new StringBuilder();
        if (line.finding() != null) {
            said.append(words.text("assessment.state." + line.finding().name()));
        } else if (line.isAssessed()) {
            said.append(words.text("assessment.state.assessed", answered, line.rows().size()));
        } else {
            said.append(words.text("assessment.state.notAssessed", line.rows().size()));
        }
        if (disputed > 0) {
            said.append(" · ").append(words.text("cycle.state.disputed", disputed));
        }
        if (changed > 0) {
            said.append(" · ").append(words.text("cycle.state.changed", changed));
        }
        if (mayAnswer && line.finding() == null) {
            if (unchanged > 0) {
                said.append(" · ").append(words.text("cycle.state.last", unchanged));
            } else if (prefilled > 0) {
                said.append(" · ").append(words.text("assessment.state.prefilled", prefilled));
            }
        }
        return said.toString();
    }

    /** Answers on record that wait to be confirmed. */
    static Map<Question, Answer> prefilled(Row row) {
        var waiting = new EnumMap<Question, Answer>(Question.class);
        row.records()
                .forEach(
                        (question, record) -> {
                            if (row.isPrefilled(question)) {
                                waiting.put(question, record.value());
                            }
                        });
        return waiting;
    }

    /** The same of every provider of a need that has any. */
    static Map<UUID, Map<Question, Answer>> allPrefilled(Line line) {
        return all(line, NeedCounts::prefilled);
    }

    /** Last time's answers that still wait to be said again, of every provider that has any. */
    static Map<UUID, Map<Question, Answer>> allUnchanged(Line line) {
        return all(line, Row::unchanged);
    }

    private static Map<UUID, Map<Question, Answer>> all(
            Line line, Function<Row, Map<Question, Answer>> of) {
        var all = new LinkedHashMap<UUID, Map<Question, Answer>>();
        for (Row row : line.rows()) {
            Map<Question, Answer> waiting = of.apply(row);
            if (!waiting.isEmpty()) {
                all.put(row.providerId(), waiting);
            }
        }
        return all;
    }
}
