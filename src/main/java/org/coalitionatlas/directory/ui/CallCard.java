package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.coalitionatlas.directory.OpenState;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.SearchResult.Hit;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.coalitionatlas.directory.WhyFound.Why;

/** A hit as somebody with the receiver in hand needs it: whom to call, and whether now. */
final class CallCard extends Composite<Article> {

    /**
     * @param why what of the search stands in it
     * @param pick puts the service on the call sheet
     */
    CallCard(Hit hit, Why why, DirectoryWords words, Component pick) {
        ServiceView service = hit.service();
        getContent().addClassName("call-card");

        var title =
                new RouterLink(
                        "",
                        ServiceRecordView.class,
                        new RouteParameters("id", service.id().toString()));
        var organization =
                new RouterLink(
                        "",
                        OrganizationRecordView.class,
                        new RouteParameters("id", service.organization().id().toString()));
        Marks.into(title, why.name());
        Marks.into(organization, why.organization());
        getContent().add(new H2(title), organization);
        if (why.excerpt() != null) {
            getContent().add(Marks.into(new Paragraph(), why.excerpt()));
        }

        OpeningHours hours = service.hours();
        var badges = new Div();
        badges.addClassName("directory-badges");
        Span trained = Parts.trained(service.trainedUntil(), words);
        // Said beside the person it is true of, when that person is on the card.
        boolean saidBelow =
                service.contacts().stream().anyMatch(contact -> contact.trainedOn(words.today()));
        if (trained != null && !saidBelow) {
            badges.add(trained);
        }
        Parts.state(service, words).forEach(badges::add);
        if (service.active()) {
            badges.add(Parts.open(service, words));
            badges.add(Parts.capacity(service.capacity(), words));
        }
        getContent().add(badges);

        if (!service.phones().isEmpty()) {
            getContent().add(Parts.phones(service.phones(), words));
        }
        OpenState open = words.openState(service);
        if (open.onCall() != null) {
            getContent().add(new OnCallLine(open.onCall(), words));
        }
        List<ContactPart> contacts = service.contacts();
        if (!contacts.isEmpty()) {
            var people = new Div();
            people.addClassName("directory-contacts");
            contacts.forEach(contact -> people.add(Parts.contact(contact, words)));
            getContent().add(people);
        }
        if (service.phones().isEmpty() && contacts.stream().allMatch(c -> c.phones().isEmpty())) {
            getContent().add(new Paragraph(words.text("directory.card.noPhone")));
        }

        var facts = new Facts(words);
        facts.addClassName("facts");
        facts.component("directory.field.needs", new Span(words.needs(service.needs())));
        List<String> lines = HoursWords.card(hours, open.today(), words);
        if (!lines.isEmpty()) {
            facts.component("directory.field.hours", new Span(String.join("; ", lines)));
        }
        if (!service.languages().isEmpty()) {
            facts.component(
                    "directory.field.languages", new Span(words.languages(service.languages())));
        }
        if (!service.areas().isEmpty()) {
            facts.component("directory.field.areas", new Span(words.areas(service.areas())));
        }
        if (hit.miles() != null) {
            facts.component(
                    "directory.card.distance",
                    new Span(
                            words.text(
                                    hit.exact()
                                            ? "directory.card.miles"
                                            : "directory.card.miles.about",
                                    Math.round(hit.miles()))));
        }
        facts.component(
                "directory.field.verified",
                new Span(
                        words.verified(
                                service.assuredOn(), service.assuredBy(), service.assuredHow())));
        getContent().add(facts);
        if (!why.reasons().isEmpty()) {
            getContent().add(Marks.reasons(why.reasons(), words));
        }
        getContent().add(pick);
    }
}
