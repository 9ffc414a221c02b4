package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import java.time.Instant;
import java.util.Optional;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.Word;
import org.jspecify.annotations.Nullable;

/** Somebody chose or typed something, now or in an earlier visit that could not save it. */
@DomEvent("atlas-answer")
public final class AnswerGiven extends ComponentEvent<ResponseForm> {

    static final String CHOICE = "choice";
    static final String TEXT = "text";
    static final String NOTE = "note";
    static final String COMMENT = "comment";
    static final String LATER = "later";
    static final String CONFIRM = "confirm";

    private final String place;
    private final String kind;
    private final String saw;
    private final String now;
    private final String at;

    /**
     * @param place as {@link #code} writes it
     * @param kind of the word: a choice, a text, a note, a comment, putting off or no longer, or
     *     that the answer holds although the question was changed
     * @param saw what stood there for this person
     * @param at when it was said, in milliseconds on the server's clock; empty for now
     */
    public AnswerGiven(
            ResponseForm source,
            boolean fromClient,
            @EventData("event.detail.place") String place,
            @EventData("event.detail.kind") String kind,
            @EventData("event.detail.saw") @Nullable String saw,
            @EventData("event.detail.now") String now,
            @EventData("event.detail.at") @Nullable String at) {
        super(source, fromClient);
        this.place = place;
        this.kind = kind;
        this.saw = saw == null ? "" : saw;
        this.now = now;
        this.at = at == null ? "" : at;
    }

    /** A word of this moment. */
    public AnswerGiven(
            ResponseForm source,
            boolean fromClient,
            String place,
            String kind,
            String saw,
            String now) {
        this(source, fromClient, place, kind, saw, now, "");
    }

    /** When it was said; {@code null} for now. */
    @Nullable Instant at() {
        return at.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(at));
    }

    /** Whether it is something typed, which the person may want to copy. */
    boolean isTyped() {
        return kind.equals(TEXT) || kind.equals(NOTE) || kind.equals(COMMENT);
    }

    String kind() {
        return kind;
    }

    String now() {
        return now;
    }

    String placeCode() {
        return place;
    }

    AnswerKey place() {
        return place(place);
    }

    /** What was chosen; nothing where a choice was taken back. */
    Optional<Choice> choice() {
        return Optional.ofNullable(choice(now));
    }

    Word word() {
        return switch (kind) {
            case CHOICE -> new Word.Chosen(choice(saw), choice(now));
            case TEXT -> new Word.Written(saw, now);
            case NOTE -> new Word.Noted(saw, now);
            case LATER -> new Word.PutOff(Boolean.parseBoolean(now));
            case CONFIRM -> new Word.Confirmed();
            default -> throw new IllegalArgumentException("no kind of word: " + kind);
        };
    }

    private static @Nullable Choice choice(String name) {
        return name.isEmpty() ? null : Choice.valueOf(name);
    }

    /** A place as an attribute of the page: item, or item and part. */
    static String code(AnswerKey place) {
        return place.part().isEmpty() ? place.item() : place.item() + "/" + place.part();
    }

    static AnswerKey place(String code) {
        int slash = code.indexOf('/');
        return slash < 0
                ? new AnswerKey(code, AnswerKey.WHOLE)
                : new AnswerKey(code.substring(0, slash), code.substring(slash + 1));
    }
}
