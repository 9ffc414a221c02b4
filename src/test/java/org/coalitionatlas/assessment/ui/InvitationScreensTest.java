package org.coalitionatlas.assessment.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.AsDrawn;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Invitations;
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.assessment.NeedAssignments.Candidate;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.verification.DueFixture;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithUserDetails;

/** The screens on which needs are given to people and providers invited. */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.ADMINISTRATOR)
class InvitationScreensTest extends SpringBrowserlessTest {

    /** Counties outside the demo coalition. */
    private static final String MASON = "17125";

    private static final String LOGAN = "17107";

    private static final String PIATT = "17147";
    private static final String DE_WITT = "17039";

    @Autowired private Assessments assessments;
    @Autowired private NeedAssignments assignments;
    @Autowired private Invitations invitations;
    @Autowired private Taxonomy taxonomy;
    @Autowired private SqlStatements statements;
    @Autowired private SignedInAs signedInAs;
    @Autowired private AssignedWork work;
    @Autowired private ApplicationContext product;

    @Test
    @SuppressWarnings("unchecked")
    void a_coordinator_assigns_a_need_and_the_sheet_says_to_whom() {
        UUID cycle = assessments.open(MASON, assessments.currentCycle());
        navigate("assessment/" + MASON, WorksheetView.class);
        test($(Button.class).withText("Assign needs").single()).click();
        UUID me = signedInAs.person(SignedInAs.ADMINISTRATOR).id();
        ComboBox<Candidate> person =
                $(ComboBox.class).all().stream()
                        .filter(box -> "Person".equals(box.getLabel()))
                        .findFirst()
                        .orElseThrow();
        person.setValue(
                assignments.candidates(cycle).stream()
                        .filter(one -> one.id().equals(me))
                        .findFirst()
                        .orElseThrow());
        MultiSelectComboBox<Need> needs = $(MultiSelectComboBox.class).single();
        needs.setValue(Set.of(taxonomy.need("A4").orElseThrow()));
        test($(Button.class).withText("Assign").single()).click();
        String name = signedInAs.person(SignedInAs.ADMINISTRATOR).name();
        assertThat(text()).contains("Assigned to " + name).contains("0 of 1 assigned need");
        assertThat(work.waiting())
                .anyMatch(
                        line ->
                                line.more().contains("Mason County")
                                        && line.path()
                                                .equals("assessment/" + MASON + "?show=assigned"));

        UI.getCurrent().navigate("assessment/" + MASON, QueryParameters.of("show", "assigned"));
        assertThat($(Select.class).first().getValue()).isEqualTo(RowFilter.ASSIGNED);
        assertThat(
                        $(NeedSection.class).all().stream()
                                .filter(Component::isVisible)
                                .map(section -> section.line().need().code()))
                .containsExactly("A4");
        assignments.takeBack(cycle, List.of("A4"), me);
    }

    @Test
    void opening_a_sheet_with_assignments_needs_at_most_ten_statements() {
        List<String> sent =
                statements.during(() -> navigate("assessment/17201", WorksheetView.class));
        assertThat(sent).isNotEmpty().hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void an_empty_list_offers_to_invite_and_a_full_one_shows_the_states_in_words() {
        UUID cycle = assessments.open(LOGAN, assessments.currentCycle());
        navigate("assessment/" + LOGAN + "/invitations", InvitationsView.class);
        assertThat(text()).contains("Nobody is invited yet");

        DueFixture fixture = new DueFixture(product);
        DueFixture.Made open = fixture.make("Logan Open House", LOGAN, 5, "L3", false);
        DueFixture.Made answered = fixture.make("Logan Answered House", LOGAN, 5, "L3", false);
        invitations.invite(cycle, open.organization(), new Email(open.email()), Locale.ENGLISH);
        invitations.takeUp(
                cycle,
                answered.organization(),
                new Email(answered.email()),
                Locale.ENGLISH,
                Map.of("L3", Map.of(Question.CONTACT, Answer.YES)));
        List<String> sent =
                statements.during(
                        () ->
                                navigate(
                                        "assessment/" + LOGAN + "/invitations",
                                        InvitationsView.class));
        assertThat(sent).isNotEmpty().hasSizeLessThanOrEqualTo(4);
        assertThat(text())
                .contains("Sent", "Answered", "one e-mail a week at most", open.email())
                .doesNotContain("Nobody is invited yet");
        test($(Button.class).withText("Withdraw").first()).click();
        test($(Button.class).withText("Withdraw it").single()).click();
        assertThat(text()).contains("Withdrawn");

        UI.getCurrent().navigate("assessment/" + LOGAN, QueryParameters.of("need", "L3"));
        assertThat(text()).contains("Logan Answered House about itself");
    }

    @Test
    void the_e_mail_is_shown_before_it_is_sent() {
        assessments.open(PIATT, assessments.currentCycle());
        DueFixture.Made made =
                new DueFixture(product).make("Piatt Previewed House", PIATT, 5, "L3", false);
        UI.getCurrent()
                .navigate(
                        "assessment/" + PIATT + "/invitations",
                        QueryParameters.of("provider", made.organization().toString()));
        assertThat($(Pre.class).single().getText())
                .contains("Piatt Previewed House", "[your link stands here]");
        test($(Button.class).withText("Send the invitation").single()).click();
        assertThat(text()).contains(made.email());
    }

    @Test
    void beside_each_provider_it_is_offered_to_invite_it_at_its_public_address() {
        assessments.open(DE_WITT, assessments.currentCycle());
        DueFixture.Made made =
                new DueFixture(product).make("De Witt Row House", DE_WITT, 5, "L3", false);
        UI.getCurrent().navigate("assessment/" + DE_WITT, QueryParameters.of("need", "L3"));
        assertThat(actions("invite"))
                .singleElement()
                .satisfies(
                        button ->
                                assertThat(button.attr("aria-label"))
                                        .startsWith("Invite De Witt Row House to confirm"));
        assertThat(actions("menu"))
                .singleElement()
                .returns("false", menu -> menu.attr("aria-expanded"));
        Sheet sheet = $(Sheet.class).single();
        ComponentUtil.fireEvent(
                sheet,
                new SheetAction(
                        sheet, false, "invite", "L3", made.organization().toString(), "", ""));
        roundTrip();
        InviteDialog dialog = $(InviteDialog.class).single();
        assertThat($(Pre.class, dialog).single().getText()).contains("De Witt Row House");
        assertThat($(ComboBox.class, dialog).all())
                .extracting(ComboBox::getValue)
                .contains(made.email());
        test($(Button.class).withText("Send the invitation").single()).click();
        assertThat(text()).contains("The invitation is on its way.");
    }

    private List<Element> actions(String act) {
        return AsDrawn.of(((Component) getCurrentView()).getElement())
                .select("[data-act=%s]".formatted(act));
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void a_member_is_not_offered_to_assign_or_invite() {
        UI.getCurrent().navigate("assessment/17201", QueryParameters.of("need", "A6"));
        assertThat(actions("said")).isNotEmpty();
        assertThat(actions("invite")).isEmpty();
        navigate("assessment/17201", WorksheetView.class);
        assertThat($(Button.class).withText("Assign needs").exists()).isFalse();
        assertThat(text()).doesNotContain("Invited providers");
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
