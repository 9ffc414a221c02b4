package org.coalitionatlas.capacity;

import static org.coalitionatlas.capacity.RowValues.marks;
import static org.coalitionatlas.capacity.RowValues.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Responses without their answers in the database. Whoever changes a response takes {@link #lock}
 * first: the changes of one response then happen one after the other, each with its number.
 */
@Component
class ResponseStore {

    /** The columns of a response, told apart from others by {@code r}. */
    static final String HEAD =
            "r.id, r.organization_id, r.instrument_code, r.instrument_version,"
                    + " r.moved_from_version, r.cycle_name, r.response_state, r.result_shared,"
                    + " r.narratives_shared, r.opened_by, r.opened_at, r.submitted_by,"
                    + " r.submitted_at, r.reviewed_by, r.reviewed_at, r.closed_by, r.closed_at,"
                    + " r.saved_by, r.saved_at, r.move_read_by, r.move_read_at,"
                    + " r.opened_by_coordinator, r.change_number";

    /** How many they are. */
    static final int COLUMNS_OF_HEAD = 23;

    private static final String TABLE = "capacity_response";
    private static final String SELECT = "select " + HEAD + " from " + TABLE + " r";

    private final JdbcClient jdbc;

    ResponseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ResponseHead head) {
        new RowValues()
                .with("id", head.id())
                .with("organization_id", head.organization())
                .with("instrument_code", head.instrumentCode())
                .with("instrument_version", head.instrumentVersion())
                .with("cycle_name", head.cycle())
                .with("response_state", head.state())
                .with("result_shared", head.resultShared())
                .with("narratives_shared", head.narrativesShared())
                .with("opened", head.opened())
                .with("opened_by_coordinator", head.openedByCoordinator())
                .with("change_number", head.changes())
                .insertInto(jdbc, TABLE);
    }

    /** Counts a change and holds the response until the transaction ends; false when it is gone. */
    boolean lock(UUID id) {
        return jdbc.sql(
                                "update capacity_response set change_number = change_number + 1"
                                        + " where id = ?")
                        .param(Ids.bytes(id))
                        .update()
                == 1;
    }

    /** The same for an answer, which also is the last one saved. */
    boolean lockToAnswer(UUID id, Stamp saved) {
        return jdbc.sql(
                                "update capacity_response set change_number = change_number + 1,"
                                        + " saved_at = ?, saved_by = ? where id = ?")
                        .params(utc(saved.at()), saved.by(), Ids.bytes(id))
                        .update()
                == 1;
    }

    Optional<ResponseHead> head(UUID id) {
        return jdbc.sql(SELECT + " where r.id = ?")
                .param(Ids.bytes(id))
                .query((row, n) -> head(row))
                .optional();
    }

    Optional<ResponseHead> head(UUID organization, String instrument, String cycle) {
        return jdbc.sql(
                        SELECT
                                + " where r.organization_id = ? and r.instrument_code = ? and"
                                + " r.cycle_name = ?")
                .params(Ids.bytes(organization), instrument, cycle)
                .query((row, n) -> head(row))
                .optional();
    }

    /** The latest first, by the day it was opened: a cycle may have any name. */
    List<ResponseHead> ofOrganization(UUID organization) {
        return jdbc.sql(
                        SELECT
                                + " where r.organization_id = ? order by r.opened_at desc,"
                                + " r.cycle_name desc, r.id")
                .param(Ids.bytes(organization))
                .query((row, n) -> head(row))
                .list();
    }

    List<ResponseHead> ofOrganizations(Collection<UUID> organizations) {
        return organizations.isEmpty()
                ? List.of()
                : jdbc.sql(
                                SELECT
                                        + " where r.organization_id in ("
                                        + marks(organizations.size())
                                        + ")")
                        .params(organizations.stream().map(Ids::bytes).toList())
                        .query((row, n) -> head(row))
                        .list();
    }

    /** The responses to an instrument in a cycle. */
    List<ResponseHead> all(String instrument, String cycle) {
        return jdbc.sql(SELECT + " where r.instrument_code = ? and r.cycle_name = ? order by r.id")
                .params(instrument, cycle)
                .query((row, n) -> head(row))
                .list();
    }

    /** When an organization opened its response in a cycle. */
    record Opened(UUID organization, String cycle, Instant at) {}

    /** Who opened a response to the instrument, in which cycle and when. */
    List<Opened> opened(String instrument) {
        return jdbc.sql(
                        "select organization_id, cycle_name, opened_at from capacity_response"
                                + " where instrument_code = ?")
                .param(instrument)
                .query(
                        (row, n) ->
                                new Opened(
                                        Ids.of(row.getBytes(1)),
                                        row.getString(2),
                                        RowReading.instant(row, 3)))
                .list();
    }

    /** How often each of the responses was changed; asked every second while somebody looks. */
    Map<UUID, Long> changes(Collection<UUID> ids) {
        var changes = new HashMap<UUID, Long>();
        if (ids.isEmpty()) {
            return changes;
        }
        jdbc.sql(
                        "select id, change_number from capacity_response where id in ("
                                + marks(ids.size())
                                + ")")
                .params(ids.stream().map(Ids::bytes).toList())
                .query(
                        row -> {
                            changes.put(Ids.of(row.getBytes(1)), row.getLong(2));
                        });
        return changes;
    }

    /**
     * @param done what was done to it, as the columns that keep who and when begin; {@code null}
     *     when none do
     */
    void move(UUID id, ResponseState state, @Nullable String done, Stamp by) {
        var values = new RowValues().with("response_state", state);
        if (done != null) {
            values.with(done, by);
        }
        values.update(jdbc, TABLE, id);
    }

    void share(UUID id, boolean result, boolean narratives) {
        new RowValues()
                .with("result_shared", result)
                .with("narratives_shared", narratives)
                .update(jdbc, TABLE, id);
    }

    /** What changed between the two is to be read again. */
    void moveToVersion(UUID id, int from, int to) {
        new RowValues()
                .with("moved_from_version", from)
                .with("instrument_version", to)
                .with("move_read", (Stamp) null)
                .update(jdbc, TABLE, id);
    }

    void readMove(UUID id, Stamp read) {
        new RowValues().with("move_read", read).update(jdbc, TABLE, id);
    }

    /** Reads the columns of {@link #HEAD}, which come first. */
    static ResponseHead head(ResultSet row) throws SQLException {
        int moved = row.getInt(5);
        return new ResponseHead(
                Ids.of(row.getBytes(1)),
                Ids.of(row.getBytes(2)),
                row.getString(3),
                row.getInt(4),
                moved == 0 ? null : moved,
                row.getString(6),
                ResponseState.valueOf(row.getString(7)),
                row.getBoolean(8),
                row.getBoolean(9),
                Objects.requireNonNull(RowReading.stamp(row, 10)),
                RowReading.stamp(row, 12),
                RowReading.stamp(row, 14),
                RowReading.stamp(row, 16),
                RowReading.stamp(row, 18),
                RowReading.stamp(row, 20),
                row.getBoolean(22),
                row.getLong(23));
    }
}
