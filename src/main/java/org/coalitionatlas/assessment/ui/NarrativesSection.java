package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Narratives;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.assessment.Worksheet.Narrative;
import org.jspecify.annotations.Nullable;

/** The four narratives: fields that save themselves, or texts to read; each with its history. */
final class NarrativesSection extends Composite<Section> {

    private final SheetWords words;
    private final UUID assessmentId;
    private final transient Narratives narratives;
    private final Map<NarrativeTopic, NarrativeField> fields = new EnumMap<>(NarrativeTopic.class);

    /**
     * @param keeper saves them; {@code null} for a reader
     */
    NarrativesSection(
            SheetWords words,
            Worksheet worksheet,
            @Nullable SheetKeeper keeper,
            Narratives narratives,
            Sheet sheet) {
        this.words = words;
        this.assessmentId = worksheet.assessmentId();
        this.narratives = narratives;
        getContent().addClassName("narratives");
        getContent().add(new H2(words.text("assessment.narratives")));
        if (keeper != null) {
            getContent()
                    .add(
                            new Paragraph(
                                    words.text("assessment.narratives.help")
                                            + " "
                                            + words.text("common.noVictimData")));
        }
        for (NarrativeTopic topic : NarrativeTopic.values()) {
            Narrative standing = worksheet.narratives().get(topic);
            if (keeper == null) {
                getContent().add(text(topic, standing));
            } else {
                var field =
                        new NarrativeField(
                                topic,
                                standing,
                                words,
                                keeper,
                                one -> history(topic, one),
                                length -> sheet.written(topic, length));
                fields.put(topic, field);
                getContent().add(field);
            }
        }
    }

    /** Takes up a text that an interrupted visit could not save, begun from that version. */
    void takeUp(NarrativeTopic topic, String draft, long version) {
        NarrativeField field = fields.get(topic);
        if (field != null) {
            field.takeUp(draft, version);
        }
    }

    private Component text(NarrativeTopic topic, @Nullable Narrative standing) {
        boolean written = standing != null && !standing.text().isEmpty();
        var text =
                new Paragraph(
                        standing == null || !written
                                ? words.text("assessment.narrative.none")
                                : standing.text());
        text.addClassName("narrative-text");
        String label = words.text("assessment.narrative." + topic.name());
        var part = new Div(new H3(label), text);
        if (standing != null) {
            var history = new Button(words.text("cycle.history"), click -> history(topic, null));
            history.setAriaLabel(words.text("cycle.historyNamed", label));
            part.add(history);
        }
        return part;
    }

    private void history(NarrativeTopic topic, @Nullable NarrativeField field) {
        new NarrativeHistoryDialog(
                        words,
                        topic,
                        narratives.history(assessmentId, topic),
                        field == null ? null : field::restore)
                .open();
    }
}
