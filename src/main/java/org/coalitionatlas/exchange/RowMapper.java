package org.coalitionatlas.exchange;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** Applies a mapping to the rows of one file: from cells to a text for each field. */
final class RowMapper {

    private static final Pattern INSIDE_FIELDS_OF_LINES = Pattern.compile("[ \\t\\u00A0]+");

    private final ImportMapping mapping;
    private final Set<ImportField> fields;
    private final List<Rule> rules;

    /** A rule with its column found and its words prepared once for all rows. */
    private record Rule(
            int column,
            ColumnRule rule,
            Set<String> ignore,
            Map<String, Map<ImportField, String>> set,
            Map<String, Map<ImportField, String>> alone,
            Map<ImportField, Map<String, Pattern>> words) {}

    RowMapper(ImportMapping mapping, List<String> columns) {
        this.mapping = mapping;
        this.fields = mapping.fields();
        this.rules =
                mapping.rules().stream()
                        .filter(rule -> columns.contains(rule.column()))
                        .map(rule -> prepared(rule, columns.indexOf(rule.column())))
                        .toList();
    }

    private static Rule prepared(ColumnRule rule, int column) {
        Map<ImportField, Map<String, Pattern>> words = new EnumMap<>(ImportField.class);
        rule.words()
                .forEach(
                        (field, codes) -> {
                            var patterns = new HashMap<String, Pattern>();
                            codes.forEach((code, list) -> patterns.put(code, anyOf(list)));
                            words.put(field, patterns);
                        });
        return new Rule(
                column,
                rule,
                rule.ignore().stream().map(RowMapper::key).collect(Collectors.toSet()),
                byKey(rule.set()),
                byKey(rule.alone()),
                words);
    }

    private static Pattern anyOf(List<String> words) {
        return Pattern.compile(
                words.stream()
                        .map(word -> Pattern.quote(Texts.folded(word)))
                        .collect(Collectors.joining("|", "\\b(?:", ")")));
    }

    private static Map<String, Map<ImportField, String>> byKey(
            Map<String, Map<ImportField, String>> texts) {
        var byKey = new HashMap<String, Map<ImportField, String>>();
        texts.forEach((text, given) -> byKey.put(key(text), given));
        return byKey;
    }

    private static String key(String text) {
        return INSIDE_FIELDS_OF_LINES
                .matcher(text.strip().toLowerCase(Locale.ROOT))
                .replaceAll(" ");
    }

    /** The row's texts by field. */
    RowValues read(CsvRecord record) {
        var values = new RowValues(record.line(), fields);
        for (Rule rule : rules) {
            apply(rule, record.cells().get(rule.column()).strip(), values);
        }
        mapping.defaults()
                .forEach(
                        (field, text) -> {
                            if (values.texts(field).isEmpty()) {
                                values.add(field, text);
                            }
                        });
        return values;
    }

    /** The key of a row without reading the rest of it; {@code null} when it has none. */
    @Nullable String id(CsvRecord record) {
        for (Rule rule : rules) {
            if (rule.rule().field() == ImportField.ID) {
                String cell = record.cells().get(rule.column()).strip();
                return cell.isEmpty() ? null : cell;
            }
        }
        return null;
    }

    private static void apply(Rule rule, String cell, RowValues values) {
        if (cell.isEmpty() || (!rule.ignore().isEmpty() && rule.ignore().contains(key(cell)))) {
            return;
        }
        ImportField field = rule.rule().field();
        if (field != null) {
            String label = rule.rule().label();
            values.add(field, label == null ? cell : label + ": " + CellTexts.oneLine(cell));
        }
        if (!rule.alone().isEmpty()) {
            given(rule.alone().get(key(cell)), values);
        }
        if (!rule.set().isEmpty()) {
            List<String> items = CellTexts.lines(cell);
            if (items.size() > 1) {
                given(rule.set().get(key(cell)), values);
            }
            items.forEach(item -> given(rule.set().get(key(item)), values));
        }
        if (!rule.words().isEmpty()) {
            String folded = Texts.folded(cell);
            rule.words()
                    .forEach(
                            (target, codes) ->
                                    codes.forEach(
                                            (code, pattern) -> {
                                                if (pattern.matcher(folded).find()) {
                                                    values.add(target, code);
                                                }
                                            }));
        }
    }

    private static void given(@Nullable Map<ImportField, String> texts, RowValues values) {
        if (texts != null) {
            texts.forEach(values::add);
        }
    }
}
