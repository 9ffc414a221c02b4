package org.coalitionatlas.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.AsDrawn;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.ADMINISTRATOR)
class WorksheetViewTest extends SpringBrowserlessTest {

    private static final String WINNEBAGO = "assessment/17201";

    /** Outside the demo coalition, so that nothing the demo tells is changed. */
    private static final String CARROLL = "17015";

    private static final String MCDONOUGH = "17109";
    private static final String MENARD = "17129";

    @Autowired private Assessments assessments;
    @Autowired private SqlStatements statements;
    @Autowired private Cycles cycles;

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void a_coordinator_finds_what_was_answered_and_by_whom() {
        openAt(WINNEBAGO, "A3");
        assertThat(section("A3").isOpen()).isTrue();
        assertThat(section("A4").isOpen()).isFalse();
        assertThat(cell("A3", "Safe Harbor", Question.TRAINED).attr("aria-label"))
                .startsWith("Safe Harbor")
                .endsWith("Housing: Trained on HT? Yes; Last time: No");
        assertThat(pressed("A3", "Safe Harbor", Question.TRAINED)).contains("YES");
        assertThat(row("A3", "Safe Harbor").wholeText()).contains("Elena Brandt");
    }

    @Test
    void opening_a_sheet_needs_at_most_ten_statements() {
        List<String> sent = statements.during(() -> navigate(WINNEBAGO, WorksheetView.class));
        assertThat(sent).isNotEmpty().hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void the_overview_of_all_counties_needs_at_most_three_statements() {
        List<String> sent =
                statements.during(() -> navigate("assessment", AssessmentOverview.class));
        assertThat(sent).isNotEmpty().hasSizeLessThanOrEqualTo(3);
        assertThat(view().wholeText())
                .contains("Winnebago County, IL")
                .contains("Stephenson County, IL")
                .contains("not begun");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR_OF_TWO)
    void only_the_coordinator_of_a_county_is_offered_to_begin_it() {
        navigate("assessment", AssessmentOverview.class);
        assertThat($(Button.class).all())
                .extracting(button -> button.getAriaLabel().orElse(""))
                .noneMatch(label -> label.contains("Stephenson"));
    }

    @Test
    void a_county_without_an_assessment_begins_one_with_its_33_needs() {
        navigate("assessment/17085", WorksheetView.class);
        assertThat($(NeedSection.class).exists()).isFalse();
        test($(Button.class).withTextContaining("Begin the assessment").single()).click();
        assertThat($(NeedSection.class).all()).hasSize(33);
        assertThat(view().wholeText()).contains("All needs: 0 of 33 assessed");
    }

    @Test
    void hundreds_of_providers_are_drawn_in_batches_and_all_can_be_answered() {
        var id = assessments.open(CARROLL, assessments.currentCycle());
        var last = new java.util.ArrayList<String>();
        for (int i = 0; i < NeedBody.BATCH + 5; i++) {
            last.add(assessments.addProvider(id, "L10", "Many %03d".formatted(i)).toString());
        }
        openAt("assessment/" + CARROLL, "L10");
        assertThat(within(drawn(section("L10")), "tr").filter(r -> r.hasAttr("data-provider")))
                .hasSize(NeedBody.BATCH);
        act("answer", "L10", last.getLast(), "CONTACT", "YES");
        test($(NativeButton.class, section("L10").getContent()).last()).click();
        assertThat(pressed("L10", "Many %03d".formatted(NeedBody.BATCH + 4), Question.CONTACT))
                .contains("YES");
        assertThat(within(drawn(section("L10")), "table"))
                .singleElement()
                .returns(
                        String.valueOf(section("L10").line().rows().size() + 1),
                        table -> table.attr("aria-rowcount"));
        assertThat(row("L10", "Many %03d".formatted(NeedBody.BATCH + 4)).attr("aria-rowindex"))
                .isEqualTo(String.valueOf(section("L10").line().rows().size() + 1));
    }

    @Test
    void progress_stands_by_phase_by_need_and_by_person() {
        navigate(WINNEBAGO, WorksheetView.class);
        String text = view().wholeText();
        assertThat(text)
                .containsPattern("All needs: \\d+ of 33 assessed")
                .containsPattern("Acute / crisis needs: \\d+ of \\d+ assessed")
                .containsPattern("Long-term stability and sustainability: \\d+ of \\d+ assessed")
                .containsPattern("Elena Brandt: \\d+ answers on \\d+ needs");
        assertThat(sections().map(section -> section.line().isAssessed()).distinct()).hasSize(2);
    }

    @Test
    void a_sheet_that_was_open_too_long_says_so_and_what_was_not_taken_goes_into_the_next_cycle() {
        var id = assessments.open(MCDONOUGH, "2026");
        String provider = assessments.addProvider(id, "T7", "Late House").toString();
        openAt("assessment/" + MCDONOUGH, "T7");
        var cycle = cycles.of(MCDONOUGH).getFirst();
        cycles.close(cycle.id(), cycle.version());
        act("answer", "T7", provider, "CONTACT", "YES");
        assertThat(text())
                .contains("was closed while this page was open")
                .contains("Late House", "Have a contact? Yes")
                .contains("Open the county's sheet as it is now")
                .doesNotContain("Say it in cycle");

        cycles.open(MCDONOUGH, "Next", null, true);
        act("answer", "T7", provider, "PARTNER", "NO");
        test($(Button.class).withText("Say it in cycle Next").single()).click();
        assertThat(text()).doesNotContain("was closed while this page was open");
        assertThat(pressed("T7", "Late House", Question.CONTACT)).contains("YES");
        assertThat(pressed("T7", "Late House", Question.PARTNER)).contains("NO");
    }

    @Test
    void what_the_directory_knows_is_marked_and_counts_only_when_confirmed() {
        navigate(WINNEBAGO, WorksheetView.class);
        NeedSection section =
                sections()
                        .filter(s -> prefilled(s).findFirst().isPresent())
                        .findFirst()
                        .orElseThrow();
        Element cell = prefilled(section).findFirst().orElseThrow();
        assertThat(cell.attr("aria-label")).endsWith("from the directory, not confirmed");
        assertThat(cell.wholeText()).contains("from the directory: ");
        assertThat(within(cell, "button").map(b -> b.attr("aria-pressed"))).containsOnly("false");
        assertThat($(Button.class, section.getContent()).withText("Nobody").exists()).isTrue();
    }

    @Test
    void an_answer_is_saved_at_once_and_there_after_a_reload() {
        String provider = begunWith("A3", "Prairie Rest");
        act("answer", "A3", provider, "CONTACT", "YES");
        assertThat(pressed("A3", "Prairie Rest", Question.CONTACT)).contains("YES");
        assertThat(view().wholeText())
                .contains("Saved ")
                .contains("Prairie Rest, Housing: Have a contact? Yes");
        assertThat(section("A3").line().isAssessed()).isTrue();

        navigate("assessment", AssessmentOverview.class);
        openAt("assessment/" + CARROLL, "A3");
        assertThat(pressed("A3", "Prairie Rest", Question.CONTACT)).contains("YES");
        assertThat(pressed("A3", "Prairie Rest", Question.PARTNER)).isEmpty();

        act("answer", "A3", provider, "CONTACT", "");
        assertThat(pressed("A3", "Prairie Rest", Question.CONTACT)).isEmpty();
    }

    @Test
    void an_answer_that_could_not_be_saved_stays_to_be_tried_again() {
        String provider = begunWith("A4", "Warm Table");
        Answer unanswerable = Answer.NO;
        signOutInTheBackground(() -> act("answer", "A4", provider, "PARTNER", unanswerable.name()));
        assertThat(cell("A4", "Warm Table", Question.PARTNER).wholeText())
                .contains("not saved: No");
        assertThat(row("A4", "Warm Table").wholeText())
                .contains("you may not answer for this county");

        act("retry", "A4", provider, "", "");
        assertThat(pressed("A4", "Warm Table", Question.PARTNER)).contains("NO");
        assertThat(row("A4", "Warm Table").wholeText()).doesNotContain("not saved");
    }

    @Test
    void an_answer_that_could_not_be_saved_is_shown_so_also_in_a_need_that_was_not_open() {
        String provider = begunWith("T2", "Lamp Light");
        navigate("assessment/" + CARROLL, WorksheetView.class);
        assertThat(section("T2").isOpen()).isFalse();
        signOutInTheBackground(() -> act("answer", "T2", provider, "TRAINED", "NO"));
        assertThat(section("T2").isOpen()).isTrue();
        assertThat(cell("T2", "Lamp Light", Question.TRAINED).wholeText())
                .contains("not saved: No");
        assertThat(text()).contains("Lamp Light, ").contains("Trained on HT? No: not saved.");
        filterTo(RowFilter.ALL);
        assertThat(cell("T2", "Lamp Light", Question.TRAINED).wholeText())
                .as("drawn again")
                .contains("not saved: No");
    }

    @Test
    void a_late_word_does_not_take_the_place_of_what_the_same_person_said_later_elsewhere() {
        String provider = begunWith("T3", "Two Devices House");
        var before = Instant.now();
        // What the other device did meanwhile.
        var id = assessments.worksheet(CARROLL).orElseThrow().assessmentId();
        assessments.answer(id, "T3", UUID.fromString(provider), Question.CONTACT, Answer.YES);

        Said late = new Said("answer", "T3").of(provider).answer(Question.CONTACT, Answer.NO);
        say(late.when(before.minusSeconds(600), ""));
        assertThat(cell("T3", "Two Devices House", Question.CONTACT).wholeText())
                .contains("not saved: No");
        assertThat(row("T3", "Two Devices House").wholeText())
                .contains("You said something else here later, on another screen: Yes");
        assertThat(standing("T3", provider)).contains(Answer.YES);

        String said = cell("T3", "Two Devices House", Question.CONTACT).attr("data-said");
        assertThat(said).isNotEmpty();
        say(late.when(Instant.now(), said));
        assertThat(standing("T3", provider)).contains(Answer.NO);
        assertThat(text()).doesNotContain("not saved: No");
    }

    @Test
    void words_one_after_the_other_on_one_screen_are_never_taken_for_those_of_another() {
        String provider = begunWith("T3", "Quick Hands House");
        var offline = Instant.now().minusSeconds(60);
        Said said = new Said("answer", "T3").of(provider);
        // Both were given before the screen heard of either.
        say(said.answer(Question.CONTACT, Answer.YES).when(offline, ""));
        say(said.answer(Question.CONTACT, Answer.NO).when(offline.plusMillis(5), ""));
        assertThat(standing("T3", provider)).contains(Answer.NO);
        say(said.answer(Question.PARTNER, Answer.NO).when(offline.plusMillis(9), ""));
        assertThat(text()).doesNotContain("on another screen");
    }

    @Test
    void nobody_said_before_the_same_person_said_otherwise_elsewhere_is_asked_again() {
        begun();
        var id = assessments.worksheet(CARROLL).orElseThrow().assessmentId();
        var before = Instant.now().minusSeconds(60);
        assessments.find(id, "L8", Finding.NOT_APPLICABLE, "The state does it");
        open("L8");
        say(new Said("nobody", "L8").when(before, ""));
        assertThat(drawn(section("L8")).wholeText())
                .contains("You said something else here later")
                .contains("The state does it");
        String said = section("L8").getElement().getAttribute("data-said");
        say(new Said("nobody", "L8").when(Instant.now(), said));
        assertThat(section("L8").line().finding()).isEqualTo(Finding.NOBODY);
    }

    @Test
    void an_answer_about_a_provider_that_left_the_sheet_is_named_and_stays() {
        begunWith("T4", "Still There House");
        String gone = UUID.randomUUID().toString();
        say(new Said("answer", "T4").of(gone).answer(Question.CONTACT, Answer.YES));
        assertThat(text())
                .contains("no longer on this sheet")
                .contains("Have a contact? Yes")
                .contains("I do not need this any more");
        test($(Button.class).withText("I do not need this any more").single()).click();
        assertThat(text()).doesNotContain("no longer on this sheet");
    }

    @Test
    void what_the_tab_keeps_of_a_closed_cycle_is_named_on_the_next_ones_sheet_and_said_there() {
        var former = assessments.open(MENARD, "2026");
        String provider = assessments.addProvider(former, "T7", "Kept House").toString();
        var cycle = cycles.of(MENARD).getFirst();
        cycles.close(cycle.id(), cycle.version());
        Said answer = new Said("answer", "T7").of(provider).answer(Question.CONTACT, Answer.YES);
        Said nobody = new Said("nobody", "L9");
        Said narrative = new Said(SheetAction.TEXT, "", "", "GAPS", "", "Nights", "", "", "", "");

        navigate("assessment/" + MENARD, WorksheetView.class);
        say(answer.in(former));
        assertThat(text())
                .contains("Cycle 2026 was closed before this could be saved")
                .contains("Kept House")
                .doesNotContain("Say it in cycle");

        var next = cycles.open(MENARD, "Next", null, false);
        assessments.write(next, NarrativeTopic.GAPS, "Weekends");
        navigate("assessment/" + MENARD, WorksheetView.class);
        say(answer.in(former));
        say(nobody.in(former));
        say(narrative.in(former));
        say(answer.in(UUID.randomUUID()));
        assertThat(text())
                .contains("Cycle 2026 was closed before this could be saved")
                .contains("Have a contact? Yes", ": nobody", "Gaps: Nights");
        test($(Button.class).withText("Say it in cycle Next").single()).click();
        assertThat(text()).doesNotContain("was closed before");
        assertThat(pressed("T7", "Kept House", Question.CONTACT)).contains("YES");
        var sheet = assessments.worksheet(MENARD).orElseThrow();
        assertThat(sheet.narratives().get(NarrativeTopic.GAPS).text())
                .contains("Weekends", "Nights");
        assertThat(
                        sheet.lines().stream()
                                .filter(line -> line.need().code().equals("L9"))
                                .map(Worksheet.Line::finding))
                .containsExactly(Finding.NOBODY);
    }

    @Test
    void confirming_all_confirms_what_was_seen_and_nothing_that_changed_meanwhile() {
        navigate(WINNEBAGO, WorksheetView.class);
        NeedSection section =
                sections()
                        .filter(s -> NeedCounts.allPrefilled(s.line()).size() > 1)
                        .findFirst()
                        .orElseThrow();
        String need = section.line().need().code();
        open(need);
        var waiting = NeedCounts.allPrefilled(section(need).line());
        say(new Said("confirmAll", need).seen("0"));
        assertThat(NeedCounts.allPrefilled(section(need).line())).isEqualTo(waiting);
        assertThat(text()).contains("say something else by now than what you saw");
    }

    @Test
    void what_was_seen_is_confirmed_also_when_the_word_arrives_later() {
        String provider = begunWith("T5", "Seen House");
        say(new Said("confirm", "T5").of(provider).seen("CONTACT:NO TRAINED:UNKNOWN"));
        assertThat(pressed("T5", "Seen House", Question.CONTACT)).contains("NO");
        assertThat(pressed("T5", "Seen House", Question.TRAINED)).contains("UNKNOWN");
    }

    @Test
    void a_narrative_that_is_too_long_is_refused_with_the_limit_and_stays_as_it_was_pasted() {
        begun();
        String huge = "Words without end. ".repeat(500);
        assertThat(narrative().getMaxLength()).isZero();
        test(narrative()).setValue(huge);
        assertThat(text()).contains("Too long: at most 8,000 characters, these are 9,499.");
        assertThat(narrative().getValue()).isEqualTo(huge);
    }

    @Test
    void nobody_is_taken_back_by_an_answer_about_a_provider() {
        String provider = begunWith("L6", "Open Door Church");
        act("nobody", "L6", "", "", "");
        assertThat(drawn(section("L6")).wholeText()).contains("Assessed: nobody meets this need");
        act("answer", "L6", provider, "CONTACT", "YES");
        assertThat(section("L6").line().finding()).isNull();

        act("nobody", "L6", "", "", "");
        assertThat(section("L6").line().finding()).isNull();
        assertThat(drawn(section("L6")).wholeText())
                .contains("Nobody can only be said while no provider has a \"yes\"");
    }

    @Test
    void another_provider_is_added_as_a_draft_with_a_link_to_complete_it() {
        begun();
        open("T14");
        test($(Button.class, section("T14").getContent()).withText("Another provider").single())
                .click();
        test($(Button.class).withText("Add provider").single()).click();
        assertThat($(TextField.class).withLabel("Name of the organization").single().isInvalid())
                .isTrue();
        test($(TextField.class).withLabel("Name of the organization").single())
                .setValue("Forever Families");
        test($(Button.class).withText("Add provider").single()).click();
        assertThat(row("T14", "Forever Families").wholeText()).contains("Draft listing");
        assertThat($(Anchor.class, section("T14").getContent()).all())
                .extracting(Anchor::getHref)
                .anyMatch(href -> href.startsWith("directory/organization/"));
    }

    @Test
    void a_need_does_not_apply_only_with_a_reason() {
        begun();
        open("A8");
        test($(Button.class, section("A8").getContent()).withText("Does not apply").single())
                .click();
        say(new Said("notApplicable", "A8").text(" "));
        assertThat(section("A8").line().finding()).isNull();
        assertThat($(TextArea.class).withLabel("Reason").single().isInvalid()).isTrue();
        String huge = "Reasons. ".repeat(100);
        test($(TextArea.class).withLabel("Reason").single()).setValue(huge);
        say(new Said("notApplicable", "A8").text(huge));
        assertThat($(TextArea.class).withLabel("Reason").single())
                .returns(true, TextArea::isInvalid)
                .returns(huge, TextArea::getValue)
                .satisfies(
                        field ->
                                assertThat(field.getErrorMessage())
                                        .contains("at most 500 characters"));
        say(new Said("notApplicable", "A8").text("Handled by the state"));
        assertThat($(TextArea.class).withLabel("Reason").exists()).isFalse();
        assertThat(drawn(section("A8")).wholeText())
                .contains("This need does not apply in this county: Handled by the state");
        act("takeBack", "A8", "", "", "");
        assertThat(section("A8").line().isAssessed()).isFalse();
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR_OF_TWO)
    void whoever_does_not_work_in_the_county_reads_the_sheet_and_is_told_who_answers() {
        openAt(WINNEBAGO, "A3");
        assertThat(view().wholeText()).contains("You can read this sheet but not change it");
        assertThat(row("A3", "Safe Harbor").wholeText()).contains("Yes");
        assertThat(within(drawn(section("A3")), "button").map(Element::wholeText))
                .noneMatch(text -> text.equals("Yes"));
        assertThat($(TextArea.class).exists()).isFalse();
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void a_member_of_an_organization_that_works_there_answers_but_does_not_run_the_cycle() {
        openAt(WINNEBAGO, "A3");
        assertThat(within(row("A3", "Safe Harbor"), "button").map(Element::wholeText))
                .contains("Yes", "No", "Don't know", "Who said what");
        assertThat($(Button.class).all())
                .extracting(Button::getText)
                .contains("Nobody")
                .doesNotContain(
                        "Close the cycle", "Due date", "Does not apply", "Another provider");
        assertThat($(TextArea.class).exists()).isFalse();
    }

    @Test
    void narratives_save_themselves_and_keep_both_texts_after_a_conflict() {
        begun();
        test(narrative()).setValue("Night shifts at the truck stop");
        assertThat(view().wholeText()).contains("Saved ");
        var id = assessments.worksheet(CARROLL).orElseThrow().assessmentId();
        assessments.write(id, NarrativeTopic.GAPS, "Somebody else was faster");

        test(narrative()).setValue("Night shifts and weekends");
        assertThat(view().wholeText()).contains("Somebody else was faster");
        test($(Button.class).withText("Keep both").single()).click();
        assertThat(
                        assessments
                                .worksheet(CARROLL)
                                .orElseThrow()
                                .narratives()
                                .get(NarrativeTopic.GAPS)
                                .text())
                .contains("Somebody else was faster")
                .contains("Night shifts and weekends");
    }

    private Optional<Answer> standing(String need, String provider) {
        return assessments.worksheet(CARROLL).orElseThrow().lines().stream()
                .filter(line -> line.need().code().equals(need))
                .flatMap(line -> line.rows().stream())
                .filter(row -> row.providerId().toString().equals(provider))
                .findFirst()
                .map(row -> row.given(Question.CONTACT));
    }

    @SuppressWarnings("unchecked")
    private void filterTo(RowFilter filter) {
        var show = (Select<RowFilter>) $(Select.class).withLabel("Show").single();
        show.setValue(RowFilter.MINE);
        show.setValue(filter);
    }

    private TextArea narrative() {
        return $(TextArea.class).withLabel("Gaps").single();
    }

    private static void openAt(String path, String need) {
        UI.getCurrent().navigate(path, QueryParameters.of("need", need));
    }

    private void begun() {
        assessments.open(CARROLL, assessments.currentCycle());
        navigate("assessment/" + CARROLL, WorksheetView.class);
    }

    private String begunWith(String need, String name) {
        var id = assessments.open(CARROLL, assessments.currentCycle());
        String provider = assessments.addProvider(id, need, name).toString();
        openAt("assessment/" + CARROLL, need);
        return provider;
    }

    private void signOutInTheBackground(Runnable work) {
        var context = org.springframework.security.core.context.SecurityContextHolder.getContext();
        var signedIn = context.getAuthentication();
        context.setAuthentication(null);
        try {
            work.run();
        } finally {
            context.setAuthentication(signedIn);
        }
    }

    private void act(String act, String need, String provider, String question, String answer) {
        Sheet sheet = $(Sheet.class).single();
        ComponentUtil.fireEvent(
                sheet, new SheetAction(sheet, true, act, need, provider, question, answer));
    }

    /** An act as the script reports it: with what was seen, and when. */
    private record Said(
            String act,
            String need,
            String provider,
            String question,
            String answer,
            String text,
            String seen,
            String said,
            String at,
            String sheet) {

        Said(String act, String need) {
            this(act, need, "", "", "", "", "", "", "", "");
        }

        Said of(String row) {
            return new Said(act, need, row, question, answer, text, seen, said, at, sheet);
        }

        Said answer(Question asked, Answer given) {
            return new Said(
                    act, need, provider, asked.name(), given.name(), text, seen, said, at, sheet);
        }

        Said text(String words) {
            return new Said(act, need, provider, question, answer, words, seen, said, at, sheet);
        }

        Said seen(String what) {
            return new Said(act, need, provider, question, answer, text, what, said, at, sheet);
        }

        Said when(Instant when, String ownWord) {
            return new Said(
                    act,
                    need,
                    provider,
                    question,
                    answer,
                    text,
                    seen,
                    ownWord,
                    String.valueOf(when.toEpochMilli()),
                    sheet);
        }

        Said in(UUID cycle) {
            return new Said(
                    act, need, provider, question, answer, text, seen, said, at, cycle.toString());
        }
    }

    private void say(Said what) {
        Sheet sheet = $(Sheet.class).single();
        ComponentUtil.fireEvent(
                sheet,
                new SheetAction(
                        sheet,
                        true,
                        what.act(),
                        what.need(),
                        what.provider(),
                        what.question(),
                        what.answer(),
                        what.text(),
                        what.seen(),
                        what.said(),
                        what.at(),
                        String.join(" ", what.act(), what.need(), what.provider(), what.question()),
                        "1",
                        what.sheet()));
    }

    private String text() {
        return view().wholeText();
    }

    private void open(String need) {
        test($(NativeButton.class, section(need).getContent()).first()).click();
        assertThat(section(need).isOpen()).isTrue();
    }

    private Element view() {
        return AsDrawn.of(((Component) getCurrentView()).getElement());
    }

    private static Element drawn(NeedSection section) {
        return AsDrawn.of(section.getElement());
    }

    private Stream<NeedSection> sections() {
        return $(NeedSection.class).all().stream();
    }

    private NeedSection section(String need) {
        return sections()
                .filter(s -> s.line().need().code().equals(need))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Element> prefilled(NeedSection section) {
        section.setOpen(true);
        return within(drawn(section), "td").filter(cell -> cell.hasClass("prefilled"));
    }

    private Element row(String need, String provider) {
        return within(drawn(section(need)), "tr")
                .filter(row -> row.hasAttr("data-provider"))
                .filter(row -> row.wholeText().contains(provider))
                .findFirst()
                .orElseThrow();
    }

    private Element cell(String need, String provider, Question question) {
        return within(row(need, provider), "td")
                .filter(cell -> question.name().equals(cell.attr("data-question")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> pressed(String need, String provider, Question question) {
        return within(cell(need, provider, question), "button")
                .filter(button -> button.attr("aria-pressed").equals("true"))
                .map(button -> button.attr("data-answer"))
                .toList();
    }

    private static Stream<Element> within(Element element, String tag) {
        return element.select(tag).stream();
    }
}
