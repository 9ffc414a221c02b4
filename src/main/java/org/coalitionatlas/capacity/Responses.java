package org.coalitionatlas.capacity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.coalitionatlas.capacity.ResponseStore.AtPlace;
import org.coalitionatlas.capacity.ResponseStore.Standing;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people do with a response. Each verb asks {@link ResponseVerb} whether it fits and {@link
 * ResponseAccess} whether it is this person's.
 *
 * <p>Answers are taken one by one as they are given. At each place the last word stands; what it
 * replaces goes into the history, except within a run: words of the same person at the same place,
 * nobody in between, that come within five minutes of the first of them replace each other. A word
 * that throws away more than half of a text of 200 characters or more is never part of a run, so
 * that a slip of the hand can be undone.
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

    static final Duration RUN = Duration.ofMinutes(5);
    static final int WORTH_KEEPING = 200;

    private static final int LONGEST_REASON = 1_000;
    private static final int TRIES = 4;

    private final ResponseStore store;
    private final ResponseAccess access;
    private final Instruments instruments;
    private final CurrentPerson currentPerson;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Responses(
            ResponseStore store,
            ResponseAccess access,
            Instruments instruments,
            CurrentPerson currentPerson,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.instruments = instruments;
        this.currentPerson = currentPerson;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /** The name of the cycle that begins when nobody names one: this year. */
    public String currentCycle() {
        return String.valueOf(Year.now(clock.withZone(ZoneOffset.UTC)));
    }

    /**
     * Opens a response in the newest version of the instrument, or returns the one that is there
     * already: an organization has one per instrument and cycle. For people who speak for the
     * organization, and its coordinators.
     *
     * @param cycle a year or any short name
     * @throws InvalidValue {@code response.open.instrument}, {@code invalid.missing}, {@code
     *     invalid.tooLong}
     */
    @PreAuthorize("isAuthenticated()")
    public UUID open(UUID organization, String instrumentCode, String cycle) {
        access.requireReader(organization);
        Instrument instrument =
                instruments.latest().stream()
                        .filter(one -> one.code().equals(instrumentCode))
                        .findFirst()
                        .orElseThrow(
                                () -> new InvalidValue("response.open.instrument", instrumentCode));
        String named = Texts.required(cycle, LONGEST_CYCLE);
        Stamp now = now();
        var head =
                new ResponseHead(
                        Ids.newId(),
                        organization,
                        instrumentCode,
                        instrument.version(),
                        null,
                        named,
                        ResponseState.IN_PROGRESS,
                        true,
                        false,
                        now,
                        null,
                        null,
                        null,
                        null,
                        0);
        return retrying(
                status ->
                        store.head(organization, instrumentCode, named)
                                .map(ResponseHead::id)
                                .orElseGet(
                                        () -> {
                                            store.insert(head);
                                            store.happened(
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
        Word tidied = tidied(word);
        SignedIn who = currentPerson.get();
        Stamp now = now();
        return retrying(status -> answer(id, place, tidied, who, now, status));
    }

    private Said answer(
            UUID id,
            AnswerKey place,
            Word word,
            SignedIn who,
            Stamp now,
            TransactionStatus transaction) {
        if (!store.lockToAnswer(id, now)) {
            throw new NoSuchResponse(id);
        }
        AtPlace there = store.at(id, place).orElseThrow(() -> new NoSuchResponse(id));
        access.require(there.head(), ResponseVerb.FILL_IN);
        int wording = item(there.head(), place).wording();
        Standing standing = there.standing();
        Given before = standing == null ? Given.NOTHING : standing.answer().given();
        Given given = word.said(before);
        if (given.equals(before) && (standing == null || standing.answer().wording() == wording)) {
            transaction.setRollbackOnly(); // nothing was said: not a change
            return new Said(
                    standing == null
                            ? new PlaceAnswer(
                                    place, given, wording, who.name(), who.id(), now.at(), 0, 0)
                            : standing.answer(),
                    null);
        }
        var answer =
                new PlaceAnswer(
                        place,
                        given,
                        // A note or putting off does not answer a changed question.
                        answers(word) || standing == null ? wording : standing.answer().wording(),
                        who.name(),
                        who.id(),
                        now.at(),
                        there.head().changes(),
                        standing == null ? 1 : standing.answer().version() + 1);
        if (standing == null) {
            store.insert(id, answer);
            return new Said(answer, null);
        }
        boolean run = isRun(standing, given, who, now.at());
        if (!run && !before.equals(Given.NOTHING)) {
            store.keep(id, standing.answer(), now);
        }
        store.update(standing.row(), answer, run ? standing.runBegan() : now.at());
        boolean overtaken = !standing.answer().byId().equals(who.id()) && word.overtakes(before);
        return new Said(answer, overtaken ? standing.answer() : null);
    }

    private static boolean answers(Word word) {
        return !(word instanceof Word.Noted || word instanceof Word.PutOff);
    }

    private static boolean isRun(Standing standing, Given given, SignedIn who, Instant now) {
        return standing.answer().byId().equals(who.id())
                && now.isBefore(standing.runBegan().plus(RUN))
                && !losesMuch(standing.answer().given().text(), given.text())
                && !losesMuch(standing.answer().given().note(), given.note());
    }

    private static boolean losesMuch(@Nullable String before, @Nullable String after) {
        return before != null
                && before.length() >= WORTH_KEEPING
                && (after == null || after.length() < before.length() / 2);
    }

    /**
     * Hands the response to the coordinator. What is put off may stay open; for people who speak
     * for the organization.
     *
     * @throws StillMissing with every other place that has no answer
     */
    @PreAuthorize("isAuthenticated()")
    public void submit(UUID id) {
        changing(
                id,
                ResponseVerb.SUBMIT,
                null,
                head -> {
                    var given = new java.util.HashMap<AnswerKey, Given>();
                    store.answers(id, 0).forEach(a -> given.put(a.place(), a.given()));
                    Answered answered = Answered.of(instrument(head), given);
                    List<AnswerKey> missing =
                            answered.missing().stream()
                                    .filter(place -> !answered.at(place).later())
                                    .toList();
                    if (!missing.isEmpty()) {
                        throw new StillMissing(missing);
                    }
                });
    }

    /** Takes it back before it is reviewed. For people who speak for the organization. */
    @PreAuthorize("isAuthenticated()")
    public void takeBack(UUID id, String reason) {
        String why = Texts.required(reason, LONGEST_REASON);
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
        return held(
                id,
                ResponseVerb.COMMENT,
                head -> {
                    Stamp now = now();
                    if (!item.equals(ReviewComment.WHOLE)) {
                        requireItem(head, item);
                    }
                    if (said == null) {
                        store.withdraw(id, item);
                    } else if (!store.revise(id, item, said, now)) {
                        store.insert(id, new ReviewComment(Ids.newId(), item, said, now, null));
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
                    if (store.tell(id, now().at()) == 0) {
                        throw new InvalidValue("response.return.why");
                    }
                });
    }

    /** Finds it right; comments, if any, are told. For coordinators. */
    @PreAuthorize("isAuthenticated()")
    public void accept(UUID id) {
        changing(id, ResponseVerb.ACCEPT, null, head -> store.tell(id, now().at()));
    }

    /** Ends it for good, in the version it was answered in. For coordinators. */
    @PreAuthorize("isAuthenticated()")
    public void close(UUID id) {
        changing(id, ResponseVerb.CLOSE, null, head -> {});
    }

    /** Lets the organization go on with it. For coordinators. */
    @PreAuthorize("isAuthenticated()")
    public void reopen(UUID id, String reason) {
        String why = Texts.required(reason, LONGEST_REASON);
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
        held(
                id,
                ResponseVerb.MOVE_TO_VERSION,
                head -> {
                    int from = head.instrumentVersion();
                    if (version <= from
                            || instruments.find(head.instrumentCode(), version).isEmpty()) {
                        throw new InvalidValue("response.version.unknown", version);
                    }
                    store.moveToVersion(id, from, version);
                    happened(id, ResponseVerb.MOVE_TO_VERSION, from + " → " + version);
                    return version;
                });
    }

    /**
     * Says what others may see: the result in the coalition's view, and what was written in words,
     * with its evidence. For people who speak for the organization, at any time.
     */
    @PreAuthorize("isAuthenticated()")
    public void share(UUID id, boolean result, boolean narratives) {
        held(
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
        held(
                id,
                verb,
                head -> {
                    work.accept(head);
                    store.move(id, verb.after(head.state()), stampOf(verb), now());
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
        store.happened(id, new ResponseEvent(verb.name(), now(), reason));
    }

    /** Does the work while nobody else changes the response. */
    <T> T held(UUID id, ResponseVerb verb, Function<ResponseHead, T> work) {
        return retrying(
                status -> {
                    if (!store.lock(id)) {
                        throw new NoSuchResponse(id);
                    }
                    ResponseHead head = store.head(id).orElseThrow(() -> new NoSuchResponse(id));
                    access.require(head, verb);
                    return work.apply(head);
                });
    }

    // A database may break off one of two transactions that wait for each other.
    private <T> T retrying(Function<TransactionStatus, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(work::apply));
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Instrument instrument(ResponseHead head) {
        return instruments
                .find(head.instrumentCode(), head.instrumentVersion())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no version "
                                                + head.instrumentVersion()
                                                + " of "
                                                + head.instrumentCode()));
    }

    /** Checks that the response's version has such an item. */
    void requireItem(ResponseHead head, String item) {
        if (instrument(head).item(item).isEmpty()) {
            throw new InvalidValue("response.place.gone");
        }
    }

    private Item item(ResponseHead head, AnswerKey place) {
        Optional<Item> item = instrument(head).item(place.item());
        return item.filter(found -> found.places().anyMatch(place::equals))
                .orElseThrow(() -> new InvalidValue("response.place.gone"));
    }

    private static Word tidied(Word word) {
        return switch (word) {
            case Word.Written(String saw, String now) ->
                    new Word.Written(saw, PastedText.plain(now, LONGEST_TEXT));
            case Word.Noted(String saw, String now) ->
                    new Word.Noted(saw, PastedText.plain(now, LONGEST_NOTE));
            default -> word;
        };
    }

    // As exact as both databases keep it.
    private Stamp now() {
        return new Stamp(
                currentPerson.get().name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
