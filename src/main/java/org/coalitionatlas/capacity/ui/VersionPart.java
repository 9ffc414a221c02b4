package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Moved;
import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.ResponseVerb;
import org.coalitionatlas.capacity.Stamp;

/**
 * Another version of the checklist: what would change before somebody goes on in it, and what has
 * changed until somebody has read it.
 */
final class VersionPart extends Composite<Div> {

    private final OnScreen screen;
    private final transient ResponseServices services;
    private final transient Consumer<Boolean> done;

    /**
     * @param done shows the response as it now stands; told whether its version changed
     */
    VersionPart(OnScreen screen, ResponseServices services, Consumer<Boolean> done) {
        this.screen = screen;
        this.services = services;
        this.done = done;
        getContent().addClassName("response-banner");
        if (!screen.may(ResponseVerb.FILL_IN)) {
            return;
        }
        former().ifPresent(from -> hasChanged(between(from, screen.instrument())));
        Instrument newest = services.instruments().latest(screen.instrument().code());
        if (newest.version() > screen.instrument().version()) {
            wouldChange(between(screen.instrument(), newest));
        }
    }

    private Moved between(Instrument from, Instrument to) {
        return Moved.between(from, to, screen.sheet().given());
    }

    private Optional<Instrument> former() {
        ResponseHead head = screen.sheet().head();
        return Optional.ofNullable(head.movedFrom())
                .flatMap(from -> services.instruments().find(head.instrumentCode(), from));
    }

    private void wouldChange(Moved moved) {
        ResponseWords words = screen.words();
        int to = moved.to().version();
        UUID id = screen.id();
        getContent()
                .add(
                        new Paragraph(
                                words.text("response.version.newer", moved.from().version(), to)),
                        list("response.version.changes", moved, false),
                        button(
                                "response.version.move",
                                to,
                                () -> services.responses().moveToVersion(id, to),
                                true));
    }

    private void hasChanged(Moved moved) {
        Stamp read = screen.sheet().head().moveRead();
        NativeDetails list = list("response.version.changed", moved, true);
        getContent().add(list);
        if (read == null) {
            UUID id = screen.id();
            getContent()
                    .add(
                            button(
                                    "response.version.read",
                                    moved.to().version(),
                                    () -> services.responses().readMove(id),
                                    false));
            return;
        }
        list.setOpen(false);
        getContent()
                .add(
                        new Paragraph(
                                screen.words()
                                        .text(
                                                "response.version.readBy",
                                                screen.words().stamp(read))));
    }

    private NativeDetails list(String key, Moved moved, boolean linked) {
        var list =
                new NativeDetails(
                        screen.words().text(key, moved.from().version(), moved.to().version()),
                        new VersionChanges(screen, moved, linked));
        list.setOpen(true);
        return list;
    }

    private Component button(String key, int version, Runnable work, boolean moves) {
        ResponseWords words = screen.words();
        var problem = new Paragraph();
        problem.addClassName("place-problem");
        problem.getElement().setAttribute("role", "alert");
        var button = new Button(words.text(key, version));
        button.setDisableOnClick(true);
        button.addClickListener(
                click -> {
                    var kept =
                            ResponseKeeper.attempt(
                                    () -> {
                                        work.run();
                                        return true;
                                    });
                    button.setEnabled(true);
                    if (kept.problem() == null) {
                        done.accept(moves);
                    } else {
                        problem.setText(kept.problem());
                    }
                });
        return new Div(button, problem);
    }
}
