package org.coalitionatlas.capacity;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.coalitionatlas.capacity.ResponseVerb.Side;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PastedText;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * What people do with a response. Each verb asks {@link ResponseVerb} whether it fits and {@link
 * ResponseAccess} whether it is this person's.
 */
@Component
public class Responses {

    /** Most characters of an answer in words. */
    public static final int LONGEST_TEXT = 10_000;

    /** Most characters of a note or comment. */
    public static final int LONGEST_NOTE = 4_000;

    /** Most bytes of a file. */
    public static final int LARGEST_FILE = 5 * 1024 * 1024;

    /** Most characters of a cycle's name. */
    public static final int LONGEST_CYCLE = 40;

    private static final int LONGEST_REASON = 1_000;

    private final ResponseStore store;
    private final AnswerStore answers;
    private final ReviewStore reviews;
    private final ResponseHold hold;
    private final AnswerTaking taking;
    private final ResponseAccess access;
    private final Instruments instruments;
    private final Clock clock;

    Responses(
            ResponseStore store,
            AnswerStore answers,
            ReviewStore reviews,
            ResponseHold hold,
            AnswerTaking taking,
            ResponseAccess access,
            Instruments instruments,
            Clock clock) {
        this.store = store;
        this.answers = answers;
        this.reviews = reviews;
        this.hold = hold;
        this.taking = taking;
        this.access = access;
        this.instruments = instruments;
        this.clock = clock;
    }

    /** The name of the cycle that begins when nobody names one: this year. */
    public String currentCycle() {
        return String.valueOf(Year.now(clock.withZone(ZoneOffset.UTC)));
    }

    /**
     * Opens a response in the newest version of the instrument, or returns the one that is there
     * already: an organization has one per instrument and cycle. For people who speak for the
     * organization, and its coordinators, who open it for them.
     *
     * @param cycle a year or any short name
     * @throws InvalidValue {@code response.open.instrument}, {@code invalid.missing}, {@code
     *     invalid.tooLong}
     */
    @PreAuthorize("isAuthenticated()")
    public UUID open(UUID organization, String instrumentCode, String cycle) {
        Set<Side> sides = access.requireReader(organization);
        Instrument instrument =
                instruments.latest().stream()
                        .filter(one -> one.code().equals(instrumentCode))
                        .findFirst()
                        .orElseThrow(
                                () -> new InvalidValue("response.open.instrument", instrumentCode));
        Stamp now = hold.now();
        var head =
                ResponseHead.opened(
                        organization,
                        instrument,
                        Texts.required(cycle, LONGEST_CYCLE),
                        now,
                        sides.contains(Side.COORDINATOR));
        return hold.retrying(
                status ->
                        store.head(organization, instrumentCode, head.cycle())
                                .map(ResponseHead::id)
                                .orElseGet(
                                        () -> {
                                            store.insert(head);
                                            reviews.happened(
                                                    head.id(),
                                                    new ResponseEvent(
                                                            ResponseEvent.OPEN, now, null));
                                            return head.id();
                                        }));
    }

    /**
     * Takes one word at one place: four statements, however long the response is. For people who
     * speak for the organization, while the response is open.
     *
     * @throws InvalidValue {@code response.place.gone} when its version asks no such thing, {@code
     *     invalid.tooLong}
     * @throws NotInState when it is not open
     */
    @PreAuthorize("isAuthenticated()")
    public Said answer(UUID id, AnswerKey place, Word word) {
        return answer(id, place, word, Integer.MAX_VALUE);
    }

    /**
     * The same from a screen that may show an older version of the question: then its answer is
     * marked to be looked at again.
     *
     * @param wording {@link Item#wording} of the question on the screen
     */
    @PreAuthorize("isAuthenticated()")
    public Said answer(UUID id, AnswerKey place, Word word, int wording) {
        return taking.take(id, place, word, wording);
    }

    /**
     * Hands the response to the coordinator with whatever is put off. For people who speak for the
     * organization.
     *
     * @throws StillMissing with every other place that has no answer
     */
    @PreAuthorize("isAuthenticated()")
    public void submit(UUID id) {
        submit(id, putOff -> true);
    }

    /**
     * The same for somebody who was shown what is put off.
     *
     * @param agreed the places they hand in without an answer
     * @throws PutOffPlaces when others are put off too
     */
    @PreAuthorize("isAuthenticated()")
    public void submit(UUID id, Set<AnswerKey> agreed) {
        submit(id, agreed::containsAll);
    }

    private void submit(UUID id, Predicate<List<AnswerKey>> agreed) {
        changing(
                id,
                ResponseVerb.SUBMIT,
                null,
                head -> {
                    var given = new HashMap<AnswerKey, Given>();
                    answers.answers(id, 0).forEach(a -> given.put(a.place(), a.given()));
                    Answered answered = Answered.of(instruments.of(head), given);
                    List<AnswerKey> missing =
                            answered.missing().stream()
                                    .filter(place -> !answered.at(place).later())
                                    .toList();
                    if (!missing.isEmpty()) {
                        throw new StillMissing(missing);
                    }
                    List<AnswerKey> putOff = answered.missing();
                    if (!agreed.test(putOff)) {
                        throw new PutOffPlaces(putOff);
                    }
                });
    }

    /** Takes it back before it is reviewed. For people who speak for the organization. */
    @PreAuthorize("isAuthenticated()")
    public void takeBack(UUID id, String reason) {
        String why = PastedText.required(reason, LONGEST_REASON);
        changing(id, ResponseVerb.TAKE_BACK, why, head -> {});
    }

    /**
     * Says something of an item, or of the whole; empty takes it away. The organization sees it
     * with the review. For coordinators.
     *
     * @param item key of the item, or {@link ReviewComment#WHOLE}
     * @return when it was saved
     */
    @PreAuthorize("isAuthenticated()")
    public Instant comment(UUID id, String item, @Nullable String text) {
        String said = PastedText.plain(text, LONGEST_NOTE);
        return hold.held(
                id,
                ResponseVerb.COMMENT,
                head -> {
                    Stamp now = hold.now();
                    if (!item.equals(ReviewComment.WHOLE)) {
                        hold.requireItem(head, item);
                    }
                    if (said == null) {
                        reviews.withdraw(id, item);
                    } else if (!reviews.revise(id, item, said, now)) {
                        reviews.insert(id, new ReviewComment(Ids.newId(), item, said, now, null));
                    }
                    return now.at();
                });
    }

    /**
     * Hands it back with the comments. For coordinators.
     *
     * @throws InvalidValue {@code response.return.why} when there is no comment to hand back
     */
    @PreAuthorize("isAuthenticated()")
    public void giveBack(UUID id) {
        changing(
                id,
                ResponseVerb.RETURN,
                null,
                head -> {
                    if (reviews.tell(id, hold.now().at()) == 0) {
                        throw new InvalidValue("response.return.why");
                    }
                });
    }

    /** Finds it right; comments, if any, are told. For coordinators. */
    @PreAuthorize("isAuthenticated()")
    public void accept(UUID id) {
        changing(id, ResponseVerb.ACCEPT, null, head -> reviews.tell(id, hold.now().at()));
    }

    /** Ends it for good, in the version it was answered in. For coordinators. */
    @PreAuthorize("isAuthenticated()")
    public void close(UUID id) {
        changing(id, ResponseVerb.CLOSE, null, head -> {});
    }

    /** Lets the organization go on with it. For coordinators. */
    @PreAuthorize("isAuthenticated()")
    public void reopen(UUID id, String reason) {
        String why = PastedText.required(reason, LONGEST_REASON);
        changing(id, ResponseVerb.REOPEN, why, head -> {});
    }

    /**
     * Goes on in a newer version of the instrument. Every answer is kept, those to questions that
     * are no longer asked too; answers to a changed wording are told by {@link
     * PlaceAnswer#wording}. For people who speak for the organization, while it is open.
     *
     * @throws InvalidValue {@code response.version.unknown} unless there is such a newer version
     */
    @PreAuthorize("isAuthenticated()")
    public void moveToVersion(UUID id, int version) {
        hold.held(
                id,
                ResponseVerb.MOVE_TO_VERSION,
                head -> {
                    int from = head.instrumentVersion();
                    if (version <= from
                            || instruments.find(head.instrumentCode(), version).isEmpty()) {
                        throw new InvalidValue("response.version.unknown", version);
                    }
                    store.moveToVersion(id, unread(head), version);
                    happened(id, ResponseVerb.MOVE_TO_VERSION, from + " → " + version);
                    return version;
                });
    }

    // What nobody has read of an earlier move is told with this one.
    private static int unread(ResponseHead head) {
        Integer before = head.movedFrom();
        return before == null || head.moveRead() != null ? head.instrumentVersion() : before;
    }

    /**
     * Has read what changed with the last move to another version. For people who speak for the
     * organization, while it is open.
     */
    @PreAuthorize("isAuthenticated()")
    public void readMove(UUID id) {
        hold.held(
                id,
                ResponseVerb.FILL_IN,
                head -> {
                    store.readMove(id, hold.now());
                    return true;
                });
    }

    /**
     * Says what others may see: the result in the coalition's view, and what was written in words,
     * with its evidence. For people who speak for the organization, at any time.
     */
    @PreAuthorize("isAuthenticated()")
    public void share(UUID id, boolean result, boolean narratives) {
        hold.held(
                id,
                ResponseVerb.SHARE,
                head -> {
                    store.share(id, result, narratives);
                    happened(id, ResponseVerb.SHARE, null);
                    return true;
                });
    }

    // ---- inside ----

    /** Does what a verb does and takes the response where it leads. */
    private void changing(
            UUID id, ResponseVerb verb, @Nullable String reason, Consumer<ResponseHead> work) {
        hold.held(
                id,
                verb,
                head -> {
                    work.accept(head);
                    store.move(id, verb.after(head.state()), stampOf(verb), hold.now());
                    happened(id, verb, reason);
                    return true;
                });
    }

    private static @Nullable String stampOf(ResponseVerb verb) {
        return switch (verb) {
            case SUBMIT -> "submitted";
            case RETURN, ACCEPT -> "reviewed";
            case CLOSE -> "closed";
            default -> null;
        };
    }

    private void happened(UUID id, ResponseVerb verb, @Nullable String reason) {
        reviews.happened(id, new ResponseEvent(verb.name(), hold.now(), reason));
    }
}
