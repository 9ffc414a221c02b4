package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.Div;
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
     * Lets the person answer.
     *
     * @param key what unsaved work is kept under in this browser tab: sheet and person
     */
    void answerable(
            String key,
            SheetWords words,
            ComponentEventListener<SheetAction> onAction,
            ComponentEventListener<DraftFound> onDraft) {
        getElement()
                .setAttribute("data-sheet", key)
                .setAttribute("data-waiting", words.text("assessment.waiting"))
                .setAttribute("data-keys-yes", words.text("assessment.keys.yes.letters"))
                .setAttribute("data-keys-no", words.text("assessment.keys.no.letters"))
                .setAttribute("data-keys-unknown", words.text("assessment.keys.unknown.letters"));
        addListener(SheetAction.class, onAction);
        addListener(DraftFound.class, onDraft);
        getElement().executeJs("window.atlasWorksheet?.begin(this)");
    }

    /** Lets the person only ask who said what. */
    void readable(ComponentEventListener<SheetAction> onAction) {
        addListener(SheetAction.class, onAction);
    }

    /** The server has dealt with an action, well or badly, and shows how it stands. */
    void settled(SheetAction action) {
        getElement()
                .executeJs(
                        "window.atlasWorksheet?.settled(this, $0, $1, $2, $3)",
                        action.need(),
                        action.providerCode(),
                        action.questionCode(),
                        action.answerCode());
    }

    /** A narrative of that length was saved. */
    void written(NarrativeTopic topic, int length) {
        getElement()
                .executeJs("window.atlasWorksheet?.written(this, $0, $1)", topic.name(), length);
    }
}
