package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Judged;
import org.coalitionatlas.capacity.Outcome;
import org.coalitionatlas.common.LocalText;

/** How results are said, in the language of the view. */
final class ResultWords {

    private final Component view;

    ResultWords(Component view) {
        this.view = view;
    }

    String say(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }

    Locale locale() {
        return UI.getCurrent().getLocale();
    }

    String in(LocalText text) {
        return text.in(locale());
    }

    /** "Being improved". */
    String outcome(Outcome outcome) {
        return say("capacity.outcome." + outcome);
    }

    /** The heading of all places with that outcome: "Strengths". */
    String outcomes(Outcome outcome) {
        return say("capacity.outcomes." + outcome);
    }

    /** What was answered, in a word or two; words themselves stand elsewhere. */
    String answer(Given given) {
        if (given.later()) {
            return say("capacity.answer.later");
        }
        if (given.choice() != null) {
            return say("capacity.choice." + given.choice());
        }
        return say(given.isAnswer() ? "capacity.answer.words" : "capacity.answer.none");
    }

    /** "3.3 Staff has the training it needs: Referral". */
    String numbered(Judged place) {
        return place.item().number() + " " + in(place.statement());
    }

    /** "Safe Harbor · 2026 · version 1". */
    String of(String organization, String cycle, Instrument instrument) {
        return say("capacity.result.of", organization, cycle, instrument.version());
    }
}
