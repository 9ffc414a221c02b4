package org.coalitionatlas.assessment;

import java.util.List;
import org.coalitionatlas.common.FollowingRows;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Invitations follow their provider into the organization it is merged into, and come back with it:
 * the link then shows the rows of whoever the provider has become.
 */
@Component
class InvitationsMerged {

    private final FollowingRows rows;

    InvitationsMerged(JdbcClient jdbc) {
        rows = new FollowingRows(jdbc, "assessment_invitation", "provider_id", "", List.of());
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
