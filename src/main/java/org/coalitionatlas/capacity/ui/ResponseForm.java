package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.html.Div;
import org.coalitionatlas.capacity.AnswerKey;

/**
 * The root of a response on the screen. Its script ({@code assets/response.js}) reports what people
 * say and keeps it in their tab until it is saved.
 */
public final class ResponseForm extends Div {

    ResponseForm() {
        addClassName("response-form");
    }

    /**
     * Lets the person answer.
     *
     * @param key what unsaved work is kept under in this browser tab: response and person
     */
    void answerable(
            String key,
            ResponseWords words,
            ComponentEventListener<AnswerGiven> onAnswer,
            ComponentEventListener<PlaceAct> onAct) {
        getElement()
                .setAttribute("data-sheet", key)
                .setAttribute("data-clock", String.valueOf(words.now().toEpochMilli()))
                .setAttribute("data-waiting", words.text("response.waiting"))
                .setAttribute("data-back", words.text("response.back.saving"))
                .setAttribute("data-back-saved", words.text("response.back.saved"));
        addListener(AnswerGiven.class, onAnswer);
        addListener(PlaceAct.class, onAct);
    }

    /** Takes up what is still unsaved; after every new drawing of the form. */
    void begin() {
        getElement().executeJs("window.atlasResponse?.begin(this)");
    }

    void settled(String place, String kind, String sent) {
        getElement()
                .executeJs("window.atlasResponse?.settled(this, $0, $1, $2)", place, kind, sent);
    }

    void refused(String place, String kind) {
        getElement().executeJs("window.atlasResponse?.refused(this, $0, $1)", place, kind);
    }

    void arrived(AnswerKey place, String kind, String value) {
        getElement()
                .executeJs(
                        "window.atlasResponse?.arrived(this, $0, $1, $2)",
                        AnswerGiven.code(place),
                        kind,
                        value);
    }

    void forget(String place, String kind) {
        getElement().executeJs("window.atlasResponse?.forget(this, $0, $1)", place, kind);
    }

    void goTo(String item) {
        getElement().executeJs("window.atlasResponse?.goTo(this, $0)", item);
    }
}
