package org.coalitionatlas.mail.ui;

import java.util.List;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.mail.MailState;
import org.coalitionatlas.mail.Outbox;
import org.springframework.stereotype.Component;

/** Tells administrators on the home screen that messages could not be sent. */
@Component
final class FailedMail implements HomeWork {

    private final Outbox outbox;
    private final CurrentPerson currentPerson;

    FailedMail(Outbox outbox, CurrentPerson currentPerson) {
        this.outbox = outbox;
        this.currentPerson = currentPerson;
    }

    @Override
    public List<Line> waiting() {
        if (!currentPerson.find().map(SignedIn::isAdministrator).orElse(false)) {
            return List.of();
        }
        long failed = outbox.counts().getOrDefault(MailState.FAILED, 0L);
        return failed == 0
                ? List.of()
                : List.of(new Line("mail.home.failed", failed, "admin/mail", true));
    }
}
