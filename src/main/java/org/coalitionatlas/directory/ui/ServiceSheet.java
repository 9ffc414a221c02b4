package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.coalitionatlas.directory.Acceptance;
import org.coalitionatlas.directory.Capacity;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.Eligibility;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.taxonomy.Axis;

/** All that a reader may see of a service; whom to call comes first. */
final class ServiceSheet extends Composite<Div> {

    private final DirectoryWords words;
    private final ServiceView service;

    /**
     * @param verbs what the reader can do, below the name
     */
    ServiceSheet(ServiceView service, Component verbs, DirectoryWords words) {
        this.service = service;
        this.words = words;
        getContent().addClassName("record-sheet");
        head(verbs);
        reach();
        what();
        whom();
        asking();
    }

    private void head(Component verbs) {
        var organization =
                new RouterLink(
                        service.organization().name(),
                        OrganizationRecordView.class,
                        new RouteParameters("id", service.organization().id().toString()));
        var badges = new Div();
        badges.addClassName("directory-badges");
        Span trained = Parts.trained(service.trainedUntil(), words);
        if (trained != null) {
            badges.add(trained);
        }
        Parts.state(service, words).forEach(badges::add);
        if (service.active()) {
            badges.add(Parts.open(service, words));
            badges.add(Parts.capacity(service.capacity(), words));
        }
        getContent().add(new H1(service.name()), organization, badges);
        if (service.alternateName() != null) {
            getContent().add(new Paragraph(service.alternateName()));
        }
        getContent().add(verbs);
    }

    private void reach() {
        var reach = new Section(new H2(words.text("directory.section.reach")));
        if (service.phones().isEmpty()) {
            reach.add(new Paragraph(words.text("directory.card.noPhone")));
        } else {
            reach.add(Parts.phones(service.phones(), words));
        }
        PhoneLine onCall = service.hours().specialHours().onCall();
        if (service.active() && onCall != null) {
            reach.add(new OnCallLine(onCall, words));
        }
        if (!service.contacts().isEmpty()) {
            var people = new Div();
            people.addClassName("directory-contacts");
            service.contacts().forEach(contact -> people.add(Parts.contact(contact, words)));
            reach.add(people);
        }
        var facts = new Facts(words);
        OpeningHours hours = service.hours();
        facts.lines(
                "directory.field.hours",
                HoursWords.sheet(hours, words.openState(service).today(), words));
        if (service.url() != null) {
            facts.component("directory.field.url", Parts.website(service.url()));
        }
        if (service.email() != null) {
            facts.component("directory.field.email", Parts.email(service.email()));
        }
        List<String> places = service.places().stream().map(words::place).toList();
        facts.lines("directory.field.locations", places);
        facts.lines(
                "directory.location.accessibility",
                service.places().stream()
                        .flatMap(p -> java.util.stream.Stream.ofNullable(p.accessibility()))
                        .distinct()
                        .toList());
        reach.add(facts);
        getContent().add(reach);
    }

    private void what() {
        var what = new Section(new H2(words.text("directory.section.about")));
        what.add(
                new Facts(words)
                        .text("directory.field.description", service.description())
                        .lines(
                                "directory.field.needs",
                                service.needs().stream().map(words::need).toList())
                        .stated("directory.field.areas", words.areas(service.areas()))
                        .stated("directory.field.remote", words.yesNo(service.remote()))
                        .component(
                                "directory.field.verified",
                                new Span(
                                        words.verified(
                                                service.assuredOn(),
                                                service.assuredBy(),
                                                service.assuredHow()))));
        getContent().add(what);
    }

    private void whom() {
        var eligibility =
                new Eligibility(
                        CodeSet.of(service.accepts()),
                        CodeSet.of(service.rejects()),
                        CodeSet.of(service.populations()),
                        service.minAge(),
                        service.maxAge(),
                        service.eligibilityNote());
        var facts = new Facts(words);
        for (Axis axis : words.taxonomy().axes()) {
            if (axis.inProfile()) {
                facts.labelled(axis.label().in(words.locale()), answers(axis, eligibility));
            }
        }
        facts.text("directory.eligibility.populations", words.populations(service.populations()));
        facts.text("directory.field.ages", words.ages(service.minAge(), service.maxAge()));
        facts.text("directory.eligibility.note", service.eligibilityNote());
        facts.stated("directory.field.languages", words.languages(service.languages()));
        facts.text("directory.field.interpretation", service.interpretation());
        getContent().add(new Section(new H2(words.text("directory.section.eligibility")), facts));
    }

    private Component[] answers(Axis axis, Eligibility eligibility) {
        return axis.values().stream()
                .map(
                        value -> {
                            Acceptance answer = eligibility.of(value.code());
                            var line =
                                    new Paragraph(
                                            words.text(
                                                    "directory.eligibility.answer",
                                                    value.label().in(words.locale()),
                                                    words.of("acceptance", answer)));
                            line.addClassName(
                                    "acceptance-"
                                            + answer.name().toLowerCase(java.util.Locale.ROOT));
                            return (Component) line;
                        })
                .toArray(Component[]::new);
    }

    private void asking() {
        var capacity =
                new Capacity(service.capacity(), service.capacityAsOf(), service.capacityNote());
        getContent()
                .add(
                        new Section(
                                new H2(words.text("directory.section.asking")),
                                new Facts(words)
                                        .stated(
                                                "directory.field.capacity",
                                                Parts.capacity(capacity, words))
                                        .text("directory.field.fees", service.fees())
                                        .text(
                                                "directory.field.application",
                                                service.applicationProcess())));
    }
}
