package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.LocalDate;
import java.util.Objects;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.coalitionatlas.cockpit.Figures;
import org.coalitionatlas.cockpit.Round;
import org.coalitionatlas.cockpit.Rounds;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;

/** A round: when it is due, how many have answered, and what can be done with it. */
final class RoundCard extends Composite<Section> {

    RoundCard(
            Round round,
            Figures figures,
            LocalDate today,
            boolean mayChange,
            Rounds rounds,
            CockpitWords words,
            Runnable refresh) {
        String title = words.title(round);
        getContent().addClassNames("card", "cockpit-round");
        getContent()
                .add(
                        new H3(new Anchor(CockpitNavigation.round(round.id()), title)),
                        due(round, today, words),
                        new Paragraph(
                                words.text(
                                        "cockpit.round.answered",
                                        figures.answered(),
                                        figures.asked(),
                                        figures.percent())),
                        new Paragraph(
                                words.text(
                                        "cockpit.round.opened",
                                        round.openedBy(),
                                        words.when(round.openedAt(), today))));
        var verbs = new Div();
        verbs.addClassNames("cockpit-verbs", "no-print");
        if (round.isOpen()) {
            verbs.add(
                    button(
                            "cockpit.ask",
                            title,
                            words,
                            () -> RoundDialog.asking(words, rounds, round, refresh).open()));
        }
        if (mayChange && round.isOpen()) {
            verbs.add(
                    button(
                            "cockpit.reschedule",
                            title,
                            words,
                            () ->
                                    RoundDialog.rescheduling(words, rounds, round, today, refresh)
                                            .open()),
                    button(
                            "cockpit.close",
                            title,
                            words,
                            () -> close(round, rounds, words, refresh)));
        } else if (mayChange) {
            verbs.add(
                    button(
                            "cockpit.reopen",
                            title,
                            words,
                            () -> {
                                if (Verbs.run(() -> rounds.reopen(round.id(), round.version()))) {
                                    Notices.done("cockpit.reopened", title);
                                }
                                refresh.run();
                            }));
        } else {
            getContent().add(new Paragraph(words.text("cockpit.round.others")));
        }
        getContent().add(verbs);
    }

    private static Paragraph due(Round round, LocalDate today, CockpitWords words) {
        String text;
        if (round.isOpen()) {
            text =
                    words.text(
                            round.isOverdue(today) ? "cockpit.due.was" : "cockpit.due.is",
                            words.when(round.dueOn(), today));
        } else {
            text =
                    words.text(
                            "cockpit.round.closed",
                            words.when(Objects.requireNonNull(round.closedAt()), today));
        }
        var due = new Paragraph(text);
        if (round.isOverdue(today)) {
            due.addClassName("cockpit-late");
        }
        return due;
    }

    private static void close(Round round, Rounds rounds, CockpitWords words, Runnable refresh) {
        if (Verbs.run(() -> rounds.close(round.id(), round.version()))) {
            Notices.undoable(
                    "cockpit.closed",
                    () -> {
                        Verbs.run(() -> rounds.reopen(round.id(), round.version() + 1));
                        refresh.run();
                    },
                    words.title(round));
        }
        refresh.run();
    }

    private static Button button(String key, String title, CockpitWords words, Runnable work) {
        var button = new Button(words.text(key), click -> work.run());
        button.setAriaLabel(words.text("cockpit.verb.named", words.text(key), title));
        return button;
    }
}
