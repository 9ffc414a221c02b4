package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.Progress;
import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.SharedResponse;

/** A checklist of one's own: how it stands and how far it is. */
final class ResponseCard extends Composite<Div> {

    ResponseCard(SharedResponse response, Instruments instruments, ResponseWords words) {
        ResponseHead head = response.head();
        getContent().addClassName("card");
        var link =
                new RouterLink(
                        name(response, instruments, words),
                        ResponseView.class,
                        new RouteParameters("response", head.id().toString()));
        var state = new Span(words.standing(head, response.progress()));
        state.addClassNames("state", "state-" + head.state().name());
        getContent().add(new H3(link), new Paragraph(state));
        getContent().add(new Paragraph(words.progress(response.progress())));
        getContent().getElement().appendChild(bar(response.progress(), words));
        getContent().add(new Paragraph(words.saved(head)));
    }

    static String name(SharedResponse response, Instruments instruments, ResponseWords words) {
        ResponseHead head = response.head();
        return instruments
                .find(head.instrumentCode(), head.instrumentVersion())
                .map(instrument -> words.of(instrument.title()))
                .orElse(head.instrumentCode());
    }

    /** A bar that says in words what it shows. */
    static Element bar(Progress progress, ResponseWords words) {
        return new Element("progress")
                .setAttribute("max", String.valueOf(Math.max(1, progress.asked())))
                .setAttribute("value", String.valueOf(progress.answered()))
                .setAttribute("aria-label", words.progress(progress));
    }
}
