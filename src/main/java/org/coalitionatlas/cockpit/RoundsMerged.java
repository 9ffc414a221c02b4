package org.coalitionatlas.cockpit;

import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an organization that is merged into another was asked, the other is asked; where both were
 * asked for the same, the other's stands and this one stays with its own, out of sight, until the
 * merge is taken back.
 */
@Component
class RoundsMerged {

    private final JdbcClient jdbc;

    RoundsMerged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void follow(OrganizationsMerged merged) {
        byte[] into = Ids.bytes(merged.into().value());
        jdbc.sql(
                        "select a.id from checklist_asked a left join checklist_asked o on"
                                + " o.organization_id = ? and o.instrument_code ="
                                + " a.instrument_code and o.cycle_name = a.cycle_name where"
                                + " a.organization_id = ? and o.id is null")
                .params(into, Ids.bytes(merged.from().value()))
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(
                        id -> {
                            belongTo(id, into);
                            jdbc.sql(
                                            "insert into checklist_asked_merged (merge_id, row_id)"
                                                    + " values (?, ?)")
                                    .params(Ids.bytes(merged.mergeId()), id)
                                    .update();
                        });
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        byte[] merge = Ids.bytes(separated.mergeId());
        jdbc.sql("select row_id from checklist_asked_merged where merge_id = ?")
                .param(merge)
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(id -> belongTo(id, Ids.bytes(separated.from().value())));
        jdbc.sql("delete from checklist_asked_merged where merge_id = ?").param(merge).update();
    }

    private void belongTo(byte[] id, byte[] organization) {
        jdbc.sql("update checklist_asked set organization_id = ? where id = ?")
                .params(organization, id)
                .update();
    }
}
