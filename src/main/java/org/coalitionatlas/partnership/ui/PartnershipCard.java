package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Locale;
import java.util.Objects;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.partnership.FormerTerm;
import org.coalitionatlas.partnership.PartnershipList.Line;
import org.coalitionatlas.partnership.PartnershipState;

/** A partnership: who with whom, how it stands, who says so, and what can be done with it. */
final class PartnershipCard extends Composite<ListItem> {

    private final Line line;
    private final PartnershipTools tools;
    private final PartnershipWords words;
    private final Runnable changed;

    PartnershipCard(Line line, PartnershipTools tools, Runnable changed) {
        this.line = line;
        this.tools = tools;
        this.words = tools.words();
        this.changed = changed;
        getContent().addClassName("partner-card");
        getContent().add(heading(), badges(), facts());
        if (!line.formerTerms().isEmpty()) {
            getContent().add(formerTerms());
        }
        if (line.mayWrite()) {
            getContent().add(actions());
        }
    }

    private Component heading() {
        var heading =
                new H3(
                        new Anchor(
                                DirectoryNavigation.organization(line.providerId()),
                                line.provider()),
                        new Span(words.text("partnership.with")),
                        new Anchor(
                                DirectoryNavigation.organization(line.partnerId()),
                                line.partner()));
        heading.addClassName("partner-names");
        return heading;
    }

    private Component badges() {
        PartnershipState state = words.state(line.span());
        var badge = new Span(words.stateWords(line.span()));
        badge.addClassNames(
                "partner-badge",
                "state-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        var badges = new Div(badge);
        badges.addClassName("partner-badges");
        if (line.fragile()) {
            badges.add(fragile(words));
        }
        return badges;
    }

    static Component fragile(PartnershipWords words) {
        var badge = new Span(words.text("partnership.fragile"));
        badge.addClassNames("partner-badge", "fragile");
        badge.setTitle(words.text("partnership.fragile.meaning"));
        return badge;
    }

    private Component facts() {
        var facts = new DescriptionList();
        facts.addClassName("partner-facts");
        fact(facts, words.text("partnership.field.kinds"), new Span(words.kinds(line.kinds())));
        fact(
                facts,
                words.text("partnership.field.agreement"),
                new Span(
                        words.term(
                                line.agreement(),
                                line.span().signedOn(),
                                line.span().expiresOn())));
        if (line.providerRole() != null) {
            fact(
                    facts,
                    words.text("partnership.does", line.provider()),
                    prose(line.providerRole()));
        }
        if (line.partnerRole() != null) {
            fact(facts, words.text("partnership.does", line.partner()), prose(line.partnerRole()));
        }
        if (line.document() != null) {
            fact(facts, words.text("partnership.field.document"), document(line.document()));
        }
        if (line.endReason() != null) {
            fact(
                    facts,
                    words.text("partnership.field.endReason"),
                    prose(
                            words.text(
                                    "partnership.endedBy",
                                    line.endReason(),
                                    Objects.requireNonNullElse(line.endedBy(), ""))));
        }
        fact(facts, words.text("partnership.field.stated"), new Span(stated()));
        return facts;
    }

    private String stated() {
        return line.statedBy() == null || line.statedAt() == null
                ? line.stating()
                : words.text(
                        "partnership.stated",
                        line.stating(),
                        line.statedBy(),
                        words.ago(line.statedAt()));
    }

    private static Component prose(String text) {
        var block = new Paragraph(text);
        block.addClassName("prose");
        return block;
    }

    private Component document(String address) {
        var link = new Anchor(address, words.text("partnership.document", new Url(address).host()));
        link.getElement().setAttribute("rel", "noopener noreferrer");
        return link;
    }

    static void fact(DescriptionList facts, String label, Component value) {
        facts.add(new DescriptionList.Term(label), new DescriptionList.Description(value));
    }

    private Component formerTerms() {
        var list = new UnorderedList();
        for (FormerTerm term : line.formerTerms().reversed()) {
            var item =
                    new ListItem(
                            new Span(
                                    words.term(
                                            term.agreement(), term.signedOn(), term.expiresOn())),
                            new Span(
                                    words.text(
                                            "partnership.former.replaced",
                                            words.ago(term.replacedAt()),
                                            term.replacedBy())));
            if (term.document() != null) {
                item.add(document(term.document()));
            }
            list.add(item);
        }
        var details =
                new Details(words.text("partnership.former", line.formerTerms().size()), list);
        details.addClassName("partner-former");
        return details;
    }

    private Component actions() {
        var actions = new Div();
        actions.addClassNames("partner-actions", "no-print");
        if (line.span().endedOn() == null) {
            actions.add(
                    button("partnership.edit", () -> tools.edit(line, changed)),
                    button(RenewDialog.verb(line), () -> tools.renew(line, changed)),
                    button("partnership.end", () -> tools.end(line, changed)));
        } else {
            actions.add(
                    button(
                            "partnership.resume",
                            () -> tools.resume(line.id(), line.version(), changed)));
        }
        return actions;
    }

    private Button button(String key, Runnable verb) {
        var button = new Button(words.text(key), click -> verb.run());
        button.setAriaLabel(
                words.text("partnership.action", words.text(key), line.provider(), line.partner()));
        return button;
    }
}
