package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.UUID;
import org.coalitionatlas.assessment.NarrativeTopic;

/**
 * The root of a sheet. Its script ({@code assets/worksheet.js}) moves between the answers without
 * asking the server, reports what was done there, and keeps what is not saved yet through a lost
 * connection.
 */
public final class Sheet extends Div {

    Sheet() {
        addClassName("worksheet");
    }

    /**
     * What unsaved work is kept under in this browser tab: sheet and person. What an earlier visit
     * left there is then reported, here or as of another cycle.
     *
     * @param now the server's clock
     */
    void keeping(UUID assessmentId, UUID person, Instant now) {
        getElement()
                .setAttribute("data-sheet", assessmentId + " " + person)
                .setAttribute("data-clock", String.valueOf(now.toEpochMilli()))
                .executeJs("window.atlasWorksheet?.begin(this)");
    }

    /** Lets the person answer. */
    void answerable(SheetWords words, ComponentEventListener<DraftFound> onDraft) {
        getElement()
                .setAttribute("data-waiting", words.text("assessment.waiting"))
                .setAttribute("data-keys-yes", words.text("assessment.keys.yes.letters"))
                .setAttribute("data-keys-no", words.text("assessment.keys.no.letters"))
                .setAttribute("data-keys-unknown", words.text("assessment.keys.unknown.letters"));
        addListener(DraftFound.class, onDraft);
    }

    /** Hears what the person does, as far as they may, and what the tab still holds. */
    void listen(ComponentEventListener<SheetAction> onAction) {
        addListener(SheetAction.class, onAction);
    }

    /** The server has dealt with an act for good: the tab need not keep it. */
    void settled(SheetAction action) {
        getElement()
                .executeJs(
                        "window.atlasWorksheet?.settled(this, $0, $1)", action.key(), action.id());
    }

    /** Not saved, and the person was told why: the tab keeps it. */
    void refused(SheetAction action) {
        getElement()
                .executeJs(
                        "window.atlasWorksheet?.refused(this, $0, $1)", action.key(), action.id());
    }

    /** A narrative of that length was saved. */
    void written(NarrativeTopic topic, int length) {
        getElement()
                .executeJs("window.atlasWorksheet?.written(this, $0, $1)", topic.name(), length);
    }
}
