package org.coalitionatlas.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.directory.DirectoryImport;
import org.coalitionatlas.directory.DirectoryImport.Options;
import org.coalitionatlas.directory.DirectoryImport.Outcome;
import org.coalitionatlas.directory.DirectoryImport.Result;
import org.coalitionatlas.directory.DirectoryImport.ServiceRow;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.exchange.ReadRow.PreparedLocation;
import org.coalitionatlas.exchange.ReadRow.PreparedOrganization;
import org.coalitionatlas.exchange.ReadRow.PreparedService;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one batch to the directory and says what became of each. */
final class ImportBatch {

    private final RecordKind kind;
    private final Set<String> announced = new HashSet<>();

    ImportBatch(RecordKind kind) {
        this.kind = kind;
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

    /** Takes the rows to the directory, within the caller's transaction. */
    Report take(
            List<ReadRow> rows, Options options, DirectoryImport directory, ImportJobStore store) {
        List<Result> results =
                switch (kind) {
                    case ORGANIZATION ->
                            directory.organizations(
                                    options,
                                    prepared(rows, PreparedOrganization.class).stream()
                                            .map(PreparedOrganization::row)
                                            .toList());
                    case LOCATION ->
                            locations(
                                    prepared(rows, PreparedLocation.class),
                                    options,
                                    directory,
                                    store);
                    case SERVICE ->
                            directory.services(
                                    options,
                                    services(
                                            prepared(rows, PreparedService.class), options, store));
                };
        return report(rows, results);
    }

    private static <P extends ReadRow.Prepared> List<P> prepared(
            List<ReadRow> rows, Class<P> type) {
        return rows.stream()
                .filter(row -> row.refusal() == null)
                .map(ReadRow::prepared)
                .map(type::cast)
                .toList();
    }

    /** The rows as rejected by the database. */
    Report rejected(ReadRow row) {
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

    private Report report(List<ReadRow> rows, List<Result> results) {
        long[] counts = new long[Outcome.values().length];
        var problems = new ArrayList<ImportProblem>();
        var next = results.iterator();
        for (ReadRow row : rows) {
            ImportProblem refusal = row.refusal();
            if (refusal != null) {
                counts[Outcome.REJECTED.ordinal()]++;
                problems.add(refusal);
                continue;
            }
            Result result = next.next();
            counts[result.outcome().ordinal()]++;
            problems.addAll(row.problems());
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
            case "invalid.names.description" -> ImportField.DESCRIPTION;
            case "invalid.names.hours" -> ImportField.HOURS;
            case "invalid.missing",
                    "invalid.names.name",
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

    private static List<Result> locations(
            List<PreparedLocation> rows,
            Options options,
            DirectoryImport directory,
            ImportJobStore store) {
        List<Result> results =
                directory.locations(options, rows.stream().map(PreparedLocation::row).toList());
        var areas = new HashMap<String, Set<ServiceArea>>();
        for (int i = 0; i < rows.size(); i++) {
            Set<ServiceArea> named = rows.get(i).areas();
            if (named != null && results.get(i).outcome() != Outcome.REJECTED) {
                areas.put(rows.get(i).row().sourceId(), named);
            }
        }
        Set<String> changed =
                areas.isEmpty() ? Set.of() : store.rememberAreas(options.source(), areas);
        var all = new ArrayList<Result>();
        for (int i = 0; i < rows.size(); i++) {
            Result result = results.get(i);
            boolean update =
                    result.outcome() == Outcome.UNCHANGED
                            && changed.contains(rows.get(i).row().sourceId());
            all.add(update ? new Result(Outcome.UPDATED, null, result.remarks()) : result);
        }
        return all;
    }

    private static List<ServiceRow> services(
            List<PreparedService> rows, Options options, ImportJobStore store) {
        var locations = new HashSet<String>();
        rows.forEach(row -> locations.addAll(row.locations()));
        Map<String, Set<ServiceArea>> known = store.areas(options.source(), locations);
        return rows.stream()
                .map(
                        row -> {
                            var areas = new TreeSet<ServiceArea>();
                            row.locations()
                                    .forEach(
                                            key -> areas.addAll(known.getOrDefault(key, Set.of())));
                            return row.row().apply(areas);
                        })
                .toList();
    }
}
