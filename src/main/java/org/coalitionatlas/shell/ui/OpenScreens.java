package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Map;
import java.util.Set;
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

    /** Screens that were told to leave and whose session ends with the next round. */
    private final Set<UI> leaving = ConcurrentHashMap.newKeySet();

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
        leaving.forEach(this::end);
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

    // Ending the session at once would end the connection before the page has heard of it, and
    // leave what it shows on the screen.
    private void close(UI ui) {
        personOfScreen.remove(ui);
        leaving.add(ui);
        try {
            ui.access(
                    () -> {
                        ui.getPage().reload();
                        ui.push();
                    });
        } catch (UIDetachedException e) {
            leaving.remove(ui);
        }
    }

    // A page that did not leave gets nothing more.
    private void end(UI ui) {
        leaving.remove(ui);
        try {
            ui.access(() -> ui.getSession().getSession().invalidate());
        } catch (UIDetachedException e) {
            // It left.
        }
    }
}
