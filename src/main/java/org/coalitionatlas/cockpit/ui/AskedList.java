package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.cockpit.Asked;
import org.coalitionatlas.cockpit.Figures;
import org.coalitionatlas.cockpit.Picture;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.common.ui.StackingTable;

/** The organizations behind the figures. */
final class AskedList extends Composite<Div> {

    private static final int PAGE = 50;

    private final Picture picture;
    private final CockpitWords words;

    /** How much of what it is asked in the rounds looked at an organization has answered. */
    private final Map<UUID, Figures> rates;

    AskedList(Picture picture, CockpitQuery query, CockpitWords words, Consumer<CockpitQuery> go) {
        this.picture = picture;
        this.words = words;
        this.rates =
                picture.asked().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Asked::organization,
                                        Collectors.collectingAndThen(
                                                Collectors.toList(), Figures::of)));
        List<Asked> found = picture.asked().stream().filter(query::isShown).toList();
        getContent().setId("list");
        String title = words.text("cockpit.list");
        getContent().add(new H2(title));
        if (found.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    words.text("cockpit.list.none"),
                                    words.text("cockpit.list.none.hint")));
            return;
        }
        getContent().add(new Paragraph(words.text("cockpit.list.count", found.size())));
        var table =
                new StackingTable(
                        title,
                        words.text("cockpit.organization"),
                        words.text("cockpit.checklist"),
                        words.text("cockpit.counties"),
                        words.text("cockpit.state"),
                        words.text("cockpit.due"),
                        words.text("cockpit.reminded"));
        int pages = (found.size() + PAGE - 1) / PAGE;
        int page = Math.min(query.page(), pages);
        found.stream().skip((long) (page - 1) * PAGE).limit(PAGE).forEach(one -> row(table, one));
        getContent().add(table);
        if (pages > 1) {
            getContent().add(pager(page, pages, query, go));
        }
        // A figure was followed: what it opens comes into sight.
        if (!query.show().isEmpty()) {
            getElement().executeJs("setTimeout(() => this.scrollIntoView({block: 'start'}), 0)");
        }
    }

    private void row(StackingTable table, Asked asked) {
        String standing = words.text("cockpit.show." + asked.state());
        String state =
                asked.putOff() == 0
                        ? standing
                        : words.text("cockpit.putOff", standing, asked.putOff());
        Component how =
                asked.response() == null
                        ? new Span(state)
                        : new Anchor(CapacityNavigation.response(asked.response()), state);
        var cell = new Div(how);
        if (asked.hasNeverAnswered()) {
            cell.add(mark("cockpit.show.never", "cockpit-mark"));
        }
        var due = new Div(new Span(words.when(asked.round().dueOn(), picture.today())));
        if (asked.isOverdue()) {
            due.add(mark("cockpit.show.overdue", "cockpit-late"));
        }
        table.row(
                asked.isOverdue() ? "late" : null,
                named(asked),
                new Span(words.title(asked.round())),
                new Span(words.where(asked)),
                cell,
                due,
                new Span(
                        asked.remindedAt() == null
                                ? words.text("cockpit.reminded.never")
                                : words.when(asked.remindedAt(), picture.today())));
    }

    private Component named(Asked asked) {
        var name =
                new Div(
                        new Anchor(
                                AssessmentNavigation.provider(asked.organization()), asked.name()));
        Figures rate = rates.get(asked.organization());
        if (rate != null && rate.asked() > 1) {
            var said =
                    new Div(
                            new Span(
                                    words.text(
                                            "cockpit.organization.rate",
                                            rate.answered(),
                                            rate.asked(),
                                            rate.percent())));
            said.addClassName("cockpit-mark");
            name.add(said);
        }
        return name;
    }

    private Component mark(String key, String className) {
        var mark = new Div(new Span(words.text(key)));
        mark.addClassName(className);
        return mark;
    }

    private Component pager(int page, int pages, CockpitQuery query, Consumer<CockpitQuery> go) {
        var previous =
                new Button(
                        words.text("cockpit.page.previous"),
                        click -> go.accept(query.withPage(page - 1)));
        previous.setEnabled(page > 1);
        var next =
                new Button(
                        words.text("cockpit.page.next"),
                        click -> go.accept(query.withPage(page + 1)));
        next.setEnabled(page < pages);
        var pager = new Div(previous, new Span(words.text("cockpit.page.of", page, pages)), next);
        pager.addClassNames("cockpit-ways", "no-print");
        return pager;
    }
}
