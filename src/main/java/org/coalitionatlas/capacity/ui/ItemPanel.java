package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Evidence;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.ReviewComment;
import org.coalitionatlas.common.ui.Drawing;
import org.jspecify.annotations.Nullable;

/** An item with its places, what shows its answers, and what the review said. */
final class ItemPanel extends Composite<Div> {

    private final Item item;
    private final ResponseWords words;
    private final UnorderedList evidence = new UnorderedList();
    private final Paragraph notCounted = new Paragraph();

    ItemPanel(Item item, List<Component> rows, ResponseWords words) {
        this.item = item;
        this.words = words;
        getContent().addClassName("item");
        Element root = getContent().getElement();
        root.setAttribute("data-item", item.key()).setAttribute("tabindex", "-1");
        var heading = new H3();
        new Drawing()
                .element("span", "item-number", item.number())
                .element("span", "", " " + words.of(item.question()))
                .into(heading.getElement());
        notCounted.addClassName("item-not-counted");
        notCounted.setVisible(false);
        getContent().add(heading, notCounted);
        if (item.help() != null) {
            var help = new Paragraph(words.of(item.help()));
            help.addClassName("item-help");
            getContent().add(help);
        }
        rows.forEach(getContent()::add);
        evidence.addClassName("evidence");
        evidence.getElement()
                .setAttribute("aria-label", words.text("response.evidence.of", item.number()));
        getContent().add(evidence);
        var source = new Paragraph(words.text("response.source", Sources.place(item.source())));
        source.addClassName("item-source");
        getContent().add(source);
    }

    Item item() {
        return item;
    }

    /** Marks what stands here as kept but not counted, because the item is not asked now. */
    void notCounted(boolean now) {
        notCounted.setVisible(now);
        notCounted.setText(now ? words.text("response.notCounted.here") : "");
        getContent().setClassName("is-not-counted", now);
    }

    /** Lets the person add evidence. */
    void offerEvidence(Runnable open) {
        var button = new Button(words.text("response.evidence.add"), click -> open.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(words.text("response.evidence.addTo", words.question(item)));
        getContent().addComponentAtIndex(getContent().getComponentCount() - 1, button);
    }

    void show(List<Evidence> all) {
        evidence.removeAll();
        all.stream()
                .filter(e -> e.item().equals(item.key()))
                .forEach(e -> evidence.add(new ListItem(link(e, words))));
        evidence.setVisible(evidence.getComponentCount() > 0);
    }

    static Component link(Evidence e, ResponseWords words) {
        if (e.url() != null) {
            var link = new Anchor(e.url(), e.title());
            link.setTarget(AnchorTarget.BLANK);
            link.getElement().setAttribute("rel", "noopener noreferrer");
            return link;
        }
        // Beside the portal, not in it: the file's own address, told from the root of the site.
        var link =
                new Anchor(
                        ".." + CapacityNavigation.file(e.id()),
                        words.text("response.file", e.title(), words.size(e.size())));
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        return link;
    }

    /** What the coordinator said of it. */
    void show(List<ReviewComment> comments, boolean told) {
        comments.stream()
                .filter(c -> c.item().equals(item.key()) && (c.told() != null) == told)
                .forEach(c -> getContent().add(comment(c, words)));
    }

    static Component comment(ReviewComment c, ResponseWords words) {
        var said = new Paragraph(c.text());
        said.getElement().setAttribute("dir", "auto");
        var by = new Paragraph(words.text("response.comment.by", words.stamp(c.made())));
        by.addClassName("comment-by");
        var box = new Div(by, said);
        box.addClassName("review-comment");
        return box;
    }

    /** Lets the coordinator say something of it. */
    void offerComment(@Nullable String standing) {
        getContent().add(commentField(item.key(), words.question(item), standing, words));
    }

    /** A text that the form's script saves like an answer. */
    static Component commentField(
            String item, String about, @Nullable String standing, ResponseWords words) {
        String id = "comment-" + (item.isEmpty() ? "whole" : item);
        var box = new Div();
        box.addClassName("comment-field");
        box.getElement().setAttribute("data-place", item);
        Element label =
                Markup.element("label", "")
                        .setAttribute("for", id)
                        .setText(words.text("response.comment"));
        // A comment on an item stands below its question; one on the whole says so itself.
        label.appendChild(
                Markup.text("span", item.isEmpty() ? "" : "visually-hidden", " " + about));
        Element area =
                new Element("textarea")
                        .setAttribute("id", id)
                        .setAttribute("data-kind", AnswerGiven.COMMENT)
                        .setAttribute("rows", "2")
                        .setAttribute("dir", "auto");
        if (standing != null) {
            area.setText(standing);
        }
        box.getElement()
                .appendChild(
                        label,
                        area,
                        Markup.element("p", "place-status").setAttribute("role", "status"));
        return box;
    }
}
