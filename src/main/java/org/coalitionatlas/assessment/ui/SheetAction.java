package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.SaidWhen;
import org.jspecify.annotations.Nullable;

/**
 * What a person did on the sheet, by key or pointer: now, or in an earlier visit that could not
 * save it and left it in the browser tab.
 */
@DomEvent("atlas-sheet")
public final class SheetAction extends ComponentEvent<Sheet> {

    /** A narrative that an earlier visit left in the tab. */
    static final String TEXT = "text";

    private final String act;
    private final String need;
    private final String provider;
    private final String question;
    private final String answer;
    private final String text;
    private final String seen;
    private final String said;
    private final String at;
    private final String key;
    private final String id;
    private final String sheet;

    /**
     * @param act {@code answer}, {@code confirm}, {@code unchanged}, {@code confirmAll}, {@code
     *     allUnchanged}, {@code nobody}, {@code notApplicable}, {@code takeBack}, {@code retry},
     *     {@code said}, {@code invite}, {@code keys}, or {@link #TEXT}
     * @param answer empty to take the answer back
     * @param text a reason, or a narrative
     * @param seen what was confirmed, as {@link Seen} writes it
     * @param said when the person's own word that stood there was said, in milliseconds; empty when
     *     none stood there
     * @param at when it was done, in milliseconds on the server's clock; empty for now
     * @param key what the tab keeps it under until the server has dealt with it
     * @param id told apart from a later act under the same key
     * @param sheet the cycle it was done in; empty for this one
     */
    public SheetAction(
            Sheet source,
            boolean fromClient,
            @EventData("event.detail.act") String act,
            @EventData("event.detail.need") String need,
            @EventData("event.detail.provider") String provider,
            @EventData("event.detail.question") String question,
            @EventData("event.detail.answer") String answer,
            @EventData("event.detail.text") String text,
            @EventData("event.detail.seen") String seen,
            @EventData("event.detail.said") String said,
            @EventData("event.detail.at") String at,
            @EventData("event.detail.key") String key,
            @EventData("event.detail.id") String id,
            @EventData("event.detail.sheet") String sheet) {
        super(source, fromClient);
        this.act = act;
        this.need = need;
        this.provider = provider;
        this.question = question;
        this.answer = answer;
        this.text = text;
        this.seen = seen;
        this.said = said;
        this.at = at;
        this.key = key;
        this.id = id;
        this.sheet = sheet;
    }

    /** An act of this moment, by somebody who sees everything that stands. */
    public SheetAction(
            Sheet source,
            boolean fromClient,
            String act,
            String need,
            String provider,
            String question,
            String answer) {
        this(
                source,
                fromClient,
                act,
                need,
                provider,
                question,
                answer,
                "",
                "",
                "",
                "",
                String.join(" ", need, provider, question),
                "",
                "");
    }

    String act() {
        return act;
    }

    String need() {
        return need;
    }

    /** Whether it is about one provider rather than about the need. */
    boolean isOfProvider() {
        return !provider.isEmpty();
    }

    /**
     * @throws IllegalArgumentException when it is none
     */
    UUID provider() {
        return UUID.fromString(provider);
    }

    Question question() {
        return Question.valueOf(question);
    }

    NarrativeTopic topic() {
        return NarrativeTopic.valueOf(question);
    }

    @Nullable Answer answer() {
        return answer.isEmpty() ? null : Answer.valueOf(answer);
    }

    String text() {
        return text;
    }

    String seen() {
        return seen;
    }

    /**
     * When it was said.
     *
     * @param wrote when this screen's own last word there was said, of which the person may not
     *     have heard yet
     * @return {@code null} for now, over whatever stands
     */
    @Nullable SaidWhen when(@Nullable Long wrote) {
        if (at.isEmpty()) {
            return null;
        }
        Set<Long> known = new HashSet<>();
        if (!said.isEmpty()) {
            known.add(Long.valueOf(said));
        }
        if (wrote != null) {
            known.add(wrote);
        }
        return new SaidWhen(Instant.ofEpochMilli(Long.parseLong(at)), known);
    }

    String key() {
        return key;
    }

    String id() {
        return id;
    }

    /** The cycle it was done in, as the tab knows it; empty for the one that is shown. */
    String sheet() {
        return sheet;
    }
}
