package org.coalitionatlas.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.directory.DirectoryImport;
import org.coalitionatlas.directory.DirectoryImport.LocationRow;
import org.coalitionatlas.directory.DirectoryImport.Options;
import org.coalitionatlas.directory.DirectoryImport.OrganizationRow;
import org.coalitionatlas.directory.DirectoryImport.Outcome;
import org.coalitionatlas.directory.DirectoryImport.Result;
import org.coalitionatlas.directory.DirectoryImport.ServiceRow;
import org.coalitionatlas.directory.ServiceArea;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one batch to the directory and says what became of each. */
final class ImportBatch {

    private static final int LONGEST_KEY = 120;

    private final RowMapper mapper;
    private final RowDrafts drafts;
    private final RecordKind kind;
    private final SeenKeys seen = new SeenKeys();
    private final Set<String> announced = new HashSet<>();

    ImportBatch(ImportMapping mapping, RowMapper mapper, RowDrafts drafts) {
        this.mapper = mapper;
        this.drafts = drafts;
        this.kind = mapping.kind();
    }

    /**
     * A row on its way.
     *
     * @param values {@code null} when it cannot be read
     * @param refusal why it does not even reach the directory, or {@code null}
     */
    record Row(CsvRecord record, @Nullable RowValues values, @Nullable ImportProblem refusal) {

        String text(ImportField field) {
            return Objects.requireNonNull(Objects.requireNonNull(values).first(field));
        }
    }

    /** What became of some rows. */
    record Report(ImportJobStore.Counts counts, List<ImportProblem> problems) {

        Report plus(Report other) {
            var all = new ArrayList<>(problems);
            all.addAll(other.problems);
            return new Report(
                    new ImportJobStore.Counts(
                            counts.created() + other.counts.created(),
                            counts.updated() + other.counts.updated(),
                            counts.unchanged() + other.counts.unchanged(),
                            counts.rejected() + other.counts.rejected()),
                    all);
        }
    }

    /** Reads a row; its key counts as used from now on. */
    Row read(CsvRecord record) {
        if (!record.isReadable()) {
            return new Row(
                    record,
                    null,
                    new ImportProblem(
                            record.line(),
                            true,
                            null,
                            null,
                            Objects.requireNonNull(record.problemKey()),
                            record.problemArguments().stream().map(String::valueOf).toList()));
        }
        RowValues values = mapper.read(record);
        for (ImportField field : ImportField.of(kind)) {
            if (field.isKey() && field.isRequired(kind)) {
                String key = values.first(field);
                if (key == null) {
                    return refused(
                            record, values, field, null, new InvalidValue("invalid.missing"));
                }
                if (key.length() > LONGEST_KEY) {
                    return refused(
                            record,
                            values,
                            field,
                            key,
                            new InvalidValue("invalid.tooLong", LONGEST_KEY, key.length()));
                }
            }
        }
        String id = Objects.requireNonNull(values.first(ImportField.ID));
        if (!seen.add(id)) {
            return refused(
                    record,
                    values,
                    ImportField.ID,
                    id,
                    new InvalidValue("invalid.import.twice", id));
        }
        return new Row(record, values, null);
    }

    /** Counts the key of a row as used without taking the row: it was taken before a restart. */
    void skip(CsvRecord record) {
        String id = record.isReadable() ? mapper.id(record) : null;
        if (id != null) {
            seen.add(id);
        }
    }

    private static Row refused(
            CsvRecord record,
            RowValues values,
            ImportField field,
            @Nullable String text,
            InvalidValue problem) {
        return new Row(record, values, ImportProblem.of(record.line(), true, field, text, problem));
    }

    /** Takes the rows to the directory, within the caller's transaction. */
    Report take(List<Row> rows, Options options, DirectoryImport directory, ImportJobStore store) {
        // A row may come a second time, alone, after its batch failed.
        rows.stream()
                .flatMap(row -> java.util.stream.Stream.ofNullable(row.values()))
                .forEach(values -> values.problems().clear());
        List<Row> good = rows.stream().filter(row -> row.refusal() == null).toList();
        List<Result> results =
                good.isEmpty()
                        ? List.of()
                        : switch (kind) {
                            case ORGANIZATION ->
                                    directory.organizations(
                                            options,
                                            good.stream().map(this::organization).toList());
                            case LOCATION -> locations(good, options, directory, store);
                            case SERVICE -> services(good, options, directory, store);
                        };
        return report(rows, results);
    }

    /** The rows as rejected by the database. */
    Report rejected(Row row) {
        if (row.refusal() != null) {
            return report(List.of(row), List.of());
        }
        return report(
                List.of(row),
                List.of(
                        new Result(
                                Outcome.REJECTED,
                                new InvalidValue("invalid.import.database"),
                                List.of())));
    }

    private Report report(List<Row> rows, List<Result> results) {
        long[] counts = new long[Outcome.values().length];
        var problems = new ArrayList<ImportProblem>();
        var next = results.iterator();
        for (Row row : rows) {
            ImportProblem refusal = row.refusal();
            if (refusal != null) {
                counts[Outcome.REJECTED.ordinal()]++;
                problems.add(refusal);
                continue;
            }
            Result result = next.next();
            counts[result.outcome().ordinal()]++;
            problems.addAll(Objects.requireNonNull(row.values()).problems());
            long line = row.record().line();
            for (InvalidValue remark : result.remarks()) {
                boolean news =
                        !remark.messageKey().equals("invalid.import.organizationAdded")
                                || announced.add(String.valueOf(remark.arguments()[0]));
                if (news) {
                    problems.add(ImportProblem.of(line, false, fieldOf(remark), null, remark));
                }
            }
            InvalidValue problem = result.problem();
            if (problem != null) {
                problems.add(ImportProblem.of(line, true, fieldOf(problem), null, problem));
            }
        }
        return new Report(
                new ImportJobStore.Counts(
                        counts[Outcome.CREATED.ordinal()],
                        counts[Outcome.UPDATED.ordinal()],
                        counts[Outcome.UNCHANGED.ordinal()],
                        counts[Outcome.REJECTED.ordinal()]),
                problems);
    }

    // The directory knows fields of its own, not columns: the rule that was broken names the field.
    private static @Nullable ImportField fieldOf(InvalidValue problem) {
        return switch (problem.messageKey()) {
            case "invalid.missing",
                    "invalid.import.alike",
                    "invalid.import.alikeReported",
                    "invalid.import.matched" ->
                    ImportField.NAME;
            case "invalid.kind" -> ImportField.KIND;
            case "invalid.need" -> ImportField.NEEDS;
            case "invalid.area" -> ImportField.AREA_COUNTIES;
            case "invalid.ageRange" -> ImportField.MIN_AGE;
            case "invalid.point" -> ImportField.POINT;
            case "invalid.acceptedAndRejected" -> ImportField.ACCEPTS;
            case "invalid.hours" -> ImportField.HOURS;
            case "invalid.location", "invalid.import.location" -> ImportField.LOCATION_ID;
            case "invalid.import.organization",
                    "invalid.import.organizationAdded",
                    "invalid.import.moved",
                    "invalid.import.notYours" ->
                    ImportField.ORGANIZATION_ID;
            default -> null;
        };
    }

    private OrganizationRow organization(Row row) {
        RowValues values = Objects.requireNonNull(row.values());
        return new OrganizationRow(
                row.text(ImportField.ID),
                drafts.organization(values),
                drafts.placeOfOrganization(values));
    }

    private List<Result> locations(
            List<Row> rows, Options options, DirectoryImport directory, ImportJobStore store) {
        List<Result> results =
                directory.locations(options, rows.stream().map(this::location).toList());
        var areas = new HashMap<String, Set<ServiceArea>>();
        for (int i = 0; i < rows.size(); i++) {
            RowValues values = Objects.requireNonNull(rows.get(i).values());
            if (RowDrafts.speaksOfAreas(values) && results.get(i).outcome() != Outcome.REJECTED) {
                areas.put(rows.get(i).text(ImportField.ID), drafts.areas(values));
            }
        }
        Set<String> changed =
                areas.isEmpty() ? Set.of() : store.rememberAreas(options.source(), areas);
        var all = new ArrayList<Result>();
        for (int i = 0; i < rows.size(); i++) {
            Result result = results.get(i);
            boolean update =
                    result.outcome() == Outcome.UNCHANGED
                            && changed.contains(rows.get(i).text(ImportField.ID));
            all.add(update ? new Result(Outcome.UPDATED, null, result.remarks()) : result);
        }
        return all;
    }

    private LocationRow location(Row row) {
        RowValues values = Objects.requireNonNull(row.values());
        return new LocationRow(
                row.text(ImportField.ID),
                row.text(ImportField.ORGANIZATION_ID),
                label(values),
                drafts.location(values));
    }

    private List<Result> services(
            List<Row> rows, Options options, DirectoryImport directory, ImportJobStore store) {
        var wanted = new HashMap<Row, Set<String>>();
        var all = new HashSet<String>();
        for (Row row : rows) {
            Set<String> keys = locationKeys(Objects.requireNonNull(row.values()));
            if (keys != null) {
                wanted.put(row, keys);
                all.addAll(keys);
            }
        }
        Map<String, Set<ServiceArea>> areas = store.areas(options.source(), all);
        return directory.services(
                options, rows.stream().map(row -> service(row, wanted.get(row), areas)).toList());
    }

    private ServiceRow service(
            Row row, @Nullable Set<String> locations, Map<String, Set<ServiceArea>> known) {
        RowValues values = Objects.requireNonNull(row.values());
        var areas = new TreeSet<ServiceArea>();
        if (locations != null) {
            locations.forEach(key -> areas.addAll(known.getOrDefault(key, Set.of())));
        }
        return new ServiceRow(
                row.text(ImportField.ID),
                row.text(ImportField.ORGANIZATION_ID),
                label(values),
                locations,
                drafts.pointOf(values),
                drafts.service(values, areas));
    }

    private static @Nullable Set<String> locationKeys(RowValues values) {
        if (!values.speaksOf(ImportField.LOCATION_ID)) {
            return null;
        }
        var keys = new TreeSet<String>();
        values.texts(ImportField.LOCATION_ID).forEach(text -> keys.addAll(CellTexts.keys(text)));
        return keys;
    }

    private static String label(RowValues values) {
        String name = values.first(ImportField.NAME);
        return name == null ? String.valueOf(values.first(ImportField.ORGANIZATION_ID)) : name;
    }
}
