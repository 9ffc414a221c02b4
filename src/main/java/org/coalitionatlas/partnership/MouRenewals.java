package org.coalitionatlas.partnership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.DirectoryAccess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * MOUs to be renewed: they end within {@link PartnershipState#SOON_DAYS} days, or expired within
 * the last {@link #LATE_DAYS}, and no other MOU of the same two organizations goes on. What was
 * ended on purpose is not asked about; what expired long ago is history.
 */
@Component
public class MouRenewals {

    /** Days after which an expired MOU is no longer asked about. */
    public static final int LATE_DAYS = 180;

    private static final String DUE =
            "p.agreement = 'MOU' and p.ended_on is null and p.expires_on <= :soon and p.expires_on"
                    + " > :longAgo and not exists (select 1 from partnership n where n.id <> p.id"
                    + " and n.provider_id in (p.provider_id, p.partner_id) and n.partner_id in"
                    + " (p.provider_id, p.partner_id) and n.agreement = 'MOU' and n.ended_on is"
                    + " null and n.set_aside is null and (n.expires_on is null or n.expires_on >"
                    + " :soon))";

    private final JdbcClient jdbc;
    private final OrganizationsSeen seen;
    private final DirectoryAccess access;
    private final Clock clock;

    MouRenewals(JdbcClient jdbc, OrganizationsSeen seen, DirectoryAccess access, Clock clock) {
        this.jdbc = jdbc;
        this.seen = seen;
        this.access = access;
        this.clock = clock;
    }

    /**
     * An MOU to be renewed.
     *
     * @param expiresOn first day on which it no longer holds
     */
    public record Due(
            UUID id,
            UUID providerId,
            String provider,
            UUID partnerId,
            String partner,
            LocalDate expiresOn) {}

    /** Whether an MOU with that term is to be renewed, unless another one goes on. */
    public static boolean isDue(Agreement agreement, Span span, LocalDate today) {
        LocalDate expires = span.expiresOn();
        return agreement == Agreement.MOU
                && span.endedOn() == null
                && expires != null
                && !today.plusDays(PartnershipState.SOON_DAYS).isBefore(expires)
                && expires.isAfter(today.minusDays(LATE_DAYS));
    }

    /**
     * Those the current person may renew, the earliest first: one statement for the MOUs and two
     * for who may write them. For members.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Due> due() {
        var values = new java.util.HashMap<>(seen.values());
        LocalDate today = LocalDate.now(clock);
        values.put("soon", today.plusDays(PartnershipState.SOON_DAYS));
        values.put("longAgo", today.minusDays(LATE_DAYS));
        String sql =
                "select p.id, p.provider_id, o.name, p.partner_id, q.name, p.expires_on from"
                        + " partnership p join organization o on o.id = p.provider_id join"
                        + " organization q on q.id = p.partner_id where p.set_aside is null and "
                        + DUE
                        + " and "
                        + seen.condition("o")
                        + " and "
                        + seen.condition("q")
                        + " order by p.expires_on, o.name, p.id";
        List<Due> found =
                NamedValues.of(jdbc, sql, values)
                        .query(
                                (row, n) ->
                                        new Due(
                                                Ids.of(row.getBytes(1)),
                                                Ids.of(row.getBytes(2)),
                                                row.getString(3),
                                                Ids.of(row.getBytes(4)),
                                                row.getString(5),
                                                row.getObject(6, LocalDate.class)))
                        .list();
        var ids = new ArrayList<UUID>();
        found.forEach(
                due -> {
                    ids.add(due.providerId());
                    ids.add(due.partnerId());
                });
        Set<UUID> editable = access.editable(ids);
        return found.stream()
                .filter(
                        due ->
                                editable.contains(due.providerId())
                                        || editable.contains(due.partnerId()))
                .toList();
    }
}
