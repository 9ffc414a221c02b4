package org.coalitionatlas.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coalitionatlas.capacity.Respondents.CHECKLIST;
import static org.coalitionatlas.capacity.Respondents.REVIEW;
import static org.coalitionatlas.capacity.Respondents.ROLE;
import static org.coalitionatlas.capacity.Respondents.TRAINED;
import static org.coalitionatlas.capacity.Respondents.choose;
import static org.coalitionatlas.capacity.Respondents.write;
import static org.coalitionatlas.capacity.ResponseState.ACCEPTED;
import static org.coalitionatlas.capacity.ResponseState.CLOSED;
import static org.coalitionatlas.capacity.ResponseState.IN_PROGRESS;
import static org.coalitionatlas.capacity.ResponseState.RETURNED;
import static org.coalitionatlas.capacity.ResponseState.SUBMITTED;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.cockpit.CockpitFixture;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PastedText;
import org.coalitionatlas.directory.ServiceArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/**
 * Filling in, handing over and reviewing: nothing typed is lost, and everybody keeps to his part.
 */
@DemoTest
class ResponsesTest {

    @Autowired Responses responses;
    @Autowired ResponseReading reading;
    @Autowired ResultReading results;
    @Autowired SharedResults shared;
    @Autowired ResponseStore store;
    @Autowired ApplicationContext context;
    @Autowired BeanFactory product;
    @Autowired SignedInAs signedInAs;
    @Autowired SqlStatements sql;

    private Respondents people;

    @BeforeEach
    void people() {
        people = new Respondents(signedInAs);
    }

    // ---- the state table ----

    private static final Map<ResponseVerb, Set<ResponseState>> FITS =
            Map.of(
                    ResponseVerb.FILL_IN, Set.of(IN_PROGRESS, RETURNED),
                    ResponseVerb.SUBMIT, Set.of(IN_PROGRESS, RETURNED),
                    ResponseVerb.TAKE_BACK, Set.of(SUBMITTED),
                    ResponseVerb.MOVE_TO_VERSION, Set.of(IN_PROGRESS, RETURNED),
                    ResponseVerb.SHARE, Set.of(ResponseState.values()),
                    ResponseVerb.COMMENT, Set.of(SUBMITTED),
                    ResponseVerb.RETURN, Set.of(SUBMITTED),
                    ResponseVerb.ACCEPT, Set.of(SUBMITTED),
                    ResponseVerb.CLOSE, Set.of(ACCEPTED),
                    ResponseVerb.REOPEN, Set.of(ACCEPTED, CLOSED));

    @TestFactory
    Stream<DynamicTest> every_verb_fits_the_states_of_the_table_and_no_other() {
        return Stream.of(ResponseState.values())
                .flatMap(
                        state ->
                                Stream.of(ResponseVerb.values())
                                        .map(
                                                verb ->
                                                        DynamicTest.dynamicTest(
                                                                verb + " in " + state,
                                                                () -> tried(verb, state))));
    }

    private void tried(ResponseVerb verb, ResponseState state) {
        UUID id = inState(state);
        Runnable deed =
                verb.side() == ResponseVerb.Side.ORGANIZATION
                        ? () -> people.maria(() -> done(verb, id))
                        : () -> people.coordinator(() -> done(verb, id));
        boolean newerVersion = verb != ResponseVerb.MOVE_TO_VERSION; // there is none yet
        if (FITS.getOrDefault(verb, Set.of()).contains(state)) {
            if (newerVersion) {
                assertThatCode(deed::run).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(deed::run).isInstanceOf(InvalidValue.class);
            }
        } else {
            assertThatThrownBy(deed::run).isInstanceOf(NotInState.class);
            assertThat(state(id)).isEqualTo(state);
        }
    }

    private void done(ResponseVerb verb, UUID id) {
        switch (verb) {
            case FILL_IN -> responses.answer(id, place("gaps"), write("Nights without cover."));
            case SUBMIT -> responses.submit(id);
            case TAKE_BACK -> responses.takeBack(id, "One more thing");
            case MOVE_TO_VERSION -> responses.moveToVersion(id, 99);
            case SHARE -> responses.share(id, true, true);
            case COMMENT -> responses.comment(id, "gaps", "Which nights?");
            case RETURN -> {
                if (state(id) == SUBMITTED) {
                    responses.comment(id, "gaps", "Which nights?");
                }
                responses.giveBack(id);
            }
            case ACCEPT -> responses.accept(id);
            case CLOSE -> responses.close(id);
            case REOPEN -> responses.reopen(id, "A number was wrong");
        }
    }

    private UUID inState(ResponseState state) {
        UUID id = open(REVIEW);
        people.maria(
                () -> {
                    for (String item : List.of("capacity", "gaps", "priorities", "resources")) {
                        responses.answer(id, place(item), write("As of this year."));
                    }
                });
        if (state == IN_PROGRESS) {
            return id;
        }
        people.maria(() -> responses.submit(id));
        people.coordinator(
                () -> {
                    switch (state) {
                        case RETURNED -> {
                            responses.comment(id, ReviewComment.WHOLE, "Please say more.");
                            responses.giveBack(id);
                        }
                        case ACCEPTED -> responses.accept(id);
                        case CLOSED -> {
                            responses.accept(id);
                            responses.close(id);
                        }
                        default -> {}
                    }
                });
        assertThat(state(id)).isEqualTo(state);
        return id;
    }

    @Test
    void every_step_is_told_with_who_and_when_and_why() {
        UUID id = inState(CLOSED);
        people.coordinator(() -> responses.reopen(id, "A number was wrong"));
        ResponseSheet sheet = people.maria(() -> reading.sheet(id));
        assertThat(sheet.events())
                .extracting(ResponseEvent::verb)
                .containsExactly("OPEN", "SUBMIT", "ACCEPT", "CLOSE", "REOPEN");
        assertThat(sheet.events().getLast().reason()).isEqualTo("A number was wrong");
        assertThat(sheet.events().getLast().happened().by()).isEqualTo("Elena Brandt");
        assertThat(sheet.head().submitted()).isNotNull();
        assertThat(sheet.head().reviewed()).isNotNull();
        assertThat(sheet.head().closed()).isNotNull();
    }

    @Test
    void one_response_per_organization_instrument_and_cycle_however_often_it_is_opened()
            throws Exception {
        String cycle = cycle();
        List<Callable<UUID>> openers =
                IntStream.range(0, 6)
                        .<Callable<UUID>>mapToObj(
                                i ->
                                        () ->
                                                people.maria(
                                                        () ->
                                                                responses.open(
                                                                        people.shelter(),
                                                                        CHECKLIST,
                                                                        cycle)))
                        .toList();
        assertThat(together(openers)).hasSize(6).containsOnly(open(CHECKLIST, cycle));
    }

    @Test
    void submitting_twice_at_once_submits_once_and_tells_the_other() throws Exception {
        UUID id = open(REVIEW);
        people.maria(
                () -> {
                    for (String item : List.of("capacity", "gaps", "priorities", "resources")) {
                        responses.answer(id, place(item), write("Written."));
                    }
                });
        Callable<String> submit =
                () ->
                        people.maria(
                                () -> {
                                    try {
                                        responses.submit(id);
                                        return "done";
                                    } catch (NotInState e) {
                                        return e.messageKey();
                                    }
                                });
        assertThat(together(List.of(submit, submit)))
                .containsExactlyInAnyOrder("done", "response.notDone.SUBMITTED");
        assertThat(people.maria(() -> reading.sheet(id)).events())
                .extracting(ResponseEvent::verb)
                .containsExactly("OPEN", "SUBMIT");
    }

    @Test
    void submitting_lists_what_is_missing_in_the_order_of_the_paper_and_takes_what_is_put_off() {
        UUID id = open(REVIEW);
        people.maria(
                () -> {
                    responses.answer(id, place("gaps"), write("Nights."));
                    responses.answer(id, place("resources"), new Word.PutOff(true));
                });
        assertThatThrownBy(() -> people.maria(() -> responses.submit(id)))
                .isInstanceOfSatisfying(
                        StillMissing.class,
                        e ->
                                assertThat(e.places())
                                        .containsExactly(place("capacity"), place("priorities")));
        assertThat(state(id)).isEqualTo(IN_PROGRESS);

        people.maria(
                () -> {
                    responses.answer(id, place("capacity"), write("Four beds."));
                    responses.answer(id, place("priorities"), write("Training."));
                    responses.submit(id);
                });
        assertThat(state(id)).isEqualTo(SUBMITTED);
    }

    @Test
    void a_review_without_a_comment_is_not_returned_and_comments_are_told_with_the_return() {
        UUID id = inState(SUBMITTED);
        assertThatThrownBy(() -> people.coordinator(() -> responses.giveBack(id)))
                .isInstanceOf(InvalidValue.class);
        people.coordinator(
                () -> {
                    responses.comment(id, "gaps", "Which nghts?");
                    responses.comment(id, "gaps", "Which nights?");
                    responses.comment(id, "capacity", "Never mind");
                    responses.comment(id, "capacity", " ");
                });
        assertThat(people.maria(() -> reading.sheet(id)).comments()).isEmpty();
        people.coordinator(() -> responses.giveBack(id));
        assertThat(people.maria(() -> reading.sheet(id)).comments())
                .extracting(ReviewComment::text)
                .containsExactly("Which nights?");
    }

    // ---- who ----

    @TestFactory
    Stream<DynamicTest> nobody_does_what_is_not_theirs() {
        UUID id = inState(SUBMITTED);
        return Stream.of(
                        SignedInAs.ADMINISTRATOR,
                        SignedInAs.COORDINATOR,
                        SignedInAs.MEMBER_OF_LEGAL_AID,
                        SignedInAs.MEMBER_OF_SHELTER)
                .flatMap(
                        who ->
                                Stream.of(ResponseVerb.values())
                                        .filter(verb -> !isTheirs(who, verb))
                                        .map(
                                                verb ->
                                                        DynamicTest.dynamicTest(
                                                                who + " " + verb,
                                                                () -> denied(who, verb, id))));
    }

    private static boolean isTheirs(String who, ResponseVerb verb) {
        return switch (verb.side()) {
            case ORGANIZATION -> who.equals(SignedInAs.MEMBER_OF_SHELTER);
            case COORDINATOR ->
                    who.equals(SignedInAs.ADMINISTRATOR) || who.equals(SignedInAs.COORDINATOR);
        };
    }

    private void denied(String who, ResponseVerb verb, UUID id) {
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        who,
                                        () -> {
                                            if (verb == ResponseVerb.RETURN) {
                                                responses.giveBack(id);
                                            } else {
                                                done(verb, id);
                                            }
                                        }))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void another_organization_neither_reads_nor_opens_nor_follows_it() {
        UUID id = open(CHECKLIST);
        String stranger = SignedInAs.MEMBER_OF_LEGAL_AID;
        List<Runnable> tries =
                List.of(
                        () -> reading.sheet(id),
                        () -> reading.since(id, 0),
                        () -> reading.former(id, ROLE),
                        () ->
                                reading.page(
                                        new ResponseReading.Wanted(null, null, null, null), 1, 9),
                        () -> responses.open(people.shelter(), CHECKLIST, cycle()));
        tries.forEach(
                work ->
                        assertThatThrownBy(() -> signedInAs.run(stranger, work))
                                .isInstanceOf(AccessDeniedException.class));
        assertThat(signedInAs.call(stranger, reading::own))
                .extracting(own -> own.head().id())
                .doesNotContain(id);
    }

    @Test
    void coordinators_read_choices_from_submission_on_and_words_only_on_consent() {
        UUID id = open(CHECKLIST);
        String secret = "Canary kolibri: two of us have never been trained.";
        people.maria(
                () -> {
                    responses.answer(id, ROLE, write(secret));
                    responses.answer(id, TRAINED, choose(Choice.NO));
                    responses.answer(id, TRAINED, new Word.Noted(null, secret));
                    putOffTheRest(id);
                });
        toldAsADraft(id);
        people.maria(() -> responses.share(id, true, true));
        toldAsADraft(id);
        people.maria(() -> responses.share(id, true, false));

        people.maria(() -> responses.submit(id));
        ResponseSheet withheld = people.coordinator(() -> reading.sheet(id));
        assertThat(withheld.toString()).doesNotContain("kolibri");
        assertThat(withheld.withheld()).containsExactlyInAnyOrder(ROLE, TRAINED);
        assertThat(withheld.given().get(TRAINED).choice()).isEqualTo(Choice.NO);
        assertThat(withheld.given().get(ROLE).isAnswer()).isTrue();
        assertThat(people.coordinator(() -> reading.since(id, 0)).toString())
                .doesNotContain("kolibri");
        assertThat(people.coordinator(() -> reading.former(id, ROLE))).isEmpty();
        assertThat(listed("safe harbor")).contains(id.toString()).doesNotContain("kolibri");

        people.maria(() -> responses.share(id, true, true));
        assertThat(people.coordinator(() -> reading.sheet(id)).given().get(ROLE).text())
                .isEqualTo(secret);

        people.maria(() -> responses.takeBack(id, "One more thing"));
        toldAsADraft(id);
    }

    /** How far it is, and no answer on any way to it. */
    private void toldAsADraft(UUID id) {
        ResponseSheet draft = people.coordinator(() -> reading.sheet(id));
        assertThat(draft.sight()).isEqualTo(Sight.PROGRESS);
        assertThat(draft.answers()).isEmpty();
        assertThat(draft.evidence()).isEmpty();
        assertThat(draft.progress()).isEqualTo(new Progress(38, 2, 36));
        assertThat(people.coordinator(() -> reading.since(id, 0)).answers()).isEmpty();
        assertThat(people.coordinator(() -> reading.former(id, TRAINED))).isEmpty();
        assertThat(people.coordinator(() -> results.sheet(id)).given()).isEmpty();
        assertThat(people.coordinator(() -> results.paper(id)).given()).isEmpty();
        assertThat(people.coordinator(() -> results.paper(id)).readable()).isEmpty();
        assertThat(people.coordinator(() -> results.pair(id, null)).now().given()).isEmpty();
        assertThat(listed("safe harbor")).contains(id.toString()).doesNotContain("NO");
    }

    private String listed(String name) {
        return people
                .coordinator(
                        () ->
                                reading.page(
                                        new ResponseReading.Wanted(null, null, null, name), 1, 500))
                .rows()
                .stream()
                .map(row -> row.head().id() + " " + row.progress())
                .toList()
                .toString();
    }

    @Test
    void a_result_that_is_not_shared_is_reviewed_and_neither_judged_nor_taken_along() {
        UUID before = open(CHECKLIST);
        UUID id = open(CHECKLIST);
        for (UUID one : List.of(before, id)) {
            people.maria(
                    () -> {
                        responses.answer(one, TRAINED, choose(Choice.NO));
                        putOffTheRest(one);
                        responses.submit(one);
                    });
        }
        people.maria(() -> responses.share(before, false, false));
        assertThat(people.coordinator(() -> results.pair(id, before)).others())
                .as("what a shared result is compared with is shared too")
                .extracting(ResponseHead::id)
                .doesNotContain(before);
        assertThat(people.coordinator(() -> results.pair(before, id)).before()).isNull();
        ResultSheet sheet = people.coordinator(() -> results.sheet(before));
        assertThat(sheet.sight()).isEqualTo(Sight.ANSWERS);
        assertThat(sheet.given()).isEmpty();
        ResultSheet paper = people.coordinator(() -> results.paper(before));
        assertThat(paper.given()).containsKey(TRAINED);
        assertThat(paper.readable()).as("no file").isEmpty();
        assertThat(people.coordinator(() -> reading.sheet(before)).given()).containsKey(TRAINED);
        assertThat(people.maria(() -> results.sheet(before)).given()).containsKey(TRAINED);
    }

    // ---- what is put off ----

    @Test
    void what_is_put_off_is_handed_in_only_when_every_place_of_it_was_agreed_to() {
        UUID id = open(CHECKLIST);
        people.maria(() -> putOffTheRest(id));
        List<AnswerKey> putOff =
                new Instruments()
                        .latest(CHECKLIST)
                        .items()
                        .filter(item -> item.shownWhen() == null)
                        .flatMap(Item::places)
                        .toList();
        assertThatThrownBy(() -> people.maria(() -> responses.submit(id, Set.of())))
                .isInstanceOfSatisfying(
                        PutOffPlaces.class,
                        asked -> assertThat(asked.places()).isSubsetOf(putOff).hasSize(38));
        assertThatThrownBy(() -> people.maria(() -> responses.submit(id, Set.of(ROLE, TRAINED))))
                .isInstanceOf(PutOffPlaces.class);
        assertThat(state(id)).isEqualTo(IN_PROGRESS);
        people.maria(() -> responses.submit(id, Set.copyOf(putOff)));
        assertThat(state(id)).isEqualTo(SUBMITTED);
        ResponseHead head = store.head(id).orElseThrow();
        assertThat(people.coordinator(() -> reading.putOff(List.of(head)))).containsEntry(id, 38);
    }

    // ---- cycles ----

    @Test
    void cycles_follow_each_other_as_they_were_opened_whatever_they_are_called() {
        String tag = " " + cycle().substring(0, 8);
        UUID spring = open(CHECKLIST, "Spring 2026" + tag);
        UUID fall = open(CHECKLIST, "Fall 2026" + tag);
        UUID next = open(CHECKLIST, "Spring 2027" + tag);
        ResultReading.Pair pair = people.maria(() -> results.pair(next, null));
        assertThat(Objects.requireNonNull(pair.before()).head().id()).isEqualTo(fall);
        assertThat(Objects.requireNonNull(people.maria(() -> results.pair(fall, null)).before()))
                .satisfies(before -> assertThat(before.head().id()).isEqualTo(spring));
        assertThat(people.maria(reading::own))
                .extracting(own -> own.head().id())
                .containsSubsequence(next, fall, spring);
        assertThat(people.coordinator(reading::cycles))
                .containsSubsequence("Spring 2027" + tag, "Fall 2026" + tag, "Spring 2026" + tag);
    }

    @Test
    @Transactional
    void the_table_begins_with_the_last_cycle_of_its_questionnaire_among_its_members() {
        String tag = " " + cycle().substring(0, 8);
        open(CHECKLIST, "Spring 2027" + tag);
        open(CHECKLIST, "Fall 2027" + tag);
        open(REVIEW, "Winter 2027" + tag);
        SharedResults.Table table = people.coordinator(() -> shared.table(CHECKLIST, null));
        assertThat(table.cycle()).isEqualTo("Fall 2027" + tag);
        assertThat(table.cycles())
                .startsWith("Fall 2027" + tag, "Spring 2027" + tag)
                .doesNotContain("Winter 2027" + tag);
        UUID elsewhere =
                new CockpitFixture(context)
                        .organization("Ogle Only" + tag, ServiceArea.county("17141"));
        Stamp now = new Stamp("Somebody", Instant.now().truncatedTo(ChronoUnit.MICROS));
        store.insert(
                ResponseHead.opened(
                        elsewhere,
                        new Instruments().latest(CHECKLIST),
                        "Elsewhere" + tag,
                        now,
                        false));
        assertThat(people.coordinator(() -> shared.table(CHECKLIST, null)).cycle())
                .isEqualTo("Elsewhere" + tag);
        assertThat(
                        signedInAs
                                .call(
                                        SignedInAs.COORDINATOR_OF_TWO,
                                        () -> shared.table(CHECKLIST, null))
                                .cycles())
                .doesNotContain("Elsewhere" + tag);
        assertThat(signedInAs.call(SignedInAs.COORDINATOR_OF_TWO, reading::cycles))
                .doesNotContain("Elsewhere" + tag);
    }

    @Test
    @Transactional
    void one_page_of_thousands_is_filtered_sorted_and_counted_by_the_database() {
        Instrument checklist = new Instruments().latest(CHECKLIST);
        Instant first = Instant.parse("2030-01-01T00:00:00Z");
        String tag = " " + cycle().substring(0, 8);
        for (int i = 0; i < 3000; i++) {
            store.insert(
                    ResponseHead.opened(
                            people.shelter(),
                            checklist,
                            "Cycle " + i + tag,
                            new Stamp("Somebody", first.plusSeconds(i)),
                            false));
        }
        List<String> statements =
                sql.during(
                        () -> {
                            ResponseReading.Page page =
                                    people.coordinator(
                                            () ->
                                                    reading.page(
                                                            new ResponseReading.Wanted(
                                                                    null,
                                                                    CHECKLIST,
                                                                    IN_PROGRESS,
                                                                    "SÁFE hárbor"),
                                                            3,
                                                            25));
                            assertThat(page.total()).isGreaterThanOrEqualTo(3000);
                            assertThat(page.rows())
                                    .hasSize(25)
                                    .extracting(row -> row.head().cycle())
                                    .startsWith("Cycle 2949" + tag, "Cycle 2948" + tag);
                        });
        assertThat(statements)
                .hasSize(3)
                .allMatch(
                        statement ->
                                statement.contains(" limit 25 ")
                                        || statement.contains("count(*)")
                                        || statement.contains("response_id in"));
        assertThat(sql.during(() -> people.coordinator(reading::waiting)))
                .singleElement()
                .asString()
                .contains("count(*)");
    }

    // ---- nothing is lost ----

    @Test
    void whoever_replaces_an_answer_he_had_not_seen_is_told_and_it_stays_in_the_history() {
        UUID id = open(CHECKLIST);
        people.maria(() -> responses.answer(id, TRAINED, choose(Choice.YES)));
        Said said = people.denise(() -> responses.answer(id, TRAINED, choose(Choice.NO)));

        PlaceAnswer overtaken = said.overtaken();
        assertThat(overtaken).isNotNull();
        assertThat(overtaken.by()).isEqualTo("Maria Delgado");
        assertThat(overtaken.given().choice()).isEqualTo(Choice.YES);
        assertThat(said.answer().given().choice()).isEqualTo(Choice.NO);
        assertThat(people.maria(() -> reading.former(id, TRAINED)))
                .singleElement()
                .satisfies(
                        former -> {
                            assertThat(former.by()).isEqualTo("Maria Delgado");
                            assertThat(former.replacedBy()).isEqualTo("Denise Kowalczyk");
                            assertThat(former.given().choice()).isEqualTo(Choice.YES);
                        });
    }

    @Test
    void whoever_saw_what_he_replaces_is_not_warned() {
        UUID id = open(CHECKLIST);
        people.maria(() -> responses.answer(id, TRAINED, choose(Choice.YES)));
        Said said =
                people.denise(
                        () ->
                                responses.answer(
                                        id, TRAINED, new Word.Chosen(Choice.YES, Choice.NO)));
        assertThat(said.overtaken()).isNull();
        assertThat(people.maria(() -> reading.former(id, TRAINED))).hasSize(1);
    }

    @Test
    void choice_and_note_of_one_place_by_two_people_both_stay() {
        UUID id = open(CHECKLIST);
        people.maria(() -> responses.answer(id, TRAINED, choose(Choice.YES)));
        people.denise(() -> responses.answer(id, TRAINED, new Word.Noted(null, "All but two")));
        Given given = people.maria(() -> reading.sheet(id)).given().get(TRAINED);
        assertThat(given).isEqualTo(new Given(Choice.YES, null, "All but two", false));
    }

    @Test
    void two_people_at_different_places_at_once_lose_nothing_and_every_change_is_heard_of()
            throws Exception {
        UUID id = open(CHECKLIST);
        List<AnswerKey> places =
                new Instruments().latest(CHECKLIST).items().flatMap(Item::places).toList();
        var work = new ArrayList<Callable<Said>>();
        for (int i = 0; i < places.size(); i++) {
            AnswerKey place = places.get(i);
            Word word = new Word.Noted(null, "Note at " + place);
            work.add(
                    i % 2 == 0
                            ? () -> people.maria(() -> responses.answer(id, place, word))
                            : () -> people.denise(() -> responses.answer(id, place, word)));
        }
        together(work);
        ResponseReading.News all = people.maria(() -> reading.since(id, 0));
        assertThat(all.answers()).extracting(PlaceAnswer::place).containsAll(places);
        assertThat(all.answers()).extracting(PlaceAnswer::change).doesNotHaveDuplicates();
        assertThat(all.head().changes()).isEqualTo(places.size());
    }

    @Test
    void fifty_words_of_two_people_at_one_place_are_all_still_there() throws Exception {
        UUID id = open(CHECKLIST);
        var work = new ArrayList<Callable<Said>>();
        for (int i = 0; i < 25; i++) {
            String text = "Word " + i;
            work.add(() -> people.maria(() -> responses.answer(id, ROLE, write("M " + text))));
            work.add(() -> people.denise(() -> responses.answer(id, ROLE, write("D " + text))));
        }
        List<Said> said = together(work);
        PlaceAnswer last = people.maria(() -> reading.sheet(id)).answers().get(ROLE);
        assertThat(last.version()).isEqualTo(50);
        // Who was overtaken by the other is in the history; one's own run is one entry.
        List<FormerAnswer> former = people.maria(() -> reading.former(id, ROLE));
        List<Given> overtaken =
                said.stream()
                        .map(Said::overtaken)
                        .filter(java.util.Objects::nonNull)
                        .map(PlaceAnswer::given)
                        .toList();
        assertThat(former).extracting(FormerAnswer::given).containsAll(overtaken);
    }

    @Test
    void what_one_person_types_within_minutes_is_one_entry_of_the_history() {
        UUID id = open(CHECKLIST);
        var time = new AtomicReference<>(Instant.parse("2026-11-02T14:00:00Z"));
        Responses atThatTime = at(time);
        people.maria(() -> atThatTime.answer(id, ROLE, write("We shelter")));
        for (int i = 1; i <= 20; i++) {
            time.set(time.get().plusSeconds(10));
            String longer = "We shelter" + " and feed".repeat(i);
            people.maria(() -> atThatTime.answer(id, ROLE, write(longer)));
        }
        assertThat(people.maria(() -> reading.former(id, ROLE))).isEmpty();

        time.set(time.get().plus(AnswerTaking.RUN));
        people.maria(() -> atThatTime.answer(id, ROLE, write("We shelter and feed people")));
        assertThat(people.maria(() -> reading.former(id, ROLE)))
                .singleElement()
                .satisfies(
                        former ->
                                assertThat(former.given().text())
                                        .isEqualTo("We shelter" + " and feed".repeat(20)));
    }

    @Test
    void a_long_text_deleted_by_a_slip_of_the_hand_is_in_the_history_at_once() {
        UUID id = open(CHECKLIST);
        String text = "Written over an hour. ".repeat(20);
        people.maria(
                () -> {
                    responses.answer(id, ROLE, write(text));
                    responses.answer(id, ROLE, write(""));
                });
        assertThat(people.maria(() -> reading.former(id, ROLE)))
                .singleElement()
                .satisfies(former -> assertThat(former.given().text()).isEqualTo(text.strip()));
    }

    @Test
    void an_answer_to_a_question_that_is_no_longer_asked_is_kept_and_not_counted() {
        UUID id = open(CHECKLIST);
        AnswerKey exists = new AnswerKey("task-force", "exists");
        AnswerKey instead = place("existing-collaborative");
        people.maria(
                () -> {
                    responses.answer(id, exists, choose(Choice.NO));
                    responses.answer(id, instead, choose(Choice.YES));
                    responses.answer(id, exists, choose(Choice.YES));
                });
        ResponseSheet sheet = people.maria(() -> reading.sheet(id));
        Answered answered = Answered.of(new Instruments().latest(CHECKLIST), sheet.given());
        assertThat(sheet.given().get(instead).choice()).isEqualTo(Choice.YES);
        assertThat(answered.progress().answered()).isEqualTo(1);
        assertThat(answered.missing()).doesNotContain(instead);
    }

    @Test
    void saying_the_same_again_changes_nothing() {
        UUID id = open(CHECKLIST);
        people.maria(() -> responses.answer(id, TRAINED, choose(Choice.YES)));
        long changes = people.maria(() -> reading.sheet(id)).head().changes();
        Said again = people.denise(() -> responses.answer(id, TRAINED, choose(Choice.YES)));
        assertThat(again.answer().by()).isEqualTo("Maria Delgado");
        assertThat(people.maria(() -> reading.sheet(id)).head().changes()).isEqualTo(changes);
    }

    @Test
    void a_response_moved_to_a_newer_version_keeps_every_answer() {
        UUID id = open(CHECKLIST);
        people.maria(
                () -> {
                    responses.answer(id, ROLE, write("We shelter people."));
                    responses.answer(id, TRAINED, choose(Choice.YES));
                });
        Responses withNext = Filling.in(product, Checklists.BOTH_VERSIONS, Clock.systemUTC());
        people.maria(() -> withNext.moveToVersion(id, 2));
        ResponseSheet sheet = people.maria(() -> reading.sheet(id));
        assertThat(sheet.head().instrumentVersion()).isEqualTo(2);
        assertThat(sheet.head().movedFrom()).isEqualTo(1);
        assertThat(sheet.given())
                .containsEntry(ROLE, new Given(null, "We shelter people.", null, false))
                .containsEntry(TRAINED, new Given(Choice.YES, null, null, false));
        assertThat(sheet.head().moveRead()).as("nobody has read what changed").isNull();
        people.denise(Respondents.done(() -> withNext.readMove(id)));
        assertThat(people.maria(() -> reading.sheet(id)).head().moveRead())
                .satisfies(read -> assertThat(read.by()).isEqualTo("Denise Kowalczyk"));
    }

    @Test
    void an_answer_from_a_screen_with_the_old_wording_is_marked_to_be_looked_at_again() {
        UUID id = open(CHECKLIST);
        Responses withNext = Filling.in(product, Checklists.BOTH_VERSIONS, Clock.systemUTC());
        people.maria(() -> withNext.moveToVersion(id, 2));
        int old = Checklists.FIRST.item(TRAINED.item()).orElseThrow().wording();
        int now = Checklists.SECOND.item(TRAINED.item()).orElseThrow().wording();
        assertThat(
                        people.maria(() -> withNext.answer(id, TRAINED, choose(Choice.YES), old))
                                .answer()
                                .wording())
                .isEqualTo(old)
                .isLessThan(now);
        assertThat(
                        people.maria(() -> withNext.answer(id, TRAINED, new Word.Confirmed(), now))
                                .answer()
                                .wording())
                .isEqualTo(now);
    }

    @Test
    void what_a_coordinator_opens_for_an_organization_is_the_organizations_and_says_so() {
        UUID id = people.coordinator(() -> responses.open(people.shelter(), CHECKLIST, cycle()));
        ResponseSheet sheet = people.maria(() -> reading.sheet(id));
        assertThat(sheet.head().openedByCoordinator()).isTrue();
        assertThat(sheet.may()).contains(ResponseVerb.FILL_IN, ResponseVerb.SUBMIT);
        assertThat(people.maria(reading::ownOpen)).extracting(ResponseHead::id).contains(id);
        assertThat(people.coordinator(() -> reading.sheet(id)).may())
                .doesNotContain(ResponseVerb.FILL_IN);
        assertThat(people.maria(() -> reading.sheet(open(REVIEW))).head().openedByCoordinator())
                .isFalse();
    }

    // ---- what people paste ----

    @Test
    void text_of_every_script_comes_back_as_written() {
        UUID id = open(CHECKLIST);
        String text = "مرحبا بكم — שלום, K’iche’ 👩‍👧‍👦 ñ “quotes” 5 < 6\nsecond line";
        people.maria(() -> responses.answer(id, ROLE, write(text)));
        assertThat(people.maria(() -> reading.sheet(id)).given().get(ROLE).text()).isEqualTo(text);
    }

    @Test
    void a_text_that_is_too_long_is_refused_with_the_limit_and_leaves_what_stood() {
        UUID id = open(CHECKLIST);
        people.maria(() -> responses.answer(id, ROLE, write("Short.")));
        assertThatThrownBy(
                        () ->
                                people.maria(
                                        () ->
                                                responses.answer(
                                                        id, ROLE, write("x".repeat(10_001)))))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.arguments()).containsExactly(10_000, 10_001));
        assertThat(people.maria(() -> reading.sheet(id)).given().get(ROLE).text())
                .isEqualTo("Short.");
    }

    @Test
    void word_processor_markup_becomes_its_text() {
        String pasted =
                "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->"
                        + "<p class=MsoNormal style='mso-margin-top-alt:auto'>We shelter<o:p></o:p>"
                        + "</p><p class=MsoNormal>adults &amp; minors</p>";
        assertThat(PastedText.plain(pasted, 1000)).isEqualTo("We shelter\nadults & minors");
        assertThat(PastedText.plain("if a < b and <b> is bold", 1000))
                .isEqualTo("if a < b and <b> is bold");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<style ", " ", "<!--", "<div>", "\n \n"})
    void markup_made_to_keep_a_server_busy_is_read_in_one_go(String piece) {
        String pasted = "<o:p>" + piece.repeat(400_000 / piece.length()) + "x";
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    try {
                        PastedText.plain(pasted, 1000);
                    } catch (InvalidValue tooLong) {
                        assertThat(tooLong.messageKey()).isEqualTo("invalid.tooLong");
                    }
                });
        assertThatThrownBy(() -> PastedText.plain("x".repeat(500_001), 1000))
                .isInstanceOf(InvalidValue.class);
    }

    // ---- cost ----

    @Test
    void an_answer_costs_four_statements_and_opening_fewer_than_ten() {
        UUID id = open(CHECKLIST);
        people.maria(() -> responses.answer(id, ROLE, write("First")));
        List<String> answer =
                sql.during(() -> people.denise(() -> responses.answer(id, ROLE, write("Second"))));
        assertThat(answer).hasSizeLessThanOrEqualTo(4);
        assertThat(sql.during(() -> people.maria(() -> reading.sheet(id))))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(sql.during(() -> people.coordinator(() -> reading.sheet(id))))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(sql.during(() -> people.maria(() -> reading.since(id, 1)))).hasSize(2);
        assertThat(sql.during(() -> people.maria(reading::own))).hasSizeLessThanOrEqualTo(3);
        assertThat(
                        sql.during(
                                () ->
                                        people.coordinator(
                                                () ->
                                                        reading.page(
                                                                new ResponseReading.Wanted(
                                                                        null, null, null, null),
                                                                1,
                                                                25))))
                .hasSizeLessThanOrEqualTo(5);
    }

    // ---- help ----

    /** Puts off what has no answer yet. */
    private void putOffTheRest(UUID id) {
        results.sheet(id)
                .answered()
                .missing()
                .forEach(place -> responses.answer(id, place, new Word.PutOff(true)));
    }

    private Responses at(AtomicReference<Instant> time) {
        return Filling.in(
                product,
                new Instruments(),
                new Clock() {
                    @Override
                    public Instant instant() {
                        return time.get();
                    }

                    @Override
                    public ZoneOffset getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return Clock.offset(this, Duration.ZERO);
                    }
                });
    }

    private ResponseState state(UUID id) {
        return store.head(id).orElseThrow().state();
    }

    private UUID open(String instrument) {
        return open(instrument, cycle());
    }

    private UUID open(String instrument, String cycle) {
        return people.maria(() -> responses.open(people.shelter(), instrument, cycle));
    }

    private static String cycle() {
        return UUID.randomUUID().toString();
    }

    private static AnswerKey place(String item) {
        return new AnswerKey(item, AnswerKey.WHOLE);
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<T>> running = work.stream().map(pool::submit).toList();
            var results = new ArrayList<T>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
