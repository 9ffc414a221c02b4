package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import org.coalitionatlas.cockpit.SentReminder;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.common.ui.StackingTable;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;

/** Which reminders went out, by whom and about what. */
final class ReminderHistory extends Composite<Div> {

    private final transient CockpitWords words;
    private final transient Geography geography;
    private final LocalDate today;
    private final Div list = new Div();

    ReminderHistory(CockpitWords words, Geography geography, LocalDate today) {
        this.words = words;
        this.geography = geography;
        this.today = today;
        getContent().add(new H2(getTranslation("cockpit.history")), list);
    }

    void show(List<SentReminder> sent) {
        list.removeAll();
        if (sent.isEmpty()) {
            list.add(
                    new EmptyState(
                            getTranslation("cockpit.history.none"),
                            getTranslation("cockpit.history.none.hint")));
            return;
        }
        var table =
                new StackingTable(
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
        list.add(table);
    }

    private Component items(SentReminder sent) {
        var named = new UnorderedList();
        sent.of().forEach(item -> named.add(new ListItem(named(item))));
        return named;
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
