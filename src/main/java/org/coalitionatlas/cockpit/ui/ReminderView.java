package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.coalitionatlas.cockpit.DueCalendar;
import org.coalitionatlas.cockpit.Reminders;
import org.coalitionatlas.cockpit.Reminders.About;
import org.coalitionatlas.cockpit.Reminders.Choice;
import org.coalitionatlas.cockpit.Reminders.Letter;
import org.coalitionatlas.cockpit.Reminders.Wanted;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;
import org.coalitionatlas.geography.Geography;
import org.jspecify.annotations.Nullable;

/** Reminders: whom, what they will read, who gets none and why, and what went out before. */
@Route(CockpitNavigation.REMINDERS)
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@StyleSheet("portal-cockpit.css")
final class ReminderView extends Composite<Div> implements HasDynamicTitle {

    private final transient Reminders reminders;
    private final transient CockpitWords words;
    private final Select<Choice> choice = new Select<>();
    private final Select<Subject> about = new Select<>();
    private final ReminderPreview preview;
    private final ReminderHistory history;

    /** A line of the choice what to remind of. */
    private record Subject(String label, About about, @Nullable UUID round) {}

    ReminderView(
            Reminders reminders, DueCalendar calendar, Geography geography, CockpitWords words) {
        this.reminders = reminders;
        this.words = words;
        LocalDate today = calendar.today();
        this.preview = new ReminderPreview(words, today, this::send);
        this.history = new ReminderHistory(words, geography, today);
        getContent().addClassName("cockpit");
        getContent()
                .add(
                        new Anchor(CockpitNavigation.COCKPIT, getTranslation("cockpit.back")),
                        new H1(getPageTitle()),
                        new Paragraph(getTranslation("cockpit.reminders.text")),
                        choices(calendar),
                        preview,
                        history);
        look();
        history.show(reminders.history());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("cockpit.reminders");
    }

    private Component choices(DueCalendar calendar) {
        choice.setLabel(getTranslation("cockpit.choice"));
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(one -> getTranslation("cockpit.choice." + one));
        choice.setValue(Choice.OVERDUE);
        choice.addValueChangeListener(change -> look());
        var subjects = new ArrayList<Subject>();
        for (About one : About.values()) {
            subjects.add(new Subject(getTranslation("cockpit.about." + one), one, null));
        }
        calendar.dates().stream()
                .map(DueCalendar.Due::round)
                .flatMap(Stream::ofNullable)
                .forEach(
                        round ->
                                subjects.add(
                                        new Subject(
                                                getTranslation(
                                                        "cockpit.filter.round.one",
                                                        words.title(round),
                                                        words.day(round.dueOn())),
                                                About.CHECKLISTS,
                                                round.id())));
        about.setLabel(getTranslation("cockpit.about"));
        about.setItems(subjects);
        about.setItemLabelGenerator(Subject::label);
        about.setValue(subjects.getFirst());
        about.addValueChangeListener(change -> look());
        var filters = new Div(choice, about);
        filters.addClassNames("cockpit-filters", "no-print");
        return filters;
    }

    private Wanted wanted() {
        Subject subject = about.getValue();
        return new Wanted(choice.getValue(), subject.about(), subject.round());
    }

    private void look() {
        preview.show(reminders.preview(wanted()));
    }

    private void send(List<Letter> letters) {
        var people = letters.stream().map(Letter::person).toList();
        Verbs.run(
                () -> {
                    int sent = reminders.send(wanted(), people);
                    if (sent == letters.size()) {
                        Notices.done("cockpit.sent", sent);
                    } else {
                        Notices.problem("cockpit.sent.some", sent, letters.size() - sent);
                    }
                });
        look();
        history.show(reminders.history());
    }
}
