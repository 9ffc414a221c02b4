package org.coalitionatlas.partnership;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Partnerships and held contacts follow when two organizations become one, and go back when they
 * are two again. What would tie the merged organization to itself stays as it was said.
 */
@Component
class PartnersMerged {

    /** A column that names an organization. */
    private record Side(String table, String column, String opposite) {

        String name() {
            return table + "." + column;
        }
    }

    private static final List<Side> SIDES =
            List.of(
                    new Side("partnership", "provider_id", "partner_id"),
                    new Side("partnership", "partner_id", "provider_id"),
                    new Side("contact_held", "provider_id", "holder_id"),
                    new Side("contact_held", "holder_id", "provider_id"));

    private final JdbcClient jdbc;

    PartnersMerged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void follow(OrganizationsMerged merged) {
        byte[] merge = Ids.bytes(merged.mergeId());
        byte[] from = Ids.bytes(merged.from().value());
        byte[] into = Ids.bytes(merged.into().value());
        for (Side side : SIDES) {
            List<UUID> rows =
                    jdbc.sql(
                                    "select id from "
                                            + side.table
                                            + " where "
                                            + side.column
                                            + " = ? and "
                                            + side.opposite
                                            + " <> ?")
                            .params(from, into)
                            .query((row, n) -> Ids.of(row.getBytes(1)))
                            .list();
            for (UUID row : rows) {
                name(side, row, into);
                jdbc.sql("insert into partnership_merged (merge_id, row_id, side) values (?,?,?)")
                        .params(merge, Ids.bytes(row), side.name())
                        .update();
            }
        }
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        byte[] merge = Ids.bytes(separated.mergeId());
        byte[] from = Ids.bytes(separated.from().value());
        for (Side side : SIDES) {
            jdbc.sql("select row_id from partnership_merged where merge_id = ? and side = ?")
                    .params(merge, side.name())
                    .query((row, n) -> Ids.of(row.getBytes(1)))
                    .list()
                    .forEach(row -> name(side, row, from));
        }
        jdbc.sql("delete from partnership_merged where merge_id = ?").param(merge).update();
    }

    private void name(Side side, UUID row, byte[] organization) {
        jdbc.sql("update " + side.table + " set " + side.column + " = ? where id = ?")
                .params(organization, Ids.bytes(row))
                .update();
    }
}
