package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.coalitionatlas.partnership.PartnershipList.Held;
import org.coalitionatlas.partnership.PartnershipList.Line;
import org.coalitionatlas.partnership.PartnershipList.Show;
import org.coalitionatlas.partnership.PartnershipList.Wanted;
import org.coalitionatlas.partnership.PartnershipNavigation;
import org.coalitionatlas.partnership.ui.OrganizationBox.Choice;

/** What is on record between one organization and others; it shows itself anew after a verb. */
@StyleSheet("portal-partnership.css")
final class PartnershipSection extends Composite<Section> {

    /** Lines of each sort; the list has the rest. */
    private static final int MOST = 5;

    private final Choice organization;
    private final PartnershipTools tools;
    private final PartnershipWords words;

    PartnershipSection(Choice organization, PartnershipTools tools) {
        this.organization = organization;
        this.tools = tools;
        this.words = tools.words();
        getContent().addClassNames("partner", "partner-section");
        show();
    }

    private void show() {
        getContent().removeAll();
        getContent().add(new H2(words.text("partnership.section")));
        if (tools.list().isFragile(organization.id())) {
            var fragile = new Paragraph(words.text("partnership.fragile.sentence"));
            fragile.addClassName("partner-fragile");
            getContent().add(fragile);
        }
        showPartnerships();
        showContacts();
        var actions =
                new Div(
                        new Button(
                                words.text("partnership.record"),
                                e -> tools.record(organization, this::show)),
                        new Button(
                                words.text("partnership.contact.record"),
                                e -> tools.recordContact(organization, this::show)));
        actions.addClassNames("partner-actions", "no-print");
        getContent().add(actions);
    }

    private void showPartnerships() {
        List<Line> lines =
                tools.list().partnerships(Wanted.of(Show.ALL, organization.id()), 0, MOST + 1);
        if (lines.isEmpty()) {
            getContent().add(new Paragraph(words.text("partnership.section.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("partner-list");
        lines.stream()
                .limit(MOST)
                .forEach(line -> list.add(new PartnershipCard(line, tools, this::show)));
        getContent().add(list);
        if (lines.size() > MOST) {
            getContent().add(all(Show.ALL, "partnership.section.all"));
        }
    }

    private void showContacts() {
        List<Held> contacts =
                tools.list().contacts(Wanted.of(Show.CONTACTS, organization.id()), 0, MOST + 1);
        if (contacts.isEmpty()) {
            getContent().add(new Paragraph(words.text("partnership.section.noContacts")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("partner-list");
        contacts.stream()
                .limit(MOST)
                .forEach(held -> list.add(new HeldCard(held, tools, this::show)));
        getContent().add(list);
        if (contacts.size() > MOST) {
            getContent().add(all(Show.CONTACTS, "partnership.section.allContacts"));
        }
    }

    private Anchor all(Show show, String key) {
        return new Anchor(PartnershipNavigation.list(show, organization.id()), words.text(key));
    }
}
