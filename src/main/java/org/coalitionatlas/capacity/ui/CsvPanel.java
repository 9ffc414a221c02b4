package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.CsvAnswers;
import org.coalitionatlas.capacity.CsvIntake;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.ResponseCsv;
import org.coalitionatlas.capacity.ResultSheet;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;

/**
 * Takes a filled-in CSV file, shows what it would change, and saves that when the person says so.
 */
final class CsvPanel extends Composite<Section> {

    private static final int LONGEST_SHOWN = 120;

    private final transient CsvIntake intake;
    private final transient ResultSheet sheet;
    private final transient ResultWords words = new ResultWords(this);
    private final Upload upload = new Upload(this::receive);
    private final Paragraph said = new Paragraph();
    private final Div found = new Div();

    CsvPanel(CsvIntake intake, ResultSheet sheet) {
        this.intake = intake;
        this.sheet = sheet;
        int megabytes = ResponseCsv.LARGEST >> 20;
        upload.setMaxFiles(1);
        upload.setMaxFileSize(ResponseCsv.LARGEST);
        upload.setAcceptedFileTypes(".csv", ".tsv", ".txt", "text/csv", "text/plain");
        upload.setUploadButton(new Button(words.say("capacity.csv.in.choose")));
        upload.setDropLabel(new Span(words.say("capacity.csv.in.drop")));
        String refused = words.say("capacity.csv.in.refused", megabytes);
        upload.setI18n(UploadWords.of(words::say, refused));
        upload.addFileRejectedListener(rejected -> said.setText(refused));
        said.getElement().setAttribute("role", "status");
        getContent()
                .add(
                        new H3(words.say("capacity.csv.in")),
                        new Paragraph(words.say("capacity.csv.in.lead")),
                        upload,
                        said,
                        found);
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        try (InputStream in = event.getInputStream()) {
            byte[] file = in.readNBytes(ResponseCsv.LARGEST + 1);
            ui.access(() -> Verbs.run(() -> take(file)));
        }
    }

    /** Shows what that file would change. */
    void take(byte[] file) {
        upload.clearFileList();
        CsvIntake.Preview preview = intake.preview(sheet.head().id(), file);
        said.setText(words.say("capacity.csv.in.read", preview.changes().size()));
        found.removeAll();
        if (!preview.problems().isEmpty()) {
            found.add(
                    new H3(words.say("capacity.csv.in.problems", preview.problems().size())),
                    problems(preview));
        }
        if (!preview.changes().isEmpty()) {
            found.add(
                    new H3(words.say("capacity.csv.in.changes")),
                    changes(preview),
                    buttons(preview));
        }
    }

    private UnorderedList problems(CsvIntake.Preview preview) {
        var list = new UnorderedList();
        list.addClassName("capacity-problems");
        for (CsvAnswers.Problem problem : preview.problems()) {
            String why = words.say(problem.messageKey(), problem.arguments().toArray());
            list.add(
                    new ListItem(
                            problem.line() == 0
                                    ? why
                                    : words.say(
                                            "capacity.csv.in.problem",
                                            problem.line(),
                                            words.say(problem.column()),
                                            why)));
        }
        return list;
    }

    private UnorderedList changes(CsvIntake.Preview preview) {
        var list = new UnorderedList();
        for (CsvIntake.Changed change : preview.changes()) {
            list.add(
                    new ListItem(
                            words.say(
                                    "capacity.csv.in.change",
                                    name(change.place()),
                                    said(change.before()),
                                    said(change.now()))));
        }
        return list;
    }

    private String name(AnswerKey place) {
        Item item = sheet.instrument().item(place.item()).orElseThrow();
        String question = item.number() + " " + words.in(item.question());
        return item.parts().stream()
                .filter(part -> part.key().equals(place.part()))
                .map(
                        part ->
                                words.say(
                                        "capacity.board.withParts",
                                        question,
                                        words.in(part.label())))
                .findFirst()
                .orElse(question);
    }

    private String said(Given given) {
        if (given.equals(Given.NOTHING)) {
            return words.say("capacity.csv.in.empty");
        }
        String answer = given.text() == null ? words.answer(given) : shortened(given.text());
        return given.note() == null
                ? answer
                : answer + " · " + words.say("capacity.note", shortened(given.note()));
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_SHOWN) {
            return text;
        }
        int end = text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_SHOWN));
        return text.substring(0, end) + "…";
    }

    private Div buttons(CsvIntake.Preview preview) {
        var save = new Button(words.say("capacity.csv.in.take", preview.changes().size()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(click -> save(preview));
        var cancel = new Button(words.say("capacity.csv.in.cancel"), click -> clear());
        var buttons = new Div(save, cancel);
        buttons.addClassName("capacity-actions");
        return buttons;
    }

    private void save(CsvIntake.Preview preview) {
        if (Verbs.run(() -> intake.take(sheet.head().id(), preview.changes()))) {
            clear();
            Notices.done("capacity.csv.in.taken", preview.changes().size());
            UI.getCurrent().refreshCurrentRoute(false);
        }
    }

    private void clear() {
        found.removeAll();
        said.setText("");
    }
}
