package org.coalitionatlas.demand;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.ServicesMerged;
import org.coalitionatlas.directory.ServicesSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A service that was merged into another is known to whoever knew it: the other is no news to them.
 * Taken back with the merge.
 */
@Component
class MatchesMerged {

    private final JdbcClient jdbc;

    MatchesMerged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void follow(ServicesMerged merged) {
        byte[] from = Ids.bytes(merged.from());
        byte[] into = Ids.bytes(merged.into());
        List<UUID> searches =
                jdbc.sql(
                                "select m.search_id from saved_search_match m where m.service_id ="
                                        + " ? and not exists (select 1 from saved_search_match k"
                                        + " where k.search_id = m.search_id and k.service_id = ?)")
                        .params(from, into)
                        .query((row, n) -> Ids.of(row.getBytes(1)))
                        .list();
        for (UUID search : searches) {
            jdbc.sql(
                            "insert into saved_search_match (search_id, service_id, state, mailed,"
                                    + " found_at) select search_id, ?, state, mailed, found_at from"
                                    + " saved_search_match where search_id = ? and service_id = ?")
                    .params(into, Ids.bytes(search), from)
                    .update();
            jdbc.sql("insert into saved_search_merged (merge_id, search_id) values (?, ?)")
                    .params(Ids.bytes(merged.mergeId()), Ids.bytes(search))
                    .update();
        }
    }

    @EventListener
    void goBack(ServicesSeparated separated) {
        byte[] merge = Ids.bytes(separated.mergeId());
        List<UUID> searches =
                jdbc.sql("select search_id from saved_search_merged where merge_id = ?")
                        .param(merge)
                        .query((row, n) -> Ids.of(row.getBytes(1)))
                        .list();
        for (UUID search : searches) {
            jdbc.sql("delete from saved_search_match where search_id = ? and service_id = ?")
                    .params(Ids.bytes(search), Ids.bytes(separated.into()))
                    .update();
        }
        jdbc.sql("delete from saved_search_merged where merge_id = ?").param(merge).update();
    }
}
