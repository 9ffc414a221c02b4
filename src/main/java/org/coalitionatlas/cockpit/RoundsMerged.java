package org.coalitionatlas.cockpit;

import java.util.List;
import org.coalitionatlas.common.FollowingRows;
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

    private final FollowingRows rows;

    RoundsMerged(JdbcClient jdbc) {
        rows =
                new FollowingRows(
                        jdbc,
                        "checklist_asked",
                        "organization_id",
                        "",
                        List.of("instrument_code", "cycle_name"));
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
