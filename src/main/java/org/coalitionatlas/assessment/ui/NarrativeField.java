package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.UUID;
import org.coalitionatlas.assessment.NarrativeChanged;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Worksheet.Narrative;
import org.coalitionatlas.common.ui.FreeText;
import org.jspecify.annotations.Nullable;

/**
 * One of the four narratives. Saves itself while a person writes; when somebody else wrote
 * meanwhile, shows both texts and lets the person decide.
 */
final class NarrativeField extends Composite<Div> {

    private static final int PAUSE = 1000;

    private final NarrativeTopic topic;
    private final SheetWords words;
    private final SheetKeeper keeper;
    private final SerializableConsumer<Integer> settled;
    private final TextArea text = new TextArea();
    private final Span status = Markup.span("narrative-status", "");
    private final Div conflict = new Div();

    private String saved;
    private long seen;

    NarrativeField(
            NarrativeTopic topic,
            @Nullable Narrative standing,
            SheetWords words,
            SheetKeeper keeper,
            SerializableConsumer<NarrativeField> history,
            SerializableConsumer<Integer> settled) {
        this.topic = topic;
        this.words = words;
        this.keeper = keeper;
        this.settled = settled;
        saved = standing == null ? "" : standing.text();
        getContent().addClassName("narrative");
        getContent().getElement().setAttribute("data-topic", topic.name());
        text.setLabel(words.text("assessment.narrative." + topic.name()));
        text.setHelperText(words.text("assessment.narrative." + topic.name() + ".help"));
        FreeText.watched(text);
        text.setWidthFull();
        text.setMinHeight("8rem");
        text.setValue(saved);
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(PAUSE);
        text.addValueChangeListener(change -> save());
        text.addBlurListener(blur -> save());
        status.getElement().setAttribute("role", "status");
        conflict.addClassName("narrative-conflict");
        conflict.setVisible(false);
        getContent().add(text, status, conflict, history(history));
        seen(standing == null ? Narrative.UNWRITTEN : standing.version());
        if (standing != null) {
            status.setText(
                    words.text(
                            "assessment.row.answered", standing.by(), words.moment(standing.at())));
        }
    }

    private Button history(SerializableConsumer<NarrativeField> opening) {
        var history = new Button(words.text("cycle.history"), click -> opening.accept(this));
        history.setAriaLabel(
                words.text(
                        "cycle.historyNamed", words.text("assessment.narrative." + topic.name())));
        return history;
    }

    /** Brings a former text back; what stands there stays in the history. */
    void restore(UUID revision) {
        try {
            Narrative restored = keeper.restore(topic, revision, seen);
            saved = restored.text();
            text.setValue(restored.text());
            standing(restored, restored.text());
        } catch (NarrativeChanged e) {
            ask(e.standing());
        } catch (RuntimeException e) {
            status.setText(SheetKeeper.inWords(e));
            status.addClassName("unsaved");
        }
        text.focus();
    }

    /** Takes up a text that an interrupted visit could not save, begun from that version. */
    void takeUp(String draft, long version) {
        if (draft.equals(saved)) {
            settled.accept(saved.length());
            return;
        }
        seen(version);
        text.setValue(draft);
        save();
    }

    private void save() {
        String typed = text.getValue();
        if (typed.equals(saved) || conflict.isVisible()) {
            return;
        }
        try {
            standing(keeper.write(topic, typed, seen), typed);
        } catch (NarrativeChanged e) {
            ask(e.standing());
        } catch (RuntimeException e) {
            status.setText(SheetKeeper.inWords(e));
            status.addClassName("unsaved");
        }
    }

    private void standing(Narrative narrative, String typed) {
        saved = typed;
        seen(narrative.version());
        status.removeClassName("unsaved");
        status.setText(words.text("assessment.saved", words.time(narrative.at())));
        settled.accept(saved.length());
    }

    private void seen(long version) {
        seen = version;
        getContent().getElement().setAttribute("data-version", String.valueOf(version));
    }

    private void ask(Narrative other) {
        status.addClassName("unsaved");
        status.setText(words.text("assessment.narrative.changed"));
        var theirs = new Paragraph(other.text());
        theirs.addClassName("theirs");
        conflict.removeAll();
        conflict.add(
                new Paragraph(
                        words.text(
                                "assessment.narrative.theirs",
                                other.by(),
                                words.moment(other.at()))),
                theirs,
                new Button(
                        words.text("assessment.narrative.both"),
                        click -> {
                            text.setValue(other.text() + "\n\n" + text.getValue());
                            decide(other);
                        }),
                new Button(words.text("assessment.narrative.mine"), click -> decide(other)),
                new Button(
                        words.text("assessment.narrative.useTheirs"),
                        click -> {
                            saved = other.text();
                            text.setValue(other.text());
                            conflict.setVisible(false);
                            standing(other, other.text());
                            text.focus();
                        }));
        conflict.setVisible(true);
    }

    private void decide(Narrative other) {
        seen(other.version());
        conflict.setVisible(false);
        save();
        text.focus();
    }
}
