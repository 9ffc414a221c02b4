package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.capacity.Evidence;
import org.coalitionatlas.capacity.EvidenceShelf;
import org.coalitionatlas.capacity.FileType;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.common.ui.Notices;

/** Links and files of one item: what is there, and adding to it. */
final class EvidenceDialog extends Dialog {

    private static final int MEGABYTES = Responses.LARGEST_FILE / (1024 * 1024);

    private final transient EvidenceShelf shelf;
    private final UUID response;
    private final Item item;
    private final ResponseWords words;
    private final transient Supplier<List<Evidence>> standing;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph said = new Paragraph();
    private final TextField address = new TextField();
    private final TextField title = new TextField();
    private final Upload upload;

    /**
     * @param standing reads all evidence of the response again, and shows it outside
     */
    EvidenceDialog(
            EvidenceShelf shelf,
            UUID response,
            Item item,
            ResponseWords words,
            Supplier<List<Evidence>> standing) {
        this.shelf = shelf;
        this.response = response;
        this.item = item;
        this.words = words;
        this.standing = standing;
        setHeaderTitle(words.text("response.evidence.of", item.number()));
        setWidth("min(40rem, 100%)");
        list.addClassName("evidence");
        said.getElement().setAttribute("role", "status");
        address.setLabel(words.text("response.link.address"));
        address.setHelperText(words.text("response.link.help"));
        address.setWidthFull();
        title.setLabel(words.text("response.link.title"));
        title.setWidthFull();
        upload = new Upload(this::receive);
        upload.setMaxFileSize(Responses.LARGEST_FILE);
        upload.setAcceptedFileTypes(FileType.accepted());
        upload.setUploadButton(new Button(words.text("response.file.choose")));
        upload.setDropLabel(new Span(words.text("response.file.drop")));
        upload.setI18n(UploadWords.of(words::text, words.text("response.file.refused", MEGABYTES)));
        upload.addFileRejectedListener(
                event -> said.setText(words.text("response.file.refused", MEGABYTES)));
        var form = new Div();
        form.addClassName("evidence-form");
        form.add(
                new Paragraph(words.question(item)),
                list,
                said,
                new H3(words.text("response.link")),
                address,
                title,
                new Button(words.text("response.link.add"), click -> addLink()),
                new H3(words.text("response.file.one")),
                new Paragraph(words.text("response.file.help", MEGABYTES)),
                upload,
                new Paragraph(words.text("common.noVictimData")));
        add(form);
        getFooter().add(new Button(words.text("common.close"), click -> close()));
        refresh();
    }

    private void refresh() {
        list.removeAll();
        standing.get().stream()
                .filter(e -> e.item().equals(item.key()))
                .forEach(
                        e -> {
                            var remove =
                                    new Button(
                                            words.text("response.evidence.remove"),
                                            click -> remove(e));
                            remove.setAriaLabel(
                                    words.text("response.evidence.removeNamed", e.title()));
                            var by = new Span(words.stamp(e.added()));
                            by.addClassName("evidence-by");
                            list.add(new ListItem(new Div(ItemPanel.link(e, words), by), remove));
                        });
        list.setVisible(list.getComponentCount() > 0);
    }

    private void addLink() {
        try {
            shelf.link(response, item.key(), title.getValue(), address.getValue());
            address.clear();
            address.setInvalid(false);
            title.clear();
            said.setText(words.text("response.evidence.added"));
            refresh();
        } catch (RuntimeException e) {
            address.setErrorMessage(ResponseKeeper.inWords(e));
            address.setInvalid(true);
            address.focus();
        }
    }

    private void remove(Evidence e) {
        try {
            shelf.remove(response, e.id());
        } catch (RuntimeException failure) {
            said.setText(ResponseKeeper.inWords(failure));
            return;
        }
        refresh();
        Notices.undoable(
                "response.evidence.removed",
                () -> {
                    shelf.putBack(response, e.id());
                    refresh();
                },
                e.title());
    }

    private void receive(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        String name = event.getFileName();
        try (InputStream in = event.getInputStream()) {
            shelf.file(response, item.key(), name, in);
            ui.access(() -> taken(words.text("response.evidence.added")));
        } catch (RuntimeException e) {
            ui.access(() -> taken(ResponseKeeper.inWords(e)));
        }
    }

    private void taken(String what) {
        upload.clearFileList();
        said.setText(what);
        refresh();
    }
}
