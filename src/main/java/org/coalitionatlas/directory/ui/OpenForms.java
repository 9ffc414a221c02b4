package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * Which forms are open on which record, so that two people who write into the same one both know of
 * it while they write, and not only whoever saves second. Nothing depends on it: the version of the
 * record decides what is saved, also when the other form is open in another process.
 */
@org.springframework.stereotype.Component
class OpenForms {

    private final Map<Record, List<Open>> open = new ConcurrentHashMap<>();
    private final CurrentPerson currentPerson;
    private final Clock clock;

    OpenForms(CurrentPerson currentPerson, Clock clock) {
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /** What a form is about. */
    record Record(RecordKind kind, UUID id) {}

    /**
     * What somebody at a form is told of the others.
     *
     * @param writing names of those who have the form open besides, each once
     * @param savedBy who has saved since this form was opened, last; {@code null} when nobody has
     * @param savedAt when that was
     */
    record News(List<String> writing, @Nullable String savedBy, @Nullable Instant savedAt) {}

    private final class Open {

        private final Record record;
        private final UUID person;
        private final String name;
        private final UI ui;
        private final Consumer<News> show;
        private volatile @Nullable String savedBy;
        private volatile @Nullable Instant savedAt;

        Open(Record record, SignedIn person, UI ui, Consumer<News> show) {
            this.record = record;
            this.person = person.id();
            this.name = person.name();
            this.ui = ui;
            this.show = show;
        }

        private List<Open> others() {
            return open.getOrDefault(record, List.of()).stream()
                    .filter(other -> other != this)
                    .toList();
        }

        void tell() {
            List<String> writing =
                    others().stream()
                            .filter(other -> !other.person.equals(person))
                            .map(other -> other.name)
                            .distinct()
                            .sorted()
                            .toList();
            var news = new News(writing, savedBy, savedAt);
            if (ui == UI.getCurrent()) {
                show.accept(news);
                return;
            }
            try {
                ui.access(() -> show.accept(news));
            } catch (UIDetachedException e) {
                close();
            }
        }

        void close() {
            List<Open> others = others();
            open.computeIfPresent(
                    record,
                    (key, all) -> {
                        all.remove(this);
                        return all.isEmpty() ? null : all;
                    });
            others.forEach(Open::tell);
        }

        void saved() {
            Instant now = clock.instant();
            for (Open other : others()) {
                other.savedBy = name;
                other.savedAt = now;
                other.tell();
            }
        }
    }

    /**
     * Counts the form as open while it is on a screen.
     *
     * @param show tells whoever is at the form; called in its session whenever something changes
     * @return to be run when the form has saved
     */
    Runnable besides(RecordKind kind, UUID id, Component form, Consumer<News> show) {
        var record = new Record(kind, id);
        SignedIn person = currentPerson.get();
        var current = new Open[1];
        form.addAttachListener(
                attach -> {
                    var mine = new Open(record, person, attach.getUI(), show);
                    current[0] = mine;
                    open.compute(
                            record,
                            (key, all) -> {
                                List<Open> now = all == null ? new CopyOnWriteArrayList<>() : all;
                                now.add(mine);
                                return now;
                            });
                    mine.tell();
                    mine.others().forEach(Open::tell);
                    Registration[] once = new Registration[1];
                    once[0] =
                            form.addDetachListener(
                                    detach -> {
                                        mine.close();
                                        once[0].remove();
                                    });
                });
        return () -> {
            if (current[0] != null) {
                current[0].saved();
            }
        };
    }
}
