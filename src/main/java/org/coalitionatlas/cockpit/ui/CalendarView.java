package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.coalitionatlas.cockpit.CountyStanding;
import org.coalitionatlas.cockpit.DueCalendar;
import org.coalitionatlas.cockpit.DueCalendar.Due;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;

/** Due dates month by month, as a list that reads and prints well, and as a file. */
@Route(CockpitNavigation.CALENDAR)
@PermitAll
@Menu(title = "cockpit.calendar", order = 2.8, icon = "vaadin:calendar")
@StyleSheet("portal-cockpit.css")
final class CalendarView extends Composite<Div> implements HasDynamicTitle {

    private final transient CockpitWords words;
    private final LocalDate today;
    private final boolean member;

    CalendarView(DueCalendar calendar, CurrentPerson currentPerson, CockpitWords words) {
        this.words = words;
        this.today = calendar.today();
        this.member = currentPerson.get().role() == Role.MEMBER;
        getContent().addClassName("cockpit");
        getContent()
                .add(
                        new H1(getPageTitle()),
                        new Paragraph(
                                getTranslation(
                                        member
                                                ? "cockpit.calendar.text.member"
                                                : "cockpit.calendar.text")));
        List<Due> dates = calendar.dates();
        if (dates.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    getTranslation("cockpit.calendar.none"),
                                    getTranslation(
                                            member
                                                    ? "cockpit.calendar.none.member"
                                                    : "cockpit.calendar.none.hint")));
            return;
        }
        var file = new Anchor(CockpitNavigation.FILE, getTranslation("cockpit.calendar.file"));
        file.getElement().setAttribute("download", true);
        file.setRouterIgnore(true);
        var ways = new Div(file, words.print());
        ways.addClassNames("cockpit-ways", "no-print");
        getContent().add(ways, new Paragraph(getTranslation("cockpit.calendar.file.text")));
        dates.stream()
                .collect(
                        Collectors.groupingBy(
                                due -> YearMonth.from(due.on()), TreeMap::new, Collectors.toList()))
                .forEach((month, of) -> getContent().add(month(month, of)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("cockpit.calendar");
    }

    private Component month(YearMonth month, List<Due> dates) {
        var list = new UnorderedList();
        list.addClassName("cockpit-month");
        dates.forEach(due -> list.add(item(due)));
        return new Section(new H2(name(month)), list);
    }

    private String name(YearMonth month) {
        Locale locale = words.locale();
        String name =
                DateTimeFormatter.ofPattern(getTranslation("cockpit.calendar.month"), locale)
                        .format(month);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    private ListItem item(Due due) {
        var when = new Span(words.when(due.on(), today));
        when.addClassName("cockpit-when");
        var item = new ListItem(when, new Anchor(path(due), title(due)));
        if (due.figures() != null) {
            item.add(
                    new Span(
                            getTranslation(
                                    "cockpit.calendar.answered",
                                    due.figures().answered(),
                                    due.figures().asked())));
        } else if (due.county() != null) {
            item.add(
                    new Span(
                            getTranslation(
                                    "cockpit.calendar.assessed",
                                    due.county().assessed(),
                                    CountyStanding.NEEDS)));
        }
        if (isLate(due)) {
            var late = new Span(getTranslation("cockpit.show.overdue"));
            late.addClassName("cockpit-late");
            item.add(late);
        }
        return item;
    }

    private boolean isLate(Due due) {
        return due.on().isBefore(today) && (due.figures() == null || due.figures().overdue() > 0);
    }

    private String title(Due due) {
        return due.round() != null
                ? words.title(due.round())
                : words.title(Objects.requireNonNull(due.county()));
    }

    private String path(Due due) {
        if (due.round() == null) {
            return AssessmentNavigation.worksheet(
                    Objects.requireNonNull(due.county()).county().fips());
        }
        if (!member) {
            return CockpitNavigation.round(due.round().id());
        }
        return due.response() == null
                ? CapacityNavigation.OVERVIEW
                : CapacityNavigation.response(due.response());
    }
}
