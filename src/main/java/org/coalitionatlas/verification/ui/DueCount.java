package org.coalitionatlas.verification.ui;

import java.util.List;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.verification.VerificationQueue;
import org.springframework.stereotype.Component;

/** Names on the home screen how many records are due. */
@Component
final class DueCount implements HomeWork {

    private final VerificationQueue queue;

    DueCount(VerificationQueue queue) {
        this.queue = queue;
    }

    @Override
    public List<Line> waiting() {
        long due = queue.count();
        return due == 0
                ? List.of()
                : List.of(new Line("verification.home.due", due, "verification", false));
    }
}
