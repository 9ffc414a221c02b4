package org.coalitionatlas.identity;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever speaks for an organization that is merged into another speaks for the other, and for the
 * first again when the merge is taken back. They see it with their next sign-in.
 */
@Component
class SpeakersMerged {

    private final JdbcClient jdbc;

    SpeakersMerged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void follow(OrganizationsMerged merged) {
        byte[] merge = Ids.bytes(merged.mergeId());
        List<UUID> people =
                jdbc.sql("select id from person where organization_id = ?")
                        .param(Ids.bytes(merged.from().value()))
                        .query((row, n) -> Ids.of(row.getBytes(1)))
                        .list();
        for (UUID person : people) {
            speakFor(person, Ids.bytes(merged.into().value()));
            jdbc.sql("insert into person_merged (merge_id, row_id) values (?,?)")
                    .params(merge, Ids.bytes(person))
                    .update();
        }
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        byte[] merge = Ids.bytes(separated.mergeId());
        jdbc.sql("select row_id from person_merged where merge_id = ?")
                .param(merge)
                .query((row, n) -> Ids.of(row.getBytes(1)))
                .list()
                .forEach(person -> speakFor(person, Ids.bytes(separated.from().value())));
        jdbc.sql("delete from person_merged where merge_id = ?").param(merge).update();
    }

    private void speakFor(UUID person, byte[] organization) {
        jdbc.sql("update person set organization_id = ?, version = version + 1 where id = ?")
                .params(organization, Ids.bytes(person))
                .update();
    }
}
