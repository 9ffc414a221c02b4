package org.coalitionatlas.verification;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.coalitionatlas.directory.ServicesMerged;
import org.coalitionatlas.directory.ServicesSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is known of asking about a record speaks of the record it was merged into, until the two are
 * two again. An open request to the organization that went ends: its link would show the entry of
 * another one, and says so in words instead.
 */
@Component
class VerificationMerged {

    /** How a request ended whose organization was merged. */
    static final String OUTCOME = "MERGED";

    private static final String REQUEST = "REQUEST";
    private static final String ATTEMPT = "ATTEMPT";
    private static final String ATTEMPT_ABOUT = "ATTEMPT_ABOUT";
    private static final String WITHHELD = "WITHHELD";

    private final JdbcClient jdbc;
    private final Clock clock;

    VerificationMerged(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void follow(OrganizationsMerged merged) {
        UUID merge = merged.mergeId();
        byte[] from = Ids.bytes(merged.from().value());
        byte[] into = Ids.bytes(merged.into().value());
        for (UUID request :
                ids(
                        "select id from verification_request where organization_id = ? and"
                                + " closed_at is null",
                        from)) {
            update(
                    "update verification_request set closed_at = ?, outcome = ? where id = ?",
                    VerificationStore.utc(clock.instant()),
                    OUTCOME,
                    Ids.bytes(request));
            remember(merge, REQUEST, request);
        }
        about(merge, from, into);
        for (UUID attempt :
                ids("select id from verification_attempt where organization_id = ?", from)) {
            update(
                    "update verification_attempt set organization_id = ? where id = ?",
                    into,
                    Ids.bytes(attempt));
            remember(merge, ATTEMPT, attempt);
        }
        for (UUID record :
                ids(
                        "select distinct record_id from verification_withheld where organization_id"
                                + " = ? and record_id <> organization_id",
                        from)) {
            update(
                    "update verification_withheld set organization_id = ? where record_id = ?",
                    into,
                    Ids.bytes(record));
            remember(merge, WITHHELD, record);
        }
    }

    @EventListener
    void follow(ServicesMerged merged) {
        about(merged.mergeId(), Ids.bytes(merged.from()), Ids.bytes(merged.into()));
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        UUID merge = separated.mergeId();
        byte[] from = Ids.bytes(separated.from().value());
        for (UUID request : remembered(merge, REQUEST)) {
            update(
                    "update verification_request set closed_at = null, outcome = null where id = ?"
                            + " and outcome = ?",
                    Ids.bytes(request),
                    OUTCOME);
        }
        for (UUID attempt : remembered(merge, ATTEMPT)) {
            update(
                    "update verification_attempt set organization_id = ? where id = ?",
                    from,
                    Ids.bytes(attempt));
        }
        for (UUID record : remembered(merge, WITHHELD)) {
            update(
                    "update verification_withheld set organization_id = ? where record_id = ?",
                    from,
                    Ids.bytes(record));
        }
        backTo(merge, from);
    }

    @EventListener
    void goBack(ServicesSeparated separated) {
        backTo(separated.mergeId(), Ids.bytes(separated.from()));
    }

    private void about(UUID merge, byte[] from, byte[] into) {
        for (UUID attempt : ids("select id from verification_attempt where record_id = ?", from)) {
            update(
                    "update verification_attempt set record_id = ? where id = ?",
                    into,
                    Ids.bytes(attempt));
            remember(merge, ATTEMPT_ABOUT, attempt);
        }
    }

    private void backTo(UUID merge, byte[] from) {
        for (UUID attempt : remembered(merge, ATTEMPT_ABOUT)) {
            update(
                    "update verification_attempt set record_id = ? where id = ?",
                    from,
                    Ids.bytes(attempt));
        }
        update("delete from verification_merged where merge_id = ?", Ids.bytes(merge));
    }

    private void remember(UUID merge, String kind, UUID row) {
        update(
                "insert into verification_merged (merge_id, row_kind, row_id) values (?, ?, ?)",
                Ids.bytes(merge),
                kind,
                Ids.bytes(row));
    }

    private List<UUID> remembered(UUID merge, String kind) {
        return ids(
                "select row_id from verification_merged where merge_id = ? and row_kind = ?",
                Ids.bytes(merge),
                kind);
    }

    private List<UUID> ids(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query((row, n) -> Ids.of(row.getBytes(1))).list();
    }

    private void update(String sql, Object... parameters) {
        jdbc.sql(sql).params(parameters).update();
    }
}
