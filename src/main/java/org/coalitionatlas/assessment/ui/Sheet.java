package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import org.coalitionatlas.assessment.NarrativeTopic;

/**
 * The root of a sheet. Its script moves between the answers without asking the server, reports what
 * was done there, and keeps what is not saved yet through a lost connection.
 */
final class Sheet extends Div {

    /**
     * @param key what unsaved work is kept under in this browser tab: sheet and person
     */
    Sheet(String key, SheetWords words) {
        addClassName("worksheet");
        getElement().setAttribute("data-sheet", key);
        getElement().setAttribute("data-waiting", words.text("assessment.waiting"));
        getElement().setAttribute("data-keys-yes", words.text("assessment.keys.yes.letters"));
        getElement().setAttribute("data-keys-no", words.text("assessment.keys.no.letters"));
        getElement()
                .setAttribute("data-keys-unknown", words.text("assessment.keys.unknown.letters"));
    }

    void onAction(ComponentEventListener<SheetAction> listener) {
        addListener(SheetAction.class, listener);
    }

    void onDraft(ComponentEventListener<DraftFound> listener) {
        addListener(DraftFound.class, listener);
    }

    /** Looks for work that an earlier, interrupted visit could not save. */
    void begin() {
        getElement().executeJs("window.atlasWorksheet?.begin(this)");
    }

    /** The server has dealt with an action, well or badly, and shows how it stands. */
    void settled(String need, UUID provider) {
        getElement()
                .executeJs(
                        "window.atlasWorksheet?.settled(this, $0, $1)", need, provider.toString());
    }

    void settled(NarrativeTopic topic) {
        getElement().executeJs("window.atlasWorksheet?.written(this, $0)", topic.name());
    }
}
