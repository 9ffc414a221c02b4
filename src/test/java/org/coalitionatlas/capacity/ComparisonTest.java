package org.coalitionatlas.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coalitionatlas.capacity.Checklists.FIRST;
import static org.coalitionatlas.capacity.Checklists.SECOND;
import static org.coalitionatlas.capacity.Checklists.answers;
import static org.coalitionatlas.capacity.Checklists.at;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two cycles beside each other, and answers carried from one version to the next. */
class ComparisonTest {

    @ParameterizedTest
    @CsvSource({
        "intake-screening, NO, YES, BETTER",
        "intake-screening, NO, IN_PROGRESS, BETTER",
        "intake-screening, YES, NO, WORSE",
        "intake-screening, YES, YES, SAME",
        "intake-screening, DONT_KNOW, NO, OTHERWISE",
        "intake-screening, YES, NOT_APPLICABLE, OTHERWISE",
        "intake-screening, , YES, NEWLY_ANSWERED",
        "intake-screening, NO, , NO_LONGER_ANSWERED",
        "intake-screening, , , STILL_UNANSWERED",
        "mous-needed, YES, NO, BETTER",
        "mous-needed, NO, YES, WORSE",
        "mous-needed, NO, IN_PROGRESS, WORSE",
        "sharing-policies, IN_PROGRESS, YES, BETTER"
    })
    void better_and_worse_follow_from_what_the_answer_says(
            String place, Choice before, Choice now, Change change) {
        assertThat(change(compare(said(place, before), said(place, now)), place)).isEqualTo(change);
    }

    @Test
    void words_are_the_same_or_different_and_never_better() {
        Comparison comparison =
                compare(
                        answers().write("role", "We run a shelter.").write("limitations", "Space"),
                        answers()
                                .write("role", "We run a shelter. ")
                                .write("limitations", "Staff"));
        assertThat(change(comparison, "role")).isEqualTo(Change.SAME);
        assertThat(change(comparison, "limitations")).isEqualTo(Change.OTHERWISE);
    }

    @Test
    void words_that_may_not_be_read_are_not_compared_whichever_cycle_withholds_them() {
        Result before =
                answers()
                        .write("role", "…")
                        .write("limitations", "Space")
                        .say("intake-screening", Choice.NO)
                        .result(FIRST);
        Result now =
                answers()
                        .write("role", "…")
                        .write("limitations", "Space")
                        .say("intake-screening", Choice.YES)
                        .result(FIRST);
        Set<AnswerKey> withheld = Set.of(at("role"), at("limitations"), at("intake-screening"));
        for (Comparison comparison :
                List.of(
                        Comparison.of(before, withheld, now, Set.of()),
                        Comparison.of(before, Set.of(), now, withheld),
                        Comparison.of(before, withheld, now, withheld))) {
            assertThat(change(comparison, "role")).isEqualTo(Change.WITHHELD);
            assertThat(change(comparison, "limitations")).isEqualTo(Change.WITHHELD);
            assertThat(change(comparison, "intake-screening"))
                    .as("a choice can be read where only its note is withheld")
                    .isEqualTo(Change.BETTER);
        }
        Result silent = answers().result(FIRST);
        assertThat(change(Comparison.of(before, withheld, silent, Set.of()), "role"))
                .isEqualTo(Change.NO_LONGER_ANSWERED);
    }

    @Test
    void an_item_whose_condition_fell_away_is_no_longer_asked() {
        Comparison comparison =
                compare(
                        answers()
                                .say("task-force/exists", Choice.NO)
                                .say("existing-collaborative", Choice.YES),
                        answers()
                                .say("task-force/exists", Choice.YES)
                                .say("existing-collaborative", Choice.YES));
        assertThat(change(comparison, "existing-collaborative")).isEqualTo(Change.NO_LONGER_ASKED);
        assertThat(change(comparison, "task-force/exists")).isEqualTo(Change.BETTER);
    }

    @Test
    void across_versions_the_key_decides_and_what_was_reworded_added_or_removed_is_named() {
        Result before =
                answers()
                        .say("staff-trained", Choice.YES)
                        .say("topic-training/referral", Choice.YES)
                        .say("topic-training/safety-planning", Choice.NO)
                        .write("limitations", "Space")
                        .result(FIRST);
        Result now =
                answers()
                        .say("staff-trained", Choice.NO)
                        .say("topic-training/referral", Choice.NO)
                        .say("topic-training/self-care", Choice.YES)
                        .write("limitations", "Space")
                        .result(SECOND);
        Comparison comparison = Comparison.of(before, now);
        assertThat(comparison.isAcrossVersions()).isTrue();
        Comparison.Line trained = line(comparison, "staff-trained");
        assertThat(trained.change()).isEqualTo(Change.WORSE);
        assertThat(trained.reworded()).isTrue();
        Comparison.Line referral = line(comparison, "topic-training/referral");
        assertThat(referral.change()).isEqualTo(Change.BETTER);
        assertThat(referral.reworded()).isFalse();
        assertThat(change(comparison, "topic-training/self-care")).isEqualTo(Change.NEWLY_ASKED);
        assertThat(change(comparison, "topic-training/safety-planning"))
                .isEqualTo(Change.NO_LONGER_ASKED);
        assertThat(change(comparison, "limitations"))
                .as("moved from 1.2 to 2.1")
                .isEqualTo(Change.SAME);
        assertThat(comparison.lines().getFirst().shown().place()).isEqualTo(at("staff-trained"));
        assertThat(comparison.lines().getLast().change()).isEqualTo(Change.NO_LONGER_ASKED);
        assertThat(comparison.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(comparison.lines().size());
    }

    @Test
    void different_questionnaires_are_not_compared() {
        Result other =
                answers().result(Checklists.BOTH_VERSIONS.latest("internal-capacity-review"));
        Result checklist = answers().result(FIRST);
        assertThatThrownBy(() -> Comparison.of(checklist, other))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> Moved.between(FIRST, other.instrument(), Map.<AnswerKey, Given>of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moving_to_a_new_version_keeps_every_answer_and_names_what_to_look_at() {
        Map<AnswerKey, Given> given =
                answers()
                        .say("staff-trained", Choice.YES)
                        .say("topic-training/referral", Choice.YES)
                        .say("safety-procedures/staff", Choice.NO)
                        .write("role", "We run a shelter.")
                        .given();
        Moved moved = Moved.between(FIRST, SECOND, given);
        assertThat(moved.answers()).isEqualTo(given);
        assertThat(moved.changed()).containsExactly(at("staff-trained"));
        assertThat(moved.aside())
                .containsExactlyInAnyOrder(at("safety-procedures/staff"), at("role"));
        assertThat(moved.added())
                .containsExactlyInAnyOrder(at("topic-training/self-care"), at("lead-named"));
        assertThat(moved.reworded()).extracting(Item::key).containsExactly("staff-trained");
        assertThat(moved.removed())
                .as("also where nothing was answered")
                .contains(
                        at("role"),
                        at("topic-training/collaboration"),
                        at("safety-procedures/building"))
                .doesNotContain(at("limitations"), at("task-force/member"));
        assertThat(Moved.between(SECOND, FIRST, moved.answers()).answers())
                .as("what was kept aside comes back")
                .isEqualTo(given);
    }

    @Test
    void a_put_off_mark_or_note_moves_too() {
        var given = new HashMap<AnswerKey, Given>();
        given.put(at("role"), new Given(null, null, "ask the director", true));
        assertThat(Moved.between(FIRST, SECOND, given).answers()).isEqualTo(given);
    }

    private static Checklists said(String place, Choice choice) {
        return choice == null ? answers() : answers().say(place, choice);
    }

    private static Comparison compare(Checklists before, Checklists now) {
        return Comparison.of(before.result(FIRST), now.result(FIRST));
    }

    private static Change change(Comparison comparison, String place) {
        return line(comparison, place).change();
    }

    private static Comparison.Line line(Comparison comparison, String place) {
        return comparison.lines().stream()
                .filter(line -> line.shown().place().equals(at(place)))
                .findFirst()
                .orElseThrow();
    }
}
