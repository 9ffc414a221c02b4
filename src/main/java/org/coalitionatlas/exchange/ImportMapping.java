package org.coalitionatlas.exchange;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coalitionatlas.common.Texts;

/**
 * How the columns of a kind of file become fields; saved so that the next file of the same kind
 * needs no work.
 *
 * @param name what people call it
 * @param source name of the file family: the same for the organizations, locations and services of
 *     one directory, because they refer to each other by its keys
 * @param state two-letter code of the state in which bare county and city names lie, or empty
 * @param defaults what a field gets when no column says anything
 */
public record ImportMapping(
        String name,
        String source,
        RecordKind kind,
        String state,
        Map<ImportField, String> defaults,
        List<ColumnRule> rules) {

    /** Checks the words. */
    public ImportMapping {
        name = Texts.required(name, 120);
        source = Texts.required(source, 60);
    }

    /** The fields the columns speak about; all others stay as they stand. */
    public Set<ImportField> fields() {
        Set<ImportField> fields = EnumSet.noneOf(ImportField.class);
        for (ColumnRule rule : rules) {
            if (rule.field() != null) {
                fields.add(rule.field());
            }
            rule.set().values().forEach(given -> fields.addAll(given.keySet()));
            rule.alone().values().forEach(given -> fields.addAll(given.keySet()));
            fields.addAll(rule.words().keySet());
        }
        fields.addAll(defaults.keySet());
        fields.retainAll(ImportField.of(kind));
        return fields;
    }

    /** The fields without which no row can be taken and which nothing speaks about. */
    public List<ImportField> missing() {
        Set<ImportField> fields = fields();
        return ImportField.of(kind).stream()
                .filter(field -> field.isRequired(kind) && !fields.contains(field))
                .toList();
    }

    /** Share of the mapping's columns that a file has, 0 to 1. */
    public double fit(Collection<String> columns) {
        List<String> wanted = rules.stream().map(ColumnRule::column).distinct().toList();
        long found = wanted.stream().filter(columns::contains).count();
        return wanted.isEmpty() ? 0 : (double) found / wanted.size();
    }
}
