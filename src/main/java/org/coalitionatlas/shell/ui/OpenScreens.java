package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinSession;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.coalitionatlas.identity.Accounts;
import org.coalitionatlas.identity.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes the open screens of people whose account was closed or got another password, and draws
 * those anew whose owner got another role, organization or counties. Requests are held to the
 * account by the security configuration; a screen that only receives pushes makes none, so it is
 * looked after here.
 */
@Component
final class OpenScreens {

    private static final Logger LOG = LoggerFactory.getLogger(OpenScreens.class);

    private final Map<UI, SignedIn> personOfScreen = new ConcurrentHashMap<>();
    private final Accounts accounts;

    OpenScreens(Accounts accounts) {
        this.accounts = accounts;
    }

    void add(UI ui, SignedIn person) {
        personOfScreen.put(ui, person);
        ui.addDetachListener(detached -> personOfScreen.remove(ui));
    }

    @Scheduled(fixedDelay = 2_000)
    void holdToAccounts() {
        // What opens while the database answers waits for the next round.
        Map<UI, SignedIn> asked;
        Map<UUID, SignedIn> standing;
        try {
            asked = Map.copyOf(personOfScreen);
            standing =
                    accounts.standingOf(
                            asked.values().stream().map(SignedIn::id).collect(Collectors.toSet()));
        } catch (DataAccessException e) {
            LOG.debug("The database is away; open screens are looked at again later", e);
            return;
        }
        asked.forEach(
                (ui, before) -> {
                    SignedIn now = standing.get(before.id());
                    if (now == null || !now.hasPasswordOf(before)) {
                        close(ui);
                    } else if (now.hasOtherRightsThan(before)) {
                        drawAnew(ui);
                    }
                });
    }

    private void drawAnew(UI ui) {
        personOfScreen.remove(ui);
        try {
            ui.access(
                    () -> {
                        ui.getPage().reload();
                        ui.push();
                    });
        } catch (UIDetachedException e) {
            // Already closed by the person.
        }
    }

    private void close(UI ui) {
        personOfScreen.remove(ui);
        try {
            ui.access(
                    () -> {
                        VaadinSession session = ui.getSession();
                        ui.getPage().reload();
                        ui.push();
                        session.getSession().invalidate();
                    });
        } catch (UIDetachedException e) {
            // Already closed by the person.
        }
    }
}
