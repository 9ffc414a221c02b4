package org.coalitionatlas.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.WhenAlike;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Jobs and their problems in the database. Plain SQL: progress is written in the transaction of the
 * batch it speaks about, so that after a crash the two agree.
 */
@Component
class ImportJobStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ImportMappings mappings;
    private final JsonMapper json = JsonMapper.builder().build();

    ImportJobStore(JdbcClient jdbc, JdbcTemplate batches, ImportMappings mappings) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.mappings = mappings;
    }

    /** What a run needs beyond what is shown. */
    record Details(
            String storedAs,
            ImportMapping mapping,
            boolean publish,
            boolean addMissing,
            WhenAlike whenAlike,
            String startedByEmail) {}

    /** What a batch adds to the counts. */
    record Counts(long created, long updated, long unchanged, long rejected) {

        long rows() {
            return created + updated + unchanged + rejected;
        }
    }

    UUID add(ImportOrder order, String encoding, SignedIn person, Instant now) {
        UUID id = Ids.newId();
        jdbc.sql(
                        "insert into import_job (id, file_name, stored_as, encoding, kind, source,"
                                + " definition, dry_run, publish, add_missing, lookalikes, state,"
                                + " cancel_asked,"
                                + " rows_done, rows_created, rows_updated, rows_unchanged,"
                                + " rows_rejected, problems, started_by, started_by_email,"
                                + " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'WAITING',"
                                + " false, 0, 0, 0, 0, 0, 0, ?, ?, ?)")
                .params(
                        Ids.bytes(id),
                        order.fileName(),
                        order.storedAs(),
                        encoding,
                        order.mapping().kind().name(),
                        order.mapping().source(),
                        mappings.write(order.mapping()),
                        order.dryRun(),
                        order.publish(),
                        order.addMissing(),
                        order.whenAlike().name(),
                        person.name(),
                        person.email(),
                        Timestamp.from(now))
                .update();
        return id;
    }

    Optional<ImportJob> find(UUID id) {
        return jdbc.sql("select * from import_job where id = ?")
                .param(Ids.bytes(id))
                .query(ImportJobStore::job)
                .optional();
    }

    /** The e-mail address with which whoever started the job signs in. */
    Optional<String> starter(UUID id) {
        return jdbc.sql("select started_by_email from import_job where id = ?")
                .param(Ids.bytes(id))
                .query(String.class)
                .optional();
    }

    Details details(UUID id) {
        return jdbc.sql(
                        "select stored_as, definition, publish, add_missing, lookalikes,"
                                + " started_by_email from import_job where id = ?")
                .param(Ids.bytes(id))
                .query(
                        (row, n) ->
                                new Details(
                                        row.getString(1),
                                        mappings.parse(row.getString(2)),
                                        row.getBoolean(3),
                                        row.getBoolean(4),
                                        WhenAlike.valueOf(row.getString(5)),
                                        row.getString(6)))
                .single();
    }

    List<ImportJob> recent(int offset, int limit) {
        return jdbc.sql("select * from import_job order by created_at desc limit ? offset ?")
                .params(limit, offset)
                .query(ImportJobStore::job)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from import_job").query(Long.class).single();
    }

    /** Jobs that a stop of the product left unfinished, oldest first. */
    List<UUID> open() {
        return jdbc.sql(
                        "select id from import_job where state in ('WAITING', 'RUNNING') order by"
                                + " created_at")
                .query((row, n) -> Ids.of(row.getBytes(1)))
                .list();
    }

    Set<String> neededFiles() {
        return new HashSet<>(
                jdbc.sql(
                                "select stored_as from import_job where state in ('WAITING',"
                                        + " 'RUNNING')")
                        .query(String.class)
                        .list());
    }

    void begin(UUID id, long rowsTotal) {
        jdbc.sql("update import_job set state = 'RUNNING', rows_total = ? where id = ?")
                .params(rowsTotal, Ids.bytes(id))
                .update();
    }

    void askToCancel(UUID id) {
        jdbc.sql("update import_job set cancel_asked = true where id = ?")
                .param(Ids.bytes(id))
                .update();
    }

    boolean isCancelAsked(UUID id) {
        return jdbc.sql("select cancel_asked from import_job where id = ?")
                .param(Ids.bytes(id))
                .query(Boolean.class)
                .single();
    }

    void finish(UUID id, ImportJob.State state, @Nullable String failure, Instant now) {
        jdbc.sql("update import_job set state = ?, failure = ?, finished_at = ? where id = ?")
                .param(state.name())
                .param(failure)
                .param(Timestamp.from(now))
                .param(Ids.bytes(id))
                .update();
    }

    void progress(UUID id, Counts counts, List<ImportProblem> found) {
        long from =
                jdbc.sql("select problems from import_job where id = ?")
                        .param(Ids.bytes(id))
                        .query(Long.class)
                        .single();
        jdbc.sql(
                        "update import_job set rows_done = rows_done + ?, rows_created ="
                                + " rows_created + ?, rows_updated = rows_updated + ?,"
                                + " rows_unchanged = rows_unchanged + ?, rows_rejected ="
                                + " rows_rejected + ?, problems = ? where id = ?")
                .params(
                        counts.rows(),
                        counts.created(),
                        counts.updated(),
                        counts.unchanged(),
                        counts.rejected(),
                        from + found.size(),
                        Ids.bytes(id))
                .update();
        var rows = new ArrayList<Object[]>();
        for (ImportProblem problem : found) {
            rows.add(
                    new @Nullable Object[] {
                        Ids.bytes(id),
                        from + rows.size(),
                        problem.line(),
                        problem.rejected(),
                        problem.field() == null ? null : problem.field().name(),
                        problem.value(),
                        problem.messageKey(),
                        json.writeValueAsString(problem.arguments())
                    });
        }
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    "insert into import_problem (job_id, problem_no, line_no, rejected, field,"
                            + " cell, message_key, arguments) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    rows);
        }
    }

    List<ImportProblem> problems(UUID id, boolean rejectedOnly, long offset, int limit) {
        return jdbc.sql(
                        "select line_no, rejected, field, cell, message_key, arguments from"
                                + " import_problem where job_id = ? and (rejected = true or ?)"
                                + " order by problem_no limit ? offset ?")
                .params(Ids.bytes(id), !rejectedOnly, limit, offset)
                .query(this::problem)
                .list();
    }

    long countProblems(UUID id, boolean rejectedOnly) {
        return jdbc.sql(
                        "select count(*) from import_problem where job_id = ? and (rejected ="
                                + " true or ?)")
                .params(Ids.bytes(id), !rejectedOnly)
                .query(Long.class)
                .single();
    }

    // ---- areas that files of locations gave ----

    Map<String, Set<ServiceArea>> areas(String source, Collection<String> locationIds) {
        var found = new HashMap<String, Set<ServiceArea>>();
        if (locationIds.isEmpty()) {
            return found;
        }
        jdbc.sql(
                        "select location_id, area_codes from import_location_area where (source,"
                                + " location_id) in (:keys)")
                .param("keys", keys(source, locationIds))
                .query(
                        row -> {
                            found.put(row.getString(1), parseAreas(row.getString(2)));
                        });
        return found;
    }

    /** Remembers the areas; returns the keys for which something changed. */
    Set<String> rememberAreas(String source, Map<String, Set<ServiceArea>> areas) {
        Map<String, Set<ServiceArea>> standing = areas(source, areas.keySet());
        Set<String> changed =
                areas.entrySet().stream()
                        .filter(
                                entry ->
                                        !entry.getValue()
                                                .equals(
                                                        standing.getOrDefault(
                                                                entry.getKey(), Set.of())))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        if (!changed.isEmpty()) {
            jdbc.sql("delete from import_location_area where (source, location_id) in" + " (:keys)")
                    .param("keys", keys(source, changed))
                    .update();
            batches.batchUpdate(
                    "insert into import_location_area (source, location_id, area_codes) values"
                            + " (?, ?, ?)",
                    changed.stream()
                            .map(
                                    key ->
                                            new Object[] {
                                                source,
                                                key,
                                                areas.getOrDefault(key, Set.of()).stream()
                                                        .map(ServiceArea::code)
                                                        .sorted()
                                                        .collect(Collectors.joining(" "))
                                            })
                            .toList());
        }
        return changed;
    }

    // As pairs: "this source and one of these" makes H2 walk through all of the source.
    private static List<Object[]> keys(String source, Collection<String> locationIds) {
        return locationIds.stream().map(id -> new Object[] {source, id}).toList();
    }

    private static Set<ServiceArea> parseAreas(String codes) {
        var areas = new TreeSet<ServiceArea>();
        for (String code : codes.split(" ")) {
            if (!code.isEmpty()) {
                areas.add(new ServiceArea(code));
            }
        }
        return areas;
    }

    private ImportProblem problem(ResultSet row, int n) throws SQLException {
        String field = row.getString("field");
        return new ImportProblem(
                row.getLong("line_no"),
                row.getBoolean("rejected"),
                field == null ? null : ImportField.valueOf(field),
                row.getString("cell"),
                row.getString("message_key"),
                List.of(json.readValue(row.getString("arguments"), String[].class)));
    }

    private static ImportJob job(ResultSet row, int n) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        long total = row.getLong("rows_total");
        Long rowsTotal = row.wasNull() ? null : total;
        return new ImportJob(
                Ids.of(row.getBytes("id")),
                row.getString("file_name"),
                row.getString("encoding"),
                RecordKind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getBoolean("dry_run"),
                ImportJob.State.valueOf(row.getString("state")),
                rowsTotal,
                row.getLong("rows_done"),
                row.getLong("rows_created"),
                row.getLong("rows_updated"),
                row.getLong("rows_unchanged"),
                row.getLong("rows_rejected"),
                row.getLong("problems"),
                row.getString("failure"),
                row.getString("started_by"),
                row.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
