package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.coalitionatlas.capacity.CsvAnswers;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.ResponseCsv;

/** Takes the answers of a CSV file that was filled in without a network. */
final class CsvDialog extends Dialog {

    private static final int SHOWN = 30;

    /** Saves the answers; says how many were taken and what could not be. */
    interface Taker extends Serializable {
        Taken take(CsvAnswers answers);
    }

    /**
     * What came of a file.
     *
     * @param places how many places were answered
     * @param problems in words
     */
    record Taken(int places, List<String> problems) {}

    private final transient ResponseCsv csv;
    private final Instrument instrument;
    private final ResponseWords words;
    private final Taker taker;
    private final Paragraph said = new Paragraph();
    private final UnorderedList problems = new UnorderedList();
    private final Upload upload;

    CsvDialog(ResponseCsv csv, Instrument instrument, ResponseWords words, Taker taker) {
        this.csv = csv;
        this.instrument = instrument;
        this.words = words;
        this.taker = taker;
        setHeaderTitle(words.text("response.csv.upload"));
        setWidth("min(40rem, 100%)");
        said.getElement().setAttribute("role", "status");
        upload = new Upload(this::receive);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ResponseCsv.LARGEST);
        upload.setAcceptedFileTypes(".csv", "text/csv", "text/plain");
        upload.setUploadButton(new Button(words.text("response.file.choose")));
        upload.setDropLabel(new Span(words.text("response.file.drop")));
        upload.addFileRejectedListener(event -> said.setText(words.text("response.csv.refused")));
        add(new Paragraph(words.text("response.csv.help")), upload, said, problems);
        getFooter().add(new Button(words.text("common.close"), click -> close()));
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream in = event.getInputStream()) {
            byte[] bytes = in.readNBytes(ResponseCsv.LARGEST + 1);
            ui.access(() -> take(csv.read(instrument, bytes)));
        }
    }

    /** Takes what was read and tells what came of it. */
    void take(CsvAnswers read) {
        upload.clearFileList();
        Taken taken = taker.take(read);
        said.setText(words.text("response.csv.taken", taken.places(), read.rows()));
        problems.removeAll();
        read.problems().stream().limit(SHOWN).forEach(p -> problems.add(new ListItem(inWords(p))));
        taken.problems().stream().limit(SHOWN).forEach(p -> problems.add(new ListItem(p)));
    }

    private String inWords(CsvAnswers.Problem problem) {
        String why = words.text(problem.messageKey(), problem.arguments().toArray());
        return problem.line() == 0 ? why : words.text("response.csv.line", problem.line(), why);
    }
}
