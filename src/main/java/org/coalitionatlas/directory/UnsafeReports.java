package org.coalitionatlas.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what anybody reports as unsafe. To be hidden at once is what makes a report useful, and
 * what makes it worth abusing: the same complaint does not hide a record again soon after a
 * coordinator has looked at it, and in one hour only so many records are hidden at all. Every
 * report comes to the top of the queue, hidden or not.
 */
@Component
public class UnsafeReports {

    /** So long a coordinator's look counts. */
    static final Duration LOOKED_AT = Duration.ofDays(30);

    private final Proposals proposals;
    private final JdbcClient jdbc;
    private final SuggestionLimits limits;
    private final Clock clock;

    UnsafeReports(Proposals proposals, JdbcClient jdbc, SuggestionLimits limits, Clock clock) {
        this.proposals = proposals;
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Keeps the report and, as a rule, hides the record. Open to everybody; whoever calls limits
     * how often one person may, and takes only records its reader sees.
     *
     * @param said what the queue shows as the reason
     * @return whether the record was hidden
     */
    @Transactional
    @PreAuthorize("permitAll()")
    public boolean report(
            RecordKind kind, UUID recordId, UnsafeReason reason, String said, Proposer by) {
        Instant now = clock.instant();
        boolean withhold =
                !isLookedAt(recordId, reason, now.minus(LOOKED_AT))
                        && hiddenSince(now.minus(Duration.ofHours(1))) < limits.hiddenPerHour();
        UUID proposal = proposals.reportUnsafe(kind, recordId, said, by, withhold);
        jdbc.sql(
                        "insert into unsafe_report (id, record_id, reason, proposal_id, withheld,"
                                + " reported_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.bytes(Ids.newId()),
                        Ids.bytes(recordId),
                        reason.name(),
                        Ids.bytes(proposal),
                        withhold,
                        utc(now))
                .update();
        return withhold;
    }

    private boolean isLookedAt(UUID recordId, UnsafeReason reason, Instant since) {
        return count(
                        "select count(*) from unsafe_report r join proposal p on p.id ="
                                + " r.proposal_id where r.record_id = ? and r.reason = ? and"
                                + " p.decided_at > ? and p.proposal_state in ('APPROVED', 'RETURNED')",
                        Ids.bytes(recordId),
                        reason.name(),
                        utc(since))
                > 0;
    }

    private long hiddenSince(Instant since) {
        return count(
                "select count(*) from unsafe_report where withheld = ? and reported_at > ?",
                true,
                utc(since));
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    // As Hibernate writes them; the driver would use the machine's zone.
    private static LocalDateTime utc(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
