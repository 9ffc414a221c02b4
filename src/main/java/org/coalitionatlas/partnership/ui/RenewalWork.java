package org.coalitionatlas.partnership.ui;

import java.util.List;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.partnership.MouRenewals;
import org.coalitionatlas.partnership.PartnershipList.Show;
import org.coalitionatlas.partnership.PartnershipNavigation;
import org.springframework.stereotype.Component;

/** Names MOUs to be renewed on the home screen. */
@Component
class RenewalWork implements HomeWork {

    private final MouRenewals renewals;

    RenewalWork(MouRenewals renewals) {
        this.renewals = renewals;
    }

    @Override
    public List<Line> waiting() {
        int due = renewals.due().size();
        return due == 0
                ? List.of()
                : List.of(
                        new Line(
                                "partnership.home",
                                due,
                                PartnershipNavigation.list(Show.RENEW),
                                false));
    }
}
