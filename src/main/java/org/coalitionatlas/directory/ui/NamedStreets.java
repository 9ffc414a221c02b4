package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.stream.Collectors;
import org.coalitionatlas.directory.DirectoryRecords.NamedStreet;
import org.coalitionatlas.directory.RecordKind;

/** Warns of texts that tell where a confidential place is. */
final class NamedStreets extends Composite<Div> {

    private final DirectoryWords words;

    NamedStreets(List<NamedStreet> found, DirectoryWords words) {
        this.words = words;
        getContent().addClassName("record-proposals");
        getContent().setVisible(!found.isEmpty());
        if (!found.isEmpty()) {
            var list = new UnorderedList();
            found.forEach(one -> list.add(new ListItem(line(one))));
            getContent().add(new Paragraph(words.text("review.names.lead")), list);
        }
    }

    private Component line(NamedStreet one) {
        String text =
                words.text(
                        "review.names.line",
                        one.label(),
                        one.fields().stream()
                                .map(field -> words.text(label(field)))
                                .collect(Collectors.joining(", ")));
        return one.kind() == RecordKind.SERVICE
                ? new RouterLink(
                        text,
                        ServiceRecordView.class,
                        new RouteParameters("id", one.id().toString()))
                : new Span(text);
    }

    private static String label(String field) {
        return switch (field) {
            case "placeName" -> "directory.location.name";
            case "accessibility" -> "directory.location.accessibility";
            case "contactName" -> "directory.contact.name";
            case "contactTitle" -> "directory.contact.title";
            default -> "directory.field." + field;
        };
    }
}
