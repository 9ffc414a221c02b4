package org.coalitionatlas.identity;

import java.util.List;
import org.coalitionatlas.common.FollowingRows;
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

    private final FollowingRows rows;

    SpeakersMerged(JdbcClient jdbc) {
        rows = new FollowingRows(jdbc, "person", "organization_id", "version", List.of());
    }

    @EventListener
    void follow(OrganizationsMerged merged) {
        rows.follow(merged);
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        rows.goBack(separated);
    }
}
