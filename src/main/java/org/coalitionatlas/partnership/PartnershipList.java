package org.coalitionatlas.partnership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.DirectoryAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Partnerships and contacts held, as the current person may know of them: only between
 * organizations they may see. A page costs the same few statements however much there is.
 */
@Component
public class PartnershipList {

    private static final String PARTNERSHIPS =
            " from partnership p join organization o on o.id = p.provider_id join organization q on"
                    + " q.id = p.partner_id where p.set_aside is null and ";

    private static final String CONTACTS =
            " from contact_held h join organization o on o.id = h.provider_id join organization q"
                    + " on q.id = h.holder_id left join contact c on c.id = h.contact_id and"
                    + " c.organization_id = h.provider_id where h.set_aside is null and ";

    private static final String IN_FORCE =
            "(p.signed_on is null or p.signed_on <= :today) and (p.expires_on is null or"
                    + " p.expires_on > :today) and (p.ended_on is null or p.ended_on > :today)";

    private static final String CURRENT = "(h.ended_on is null or h.ended_on > :today)";

    private final JdbcClient jdbc;
    private final OrganizationsSeen seen;
    private final DirectoryAccess access;
    private final MouRenewals renewals;
    private final Clock clock;

    PartnershipList(
            JdbcClient jdbc,
            OrganizationsSeen seen,
            DirectoryAccess access,
            MouRenewals renewals,
            Clock clock) {
        this.jdbc = jdbc;
        this.seen = seen;
        this.access = access;
        this.renewals = renewals;
        this.clock = clock;
    }

    /** What a list shows. */
    public enum Show {
        ALL,
        IN_FORCE,
        ENDS_SOON,
        /** What {@link MouRenewals} asks the current person about. */
        RENEW,
        EXPIRED,
        ENDED,
        CONTACTS,
        /** Contacts of providers that hang on one person. */
        FRAGILE,
        ENDED_CONTACTS;

        /** Whether it shows contacts held rather than partnerships. */
        public boolean isContacts() {
            return compareTo(CONTACTS) >= 0;
        }
    }

    /**
     * What is wanted.
     *
     * @param organization one of the two organizations, or {@code null} for any
     * @param kind of partnership, or {@code null} for any; contacts have none
     */
    public record Wanted(Show show, @Nullable UUID organization, @Nullable PartnershipKind kind) {

        /** Everything of that sort. */
        public static Wanted all(Show show) {
            return new Wanted(show, null, null);
        }

        /** Everything of that sort in which the organization takes part. */
        public static Wanted of(Show show, UUID organization) {
            return new Wanted(show, organization, null);
        }
    }

    /**
     * A partnership to be shown.
     *
     * @param document address of the signed paper; {@code null} too for members of neither side
     * @param endReason why it ended; {@code null} too for members of neither side
     * @param statedBy the person who recorded it; {@code null} when that was not kept
     * @param formerTerms the latest last
     * @param fragile whether the coalition's contact with the provider hangs on one person
     * @param mayWrite whether the current person may change it
     */
    public record Line(
            UUID id,
            long version,
            UUID providerId,
            String provider,
            UUID partnerId,
            String partner,
            Set<PartnershipKind> kinds,
            Agreement agreement,
            Span span,
            @Nullable String document,
            Side stated,
            @Nullable String statedBy,
            @Nullable Instant statedAt,
            @Nullable String providerRole,
            @Nullable String partnerRole,
            @Nullable String endReason,
            @Nullable String endedBy,
            List<FormerTerm> formerTerms,
            boolean fragile,
            boolean mayWrite) {

        /** The name of the organization that says so. */
        public String stating() {
            return stated == Side.PROVIDER ? provider : partner;
        }
    }

    /**
     * A contact held, to be shown.
     *
     * @param contactId whom they know, even when the reader may not know their name
     * @param contact name of the person at the provider; {@code null} when the directory does not
     *     have them or the reader may not know of them
     * @param note how to reach them; {@code null} too for members of neither side
     * @param endReason why it ended; {@code null} too for members of neither side
     * @param left whether the person they know is no longer there
     * @param fragile whether the coalition's contact with the provider hangs on one person
     */
    public record Held(
            UUID id,
            long version,
            UUID providerId,
            String provider,
            UUID holderId,
            String holder,
            String heldBy,
            @Nullable UUID contactId,
            @Nullable String contact,
            boolean left,
            @Nullable String note,
            @Nullable LocalDate since,
            @Nullable LocalDate confirmedOn,
            @Nullable String confirmedBy,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            @Nullable String endedBy,
            boolean fragile,
            boolean mayWrite) {

        /** Whether it is over on that day. */
        public boolean endedBefore(LocalDate day) {
            return endedOn != null && !day.isBefore(endedOn);
        }
    }

    /** How many there are of each sort. */
    public record Figures(Map<Show, Long> counts) {

        /** How many. */
        public long of(Show show) {
            return counts.getOrDefault(show, 0L);
        }
    }

    /** A page of partnerships, by name; what ends, by its day. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Line> partnerships(Wanted wanted, int offset, int limit) {
        var values = values();
        String sql =
                "select p.*, o.name as provider, q.name as partner"
                        + PARTNERSHIPS
                        + where(wanted, values)
                        + " order by "
                        + (byDay(wanted.show()) ? "p.expires_on, " : "")
                        + "o.name, q.name, p.id limit :limit offset :offset";
        values.put("limit", limit);
        values.put("offset", offset);
        List<Line> lines = NamedValues.of(jdbc, sql, values).query(PartnershipList::line).list();
        return completed(lines);
    }

    /** The partnership, if the current person may know of it. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Optional<Line> partnership(UUID id) {
        var values = values();
        String sql =
                "select p.*, o.name as provider, q.name as partner"
                        + PARTNERSHIPS
                        + both()
                        + " and p.id = :id";
        values.put("id", Ids.bytes(id));
        return completed(NamedValues.of(jdbc, sql, values).query(PartnershipList::line).list())
                .stream()
                .findFirst();
    }

    /** A page of contacts held, by name. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Held> contacts(Wanted wanted, int offset, int limit) {
        var values = values();
        Set<UUID> fragile = fragile();
        String sql =
                contactColumns()
                        + CONTACTS
                        + whereHeld(wanted, fragile, values)
                        + " order by o.name, q.name, h.held_by, h.id limit :limit offset :offset";
        values.put("limit", limit);
        values.put("offset", offset);
        return held(sql, values, fragile);
    }

    /** The contact held, if the current person may know of it. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Optional<Held> contact(UUID id) {
        var values = values();
        values.put("id", Ids.bytes(id));
        String sql = contactColumns() + CONTACTS + both() + " and h.id = :id";
        return held(sql, values, fragile()).stream().findFirst();
    }

    /** How many partnerships or contacts there are like that. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public long count(Wanted wanted) {
        var values = values();
        String sql =
                "select count(*)"
                        + (wanted.show().isContacts()
                                ? CONTACTS + whereHeld(wanted, fragile(), values)
                                : PARTNERSHIPS + where(wanted, values));
        return NamedValues.of(jdbc, sql, values).query(Long.class).single();
    }

    /** How many there are of each sort: a few statements. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Figures figures() {
        var values = values();
        var counts = new HashMap<Show, Long>();
        String sql =
                "select count(*) as a"
                        + sum(Show.IN_FORCE)
                        + sum(Show.ENDS_SOON)
                        + sum(Show.EXPIRED)
                        + sum(Show.ENDED)
                        + PARTNERSHIPS
                        + both();
        NamedValues.of(jdbc, sql, values)
                .query(
                        row -> {
                            counts.put(Show.ALL, row.getLong(1));
                            int column = 2;
                            for (Show show :
                                    List.of(
                                            Show.IN_FORCE,
                                            Show.ENDS_SOON,
                                            Show.EXPIRED,
                                            Show.ENDED)) {
                                counts.put(show, row.getLong(column++));
                            }
                        });
        counts.put(Show.RENEW, (long) renewals.due().size());
        Set<UUID> fragile = fragile();
        String held =
                "select h.provider_id, case when "
                        + CURRENT
                        + " then 1 else 0 end"
                        + CONTACTS
                        + both();
        NamedValues.of(jdbc, held, values)
                .query(
                        row -> {
                            boolean current = row.getInt(2) == 1;
                            counts.merge(
                                    current ? Show.CONTACTS : Show.ENDED_CONTACTS, 1L, Long::sum);
                            if (current && fragile.contains(Ids.of(row.getBytes(1)))) {
                                counts.merge(Show.FRAGILE, 1L, Long::sum);
                            }
                        });
        return new Figures(counts);
    }

    /** Whether the coalition's contact with the provider hangs on one person. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public boolean isFragile(UUID provider) {
        return Fragility.isFragile(
                jdbc.sql(
                                "select h.provider_id, h.holder_id, h.held_by from contact_held h"
                                        + " where h.set_aside is null and h.provider_id = :provider"
                                        + " and "
                                        + CURRENT)
                        .param("provider", Ids.bytes(provider))
                        .param("today", today())
                        .query(PartnershipList::hold)
                        .list());
    }

    /** Providers whom the coalition reaches only through one person at one member. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Set<UUID> fragileProviders() {
        return fragile();
    }

    // The rule is Fragility's alone; three narrow columns of what a coalition holds are soon read.
    private Set<UUID> fragile() {
        return Fragility.fragileProviders(
                jdbc.sql(
                                "select h.provider_id, h.holder_id, h.held_by from contact_held h"
                                        + " where h.set_aside is null and "
                                        + CURRENT)
                        .param("today", today())
                        .query(PartnershipList::hold)
                        .list());
    }

    private static Fragility.Hold hold(ResultSet row, int number) throws SQLException {
        return new Fragility.Hold(
                Ids.of(row.getBytes(1)), Ids.of(row.getBytes(2)), row.getString(3));
    }

    private static boolean byDay(Show show) {
        return show == Show.ENDS_SOON || show == Show.RENEW || show == Show.EXPIRED;
    }

    private String where(Wanted wanted, Map<String, Object> values) {
        var where = new StringBuilder(both()).append(" and ").append(condition(wanted.show()));
        if (wanted.show() == Show.RENEW) {
            List<byte[]> due = renewals.due().stream().map(d -> Ids.bytes(d.id())).toList();
            where.append(due.isEmpty() ? " and 1 = 0" : " and p.id in (:due)");
            values.put("due", due);
        }
        if (wanted.organization() != null) {
            where.append(" and (p.provider_id = :organization or p.partner_id = :organization)");
            values.put("organization", Ids.bytes(wanted.organization()));
        }
        if (wanted.kind() != null) {
            where.append(" and concat(' ', p.kind, ' ') like :kind");
            values.put("kind", "% " + wanted.kind().name() + " %");
        }
        return where.toString();
    }

    private static String condition(Show show) {
        return switch (show) {
            case IN_FORCE -> "(" + IN_FORCE + ")";
            case ENDS_SOON ->
                    "(" + IN_FORCE + " and (p.expires_on <= :soon or p.ended_on <= :soon))";
            case EXPIRED ->
                    "(p.expires_on <= :today and (p.ended_on is null or p.ended_on > :today))";
            case ENDED -> "(p.ended_on <= :today)";
            default -> "1 = 1";
        };
    }

    private static String sum(Show show) {
        return ", sum(case when " + condition(show) + " then 1 else 0 end)";
    }

    private String whereHeld(Wanted wanted, Set<UUID> fragile, Map<String, Object> values) {
        var where = new StringBuilder(both()).append(" and ");
        where.append(wanted.show() == Show.ENDED_CONTACTS ? "not " + CURRENT : CURRENT);
        if (wanted.show() == Show.FRAGILE) {
            where.append(fragile.isEmpty() ? " and 1 = 0" : " and h.provider_id in (:fragile)");
            values.put("fragile", fragile.stream().map(Ids::bytes).toList());
        }
        if (wanted.organization() != null) {
            where.append(" and (h.provider_id = :organization or h.holder_id = :organization)");
            values.put("organization", Ids.bytes(wanted.organization()));
        }
        return where.toString();
    }

    private String both() {
        return seen.condition("o") + " and " + seen.condition("q");
    }

    private Map<String, Object> values() {
        var values = new HashMap<>(seen.values());
        LocalDate today = today();
        values.put("today", today);
        values.put("soon", today.plusDays(PartnershipState.SOON_DAYS));
        return values;
    }

    private String contactColumns() {
        return "select h.*, o.name as provider, q.name as holder, case when "
                + seen.contactCondition("c")
                + " then c.name end as contact, c.retired_at is not null as contact_left";
    }

    private List<Held> held(String sql, Map<String, Object> values, Set<UUID> fragile) {
        List<Held> lines = NamedValues.of(jdbc, sql, values).query(PartnershipList::held).list();
        var ids = new ArrayList<UUID>();
        lines.forEach(
                line -> {
                    ids.add(line.providerId());
                    ids.add(line.holderId());
                });
        Set<UUID> editable = access.editable(ids);
        return lines.stream()
                .map(
                        h -> {
                            boolean mine =
                                    editable.contains(h.providerId)
                                            || editable.contains(h.holderId);
                            boolean inside = mine || seen.isCoordinating();
                            return new Held(
                                    h.id,
                                    h.version,
                                    h.providerId,
                                    h.provider,
                                    h.holderId,
                                    h.holder,
                                    h.heldBy,
                                    h.contactId,
                                    h.contact,
                                    h.left,
                                    inside ? h.note : null,
                                    h.since,
                                    h.confirmedOn,
                                    h.confirmedBy,
                                    h.endedOn,
                                    inside ? h.endReason : null,
                                    h.endedBy,
                                    fragile.contains(h.providerId),
                                    mine);
                        })
                .toList();
    }

    // Other members learn that two work together, for what and until when; the document itself is
    // between the two.
    private static FormerTerm outside(FormerTerm term) {
        return new FormerTerm(
                term.agreement(),
                term.signedOn(),
                term.expiresOn(),
                null,
                term.replacedAt(),
                term.replacedBy());
    }

    private List<Line> completed(List<Line> lines) {
        if (lines.isEmpty()) {
            return lines;
        }
        var ids = new ArrayList<UUID>();
        lines.forEach(
                line -> {
                    ids.add(line.providerId());
                    ids.add(line.partnerId());
                });
        Set<UUID> editable = access.editable(ids);
        Set<UUID> fragile = fragile();
        Map<UUID, List<FormerTerm>> terms = terms(lines.stream().map(Line::id).toList());
        return lines.stream()
                .map(
                        p -> {
                            boolean mine =
                                    editable.contains(p.providerId)
                                            || editable.contains(p.partnerId);
                            boolean inside = mine || seen.isCoordinating();
                            return new Line(
                                    p.id,
                                    p.version,
                                    p.providerId,
                                    p.provider,
                                    p.partnerId,
                                    p.partner,
                                    p.kinds,
                                    p.agreement,
                                    p.span,
                                    inside ? p.document : null,
                                    p.stated,
                                    p.statedBy,
                                    p.statedAt,
                                    p.providerRole,
                                    p.partnerRole,
                                    inside ? p.endReason : null,
                                    p.endedBy,
                                    terms.getOrDefault(p.id, List.of()).stream()
                                            .map(term -> inside ? term : outside(term))
                                            .toList(),
                                    fragile.contains(p.providerId),
                                    mine);
                        })
                .toList();
    }

    private Map<UUID, List<FormerTerm>> terms(Collection<UUID> ids) {
        var terms = new HashMap<UUID, List<FormerTerm>>();
        jdbc.sql(
                        "select * from partnership_term where partnership_id in (:ids) order by"
                                + " partnership_id, term_order")
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query(
                        row -> {
                            terms.computeIfAbsent(
                                            Ids.of(row.getBytes("partnership_id")),
                                            id -> new ArrayList<>())
                                    .add(
                                            new FormerTerm(
                                                    Agreement.valueOf(row.getString("agreement")),
                                                    day(row, "signed_on"),
                                                    day(row, "expires_on"),
                                                    row.getString("document"),
                                                    row.getObject(
                                                                    "replaced_at",
                                                                    LocalDateTime.class)
                                                            .toInstant(ZoneOffset.UTC),
                                                    row.getString("replaced_by")));
                        });
        return terms;
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        LocalDateTime stated = row.getObject("stated_at", LocalDateTime.class);
        return new Line(
                Ids.of(row.getBytes("id")),
                row.getLong("version"),
                Ids.of(row.getBytes("provider_id")),
                row.getString("provider"),
                Ids.of(row.getBytes("partner_id")),
                row.getString("partner"),
                PartnershipKind.read(row.getString("kind")),
                Agreement.valueOf(row.getString("agreement")),
                new Span(day(row, "signed_on"), day(row, "expires_on"), day(row, "ended_on")),
                row.getString("document"),
                Side.valueOf(row.getString("stated_side")),
                row.getString("stated_by"),
                stated == null ? null : stated.toInstant(ZoneOffset.UTC),
                row.getString("provider_role"),
                row.getString("partner_role"),
                row.getString("end_reason"),
                row.getString("ended_by"),
                List.of(),
                false,
                false);
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        byte @Nullable [] contact = row.getBytes("contact_id");
        return new Held(
                Ids.of(row.getBytes("id")),
                row.getLong("version"),
                Ids.of(row.getBytes("provider_id")),
                row.getString("provider"),
                Ids.of(row.getBytes("holder_id")),
                row.getString("holder"),
                row.getString("held_by"),
                contact == null ? null : Ids.of(contact),
                row.getString("contact"),
                row.getBoolean("contact_left"),
                row.getString("note"),
                day(row, "held_since"),
                day(row, "confirmed_on"),
                row.getString("confirmed_by"),
                day(row, "ended_on"),
                row.getString("end_reason"),
                row.getString("ended_by"),
                false,
                false);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
