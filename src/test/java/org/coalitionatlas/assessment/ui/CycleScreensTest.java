package org.coalitionatlas.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.AsDrawn;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.CycleView;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.context.support.WithUserDetails;

/** What the sheet shows of cycles, of last time and of what several people say. */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.ADMINISTRATOR)
class CycleScreensTest extends SpringBrowserlessTest {

    /** Outside the demo coalition, one for each test that changes something. */
    private static final String MARSHALL = "17123";

    private static final String WARREN = "17187";
    private static final String FULTON = "17057";

    @Autowired Assessments assessments;
    @Autowired Cycles cycles;
    @Autowired SignedInAs signedInAs;
    @Autowired SqlStatements statements;
    @Autowired JdbcTemplate jdbc;

    @Test
    void a_disagreement_is_named_in_the_matrix_filtered_opened_and_decided() {
        UUID id = assessments.open(MARSHALL, "2026");
        UUID provider = assessments.addProvider(id, "L8", "Circle of Peers");
        assessments.addProvider(id, "L1", "Untouched");
        SystemActor.callAs(
                noor(), () -> assessments.answer(id, "L8", provider, Question.CONTACT, Answer.NO));
        assessments.answer(id, "L8", provider, Question.CONTACT, Answer.YES);

        openAt(MARSHALL, "L8");
        Element cell = cell("L8", provider, Question.CONTACT);
        assertThat(cell.attr("aria-label"))
                .isEqualTo(
                        "Circle of Peers, Support groups, peer mentorship: Have a contact?"
                                + " People disagree; Yes holds for now");
        assertThat(drawn(section("L8")).wholeText()).contains("1 disagreement");
        assertThat(row("L8", provider).wholeText()).contains("1 other person");

        filter(RowFilter.DISPUTED);
        assertThat(shown()).containsExactly("L8");
        filter(RowFilter.UNANSWERED);
        assertThat(shown()).contains("L1").doesNotContain("L8");
        filter(RowFilter.MINE);
        assertThat(shown()).containsExactly("L8");
        filter(RowFilter.ALL);

        act("said", "L8", provider);
        String told = $(StatementsDialog.class).single().getElement().getTextRecursively();
        assertThat(told)
                .contains("People disagree. Yes is the newest statement")
                .contains("You: Yes")
                .contains("Noor Haddad: No")
                .contains("You say there is a contact; no contact is on record. Add it?");
        assertThat($(Anchor.class, $(StatementsDialog.class).single()).single().getHref())
                .startsWith("partnerships?organization=");
        test($(Button.class).withText("Decide").single()).click();
        assertThat(
                        $(TextArea.class)
                                .withLabel("Reason, for everybody to read: Have a contact?")
                                .single()
                                .isInvalid())
                .isTrue();
        choose("NO");
        test($(TextArea.class).withLabel("Reason, for everybody to read: Have a contact?").single())
                .setValue("They closed the group");
        test($(Button.class).withText("Decide").single()).click();
        assertThat(cell("L8", provider, Question.CONTACT).attr("aria-label"))
                .endsWith("No, decided by a coordinator; you said Yes");

        act("said", "L8", provider);
        assertThat($(StatementsDialog.class).single().getElement().getTextRecursively())
                .contains("Ruth Okafor decided: No")
                .contains("They closed the group");
    }

    @Test
    void a_cycle_is_closed_read_carried_forward_and_confirmed_with_one_verb() {
        UUID first = assessments.open(WARREN, "2025");
        UUID provider = assessments.addProvider(first, "A4", "Bread Basket");
        assessments.answer(first, "A4", provider, Question.CONTACT, Answer.YES);
        openAt(WARREN, "A4");
        test($(Button.class).withText("Close the cycle").single()).click();
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("32 needs are not assessed; nobody disagrees");
        test($(Button.class).withText("Close it").single()).click();
        assertThat(text()).contains("Cycle 2025 is closed");
        assertThat($(TextArea.class).exists()).as("nothing can be written").isFalse();
        assertThat($(Button.class).withText("Nobody").exists()).isFalse();

        test($(Button.class).withText("Open the next cycle").single()).click();
        test($(TextField.class).withLabel("Name of the cycle").single()).setValue("2025");
        test($(Button.class).withText("Open it").single()).click();
        assertThat($(TextField.class).withLabel("Name of the cycle").single())
                .returns(true, TextField::isInvalid)
                .satisfies(
                        name ->
                                assertThat(name.getErrorMessage())
                                        .contains("This county has had a cycle named 2025"));
        test($(TextField.class).withLabel("Name of the cycle").single()).setValue("2026");
        test($(Button.class).withText("Open it").single()).click();
        assertThat(text()).contains("Cycle 2026 · opened today");
        assertThat(links()).anyMatch(href -> href.endsWith("/compare?cycle=2025"));

        section("A4").setOpen(true);
        assertThat(section("A4").line().isAssessed()).isFalse();
        assertThat(cell("A4", provider, Question.CONTACT).attr("aria-label"))
                .endsWith("no answer; Last time: Yes");
        act("unchanged", "A4", provider);
        assertThat(section("A4").line().isAssessed()).isTrue();
        assertThat(text()).contains("Bread Basket, Food/ Clothing/ Toiletries: unchanged");

        test($(Button.class).withText("What happened to it").single()).click();
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("Ruth Okafor opened it");
    }

    @Test
    void a_closed_sheet_says_whose_list_it_shows_and_reopening_asks_for_a_reason() {
        UUID id = assessments.open(FULTON, "2026");
        CycleView open = cycles.of(FULTON).getFirst();
        cycles.close(id, open.version());
        openAt(FULTON, "A1");
        assertThat(text()).contains("Cycle 2026 is closed").doesNotContain("was not kept");
        // As a cycle stands that was closed before what was listed was kept.
        jdbc.update("update assessment set listed_kept = false where id = ?", Ids.bytes(id));
        openAt(FULTON, "A2");
        assertThat(text()).contains("Who was listed that day was not kept.");

        test($(Button.class).withText("Reopen the cycle").single()).click();
        test($(Button.class).withText("Reopen it").single()).click();
        assertThat($(Dialog.class).exists()).as("without a reason nothing is done").isTrue();
        test($(TextArea.class).withLabel("Why it is reopened").single()).setValue("A late answer");
        test($(Button.class).withText("Reopen it").single()).click();
        assertThat(cycles.of(FULTON).getFirst().isOpen()).isTrue();
        assertThat($(Button.class).withText("Close the cycle").exists()).isTrue();
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void a_member_reads_who_said_what_and_may_suggest_but_not_decide() {
        openAt("17201", "T6");
        String provider =
                within(drawn(section("T6")), "tr")
                        .filter(r -> r.hasAttr("data-provider"))
                        .filter(r -> r.wholeText().contains("People disagree"))
                        .map(r -> r.attr("data-provider"))
                        .findFirst()
                        .orElseThrow();
        act("said", "T6", UUID.fromString(provider));
        assertThat($(StatementsDialog.class).single().getElement().getTextRecursively())
                .contains("Elena Brandt: No")
                .contains("You: Yes")
                .contains("You say they are trained; there is no training record. Add it?");
        assertThat($(Button.class).withText("Decide").exists()).isFalse();
        assertThat($(Button.class, $(StatementsDialog.class).single()).all())
                .extracting(button -> button.getAriaLabel().orElse(""))
                .anyMatch(
                        label ->
                                label.startsWith("Suggest it to the coordinators: ")
                                        && label.endsWith("Trained on HT?"));
        assertThat(text()).contains("Who has answered").contains("Priya Raman: 6 answers");
    }

    @Test
    void the_earlier_texts_of_a_narrative_are_there_to_read_and_to_bring_back() {
        openAt("17201", "A1");
        test($(Button.class).all().stream()
                        .filter(
                                b ->
                                        b.getAriaLabel()
                                                .orElse("")
                                                .equals(
                                                        "Earlier texts: Needs of the"
                                                                + " community"))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat($(NarrativeHistoryDialog.class).single().getElement().getTextRecursively())
                .contains("A bed tonight for men. Child care for parents who start work.")
                .contains("Elena Brandt");
        assertThat($(Button.class).withText("Bring this back").all()).hasSize(1);
    }

    @Test
    void the_sheet_of_a_closed_cycle_and_the_comparison_need_at_most_ten_statements() {
        for (String address : List.of("assessment/17201", "assessment/17201/compare")) {
            List<String> sent =
                    statements.during(
                            () ->
                                    UI.getCurrent()
                                            .navigate(
                                                    address, QueryParameters.of("cycle", "2025")));
            assertThat(sent).as(address).isNotEmpty().hasSizeLessThanOrEqualTo(10);
        }
        assertThat(text())
                .contains("Winnebago County, IL: 2025 and 2026 compared")
                .contains("needs are better")
                .contains("Newly assessed");
        assertThat(within(view(), "table").map(table -> table.attr("aria-labelledby")).toList())
                .hasSize(3)
                .doesNotContainNull();
    }

    private SignedIn noor() {
        return new SignedIn(
                UUID.nameUUIDFromBytes(new byte[] {4}),
                "Noor Haddad",
                "noor@demo.example.org",
                Role.COORDINATOR,
                null,
                Set.of(MARSHALL),
                Locale.ENGLISH,
                "",
                true);
    }

    @SuppressWarnings("unchecked")
    private void choose(String code) {
        RadioButtonGroup<ResolveForm.Choice> group = $(RadioButtonGroup.class).single();
        group.setValue(
                group.getListDataView()
                        .getItems()
                        .filter(choice -> choice.code().equals(code))
                        .findFirst()
                        .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private void filter(RowFilter filter) {
        ((Select<RowFilter>) $(Select.class).withLabel("Show").single()).setValue(filter);
    }

    private List<String> shown() {
        return $(NeedSection.class).all().stream()
                .filter(Component::isVisible)
                .map(section -> section.line().need().code())
                .toList();
    }

    private void act(String act, String need, UUID provider) {
        Sheet sheet = $(Sheet.class).single();
        ComponentUtil.fireEvent(
                sheet, new SheetAction(sheet, true, act, need, provider.toString(), "", ""));
    }

    private static void openAt(String county, String need) {
        UI.getCurrent()
                .navigate(
                        "assessment/" + county,
                        QueryParameters.full(Map.of("need", new String[] {need})));
    }

    private String text() {
        return view().wholeText();
    }

    private List<String> links() {
        return $(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    private Element view() {
        return AsDrawn.of(((Component) getCurrentView()).getElement());
    }

    private static Element drawn(NeedSection section) {
        return AsDrawn.of(section.getElement());
    }

    private NeedSection section(String need) {
        return $(NeedSection.class).all().stream()
                .filter(s -> s.line().need().code().equals(need))
                .findFirst()
                .orElseThrow();
    }

    private Element row(String need, UUID provider) {
        return within(drawn(section(need)), "tr")
                .filter(row -> provider.toString().equals(row.attr("data-provider")))
                .findFirst()
                .orElseThrow();
    }

    private Element cell(String need, UUID provider, Question question) {
        return within(row(need, provider), "td")
                .filter(cell -> question.name().equals(cell.attr("data-question")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> within(Element element, String tag) {
        return element.select(tag).stream();
    }
}
