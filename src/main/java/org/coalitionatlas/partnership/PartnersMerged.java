package org.coalitionatlas.partnership;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Partnerships and held contacts follow when two organizations become one, and go back when they
 * are two again. What would tie the merged organization to itself, and what says no more than
 * another record of the same two, is set aside until then: it stays as it was said, and no longer
 * counts.
 */
@Component
class PartnersMerged {

    /** A column that names an organization. */
    private record Column(String table, String name, String opposite) {

        String side() {
            return table + "." + name;
        }
    }

    private static final List<Column> COLUMNS =
            List.of(
                    new Column("partnership", "provider_id", "partner_id"),
                    new Column("partnership", "partner_id", "provider_id"),
                    new Column("contact_held", "provider_id", "holder_id"),
                    new Column("contact_held", "holder_id", "provider_id"));

    /** Which says no less than the moved row {@code m}: kinds, a term as long, all its words. */
    private static final String SAYS_AS_MUCH =
            "n.id <> m.id and n.set_aside is null and n.provider_id = m.provider_id and n.partner_id"
                    + " = m.partner_id and n.agreement = m.agreement and n.kind = m.kind and"
                    + " coalesce(n.ended_on, :never) = coalesce(m.ended_on, :never) and"
                    + " coalesce(n.expires_on, :never) >= coalesce(m.expires_on, :never) and"
                    + " coalesce(n.signed_on, :ever) <= coalesce(m.signed_on, :never) and"
                    + " (m.provider_role is null or m.provider_role = n.provider_role) and"
                    + " (m.partner_role is null or m.partner_role = n.partner_role) and"
                    + " (m.document is null or m.document = n.document)";

    private static final String SAME_CONTACT =
            "n.id <> m.id and n.set_aside is null and n.provider_id = m.provider_id and n.holder_id ="
                    + " m.holder_id and lower(n.held_by) = lower(m.held_by) and"
                    + " coalesce(n.contact_id, n.provider_id) = coalesce(m.contact_id,"
                    + " m.provider_id) and (m.note is null or m.note = n.note) and"
                    + " coalesce(n.ended_on, :never) = coalesce(m.ended_on, :never)";

    private final JdbcClient jdbc;

    PartnersMerged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void follow(OrganizationsMerged merged) {
        byte[] merge = Ids.bytes(merged.mergeId());
        byte[] from = Ids.bytes(merged.from().value());
        byte[] into = Ids.bytes(merged.into().value());
        for (Column column : COLUMNS) {
            setAsideWithItself(column, merge, from, into);
            List<UUID> rows =
                    jdbc.sql(
                                    "select id from "
                                            + column.table
                                            + " where set_aside is null and "
                                            + column.name
                                            + " = ?")
                            .param(from)
                            .query((row, n) -> Ids.of(row.getBytes(1)))
                            .list();
            for (UUID row : rows) {
                name(column, row, into);
                jdbc.sql("insert into partnership_merged (merge_id, row_id, side) values (?,?,?)")
                        .params(merge, Ids.bytes(row), column.side())
                        .update();
            }
        }
        setDoublesAside(merge, "partnership", SAYS_AS_MUCH);
        setDoublesAside(merge, "contact_held", SAME_CONTACT);
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        byte[] merge = Ids.bytes(separated.mergeId());
        byte[] from = Ids.bytes(separated.from().value());
        for (Column column : COLUMNS) {
            jdbc.sql("select row_id from partnership_merged where merge_id = ? and side = ?")
                    .params(merge, column.side())
                    .query((row, n) -> Ids.of(row.getBytes(1)))
                    .list()
                    .forEach(row -> name(column, row, from));
        }
        for (String table : List.of("partnership", "contact_held")) {
            jdbc.sql(
                            "update "
                                    + table
                                    + " set set_aside = null, version = version + 1 where set_aside"
                                    + " = ?")
                    .param(merge)
                    .update();
        }
        jdbc.sql("delete from partnership_merged where merge_id = ?").param(merge).update();
    }

    private void setAsideWithItself(Column column, byte[] merge, byte[] from, byte[] into) {
        jdbc.sql(
                        "update "
                                + column.table
                                + " set set_aside = ?, version = version + 1 where set_aside is null"
                                + " and "
                                + column.name
                                + " = ? and "
                                + column.opposite
                                + " = ?")
                .params(merge, from, into)
                .update();
    }

    // One by one: of two that say the same, the first set aside is what the second is kept for.
    private void setDoublesAside(byte[] merge, String table, String asMuch) {
        jdbc.sql(
                        "select distinct row_id from partnership_merged where merge_id = ? and side"
                                + " like ? order by row_id")
                .params(merge, table + ".%")
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(row -> setDoubleAside(merge, row, table, asMuch));
    }

    private void setDoubleAside(byte[] merge, byte[] moved, String table, String asMuch) {
        if (find(moved, table, asMuch, "m").isPresent()) {
            setAside(merge, moved, table);
            return;
        }
        // The other way round: what stood there says no more than what came.
        find(moved, table, asMuch, "n").ifPresent(less -> setAside(merge, less, table));
    }

    /** A row that says as much as the moved one ({@code m}), or no more than it ({@code n}). */
    private Optional<byte[]> find(byte[] moved, String table, String asMuch, String as) {
        String other = as.equals("m") ? "n" : "m";
        return NamedValues.of(
                        jdbc,
                        "select %1$s.id from %2$s n, %2$s m where %3$s.id = :moved and m.set_aside is null and %4$s order by %1$s.id limit 1"
                                .formatted(other, table, as, asMuch),
                        java.util.Map.of(
                                "moved", moved,
                                "never", java.time.LocalDate.of(9999, 12, 31),
                                "ever", java.time.LocalDate.of(1000, 1, 1)))
                .query((row, n) -> row.getBytes(1))
                .list()
                .stream()
                .findFirst();
    }

    private void setAside(byte[] merge, byte[] row, String table) {
        jdbc.sql("update " + table + " set set_aside = ?, version = version + 1 where id = ?")
                .params(merge, row)
                .update();
    }

    private void name(Column column, UUID row, byte[] organization) {
        jdbc.sql(
                        "update "
                                + column.table
                                + " set "
                                + column.name
                                + " = ?, version = version + 1 where id = ?")
                .params(organization, Ids.bytes(row))
                .update();
    }
}
