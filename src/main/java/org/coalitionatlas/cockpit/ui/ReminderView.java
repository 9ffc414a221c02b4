package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.coalitionatlas.cockpit.DueCalendar;
import org.coalitionatlas.cockpit.Reminders;
import org.coalitionatlas.cockpit.Reminders.About;
import org.coalitionatlas.cockpit.Reminders.Choice;
import org.coalitionatlas.cockpit.Reminders.Letter;
import org.coalitionatlas.cockpit.Reminders.Preview;
import org.coalitionatlas.cockpit.Reminders.Wanted;
import org.coalitionatlas.cockpit.Reminders.Why;
import org.coalitionatlas.cockpit.Reminders.Withheld;
import org.coalitionatlas.cockpit.SentReminder;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.jspecify.annotations.Nullable;

/** Reminders: whom, what they will read, who gets none and why, and what went out before. */
@Route(CockpitNavigation.REMINDERS)
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@StyleSheet("portal-cockpit.css")
final class ReminderView extends Composite<Div> implements HasDynamicTitle {

    private final transient Reminders reminders;
    private final transient CockpitWords words;
    private final transient Geography geography;
    private final LocalDate today;
    private final Select<Choice> choice = new Select<>();
    private final Select<Subject> about = new Select<>();
    private final Div preview = new Div();
    private final Div history = new Div();

    /** A line of the choice what to remind of. */
    private record Subject(String label, About about, @Nullable UUID round) {}

    ReminderView(
            Reminders reminders, DueCalendar calendar, Geography geography, CockpitWords words) {
        this.reminders = reminders;
        this.words = words;
        this.geography = geography;
        this.today = calendar.today();
        preview.addClassName("cockpit-preview");
        preview.getElement().setAttribute("aria-live", "polite");
        getContent().addClassName("cockpit");
        getContent()
                .add(
                        new Anchor(CockpitNavigation.COCKPIT, getTranslation("cockpit.back")),
                        new H1(getPageTitle()),
                        new Paragraph(getTranslation("cockpit.reminders.text")),
                        choices(calendar),
                        preview,
                        new H2(getTranslation("cockpit.history")),
                        history);
        look();
        showHistory();
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
        Preview found = reminders.preview(wanted());
        preview.removeAll();
        if (found.letters().isEmpty() && found.withheld().isEmpty()) {
            preview.add(
                    new EmptyState(
                            getTranslation("cockpit.preview.none"),
                            getTranslation("cockpit.preview.none.hint")));
            return;
        }
        preview.add(
                new H2(getTranslation("cockpit.preview")),
                new Paragraph(
                        getTranslation(
                                "cockpit.preview.count",
                                found.letters().size(),
                                found.withheld().size())));
        if (!found.letters().isEmpty()) {
            var send =
                    new Button(
                            getTranslation("cockpit.send", found.letters().size()),
                            click -> confirm(found.letters()));
            send.addThemeVariants(ButtonVariant.PRIMARY);
            send.addClassName("no-print");
            preview.add(send, new H3(getTranslation("cockpit.preview.letters")));
            found.letters().forEach(letter -> preview.add(letter(letter)));
            preview.add(new Paragraph(getTranslation("cockpit.preview.stop")));
        }
        for (Why why : Why.values()) {
            List<Withheld> of = found.withheld().stream().filter(w -> w.why() == why).toList();
            if (!of.isEmpty()) {
                preview.add(new H3(getTranslation("cockpit.why." + why, of.size())), withheld(of));
            }
        }
    }

    private Component letter(Letter letter) {
        var subject = new Paragraph(letter.subject());
        subject.addClassName("cockpit-subject");
        var text = new Div(letter.text().replace("{atlas}", ""));
        text.addClassName("cockpit-letter");
        var content = new Div(subject, text);
        content.getElement().setAttribute("lang", letter.locale().getLanguage());
        return new Details(
                getTranslation(
                        "cockpit.preview.to",
                        letter.name(),
                        getTranslation("cockpit.language." + letter.locale().getLanguage()),
                        letter.of().size()),
                content);
    }

    private Component withheld(List<Withheld> of) {
        var list = new UnorderedList();
        of.forEach(
                one ->
                        list.add(
                                new ListItem(
                                        one.since() == null
                                                ? one.name()
                                                : getTranslation(
                                                        "cockpit.preview.since",
                                                        one.name(),
                                                        words.when(one.since(), today)))));
        return list;
    }

    private void confirm(List<Letter> letters) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("cockpit.send.title", letters.size()));
        dialog.setWidth("min(34rem, 96vw)");
        dialog.add(
                new Paragraph(
                        getTranslation(
                                "cockpit.send.text",
                                letters.stream()
                                        .limit(20)
                                        .map(Letter::name)
                                        .collect(Collectors.joining(", ")),
                                Math.max(0, letters.size() - 20))));
        var send =
                new Button(
                        getTranslation("cockpit.send", letters.size()),
                        click -> {
                            dialog.close();
                            send(letters);
                        });
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        dialog.getFooter()
                .add(new Button(getTranslation("common.cancel"), click -> dialog.close()), send);
        dialog.open();
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
        showHistory();
    }

    private void showHistory() {
        history.removeAll();
        List<SentReminder> sent = reminders.history();
        if (sent.isEmpty()) {
            history.add(
                    new EmptyState(
                            getTranslation("cockpit.history.none"),
                            getTranslation("cockpit.history.none.hint")));
            return;
        }
        var table =
                new Table(
                        getTranslation("cockpit.history"),
                        getTranslation("cockpit.history.to"),
                        getTranslation("cockpit.history.at"),
                        getTranslation("cockpit.history.by"),
                        getTranslation("cockpit.history.of"));
        sent.forEach(
                one ->
                        table.row(
                                null,
                                new Span(one.person()),
                                new Span(words.when(one.at(), today)),
                                new Span(one.by()),
                                items(one)));
        history.add(table);
    }

    private Component items(SentReminder sent) {
        var list = new UnorderedList();
        sent.of().forEach(item -> list.add(new ListItem(named(item))));
        return list;
    }

    private String named(SentReminder.Item item) {
        if (item.instrument() != null && item.name() != null) {
            return getTranslation(
                    "cockpit.mail.of", words.titled(item.instrument(), item.cycle()), item.name());
        }
        String fips = item.county() == null ? "" : item.county();
        return getTranslation(
                "cockpit.county.titled",
                geography.county(fips).map(County::nameWithState).orElse(fips),
                item.cycle());
    }
}
