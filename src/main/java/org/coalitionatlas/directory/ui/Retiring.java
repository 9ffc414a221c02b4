package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.RetiredParts;
import org.coalitionatlas.directory.RetiredParts.Retired;

/** Saying that a location or a person is no longer there, and taking that back. */
final class Retiring {

    private final RetiredParts parts;
    private final DirectoryWords words;
    private final Runnable reload;

    /**
     * @param reload shows the organization anew
     */
    Retiring(RetiredParts parts, DirectoryWords words, Runnable reload) {
        this.parts = parts;
        this.words = words;
        this.reload = reload;
    }

    /** The button on the card of a location or contact that is there. */
    Button button(RecordKind kind, UUID id, String name) {
        var button =
                new Button(words.text("directory.action.retire"), click -> ask(kind, id, name));
        button.setAriaLabel(words.text("directory.action.retireOf", name));
        return button;
    }

    /** What is no longer there; nothing when everything is. */
    Optional<Component> list(UUID organization) {
        List<Retired> all = parts.of(organization);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        list.addClassName("retired-parts");
        all.forEach(one -> list.add(line(one)));
        var section =
                new Section(
                        new H2(words.text("directory.retired.title")),
                        new Paragraph(words.text("directory.retired.text")),
                        list);
        var sheet = new Div(section);
        sheet.addClassName("record-sheet");
        return Optional.of(sheet);
    }

    private ListItem line(Retired one) {
        String name = name(one.draft());
        var called =
                new Span(
                        words.text(
                                "review.history.entry",
                                words.ofReview("record", one.kind()),
                                name));
        called.addClassName("name");
        var line = new ListItem(called, new Span(since(one)));
        if (one.mayPutBack()) {
            var back =
                    new Button(
                            words.text("directory.action.putBack"),
                            click -> putBack(one.kind(), one.id(), name));
            back.setAriaLabel(words.text("directory.action.putBackOf", name));
            line.add(back);
        } else {
            line.add(new Span(words.text("directory.retired.coordinator")));
        }
        return line;
    }

    private String since(Retired one) {
        return one.by() == null
                ? words.moment(one.at())
                : words.text("directory.retired.by", words.moment(one.at()), one.by());
    }

    private String name(Object draft) {
        return draft instanceof LocationDraft location
                ? ServiceForm.placeName(location, words)
                : ((ContactDraft) draft).name();
    }

    private void ask(RecordKind kind, UUID id, String name) {
        var text = new Div(new Paragraph(words.text("directory.retire.text")));
        List<String> services = parts.usedBy(kind, id);
        if (!services.isEmpty()) {
            text.add(
                    new Paragraph(
                            words.text(
                                    "directory.retire.services",
                                    services.size(),
                                    String.join(", ", services))));
        }
        var ask =
                new ConfirmDialog(
                        words.text("directory.retire.title", name),
                        "",
                        words.text("directory.action.retire"),
                        confirm -> retire(kind, id, name),
                        words.text("common.cancel"),
                        cancel -> {});
        ask.setText(text);
        ask.open();
    }

    private void retire(RecordKind kind, UUID id, String name) {
        if (RecordActions.run(() -> parts.retire(kind, id))) {
            Notices.undoable("directory.retired.done", () -> putBack(kind, id, name), name);
            reload.run();
        }
    }

    private void putBack(RecordKind kind, UUID id, String name) {
        if (RecordActions.run(() -> parts.putBack(kind, id))) {
            Notices.done("directory.retired.putBack", name);
            reload.run();
        }
    }
}
