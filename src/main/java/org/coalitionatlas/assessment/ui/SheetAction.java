package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import java.util.UUID;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Question;
import org.jspecify.annotations.Nullable;

/** What a person did in the tables of the sheet, by key or pointer. */
@DomEvent("atlas-sheet")
public final class SheetAction extends ComponentEvent<Sheet> {

    private final String act;
    private final String need;
    private final String provider;
    private final String question;
    private final String answer;

    /**
     * @param act {@code answer}, {@code confirm}, {@code unchanged}, {@code retry}, {@code said},
     *     {@code nobody} or {@code keys}
     * @param answer empty to take the answer back
     */
    public SheetAction(
            Sheet source,
            boolean fromClient,
            @EventData("event.detail.act") String act,
            @EventData("event.detail.need") String need,
            @EventData("event.detail.provider") String provider,
            @EventData("event.detail.question") String question,
            @EventData("event.detail.answer") String answer) {
        super(source, fromClient);
        this.act = act;
        this.need = need;
        this.provider = provider;
        this.question = question;
        this.answer = answer;
    }

    String act() {
        return act;
    }

    String need() {
        return need;
    }

    /**
     * @throws IllegalArgumentException when it is none
     */
    UUID provider() {
        return UUID.fromString(provider);
    }

    String providerCode() {
        return provider;
    }

    String questionCode() {
        return question;
    }

    String answerCode() {
        return answer;
    }

    Question question() {
        return Question.valueOf(question);
    }

    @Nullable Answer answer() {
        return answer.isEmpty() ? null : Answer.valueOf(answer);
    }
}
