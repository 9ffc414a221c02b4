package org.coalitionatlas.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coalitionatlas.capacity.Checklists.FIRST;
import static org.coalitionatlas.capacity.Checklists.answers;
import static org.coalitionatlas.capacity.Checklists.at;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What answers say, whichever way round the question was asked. */
class ResultTest {

    @ParameterizedTest
    @CsvSource({
        "YES_IS_GOOD, YES, STRENGTH, YES_AND_GOOD",
        "YES_IS_GOOD, NO, TO_IMPROVE, NO_WHERE_YES_IS_GOOD",
        "YES_IS_GOOD, IN_PROGRESS, BEING_IMPROVED, UNDER_WAY",
        "YES_IS_GAP, YES, TO_IMPROVE, YES_NAMES_A_NEED",
        "YES_IS_GAP, NO, STRENGTH, NOTHING_NEEDED",
        "YES_IS_GAP, IN_PROGRESS, BEING_IMPROVED, UNDER_WAY",
        "DIRECTIVE, YES, STRENGTH, DONE",
        "DIRECTIVE, NO, TO_IMPROVE, NOT_DONE",
        "DIRECTIVE, IN_PROGRESS, BEING_IMPROVED, UNDER_WAY"
    })
    void the_kind_of_the_question_decides_what_an_answer_means(
            ItemKind kind, Choice choice, Outcome outcome, ResultRule rule) {
        ResultRule deciding = ResultRule.deciding(kind, new Given(choice, null, null, false));
        assertThat(deciding).isEqualTo(rule);
        assertThat(deciding.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(value = ItemKind.class, names = "NARRATIVE", mode = EnumSource.Mode.EXCLUDE)
    void not_known_and_not_applicable_are_neither_good_nor_bad(ItemKind kind) {
        assertThat(outcome(kind, Choice.DONT_KNOW)).isEqualTo(Outcome.NOT_KNOWN);
        assertThat(outcome(kind, Choice.NOT_APPLICABLE)).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(Outcome.NOT_KNOWN.isJudged()).isFalse();
        assertThat(Outcome.NOT_APPLICABLE.isJudged()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ItemKind.class)
    void every_kind_has_a_rule_for_every_answer_and_for_none(ItemKind kind) {
        for (Choice choice : Choice.values()) {
            assertThat(outcome(kind, choice)).isNotNull();
        }
        assertThat(ResultRule.deciding(kind, Given.NOTHING).outcome())
                .isEqualTo(Outcome.UNANSWERED);
        assertThat(ResultRule.deciding(kind, new Given(null, "words", null, false)).outcome())
                .isEqualTo(kind == ItemKind.NARRATIVE ? Outcome.IN_WORDS : Outcome.UNANSWERED);
        assertThat(ResultRule.deciding(kind, new Given(Choice.YES, null, null, true)).outcome())
                .as("put off")
                .isEqualTo(Outcome.UNANSWERED);
    }

    @Test
    void all_yes_is_not_all_good() {
        var all = answers();
        FIRST.items()
                .filter(item -> item.kind() != ItemKind.NARRATIVE)
                .flatMap(Item::places)
                .forEach(place -> all.say(place.item() + "/" + place.part(), Choice.YES));
        Result result = all.result(FIRST);
        assertThat(result.counts().get(Outcome.TO_IMPROVE)).isEqualTo(16);
        assertThat(result.counts().get(Outcome.STRENGTH)).isEqualTo(14);
        assertThat(result.progress()).isEqualTo(new Progress(38, 30, 0));
    }

    @Test
    void parts_count_one_by_one_and_open_to_their_items() {
        Result result =
                answers()
                        .say("topic-training/referral", Choice.YES)
                        .say("topic-training/confidentiality", Choice.NO)
                        .say("staff-trained", Choice.IN_PROGRESS)
                        .result(FIRST);
        assertThat(result.places(Outcome.TO_IMPROVE))
                .extracting(place -> place.statement().en())
                .containsExactly("Staff has the training it needs: Referral");
        assertThat(result.places(Outcome.STRENGTH))
                .extracting(Judged::place)
                .containsExactly(at("topic-training/confidentiality"));
        assertThat(result.places(Outcome.BEING_IMPROVED))
                .extracting(Judged::rule)
                .containsExactly(ResultRule.UNDER_WAY);
    }

    @Test
    void progress_and_result_never_say_the_same_thing() {
        Result unknown =
                answers()
                        .say("intake-screening", Choice.DONT_KNOW)
                        .say("privilege-laws", Choice.NOT_APPLICABLE)
                        .result(FIRST);
        assertThat(unknown.progress().answered()).isEqualTo(2);
        assertThat(unknown.places().stream().filter(place -> place.outcome().isJudged())).isEmpty();
    }

    @Test
    void a_hidden_item_is_in_no_result() {
        Result result =
                answers()
                        .say("task-force/exists", Choice.YES)
                        .say("existing-collaborative", Choice.NO)
                        .result(FIRST);
        assertThat(result.places(Outcome.TO_IMPROVE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_BEGUN, , , ",
        "NOT_KNOWN, DONT_KNOW, , ",
        "NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE",
        "MOSTLY_TO_IMPROVE, YES, YES, NO",
        "PARTLY_TO_IMPROVE, YES, NO, NO",
        "PARTLY_TO_IMPROVE, YES, IN_PROGRESS, DONT_KNOW",
        "BEING_IMPROVED, NO, IN_PROGRESS, ",
        "STRONG_SO_FAR, NO, NO, ",
        "STRONG_SO_FAR, NO, DONT_KNOW, NOT_APPLICABLE",
        "STRONG, NO, NOT_APPLICABLE, NO"
    })
    void a_section_stands_at_the_first_level_whose_rule_holds(
            SectionLevel level, Choice building, Choice staff, Choice survivors) {
        var answers = answers();
        if (building != null) {
            answers.say("safety-procedures/building", building);
        }
        if (staff != null) {
            answers.say("safety-procedures/staff", staff);
        }
        if (survivors != null) {
            answers.say("safety-procedures/survivors", survivors);
        }
        assertThat(answers.result(FIRST).sections().get(5).level()).isEqualTo(level);
    }

    @Test
    void a_section_of_narratives_is_described_and_never_scored() {
        Result result = answers().write("role", "We run a shelter.").result(FIRST);
        assertThat(result.sections().get(0).level()).isEqualTo(SectionLevel.IN_WORDS);
        assertThat(result.sections().get(1).level()).isEqualTo(SectionLevel.NOT_BEGUN);
    }

    @Test
    void what_is_to_improve_proposes_a_goal_that_remembers_where_it_comes_from() {
        UUID response = UUID.randomUUID();
        Result result =
                answers()
                        .say("safety-procedures/staff", Choice.YES)
                        .say("intake-screening", Choice.YES)
                        .result(FIRST);
        GoalDraft draft = GoalDraft.of(response, result.places(Outcome.TO_IMPROVE).getFirst());
        assertThat(draft.origin())
                .isEqualTo(new ActionOrigin(response, "safety-procedures", "staff"));
        assertThat(draft.origin().place()).isEqualTo(at("safety-procedures/staff"));
        assertThat(draft.title().es())
                .isEqualTo("Los procedimientos de seguridad están al día: Personal");
        assertThat(draft.number()).isEqualTo("6.1");
        Judged strength = result.places(Outcome.STRENGTH).getFirst();
        assertThatThrownBy(() -> GoalDraft.of(response, strength))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Outcome outcome(ItemKind kind, Choice choice) {
        String words = kind == ItemKind.NARRATIVE ? "words" : null;
        return ResultRule.deciding(kind, new Given(choice, words, null, false)).outcome();
    }
}
