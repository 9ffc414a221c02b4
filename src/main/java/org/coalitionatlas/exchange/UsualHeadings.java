package org.coalitionatlas.exchange;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.coalitionatlas.common.ReferenceFile;
import org.coalitionatlas.common.ReferenceFile.Entry;
import org.coalitionatlas.common.Texts;

/**
 * What a column is most likely about, told by its heading alone: the table of usual headings in
 * {@code data/imports/headings.yaml}. A table that contradicts itself stops the start.
 */
final class UsualHeadings {

    private static final String FILE = "imports/headings.yaml";
    private static final Pattern UNSAID = Pattern.compile("[^a-z0-9]+");

    /** Fields that take the texts of several columns. */
    private static final Set<ImportField> SHARED =
            EnumSet.of(ImportField.PHONE, ImportField.TOLL_FREE, ImportField.HOTLINE);

    private final Map<RecordKind, Map<String, ImportField>> fields =
            new EnumMap<>(RecordKind.class);

    UsualHeadings() {
        List<Entry> entries = ReferenceFile.yaml(FILE).only("headings").list("headings");
        for (RecordKind kind : RecordKind.values()) {
            Map<String, ImportField> known = read(entries, "any", kind);
            // What is said of one kind of row goes before what is said of all.
            known.putAll(read(entries, kind.name().toLowerCase(Locale.ROOT), kind));
            fields.put(kind, known);
        }
    }

    private static Map<String, ImportField> read(List<Entry> entries, String key, RecordKind kind) {
        var known = new HashMap<String, ImportField>();
        for (Entry entry : entries) {
            entry.only("field", "any", "organization", "location", "service");
            ImportField field =
                    ImportField.named(entry.text("field"))
                            .orElseThrow(() -> entry.get("field").broken("unknown field"));
            if (!ImportField.of(kind).contains(field)) {
                continue;
            }
            for (String heading : entry.texts(key)) {
                ImportField before = known.putIfAbsent(folded(heading), field);
                if (before != null) {
                    throw entry.broken("\"" + heading + "\" means " + before + " already");
                }
            }
        }
        return known;
    }

    /**
     * The fields to propose, by column; columns whose heading says nothing are left out, and of
     * several for one field the first is taken, except for phones.
     */
    Map<String, ImportField> proposed(RecordKind kind, List<String> columns) {
        Map<String, ImportField> known = fields.getOrDefault(kind, Map.of());
        var proposed = new LinkedHashMap<String, ImportField>();
        for (String column : columns) {
            ImportField field = known.get(folded(column));
            if (field != null && (SHARED.contains(field) || !proposed.containsValue(field))) {
                proposed.put(column, field);
            }
        }
        if (proposed.containsValue(ImportField.CITY) || proposed.containsValue(ImportField.ZIP)) {
            boolean hasStreet = proposed.containsValue(ImportField.LINE1);
            proposed.replaceAll(
                    (column, field) ->
                            field == ImportField.ADDRESS && !hasStreet ? ImportField.LINE1 : field);
            proposed.values().removeIf(field -> field == ImportField.ADDRESS);
        }
        return proposed;
    }

    private static String folded(String heading) {
        return UNSAID.matcher(Texts.folded(heading)).replaceAll("");
    }
}
