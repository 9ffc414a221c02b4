package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Label and value, one below the other; a fact that nobody stated is left out or says so. */
final class Facts extends Composite<DescriptionList> {

    private final DirectoryWords words;

    Facts(DirectoryWords words) {
        this.words = words;
        getContent().addClassName("directory-facts");
    }

    /** Left out when there is no text. */
    Facts text(String labelKey, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            var block = new Paragraph(text);
            block.addClassName("prose");
            component(labelKey, block);
        }
        return this;
    }

    /** "Not stated" when there is no text: its absence matters to somebody who refers. */
    Facts stated(String labelKey, @Nullable String text) {
        return component(
                labelKey,
                new Span(text == null || text.isEmpty() ? words.text("common.notStated") : text));
    }

    /** A line each. */
    Facts lines(String labelKey, List<String> lines) {
        if (!lines.isEmpty()) {
            component(labelKey, lines.stream().map(Paragraph::new).toArray(Component[]::new));
        }
        return this;
    }

    Facts component(String labelKey, Component... parts) {
        return labelled(words.text(labelKey), parts);
    }

    /** The label is in the person's language already. */
    Facts labelled(String label, Component... parts) {
        getContent().add(new DescriptionList.Term(label), new DescriptionList.Description(parts));
        return this;
    }
}
