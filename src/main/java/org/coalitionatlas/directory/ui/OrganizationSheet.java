package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.ServiceView;

/** All that a reader may see of an organization and its services. */
final class OrganizationSheet extends Composite<Div> {

    private final DirectoryWords words;

    /**
     * @param withPlacesAndPeople whether they are shown here, or beside with their edit buttons
     * @param verbs what the reader can do, below the name
     */
    OrganizationSheet(
            OrganizationView organization,
            List<ServiceView> services,
            boolean withPlacesAndPeople,
            Component verbs,
            DirectoryWords words) {
        this.words = words;
        getContent().addClassName("record-sheet");
        var badges = new Div(new Span(words.kind(organization.kind())));
        badges.addClassName("directory-badges");
        Parts.state(organization, words).forEach(badges::add);
        getContent().add(new H1(organization.name()), badges, verbs);

        var reach = new Section(new H2(words.text("directory.section.reach")));
        if (organization.phones().isEmpty()) {
            reach.add(new Paragraph(words.text("directory.card.noPhone")));
        } else {
            reach.add(Parts.phones(organization.phones(), words));
        }
        if (withPlacesAndPeople && !organization.contacts().isEmpty()) {
            var people = new Div();
            people.addClassName("directory-contacts");
            organization.contacts().forEach(contact -> people.add(Parts.contact(contact, words)));
            reach.add(people);
        }
        reach.add(facts(organization, withPlacesAndPeople));
        getContent().add(reach, services(services));
    }

    private Facts facts(OrganizationView organization, boolean withPlaces) {
        var facts = new Facts(words);
        if (organization.url() != null) {
            facts.component("directory.field.url", Parts.website(organization.url()));
        }
        if (organization.email() != null) {
            facts.component("directory.field.email", Parts.email(organization.email()));
        }
        if (withPlaces) {
            facts.lines(
                    "directory.field.locations",
                    organization.places().stream().map(words::place).toList());
        }
        facts.text("directory.field.alternateName", organization.alternateName());
        facts.text("directory.field.description", organization.description());
        if (organization.parentId() != null && organization.parentName() != null) {
            facts.component(
                    "directory.field.parent",
                    new RouterLink(
                            organization.parentName(),
                            OrganizationRecordView.class,
                            new RouteParameters("id", organization.parentId().toString())));
        }
        return facts.component(
                "directory.field.verified",
                new Span(
                        words.verified(
                                organization.assuredOn(),
                                organization.assuredBy(),
                                organization.assuredHow())));
    }

    private Section services(List<ServiceView> services) {
        var section = new Section(new H2(words.text("directory.section.services")));
        if (services.isEmpty()) {
            section.add(new Paragraph(words.text("directory.form.noneYet")));
            return section;
        }
        var list = new UnorderedList();
        list.addClassName("directory-services");
        for (ServiceView service : services) {
            var item =
                    new ListItem(
                            new RouterLink(
                                    service.name(),
                                    ServiceRecordView.class,
                                    new RouteParameters("id", service.id().toString())),
                            new Span(words.needs(service.needs())));
            Parts.state(service, words).forEach(item::add);
            list.add(item);
        }
        section.add(list);
        return section;
    }
}
