package org.coalitionatlas.capacity;

import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Responses of an organization that is merged into another become the other's. Where both have one
 * to the same instrument in the same cycle, the other's stands and this one stays with its own, out
 * of sight, until the merge is taken back.
 */
@Component
class ResponsesMerged {

    private final JdbcClient jdbc;

    ResponsesMerged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void follow(OrganizationsMerged merged) {
        byte[] into = Ids.bytes(merged.into().value());
        jdbc.sql(
                        "select r.id from capacity_response r left join capacity_response o on"
                                + " o.organization_id = ? and o.instrument_code ="
                                + " r.instrument_code and o.cycle_name = r.cycle_name where"
                                + " r.organization_id = ? and o.id is null")
                .params(into, Ids.bytes(merged.from().value()))
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(
                        id -> {
                            belongTo(id, into);
                            jdbc.sql(
                                            "insert into capacity_response_merged (merge_id,"
                                                    + " row_id) values (?, ?)")
                                    .params(Ids.bytes(merged.mergeId()), id)
                                    .update();
                        });
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        byte[] merge = Ids.bytes(separated.mergeId());
        jdbc.sql("select row_id from capacity_response_merged where merge_id = ?")
                .param(merge)
                .query((row, n) -> row.getBytes(1))
                .list()
                .forEach(id -> belongTo(id, Ids.bytes(separated.from().value())));
        jdbc.sql("delete from capacity_response_merged where merge_id = ?").param(merge).update();
    }

    private void belongTo(byte[] id, byte[] organization) {
        jdbc.sql(
                        "update capacity_response set organization_id = ?, change_number ="
                                + " change_number + 1 where id = ?")
                .params(organization, id)
                .update();
    }
}
