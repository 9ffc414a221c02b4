package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Consumer;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands.Current;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.directory.Training;

/** Locations and contacts as those see them who may write them, each with its way to be changed. */
final class OrganizationParts extends Composite<Div> {

    private final DirectoryWords words;

    OrganizationParts(
            DirectoryWords words,
            Retiring retiring,
            List<Training> ofWholeStaff,
            List<Current<LocationDraft>> locations,
            Consumer<Current<LocationDraft>> editLocation,
            List<Current<ContactDraft>> contacts,
            Consumer<Current<ContactDraft>> editContact) {
        this.words = words;
        getContent().addClassName("record-sheet");
        if (!ofWholeStaff.isEmpty()) {
            getContent()
                    .add(
                            new Section(
                                    new H2(words.text("directory.section.trainings")),
                                    new Facts(words)
                                            .text(
                                                    "training.wholeStaff",
                                                    FactWords.trainings(ofWholeStaff, words))));
        }
        var places = new Section(new H2(words.text("directory.field.locations")));
        for (Current<LocationDraft> location : locations) {
            places.add(
                    card(
                            name(location.draft(), words),
                            facts(location.draft()),
                            () -> editLocation.accept(location),
                            retiring.button(
                                    RecordKind.LOCATION,
                                    location.id(),
                                    name(location.draft(), words))));
        }
        var people = new Section(new H2(words.text("directory.field.contacts")));
        for (Current<ContactDraft> contact : contacts) {
            people.add(
                    card(
                            contact.draft().name(),
                            facts(contact),
                            () -> editContact.accept(contact),
                            retiring.button(
                                    RecordKind.CONTACT, contact.id(), contact.draft().name())));
        }
        noneYet(places, locations);
        noneYet(people, contacts);
        getContent().add(places, people);
    }

    private void noneYet(Section section, List<?> records) {
        if (records.isEmpty()) {
            section.add(new Paragraph(words.text("directory.form.noneYet")));
        }
    }

    private Component card(String title, Component facts, Runnable edit, Button retire) {
        var change = new Button(words.text("directory.action.edit"), click -> edit.run());
        change.setAriaLabel(words.text("directory.action.editOf", title));
        var buttons = new Div(change, retire);
        buttons.addClassName("part-buttons");
        var card = new Div(new H3(title), facts, buttons);
        card.addClassName("part-card");
        return card;
    }

    static String name(LocationDraft draft, DirectoryWords words) {
        return draft.name() == null ? words.text("directory.location.unnamed") : draft.name();
    }

    private Facts facts(LocationDraft draft) {
        return new Facts(words)
                .stated("directory.field.address", FactWords.address(draft.address()))
                .component(
                        "directory.location.visibility",
                        new Span(words.of("addressVisibility", draft.addressVisibility())))
                .lines("directory.field.hours", HoursWords.lines(draft.hours(), words))
                .text("directory.field.phones", FactWords.phones(draft.phones(), words))
                .text("directory.location.accessibility", draft.accessibility());
    }

    private Component facts(Current<ContactDraft> contact) {
        ContactDraft draft = contact.draft();
        var phones =
                draft.phones().stream()
                        .map(
                                line ->
                                        new PhonePart(
                                                line.number(),
                                                line.extension(),
                                                line.type(),
                                                words.of("audience", line.visibility())))
                        .toList();
        var facts =
                new Facts(words)
                        .text("directory.contact.title", draft.title())
                        .component(
                                "directory.contact.visibility",
                                new Span(words.of("audience", draft.visibility())))
                        .stated(
                                "directory.field.trainings",
                                FactWords.trainings(draft.trainings(), words));
        if (draft.email() != null) {
            facts.component("directory.field.email", Parts.email(draft.email().address()));
        }
        var all = new Div(Parts.phones(phones, words), facts);
        String lapsed = words.lapsedContact(contact.assurance().on(), contact.assurance().how());
        if (lapsed != null) {
            all.addComponentAsFirst(Parts.badge(VaadinIcon.WARNING, lapsed, "lapsed"));
        }
        return all;
    }
}
