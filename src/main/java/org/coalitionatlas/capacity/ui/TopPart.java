package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.ResponseSheet;

/** What is filled in here, by whom, for which cycle and how it stands. */
final class TopPart extends Composite<Header> {

    TopPart(ResponseSheet sheet, Instrument instrument, ResponseWords words) {
        getContent().addClassName("response-top");
        var back = new Anchor(CapacityNavigation.OVERVIEW, words.text("response.back"));
        back.addClassName("back");
        var state = new Span(words.standing(sheet.head(), sheet.progress()));
        state.addClassNames("state", "state-" + sheet.head().state().name());
        var whose =
                new Paragraph(
                        new Span(
                                words.text(
                                        "response.whose",
                                        sheet.organizationName(),
                                        sheet.head().cycle())),
                        state);
        whose.addClassName("response-whose");
        getContent()
                .add(
                        back,
                        new H1(words.of(instrument.title())),
                        whose,
                        new ResponseTabs(sheet.head().id(), ResponseTabs.Tab.FILL, sheet.sight()),
                        new Paragraph(words.of(instrument.about())),
                        new Paragraph(words.text("common.noVictimData")));
    }
}
