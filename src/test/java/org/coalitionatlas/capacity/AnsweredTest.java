package org.coalitionatlas.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked, answered and missing while a checklist is filled in. */
class AnsweredTest {

    private static final Instrument CHECKLIST = new Instruments().latest("capacity-checklist");
    private static final AnswerKey TASK_FORCE = new AnswerKey("task-force", "exists");
    private static final AnswerKey IN_EXISTING = whole("existing-collaborative");

    @Test
    void an_untouched_checklist_asks_everything_but_the_conditional_item() {
        Answered nothing = Answered.of(CHECKLIST, Map.of());
        assertThat(nothing.askedItems()).hasSize(23);
        assertThat(nothing.progress()).isEqualTo(new Progress(38, 0, 0));
        assertThat(nothing.progress().isUntouched()).isTrue();
        assertThat(nothing.missing()).hasSize(38).doesNotContain(IN_EXISTING);
    }

    @Test
    void the_conditional_item_appears_with_the_answer_that_asks_for_it() {
        assertThat(asksForExisting(Map.of(TASK_FORCE, choice(Choice.NO)))).isTrue();
        assertThat(asksForExisting(Map.of(TASK_FORCE, choice(Choice.YES)))).isFalse();
        assertThat(asksForExisting(Map.of(TASK_FORCE, choice(Choice.DONT_KNOW)))).isFalse();
        assertThat(asksForExisting(Map.of(TASK_FORCE, new Given(Choice.NO, null, null, true))))
                .as("an answer that was put off holds no condition")
                .isFalse();
    }

    @Test
    void an_answer_to_a_hidden_item_is_kept_and_counts_nowhere() {
        var given = Map.of(TASK_FORCE, choice(Choice.YES), IN_EXISTING, choice(Choice.IN_PROGRESS));
        Answered answered = Answered.of(CHECKLIST, given);
        assertThat(answered.at(IN_EXISTING).choice()).isEqualTo(Choice.IN_PROGRESS);
        assertThat(answered.progress()).isEqualTo(new Progress(38, 1, 0));
    }

    @Test
    void a_part_comes_and_goes_like_an_item_and_hides_what_hangs_on_it() {
        var member = new AnswerKey("task-force", "member");
        Answered nothing = Answered.of(Checklists.SECOND, Map.of());
        assertThat(nothing.missing()).contains(TASK_FORCE).doesNotContain(member, IN_EXISTING);
        Answered none =
                Answered.of(
                        Checklists.SECOND,
                        Map.of(TASK_FORCE, choice(Choice.NO), member, choice(Choice.YES)));
        assertThat(none.isAsked(member)).isFalse();
        assertThat(none.at(member).choice()).as("kept").isEqualTo(Choice.YES);
        assertThat(none.missing()).contains(IN_EXISTING).doesNotContain(member);
        assertThat(none.notCounted()).containsExactly(member);
        assertThat(Result.of(none).places())
                .extracting(Judged::place)
                .contains(TASK_FORCE)
                .doesNotContain(member);
        Answered some =
                Answered.of(
                        Checklists.SECOND,
                        Map.of(TASK_FORCE, choice(Choice.YES), member, choice(Choice.YES)));
        assertThat(some.isAnswered(member)).isTrue();
        assertThat(some.notCounted()).isEmpty();
        assertThat(some.progress().answered()).isEqualTo(none.progress().answered() + 1);
    }

    @Test
    void what_is_kept_but_not_counted_is_named_in_the_order_of_the_paper_then_what_is_gone() {
        Answered answered =
                Answered.of(
                        CHECKLIST,
                        Map.of(
                                whole("asked-long-ago"),
                                choice(Choice.YES),
                                TASK_FORCE,
                                choice(Choice.YES),
                                IN_EXISTING,
                                choice(Choice.NO),
                                whole("noted-long-ago"),
                                new Given(null, null, "a note", false),
                                whole("put-off-long-ago"),
                                new Given(null, null, null, true)));
        assertThat(answered.notCounted())
                .as("a note is no answer, and somebody's words all the same")
                .containsExactly(IN_EXISTING, whole("asked-long-ago"), whole("noted-long-ago"));
    }

    @Test
    void what_is_missing_is_named_place_by_place_in_the_order_of_the_paper() {
        Answered answered =
                Answered.of(
                        CHECKLIST,
                        Map.of(
                                new AnswerKey("safety-procedures", "staff"),
                                choice(Choice.NO),
                                whole("intake-screening"),
                                choice(Choice.DONT_KNOW)));
        assertThat(answered.missing(section("6")))
                .containsExactly(
                        new AnswerKey("safety-procedures", "building"),
                        new AnswerKey("safety-procedures", "survivors"));
        assertThat(answered.missing(section("4"))).isEmpty();
        assertThat(answered.progress(section("4")).isComplete())
                .as("don't know is an answer")
                .isTrue();
        assertThat(answered.missing().getFirst()).isEqualTo(whole("role"));
    }

    @Test
    void put_off_and_noted_are_not_answered() {
        Answered answered =
                Answered.of(
                        CHECKLIST,
                        Map.of(
                                whole("role"), new Given(null, "half a thought", null, true),
                                whole("limitations"), new Given(null, "  ", null, false),
                                whole("staff-trained"), new Given(null, null, "ask HR", false)));
        assertThat(answered.progress()).isEqualTo(new Progress(38, 0, 1));
        assertThat(answered.progress().isUntouched()).isFalse();
        assertThat(answered.missing())
                .contains(whole("role"), whole("limitations"), whole("staff-trained"));
    }

    @Test
    void a_place_the_version_does_not_have_is_ignored() {
        Answered answered =
                Answered.of(CHECKLIST, Map.of(whole("asked-long-ago"), choice(Choice.YES)));
        assertThat(answered.progress().answered()).isZero();
    }

    private static boolean asksForExisting(Map<AnswerKey, Given> given) {
        List<AnswerKey> missing = Answered.of(CHECKLIST, given).missing();
        return missing.contains(IN_EXISTING);
    }

    private static AnswerKey whole(String item) {
        return new AnswerKey(item, AnswerKey.WHOLE);
    }

    private static Given choice(Choice choice) {
        return new Given(choice, null, null, false);
    }

    private static Section section(String number) {
        return CHECKLIST.sections().stream()
                .filter(section -> section.number().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
