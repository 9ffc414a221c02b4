package org.coalitionatlas.directory;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports that something is unsafe to show, and what each of them took out of sight. */
@Component
class UnsafeStore {

    private final JdbcClient jdbc;

    UnsafeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that is out of sight because of a report. */
    record Hold(RecordKind kind, UUID id) {}

    void add(UUID recordId, UnsafeReason reason, UUID proposal, boolean withheld, Instant now) {
        jdbc.sql(
                        "insert into unsafe_report (id, record_id, reason, proposal_id, withheld,"
                                + " reported_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.bytes(Ids.newId()),
                        Ids.bytes(recordId),
                        reason.name(),
                        Ids.bytes(proposal),
                        withheld,
                        utc(now))
                .update();
    }

    /**
     * Whether a coordinator found lately that what is said is no danger, and nothing of the
     * organization was rewritten since.
     */
    boolean isDismissed(UUID recordId, UnsafeReason reason, Instant since) {
        return count(
                        """
                        select count(*) from unsafe_report r
                        join proposal p on p.id = r.proposal_id
                        where r.record_id = ? and r.reason = ? and p.decided_at > ?
                        and p.proposal_state = 'RETURNED'
                        and not exists (select 1 from record_change c
                          where c.organization_id = p.organization_id
                          and c.changed_at > p.decided_at
                          and c.record_action in ('ADDED', 'REVISED', 'ACCEPTED', 'RESTORED',
                            'IMPORTED', 'MERGED', 'SEPARATED', 'PUT_BACK'))
                        """,
                        Ids.bytes(recordId),
                        reason.name(),
                        utc(since))
                > 0;
    }

    long hiddenSince(Instant since) {
        return count(
                "select count(*) from unsafe_report where withheld = ? and reported_at > ?",
                true,
                utc(since));
    }

    Optional<UnsafeReason> reason(UUID proposal) {
        return jdbc
                .sql("select reason from unsafe_report where proposal_id = ?")
                .param(Ids.bytes(proposal))
                .query((row, n) -> UnsafeReason.valueOf(row.getString(1)))
                .list()
                .stream()
                .findFirst();
    }

    /** Open reports whose records were left where they are. */
    Set<UUID> notHidden() {
        return Set.copyOf(
                jdbc.sql(
                                "select r.proposal_id from unsafe_report r join proposal p on p.id ="
                                        + " r.proposal_id where r.withheld = ? and"
                                        + " p.proposal_state = 'OPEN'")
                        .param(false)
                        .query((row, n) -> Ids.of(row.getBytes(1)))
                        .list());
    }

    void hold(UUID proposal, RecordKind kind, UUID id) {
        jdbc.sql("insert into unsafe_hold (proposal_id, record_kind, record_id) values (?, ?, ?)")
                .params(Ids.bytes(proposal), kind.name(), Ids.bytes(id))
                .update();
    }

    List<Hold> holds(UUID proposal) {
        return jdbc.sql(
                        "select record_kind, record_id from unsafe_hold where proposal_id = ? order"
                                + " by record_kind, record_id")
                .param(Ids.bytes(proposal))
                .query(
                        (row, n) ->
                                new Hold(
                                        RecordKind.valueOf(row.getString(1)),
                                        Ids.of(row.getBytes(2))))
                .list();
    }

    /** Whether any report that is still open keeps it out of sight. */
    boolean isHeld(UUID id) {
        return count("select count(*) from unsafe_hold where record_id = ?", Ids.bytes(id)) > 0;
    }

    /** Whether a report that is still open took the record out of sight, with others or alone. */
    boolean isHidden(UUID id) {
        return isHeld(id)
                || count(
                                "select count(*) from unsafe_report r join proposal p on p.id ="
                                        + " r.proposal_id where r.record_id = ? and r.withheld = ?"
                                        + " and p.proposal_state = 'OPEN'",
                                Ids.bytes(id),
                                true)
                        > 0;
    }

    /** No report that is still open brings the record back: another one was right. */
    void keep(UUID id) {
        jdbc.sql("delete from unsafe_hold where record_id = ?").param(Ids.bytes(id)).update();
    }

    void letGo(UUID proposal) {
        jdbc.sql("delete from unsafe_hold where proposal_id = ?")
                .param(Ids.bytes(proposal))
                .update();
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    // As Hibernate writes them; the driver would use the machine's zone.
    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
