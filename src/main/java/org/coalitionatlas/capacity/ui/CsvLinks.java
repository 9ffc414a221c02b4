package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.ResponseCsv;

/** A questionnaire as a CSV file, blank and, where there are answers, with them. */
final class CsvLinks extends Composite<Div> {

    CsvLinks(ResponseCsv csv, Instrument instrument, Map<AnswerKey, Given> given) {
        getContent().addClassNames("capacity-actions", "no-print");
        String name = instrument.code() + "-" + instrument.version();
        getContent()
                .add(link(csv, instrument, Map.of(), name + ".csv", "capacity.paper.csv.blank"));
        if (!given.isEmpty()) {
            getContent()
                    .add(
                            link(
                                    csv,
                                    instrument,
                                    given,
                                    name + "-answers.csv",
                                    "capacity.paper.csv.filled"));
        }
    }

    private Anchor link(
            ResponseCsv csv,
            Instrument instrument,
            Map<AnswerKey, Given> given,
            String name,
            String key) {
        Locale locale = getLocale();
        return new Anchor(
                DownloadHandler.fromInputStream(
                        download -> {
                            byte[] file = csv.write(instrument, given, locale);
                            return new DownloadResponse(
                                    new ByteArrayInputStream(file),
                                    name,
                                    "text/csv;charset=utf-8",
                                    file.length);
                        }),
                getTranslation(key));
    }
}
