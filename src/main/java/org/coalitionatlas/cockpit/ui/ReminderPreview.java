package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.coalitionatlas.cockpit.Reminders.Letter;
import org.coalitionatlas.cockpit.Reminders.Preview;
import org.coalitionatlas.cockpit.Reminders.Why;
import org.coalitionatlas.cockpit.Reminders.Withheld;
import org.coalitionatlas.common.ui.EmptyState;

/**
 * What would go out: every letter as it will be read, who gets none and why; sent when confirmed.
 */
final class ReminderPreview extends Composite<Div> {

    private final transient CockpitWords words;
    private final LocalDate today;
    private final SerializableConsumer<List<Letter>> send;

    /**
     * @param send what to do with the letters once somebody has confirmed
     */
    ReminderPreview(CockpitWords words, LocalDate today, SerializableConsumer<List<Letter>> send) {
        this.words = words;
        this.today = today;
        this.send = send;
        getContent().addClassName("cockpit-preview");
        getContent().getElement().setAttribute("aria-live", "polite");
    }

    void show(Preview found) {
        Div preview = getContent();
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
            var ready =
                    new Button(
                            getTranslation("cockpit.send", found.letters().size()),
                            click -> confirm(found.letters()));
            ready.addThemeVariants(ButtonVariant.PRIMARY);
            ready.addClassName("no-print");
            preview.add(ready, new H3(getTranslation("cockpit.preview.letters")));
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
        var sure =
                new Button(
                        getTranslation("cockpit.send", letters.size()),
                        click -> {
                            dialog.close();
                            send.accept(letters);
                        });
        sure.addThemeVariants(ButtonVariant.PRIMARY);
        sure.setDisableOnClick(true);
        dialog.getFooter()
                .add(new Button(getTranslation("common.cancel"), click -> dialog.close()), sure);
        dialog.open();
    }
}
