package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.VaadinSession;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.coalitionatlas.identity.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes the open screens of people whose account was disabled. Requests are turned away by the
 * security configuration; a screen that only receives pushes makes none, so it is looked after
 * here.
 */
@Component
final class OpenScreens {

    private static final Logger LOG = LoggerFactory.getLogger(OpenScreens.class);

    private final Map<UI, UUID> personOfScreen = new ConcurrentHashMap<>();
    private final Accounts accounts;

    OpenScreens(Accounts accounts) {
        this.accounts = accounts;
    }

    void add(UI ui, UUID person) {
        personOfScreen.put(ui, person);
        ui.addDetachListener(detached -> personOfScreen.remove(ui));
    }

    @Scheduled(fixedDelay = 2_000)
    void closeThoseOfDisabledPeople() {
        // What opens while the database answers waits for the next round.
        Map<UI, UUID> asked;
        Set<UUID> enabled;
        try {
            asked = Map.copyOf(personOfScreen);
            enabled = accounts.enabledAmong(Set.copyOf(asked.values()));
        } catch (DataAccessException e) {
            LOG.debug("The database is away; open screens are looked at again later", e);
            return;
        }
        asked.forEach(
                (ui, person) -> {
                    if (!enabled.contains(person)) {
                        close(ui);
                    }
                });
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
