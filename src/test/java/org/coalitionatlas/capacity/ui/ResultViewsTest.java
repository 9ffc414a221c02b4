package org.coalitionatlas.capacity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.coalitionatlas.AsDrawn;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.ResponseCsv;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.ResultReading;
import org.coalitionatlas.capacity.SharedResults;
import org.coalitionatlas.capacity.Word;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** Result, comparison, paper and coalition as people see them. */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_SHELTER)
class ResultViewsTest extends SpringBrowserlessTest {

    private static final String CHECKLIST = "capacity-checklist";

    @Autowired private Responses responses;
    @Autowired private ResultReading reading;
    @Autowired private ResponseCsv csv;
    @Autowired private Instruments instruments;
    @Autowired private SharedResults shared;
    @Autowired private SignedInAs signedInAs;
    @Autowired private SqlStatements statements;

    private String cycle = "";
    private UUID response = new UUID(0, 0);

    @BeforeEach
    void fill_in_some_of_the_checklist() {
        cycle = "T" + UUID.randomUUID().toString().substring(0, 8);
        response = open(cycle);
        choose(response, "staff-trained", "", Choice.YES);
        choose(response, "identification-training", "", Choice.YES);
        choose(response, "topic-training", "referral", Choice.YES);
        choose(response, "topic-training", "confidentiality", Choice.NO);
        choose(response, "intake-screening", "", Choice.DONT_KNOW);
        choose(response, "mous-needed", "", Choice.IN_PROGRESS);
        answer(response, "role", "", new Word.Written(null, "We run a shelter."));
        answer(response, "topic-training", "referral", new Word.Noted(null, "asked for in May"));
    }

    @Test
    void progress_and_result_are_two_figures_that_open_to_their_items() {
        open(CapacityNavigation.result(response), "");
        assertThat(text(getCurrentView()))
                .contains("Progress: how much is answered")
                .contains("7 of 38 answered")
                .contains("Result: what the answers say");
        assertThat(hrefs())
                .contains(
                        CapacityNavigation.result(response) + "?outcome=TO_IMPROVE",
                        CapacityNavigation.result(response) + "?outcome=TO_IMPROVE&section=3",
                        CapacityNavigation.result(response) + "?outcome=UNANSWERED",
                        CapacityNavigation.item(response, "staff-trained"));
        assertThat($(Anchor.class).all())
                .extracting(a -> a.getElement().getAttribute("aria-label"))
                .contains("3 Staff and training, To improve: 2");
    }

    @Test
    void the_same_yes_is_a_strength_here_and_to_be_improved_there_and_says_why() {
        open(CapacityNavigation.result(response), "section=3&outcome=TO_IMPROVE");
        String shown = text($(ResultItems.class).single());
        assertThat(shown)
                .contains("2 items shown: To improve · 3 Staff and training")
                .contains("3.3 Staff has the training it needs: Referral")
                .contains("Yes. Here, yes names something that is still needed.")
                .contains("Note: asked for in May")
                .doesNotContain("3.1 Staff is trained");
        open(CapacityNavigation.result(response), "outcome=STRENGTH");
        assertThat(text($(ResultItems.class).single()))
                .contains("3.1 Staff is trained on human trafficking")
                .contains("Here, yes is good.")
                .contains("No. Here, no says that nothing more is needed.");
    }

    @Test
    void an_address_somebody_mistyped_shows_everything() {
        open(CapacityNavigation.result(response), "outcome=BRILLIANT&view=poem");
        assertThat(text($(ResultItems.class).single())).contains("38 items shown");
    }

    @Test
    void the_board_reads_one_page_of_words_with_parts_on_one_line() {
        choose(response, "topic-training", "collaboration", Choice.YES);
        open(CapacityNavigation.result(response), "view=board");
        assertThat(text(getCurrentView()))
                .contains("Safe Harbor: Capacity checklist")
                .contains(
                        "Safe Harbor answered 8 of 38 questions. 2 are strengths. 3 are to be"
                                + " improved. One is being improved now. One is not known.")
                .contains("30 questions have no answer")
                .contains(
                        "3.3 Staff has the training it needs: Referral; Collaboration with other"
                                + " organizations")
                .contains("Answered in words, to be read in the checklist")
                .contains("2015-TA-AX-K029");
    }

    @Test
    void an_item_to_improve_becomes_a_goal_to_copy_with_its_origin() {
        open(CapacityNavigation.result(response), "section=3&outcome=TO_IMPROVE");
        Button copy =
                $(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Copy as a goal"))
                        .reduce((first, second) -> second)
                        .orElseThrow();
        test(copy).click();
        assertThat($(TextArea.class).single().getValue())
                .isEqualTo(
                        "Goal: Staff has the training it needs: Referral\n"
                                + "From: Capacity checklist, item 3.3 (§3.3), Safe Harbor, "
                                + cycle
                                + "\nAnswer: Yes\nNote: asked for in May");
    }

    @Test
    void two_cycles_are_compared_item_by_item() {
        UUID next = open(cycle + "b");
        choose(next, "staff-trained", "", Choice.NO);
        choose(next, "identification-training", "", Choice.NO);
        choose(next, "intake-screening", "", Choice.YES);
        open(CapacityNavigation.compare(next), "with=" + response);
        assertThat(text(getCurrentView()))
                .contains("Better: 1")
                .contains("Worse: 1")
                .contains("Different: 1");
        open(CapacityNavigation.compare(next), "with=" + response + "&change=BETTER");
        assertThat(text($(CompareTable.class).single()))
                .contains("1 item shown")
                .contains("3.2 Staff can recognize survivors of every form of trafficking")
                .contains("YesTo improve")
                .contains("NoStrength")
                .contains("Better");
    }

    @Test
    void the_paper_has_the_numbers_of_the_screen_and_ticks_what_was_answered() {
        open(CapacityNavigation.paper(response), "");
        String paper = text($(PaperSheet.class).single());
        assertThat(paper)
                .contains("3.1Has your staff been trained")
                .contains("☒Yes")
                .contains("We run a shelter.")
                .contains("asked for in May")
                .contains("Only if the answer to 9.2 (There is one) is: No");
        open(CapacityNavigation.paper(response), "show=blank");
        assertThat(text($(PaperSheet.class).single()))
                .doesNotContain("☒")
                .doesNotContain("We run a shelter.");
        open(CapacityNavigation.OVERVIEW, "");
        assertThat(hrefs()).contains(CapacityNavigation.blank(CHECKLIST));
        open(CapacityNavigation.blank(CHECKLIST), "");
        assertThat(text($(PaperSheet.class).single())).contains("9.4").doesNotContain("☒");
    }

    @Test
    void a_csv_file_shows_what_it_would_change_and_changes_nothing_before_that() {
        open(CapacityNavigation.paper(response), "");
        CsvPanel panel = $(CsvPanel.class).single();
        panel.take(
                "Number,Part,Answer,Note\n3.1,,no,\n3.3,Referral,yes,\n1.2,,Beds,\n7.1,,maybe,\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(text(panel))
                .contains("The file changes 2 answers.")
                .contains("3.1 Has your staff been trained")
                .contains("Yes → No")
                .contains("nothing → Beds")
                .contains("Line 5, Answer: “maybe” is none of the answers");
        assertThat(given("staff-trained", "").choice()).isEqualTo(Choice.YES);
        test(button("Save these 2 answers")).click();
        assertThat(given("staff-trained", "").choice()).isEqualTo(Choice.NO);
        assertThat(given("limitations", "").text()).isEqualTo("Beds");
        assertThat(given("topic-training", "referral").note()).isEqualTo("asked for in May");
    }

    @Test
    void what_was_exported_changes_nothing_when_it_comes_back() {
        byte[] file =
                csv.write(
                        instruments.latest(CHECKLIST),
                        reading.sheet(response).readable(),
                        Locale.of("es"));
        open(CapacityNavigation.paper(response), "");
        CsvPanel panel = $(CsvPanel.class).single();
        panel.take(file);
        assertThat(text(panel)).contains("The file changes nothing.").doesNotContain("Line");
    }

    @Test
    void once_handed_in_it_takes_no_file() {
        putOffTheRest();
        responses.submit(response);
        open(CapacityNavigation.paper(response), "");
        assertThat($(CsvPanel.class).exists()).isFalse();
        assertThat(text(getCurrentView()))
                .contains("Answers can be brought in while the response is open.");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void somebody_else_s_response_and_none_at_all_are_told_alike() {
        UUID theirs = response;
        for (UUID id : List.of(theirs, UUID.randomUUID())) {
            for (String address :
                    List.of(
                            CapacityNavigation.result(id),
                            CapacityNavigation.compare(id),
                            CapacityNavigation.paper(id))) {
                open(address, "");
                assertThat(text(getCurrentView()))
                        .contains("No such response")
                        .doesNotContain("Safe Harbor");
            }
        }
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void a_coordinator_reads_the_result_and_no_words_unless_they_are_shared() {
        submit();
        open(CapacityNavigation.result(response), "");
        assertThat(text(getCurrentView()))
                .contains("In words, not shared with you")
                .doesNotContain("We run a shelter.")
                .doesNotContain("asked for in May");
        open(CapacityNavigation.paper(response), "");
        assertThat(text(getCurrentView())).doesNotContain("We run a shelter.");
        assertThat(reading.sheet(response).readable())
                .as("nothing that could be taken for an answer leaves in a file")
                .doesNotContainKey(new AnswerKey("role", ""));
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void of_what_is_not_handed_in_a_coordinator_sees_how_far_it_is_and_no_answer_anywhere() {
        open(CapacityNavigation.response(response), "");
        assertThat($(ResponseForm.class).exists()).isFalse();
        assertThat(text(getCurrentView()))
                .contains("7 of 38 answered")
                .contains("its answers come to you when it is submitted")
                .doesNotContain("We run a shelter.");
        assertThat(hrefs())
                .contains(CapacityNavigation.paper(response))
                .doesNotContain(
                        CapacityNavigation.result(response),
                        CapacityNavigation.board(response),
                        CapacityNavigation.compare(response));
        for (String query : List.of("", "outcome=STRENGTH", "view=board")) {
            open(CapacityNavigation.result(response), query);
            isNotShown("Not handed in yet");
        }
        open(CapacityNavigation.compare(response), "");
        isNotShown("Not handed in yet");
        open(CapacityNavigation.paper(response), "");
        assertThat(text(getCurrentView()))
                .contains("you see how far it is, and no answers")
                .contains("Download a blank CSV file")
                .doesNotContain("☒")
                .doesNotContain("With the answers given")
                .doesNotContain("Download the answers");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void a_result_that_is_not_shared_is_reviewed_and_not_judged_compared_or_taken_along() {
        submit();
        asMaria(() -> responses.share(response, false, true));
        open(CapacityNavigation.response(response), "section=all");
        assertThat($(ResponseForm.class).exists()).isTrue();
        assertThat(AsDrawn.of(((Component) getCurrentView()).getElement()).wholeText())
                .contains("We run a shelter.")
                .contains("Submitted, 31 put off");
        for (String query : List.of("", "view=board")) {
            open(CapacityNavigation.result(response), query);
            isNotShown("Result not shared");
        }
        open(CapacityNavigation.compare(response), "");
        isNotShown("Result not shared");
        open(CapacityNavigation.paper(response), "");
        assertThat(text(getCurrentView()))
                .contains("☒")
                .doesNotContain("Download the answers as a CSV file");
    }

    private void isNotShown(String why) {
        assertThat(text(getCurrentView()))
                .contains(why)
                .doesNotContain("We run a shelter.")
                .doesNotContain("7 of 38");
        assertThat($(ResultItems.class).exists()).isFalse();
        assertThat($(BoardPage.class).exists()).isFalse();
        assertThat($(CompareTable.class).exists()).isFalse();
    }

    private void submit() {
        asMaria(
                () -> {
                    putOffTheRest();
                    responses.submit(response);
                });
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void the_coalition_sees_shared_results_and_how_far_others_are() {
        open(CapacityNavigation.COALITION, "form=" + CHECKLIST + "&cycle=" + cycle);
        assertThat(row("Safe Harbor")).contains("Being filled in").contains("7 of 38 answered");
        assertThat(text($(CoalitionTable.class).single()))
                .contains("Blackhawk Hills Legal Aid")
                .contains("Not begun");
        asMaria(
                () -> {
                    putOffTheRest();
                    responses.submit(response);
                });
        open(CapacityNavigation.COALITION, "form=" + CHECKLIST + "&cycle=" + cycle);
        assertThat($(Anchor.class).all())
                .extracting(a -> a.getElement().getAttribute("aria-label"))
                .contains(
                        "Safe Harbor, 3 Staff and training: Partly to improve, 2 to improve",
                        "Safe Harbor, 1 Our organization's role: Described in words, 1 of 2"
                                + " answered",
                        "Safe Harbor, 6 Safety planning: Not begun");
        assertThat(hrefs()).contains(CapacityNavigation.result(response) + "?section=3");
        asMaria(() -> responses.share(response, false, false));
        open(CapacityNavigation.COALITION, "form=" + CHECKLIST + "&cycle=" + cycle);
        assertThat(row("Safe Harbor")).isEqualTo("Result not shared");
        assertThat(hrefs()).noneMatch(href -> href.contains(response.toString()));
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void a_coordinator_opens_it_for_a_member_that_has_not_begun() {
        open(CapacityNavigation.COALITION, "form=capacity-checklist&cycle=" + cycle);
        var legalAid = "Open a checklist for Blackhawk Hills Legal Aid";
        Button button =
                $(Button.class).all().stream()
                        .filter(one -> legalAid.equals(one.getAriaLabel().orElse("")))
                        .findFirst()
                        .orElseThrow();
        test(button).click();
        test($(Button.class).withText("Open").single()).click();
        assertThat($(Button.class).all())
                .noneMatch(one -> legalAid.equals(one.getAriaLabel().orElse("")));
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void what_is_not_shared_does_not_leave_the_service() {
        asMaria(
                () -> {
                    putOffTheRest();
                    responses.submit(response);
                    responses.share(response, false, false);
                });
        SharedResults.Member member =
                shared.table(CHECKLIST, cycle).members().stream()
                        .filter(m -> m.name().equals("Safe Harbor"))
                        .findFirst()
                        .orElseThrow();
        assertThat(member.standing()).isEqualTo(SharedResults.Standing.NOT_SHARED);
        assertThat(member.sections()).isEmpty();
        assertThat(member.progress()).isNull();
    }

    @Test
    void a_member_does_not_get_into_the_view_of_the_coalition() {
        try {
            UI.getCurrent().navigate(CapacityNavigation.COALITION);
        } catch (RuntimeException denied) {
            assertThat(denied).hasMessageContaining("denied");
        }
        assertThat($(CoalitionView.class).exists()).isFalse();
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void no_screen_needs_more_than_ten_statements() {
        submit();
        UUID next = response;
        response = asMaria(() -> open(cycle + "b"));
        submit();
        for (String address :
                List.of(
                        CapacityNavigation.result(response),
                        CapacityNavigation.compare(next),
                        CapacityNavigation.paper(response),
                        CapacityNavigation.COALITION)) {
            assertThat(statements.during(() -> open(address, "")))
                    .as(address)
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(10);
        }
    }

    private void open(String address, String query) {
        UI.getCurrent().navigate(address, QueryParameters.fromString(query));
    }

    private UUID open(String cycleName) {
        UUID organization =
                Objects.requireNonNull(
                        signedInAs.person(SignedInAs.MEMBER_OF_SHELTER).organizationId());
        return asMaria(() -> responses.open(organization, CHECKLIST, cycleName));
    }

    private void choose(UUID id, String item, String part, Choice choice) {
        answer(id, item, part, new Word.Chosen(null, choice));
    }

    private void answer(UUID id, String item, String part, Word word) {
        asMaria(
                () -> {
                    responses.answer(id, new AnswerKey(item, part), word);
                });
    }

    private void putOffTheRest() {
        asMaria(
                () ->
                        reading.sheet(response)
                                .answered()
                                .missing()
                                .forEach(
                                        place ->
                                                responses.answer(
                                                        response, place, new Word.PutOff(true))));
    }

    private void asMaria(Runnable work) {
        signedInAs.run(SignedInAs.MEMBER_OF_SHELTER, work);
    }

    private <T> T asMaria(java.util.function.Supplier<T> work) {
        return signedInAs.call(SignedInAs.MEMBER_OF_SHELTER, work);
    }

    private Given given(String item, String part) {
        return asMaria(
                () ->
                        reading.sheet(response)
                                .given()
                                .getOrDefault(new AnswerKey(item, part), Given.NOTHING));
    }

    private Button button(String text) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private List<String> hrefs() {
        return $(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    /** What stands in the one cell of a member whose result is not judged. */
    private String row(String member) {
        return $(NativeTableCell.class).all().stream()
                .filter(cell -> cell.hasClassName("capacity-apart"))
                .filter(cell -> text(cell.getParent().orElseThrow()).startsWith(member))
                .map(ResultViewsTest::text)
                .findFirst()
                .orElseThrow();
    }

    private static String text(HasElement component) {
        return component.getElement().getTextRecursively();
    }
}
