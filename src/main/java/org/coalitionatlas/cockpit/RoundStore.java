package org.coalitionatlas.cockpit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rounds and who is asked in the database. */
@Component
class RoundStore {

    private static final String ROUND =
            "r.id, r.instrument_code, r.cycle_name, r.due_on, r.round_state, r.opened_at,"
                    + " r.opened_by, r.closed_at, r.version";

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An organization asked. */
    record AskedRow(UUID id, Round round, UUID organization, @Nullable Instant remindedAt) {}

    /** All rounds, and who is asked in those looked at. */
    record Rows(List<Round> rounds, List<AskedRow> asked) {}

    void insert(Round round) {
        jdbc.sql(
                        "insert into checklist_round (id, version, instrument_code, cycle_name,"
                                + " due_on, round_state, opened_at, opened_by) values (?, ?, ?, ?,"
                                + " ?, ?, ?, ?)")
                .params(
                        Ids.bytes(round.id()),
                        round.version(),
                        round.instrumentCode(),
                        round.cycle(),
                        round.dueOn(),
                        round.state().name(),
                        utc(round.openedAt()),
                        round.openedBy())
                .update();
    }

    /** False when the organization is asked for the same already, in whatever round. */
    boolean ask(Round round, UUID organization) {
        return jdbc.sql(
                                "insert ignore into checklist_asked (id, round_id,"
                                        + " organization_id, instrument_code, cycle_name) values"
                                        + " (?, ?, ?, ?, ?)")
                        .params(
                                Ids.bytes(Ids.newId()),
                                Ids.bytes(round.id()),
                                Ids.bytes(organization),
                                round.instrumentCode(),
                                round.cycle())
                        .update()
                == 1;
    }

    Optional<Round> round(UUID id) {
        return jdbc.sql("select " + ROUND + " from checklist_round r where r.id = ?")
                .param(Ids.bytes(id))
                .query((row, n) -> round(row))
                .optional();
    }

    List<UUID> organizations(UUID round) {
        return jdbc.sql("select organization_id from checklist_asked where round_id = ?")
                .param(Ids.bytes(round))
                .query((row, n) -> Ids.of(row.getBytes(1)))
                .list();
    }

    /** False when it is no longer as the person saw it. */
    boolean update(Round round, long seen, @Nullable String closedBy) {
        Instant closedAt = round.closedAt();
        return jdbc.sql(
                                "update checklist_round set due_on = ?, round_state = ?, closed_at"
                                        + " = ?, closed_by = ?, version = version + 1 where id = ?"
                                        + " and version = ?")
                        .param(round.dueOn())
                        .param(round.state().name())
                        .param(closedAt == null ? null : utc(closedAt))
                        .param(closedBy)
                        .param(Ids.bytes(round.id()))
                        .param(seen)
                        .update()
                == 1;
    }

    /**
     * All rounds, with who is asked in the open ones, or in that one alone: one statement.
     *
     * @param only {@code null} for all that are open
     */
    Rows rows(@Nullable UUID only) {
        var rounds = new LinkedHashMap<UUID, Round>();
        var asked = new ArrayList<AskedRow>();
        jdbc.sql(
                        "select "
                                + ROUND
                                + ", a.id, a.organization_id, a.reminded_at from checklist_round r"
                                + " left join checklist_asked a on a.round_id = r.id and "
                                + (only == null ? "r.round_state = ?" : "r.id = ?")
                                + " order by r.round_state desc, r.due_on, r.opened_at, r.id")
                .param(only == null ? RoundState.OPEN.name() : Ids.bytes(only))
                .query(
                        row -> {
                            Round round = round(row);
                            rounds.putIfAbsent(round.id(), round);
                            if (row.getBytes(10) != null) {
                                asked.add(asked(row, rounds.get(round.id())));
                            }
                        });
        return new Rows(List.copyOf(rounds.values()), asked);
    }

    /** What the organization is asked in open rounds, the next due first. */
    List<AskedRow> of(UUID organization) {
        return jdbc.sql(
                        "select "
                                + ROUND
                                + ", a.id, a.organization_id, a.reminded_at from checklist_asked a"
                                + " join checklist_round r on r.id = a.round_id where"
                                + " a.organization_id = ? and r.round_state = ? order by r.due_on,"
                                + " r.id")
                .params(Ids.bytes(organization), RoundState.OPEN.name())
                .query((row, n) -> asked(row, round(row)))
                .list();
    }

    void reminded(Collection<UUID> asked, Instant at) {
        if (!asked.isEmpty()) {
            jdbc.sql("update checklist_asked set reminded_at = :at where id in (:ids)")
                    .param("at", utc(at))
                    .param("ids", asked.stream().map(Ids::bytes).toList())
                    .update();
        }
    }

    private static AskedRow asked(ResultSet row, Round round) throws SQLException {
        LocalDateTime reminded = row.getObject(12, LocalDateTime.class);
        return new AskedRow(
                Ids.of(row.getBytes(10)),
                round,
                Ids.of(row.getBytes(11)),
                reminded == null ? null : reminded.toInstant(ZoneOffset.UTC));
    }

    private static Round round(ResultSet row) throws SQLException {
        LocalDateTime closed = row.getObject(8, LocalDateTime.class);
        return new Round(
                Ids.of(row.getBytes(1)),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                RoundState.valueOf(row.getString(5)),
                row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString(7),
                closed == null ? null : closed.toInstant(ZoneOffset.UTC),
                row.getLong(9));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
