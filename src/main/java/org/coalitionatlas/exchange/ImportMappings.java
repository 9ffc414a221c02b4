package org.coalitionatlas.exchange;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.ReferenceFile;
import org.coalitionatlas.common.ReferenceFile.Entry;
import org.coalitionatlas.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The column mappings there are: those shipped in {@code data/imports} and those people saved. A
 * shipped file that makes no sense stops the start with file, line and reason.
 */
@Component
public class ImportMappings {

    private static final List<String> SHIPPED = List.of("imports/ilao.yaml");

    private final List<ImportMapping> shipped = new ArrayList<>();
    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;
    private final Clock clock;
    private final UsualHeadings headings = new UsualHeadings();
    private final JsonMapper json = JsonMapper.builder().build();

    ImportMappings(JdbcClient jdbc, CurrentPerson currentPerson, Clock clock) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
        this.clock = clock;
        for (String file : SHIPPED) {
            Entry root = ReferenceFile.yaml(file).only("mappings");
            root.list("mappings").stream().map(ImportMappings::read).forEach(shipped::add);
        }
    }

    /** All mappings, saved ones first. For coordinators and administrators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<ImportMapping> all() {
        return Stream.concat(
                        jdbc
                                .sql("select definition from import_mapping order by name")
                                .query(String.class)
                                .list()
                                .stream()
                                .map(this::parse),
                        shipped.stream())
                .toList();
    }

    /**
     * The mapping that fits a file's header best, if one fits it well. For coordinators and
     * administrators.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Optional<ImportMapping> suggested(List<String> columns) {
        return all().stream()
                .filter(mapping -> mapping.fit(columns) >= 0.8)
                .max(Comparator.comparingDouble(mapping -> mapping.fit(columns)));
    }

    /**
     * The fields that the headings of a file's columns usually mean, by column, for a file without
     * a mapping. For coordinators and administrators.
     */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Map<String, ImportField> proposed(RecordKind kind, List<String> columns) {
        return headings.proposed(kind, columns);
    }

    /** Keeps a mapping under its name, in place of one of the same name. */
    @Transactional
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public void save(ImportMapping mapping) {
        jdbc.sql("delete from import_mapping where name = ?").param(mapping.name()).update();
        jdbc.sql(
                        "insert into import_mapping (id, name, source, kind, definition, saved_by,"
                                + " saved_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.bytes(Ids.newId()),
                        mapping.name(),
                        mapping.source(),
                        mapping.kind().name(),
                        write(mapping),
                        currentPerson.get().name(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    String write(ImportMapping mapping) {
        return json.writeValueAsString(mapping);
    }

    ImportMapping parse(String definition) {
        return json.readValue(definition, ImportMapping.class);
    }

    private static ImportMapping read(Entry entry) {
        entry.only("name", "source", "kind", "state", "defaults", "columns");
        RecordKind kind =
                switch (entry.text("kind")) {
                    case "organization" -> RecordKind.ORGANIZATION;
                    case "location" -> RecordKind.LOCATION;
                    case "service" -> RecordKind.SERVICE;
                    default -> throw entry.get("kind").broken("unknown kind of record");
                };
        Entry defaults = entry.find("defaults");
        String state = entry.optionalText("state");
        var mapping =
                new ImportMapping(
                        entry.text("name"),
                        entry.text("source"),
                        kind,
                        state == null ? "" : state.toUpperCase(Locale.ROOT),
                        defaults == null ? Map.of() : givenTo(defaults, kind),
                        entry.list("columns").stream().map(e -> rule(e, kind)).toList());
        if (!mapping.missing().isEmpty()) {
            throw entry.broken("no column gives " + mapping.missing());
        }
        return mapping;
    }

    private static ColumnRule rule(Entry entry, RecordKind kind) {
        entry.only("column", "field", "label", "ignore", "set", "alone", "words");
        Entry field = entry.find("field");
        Map<ImportField, Map<String, List<String>>> words = new EnumMap<>(ImportField.class);
        Entry wordsEntry = entry.find("words");
        if (wordsEntry != null) {
            wordsEntry
                    .fields()
                    .forEach(
                            (name, codes) -> {
                                var byCode = new LinkedHashMap<String, List<String>>();
                                codes.fields()
                                        .forEach(
                                                (code, list) ->
                                                        byCode.put(
                                                                code,
                                                                list.items().stream()
                                                                        .map(Entry::text)
                                                                        .toList()));
                                words.put(field(name, kind, codes), byCode);
                            });
        }
        return new ColumnRule(
                entry.text("column"),
                field == null ? null : field(field.text(), kind, field),
                entry.optionalText("label"),
                entry.texts("ignore"),
                texts(entry.find("set"), kind),
                texts(entry.find("alone"), kind),
                words);
    }

    private static Map<String, Map<ImportField, String>> texts(
            @Nullable Entry entry, RecordKind kind) {
        var texts = new LinkedHashMap<String, Map<ImportField, String>>();
        if (entry != null) {
            entry.fields().forEach((text, given) -> texts.put(text, givenTo(given, kind)));
        }
        return texts;
    }

    private static Map<ImportField, String> givenTo(Entry entry, RecordKind kind) {
        Map<ImportField, String> given = new EnumMap<>(ImportField.class);
        entry.fields().forEach((name, text) -> given.put(field(name, kind, text), text.text()));
        return given;
    }

    private static ImportField field(String name, RecordKind kind, Entry at) {
        return ImportField.named(name)
                .filter(field -> field == ImportField.KIND || ImportField.of(kind).contains(field))
                .orElseThrow(() -> at.broken("unknown field \"" + name + "\""));
    }
}
