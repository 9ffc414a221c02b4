package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Narratives.Revision;
import org.jspecify.annotations.Nullable;

/** Every text a narrative had, the newest first, with who and when; a former one can come back. */
final class NarrativeHistoryDialog extends Dialog {

    /**
     * @param restoring brings a text back; {@code null} for whoever may only read
     */
    NarrativeHistoryDialog(
            SheetWords words,
            NarrativeTopic topic,
            List<Revision> revisions,
            @Nullable SerializableConsumer<UUID> restoring) {
        setHeaderTitle(
                words.text(
                        "cycle.history.title", words.text("assessment.narrative." + topic.name())));
        addClassName("narrative-history");
        if (revisions.isEmpty()) {
            add(new Paragraph(words.text("assessment.narrative.none")));
        }
        for (int i = 0; i < revisions.size(); i++) {
            add(part(words, revisions.get(i), i > 0 ? restoring : null));
        }
        getFooter().add(new Button(words.text("common.close"), click -> close()));
        setWidth("min(44rem, 96vw)");
    }

    private Div part(
            SheetWords words, Revision revision, @Nullable SerializableConsumer<UUID> restoring) {
        String head =
                words.text(
                        revision.restored() ? "cycle.history.restored" : "cycle.history.written",
                        revision.by(),
                        words.exact(revision.at()));
        var text =
                new Paragraph(
                        revision.text().isEmpty()
                                ? words.text("cycle.history.empty")
                                : revision.text());
        text.addClassName("narrative-text");
        var part = new Div(new H3(head), text);
        part.addClassName("narrative-revision");
        if (restoring != null) {
            var restore =
                    new Button(
                            words.text("cycle.history.restore"),
                            click -> {
                                close();
                                restoring.accept(revision.id());
                            });
            restore.setAriaLabel(
                    words.text(
                            "cycle.history.restoreNamed",
                            revision.by(),
                            words.exact(revision.at())));
            part.add(restore);
        }
        return part;
    }
}
