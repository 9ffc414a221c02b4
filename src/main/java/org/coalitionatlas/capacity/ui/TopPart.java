package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.ResponseCsv;
import org.coalitionatlas.capacity.ResponseSheet;
import org.coalitionatlas.capacity.ResponseVerb;

/**
 * What is filled in here, by whom, for which cycle, how it stands, and doing it without a network.
 */
final class TopPart extends Composite<Header> {

    TopPart(
            ResponseSheet sheet,
            Instrument instrument,
            ResponseWords words,
            ResponseCsv csv,
            SerializableRunnable upload) {
        getContent().addClassName("response-top");
        var back = new Anchor(CapacityNavigation.OVERVIEW, words.text("response.back"));
        back.addClassName("back");
        var state = new Span(words.of(sheet.head().state()));
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
        getContent().add(back, new H1(words.of(instrument.title())), whose);
        getContent().add(new Paragraph(words.of(instrument.about())));
        getContent().add(new Paragraph(words.text("common.noVictimData")));
        getContent().add(offline(sheet, instrument, words, csv, upload));
    }

    private static NativeDetails offline(
            ResponseSheet sheet,
            Instrument instrument,
            ResponseWords words,
            ResponseCsv csv,
            SerializableRunnable upload) {
        Locale language = words.locale();
        var download =
                new Anchor(
                        DownloadHandler.fromInputStream(
                                event -> {
                                    byte[] bytes = csv.write(instrument, sheet.given(), language);
                                    return new DownloadResponse(
                                            new ByteArrayInputStream(bytes),
                                            instrument.code() + "-" + sheet.head().id() + ".csv",
                                            "text/csv;charset=utf-8",
                                            bytes.length);
                                }),
                        words.text("response.csv.download"));
        var ways = new Div(download);
        ways.addClassName("response-offline");
        if (sheet.may().contains(ResponseVerb.FILL_IN)) {
            var button = new Button(words.text("response.csv.upload"), click -> upload.run());
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            ways.add(button);
        }
        return new NativeDetails(words.text("response.offline"), ways);
    }
}
