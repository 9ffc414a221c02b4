package org.coalitionatlas.exchange.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.coalitionatlas.exchange.CsvFile;
import org.coalitionatlas.exchange.Imports;
import org.coalitionatlas.exchange.UnusableFile;

/** Takes the file in and says what it is, or why it cannot be used. */
final class FileStep extends Composite<Section> {

    private static final int MEGABYTES = 250;

    /** Told when a usable file is there. */
    interface Listener extends Serializable {
        void uploaded(CsvFile file, String storedAs, String name);
    }

    private final transient Imports imports;
    private final Listener listener;
    private final Paragraph said = new Paragraph();
    private final Upload upload;

    FileStep(Imports imports, Listener listener) {
        this.imports = imports;
        this.listener = listener;
        upload = new Upload(this::receive);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MEGABYTES * 1024 * 1024);
        upload.setAcceptedFileTypes(".csv", ".tsv", ".txt", "text/csv", "text/plain");
        upload.setUploadButton(new Button(getTranslation("exchange.file.choose")));
        upload.setDropLabel(new Span(getTranslation("exchange.file.drop")));
        upload.setI18n(words());
        upload.addFileRejectedListener(
                event -> say(getTranslation("exchange.file.refused", MEGABYTES), true));
        said.addClassName("import-said");
        said.getElement().setAttribute("role", "status");
        getContent()
                .add(
                        new H2(getTranslation("exchange.step.file")),
                        new Paragraph(getTranslation("exchange.file.help", MEGABYTES)),
                        upload,
                        said);
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        String name = event.getFileName();
        try (InputStream in = event.getInputStream()) {
            String stored = imports.store(in);
            CsvFile file = imports.look(stored);
            ui.access(() -> take(file, stored, name));
        } catch (UnusableFile e) {
            ui.access(() -> refuse(e));
        }
    }

    /** Shows what was found out about a kept file. */
    void take(CsvFile file, String stored, String name) {
        String encoding = file.text().displayName();
        String words = getTranslation("exchange.file.found", name, file.columns().size(), encoding);
        say(
                file.text().assumed()
                        ? words + " " + getTranslation("exchange.file.assumed", encoding)
                        : words,
                false);
        upload.clearFileList();
        listener.uploaded(file, stored, name);
    }

    private void refuse(UnusableFile e) {
        upload.clearFileList();
        say(getTranslation(e.messageKey(), e.arguments()), true);
    }

    private void say(String words, boolean problem) {
        said.setText(words);
        said.getElement().getClassList().set("import-problem", problem);
    }

    private UploadI18N words() {
        var words = new UploadI18N();
        words.setAddFiles(
                new UploadI18N.AddFiles()
                        .setOne(getTranslation("exchange.file.choose"))
                        .setMany(getTranslation("exchange.file.choose")));
        words.setDropFiles(
                new UploadI18N.DropFiles()
                        .setOne(getTranslation("exchange.file.drop"))
                        .setMany(getTranslation("exchange.file.drop")));
        words.setError(
                new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("exchange.upload.oneOnly"))
                        .setFileIsTooBig(getTranslation("exchange.file.tooLarge", MEGABYTES))
                        .setIncorrectFileType(getTranslation("exchange.upload.wrongType")));
        words.setUploading(
                new UploadI18N.Uploading()
                        .setStatus(
                                new UploadI18N.Uploading.Status()
                                        .setConnecting(getTranslation("exchange.upload.connecting"))
                                        .setStalled(getTranslation("exchange.upload.stalled"))
                                        .setProcessing(getTranslation("exchange.upload.processing"))
                                        .setHeld(getTranslation("exchange.upload.held")))
                        .setRemainingTime(
                                new UploadI18N.Uploading.RemainingTime()
                                        .setPrefix(getTranslation("exchange.upload.remaining"))
                                        .setUnknown(getTranslation("exchange.upload.unknown")))
                        .setError(
                                new UploadI18N.Uploading.Error()
                                        .setServerUnavailable(
                                                getTranslation("exchange.upload.failed"))
                                        .setUnexpectedServerError(
                                                getTranslation("exchange.upload.failed"))
                                        .setForbidden(getTranslation("exchange.upload.failed"))));
        words.setFile(
                new UploadI18N.File()
                        .setRetry(getTranslation("exchange.upload.retry"))
                        .setStart(getTranslation("exchange.upload.start"))
                        .setRemove(getTranslation("exchange.upload.remove")));
        words.setUnits(new UploadI18N.Units(List.of("B", "kB", "MB", "GB")));
        return words;
    }
}
