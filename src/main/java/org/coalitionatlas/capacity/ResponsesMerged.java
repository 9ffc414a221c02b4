package org.coalitionatlas.capacity;

import java.util.List;
import org.coalitionatlas.common.FollowingRows;
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

    private final FollowingRows rows;

    ResponsesMerged(JdbcClient jdbc) {
        rows =
                new FollowingRows(
                        jdbc,
                        "capacity_response",
                        "organization_id",
                        "change_number",
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
