package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.CsvAnswers;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.ResponseCsv;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.capacity.ui.ResponseKeeper.Kept;

/**
 * Takes the answers of a CSV file that was filled in without a network, place by place like any
 * other answer: what they replace is in the history.
 */
final class CsvDialog extends Dialog {

    private static final int SHOWN = 30;

    private final transient ResponseCsv csv;
    private final transient Responses responses;
    private final UUID response;
    private final Instrument instrument;
    private final ResponseWords words;
    private final SerializableRunnable taken;
    private final Paragraph said = new Paragraph();
    private final UnorderedList problems = new UnorderedList();
    private final Upload upload;

    /**
     * @param taken shows the response as it then stands
     */
    CsvDialog(
            ResponseCsv csv,
            Responses responses,
            UUID response,
            Instrument instrument,
            ResponseWords words,
            SerializableRunnable taken) {
        this.csv = csv;
        this.responses = responses;
        this.response = response;
        this.instrument = instrument;
        this.words = words;
        this.taken = taken;
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
        upload.setI18n(UploadWords.of(words, words.text("response.csv.refused")));
        add(new Paragraph(words.text("response.csv.help")), upload, said, problems);
        getFooter().add(new Button(words.text("common.close"), click -> close()));
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream in = event.getInputStream()) {
            byte[] bytes = in.readNBytes(ResponseCsv.LARGEST + 1);
            ui.access(() -> take(bytes));
        }
    }

    /** Takes a file and tells what came of it. */
    void take(byte[] file) {
        upload.clearFileList();
        CsvAnswers read = csv.read(instrument, file);
        List<String> refused = new ArrayList<>();
        read.problems().forEach(problem -> refused.add(inWords(problem)));
        int places = 0;
        for (var entry : read.given().entrySet()) {
            Kept<Boolean> kept =
                    ResponseKeeper.attempt(() -> answer(entry.getKey(), entry.getValue()));
            if (kept.problem() == null) {
                places++;
            } else {
                refused.add(words.place(instrument, entry.getKey()) + ": " + kept.problem());
            }
        }
        said.setText(words.text("response.csv.taken", places, read.rows()));
        problems.removeAll();
        refused.stream().limit(SHOWN).forEach(why -> problems.add(new ListItem(why)));
        if (places > 0) {
            taken.run();
        }
    }

    private boolean answer(AnswerKey place, Given given) {
        if (given.choice() != null) {
            responses.answer(response, place, new Word.Chosen(null, given.choice()));
        }
        if (given.text() != null) {
            responses.answer(response, place, new Word.Written(null, given.text()));
        }
        if (given.note() != null) {
            responses.answer(response, place, new Word.Noted(null, given.note()));
        }
        if (given.later()) {
            responses.answer(response, place, new Word.PutOff(true));
        }
        return true;
    }

    private String inWords(CsvAnswers.Problem problem) {
        String why = words.text(problem.messageKey(), problem.arguments().toArray());
        return problem.line() == 0 ? why : words.text("response.csv.line", problem.line(), why);
    }
}
