package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.partnership.PartnershipList.Held;

/** A contact held: who knows whom, since when, and whether it is still so. */
final class HeldCard extends Composite<ListItem> {

    private final Held held;
    private final PartnershipTools tools;
    private final PartnershipWords words;
    private final Runnable changed;

    HeldCard(Held held, PartnershipTools tools, Runnable changed) {
        this.held = held;
        this.tools = tools;
        this.words = tools.words();
        this.changed = changed;
        getContent().addClassName("partner-card");
        getContent().add(heading(), badges(), facts());
        if (held.mayWrite()) {
            getContent().add(actions());
        }
    }

    private Component heading() {
        var heading =
                new H3(
                        new Span(held.heldBy()),
                        new Span(words.text("partnership.contact.of")),
                        new Anchor(
                                DirectoryNavigation.organization(held.holderId()), held.holder()),
                        new Span(words.text("partnership.contact.knows", whom())),
                        new Anchor(
                                DirectoryNavigation.organization(held.providerId()),
                                held.provider()));
        heading.addClassName("partner-names");
        return heading;
    }

    private String whom() {
        return held.contact() == null ? words.text("partnership.contact.somebody") : held.contact();
    }

    private Component badges() {
        var badges = new Div();
        badges.addClassName("partner-badges");
        if (held.endedOn() != null) {
            var ended =
                    new Span(
                            words.text(
                                    held.endedBefore(words.today())
                                            ? "partnership.state.ENDED"
                                            : "partnership.state.willEnd",
                                    words.ago(held.endedOn())));
            ended.addClassNames("partner-badge", "state-ended");
            badges.add(ended);
        }
        if (held.left() && held.endedOn() == null) {
            var left = new Span(words.text("partnership.contact.left"));
            left.addClassNames("partner-badge", "state-ended");
            badges.add(left);
        }
        if (held.fragile() && !held.endedBefore(words.today())) {
            badges.add(PartnershipCard.fragile(words));
        }
        return badges;
    }

    private Component facts() {
        var facts = new DescriptionList();
        facts.addClassName("partner-facts");
        if (held.note() != null) {
            PartnershipCard.fact(
                    facts, words.text("partnership.field.note"), new Span(held.note()));
        }
        if (held.since() != null) {
            PartnershipCard.fact(
                    facts,
                    words.text("partnership.field.heldSince"),
                    new Span(words.ago(held.since())));
        }
        PartnershipCard.fact(
                facts,
                words.text("partnership.field.confirmed"),
                new Span(
                        held.confirmedOn() == null
                                ? words.text("partnership.contact.never")
                                : words.text(
                                        "partnership.contact.confirmedBy",
                                        words.ago(held.confirmedOn()),
                                        Objects.requireNonNullElse(held.confirmedBy(), ""))));
        if (held.endReason() != null) {
            PartnershipCard.fact(
                    facts,
                    words.text("partnership.field.endReason"),
                    new Span(
                            words.text(
                                    "partnership.endedBy",
                                    held.endReason(),
                                    Objects.requireNonNullElse(held.endedBy(), ""))));
        }
        return facts;
    }

    private Component actions() {
        var actions = new Div();
        actions.addClassNames("partner-actions", "no-print");
        if (held.endedOn() == null) {
            actions.add(
                    button(
                            "partnership.contact.confirm",
                            () -> tools.confirmContact(held, changed)),
                    button("partnership.edit", () -> tools.editContact(held, changed)),
                    button("partnership.end", () -> tools.endContact(held, changed)));
        } else {
            actions.add(
                    button(
                            "partnership.resume",
                            () -> tools.resumeContact(held.id(), held.version(), changed)));
        }
        return actions;
    }

    private Button button(String key, Runnable verb) {
        var button = new Button(words.text(key), click -> verb.run());
        button.setAriaLabel(
                words.text(
                        "partnership.contact.action",
                        words.text(key),
                        held.heldBy(),
                        held.provider()));
        return button;
    }
}
