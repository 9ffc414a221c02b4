package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.coalitionatlas.capacity.ResponseChanges;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells open screens when somebody else answered, wherever that was: one query a second for all
 * responses open in this process, none when there are none. Screens do not ask by themselves, which
 * would keep a session alive that nobody uses.
 */
@Component
final class OpenResponses {

    private static final Logger LOG = LoggerFactory.getLogger(OpenResponses.class);

    /** A screen that shows a response. */
    interface Screen {

        UUID response();

        /** The count of changes it has shown. */
        long seen();

        /** Shows what came since; within the screen's session. */
        void catchUp();
    }

    private final Map<UI, Screen> screens = new ConcurrentHashMap<>();
    private final ResponseChanges changes;

    OpenResponses(ResponseChanges changes) {
        this.changes = changes;
    }

    void add(UI ui, Screen screen) {
        screens.put(ui, screen);
    }

    void remove(UI ui, Screen screen) {
        screens.remove(ui, screen);
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        Map<UI, Screen> open = Map.copyOf(screens);
        if (open.isEmpty()) {
            return;
        }
        Map<UUID, Long> counts;
        try {
            counts =
                    changes.of(
                            open.values().stream()
                                    .map(Screen::response)
                                    .collect(Collectors.toSet()));
        } catch (DataAccessException e) {
            LOG.debug("The database is away; open responses are looked at again later", e);
            return;
        }
        open.forEach(
                (ui, screen) -> {
                    if (counts.getOrDefault(screen.response(), 0L) > screen.seen()) {
                        tell(ui, screen);
                    }
                });
    }

    private void tell(UI ui, Screen screen) {
        try {
            ui.access(screen::catchUp);
        } catch (UIDetachedException e) {
            screens.remove(ui, screen);
        }
    }
}
