package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.Training;
import org.coalitionatlas.directory.TrainingExpiries;
import org.coalitionatlas.directory.TrainingExpiry;
import org.coalitionatlas.directory.TrainingTopic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class ReferralContactsTest extends SpringBrowserlessTest {

    @Autowired private DirectoryCommands commands;
    @Autowired private TrainingExpiries expiries;
    @Autowired private SignedInAs signedInAs;
    @Autowired private SqlStatements sql;

    @Test
    void theTrainedComeFirstAndEachHasANumberToDial() {
        open("county=17201");
        List<String> cards = $(ListItem.class).all().stream().map(this::text).toList();
        List<String> people = cards.stream().filter(card -> card.contains("@")).toList();
        assertThat(people).hasSizeGreaterThan(5);
        int firstUntrained = -1;
        for (int i = 0; i < people.size(); i++) {
            boolean trained = people.get(i).contains("Trained on human trafficking");
            if (!trained && firstUntrained < 0) {
                firstUntrained = i;
            }
            assertThat(trained && firstUntrained >= 0)
                    .as("a trained contact after others")
                    .isFalse();
        }
        assertThat(people.getFirst())
                .contains("Trained on human trafficking")
                .containsPattern("\\(\\d{3}\\) 555");
    }

    @Test
    void choosingANeedIsKeptInTheAddress() {
        open("county=17201");
        @SuppressWarnings("unchecked")
        ComboBox<org.coalitionatlas.taxonomy.Need> need =
                (ComboBox<org.coalitionatlas.taxonomy.Need>)
                        $(ComboBox.class).withLabel("Need").single();
        need.setValue(
                need.getListDataView()
                        .getItems()
                        .filter(one -> one.code().equals("T7"))
                        .findFirst()
                        .orElseThrow());
        assertThat(page()).contains("Contacts:");
        open("county=17201&need=T7");
        assertThat(page()).contains("Legal");
    }

    @Test
    void itReadsTheIndexAlone() {
        List<String> statements = sql.during(() -> open("county=17201"));
        assertThat(statements).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void whereNobodyIsListedAHotlineIs() {
        open("county=56013");
        assertThat(page()).contains("Call a hotline", "1-888-373-7888");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void aMemberSeesNobodyMeantForCoordinatorsOnly() {
        open("county=17201");
        assertThat(page()).contains("Maria Delgado").doesNotContain("Shanice Boyd");
    }

    @Test
    void whatEndsSoonIsNamedUntilALaterTrainingReplacesIt() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        UUID id = commands.addOrganization(OrganizationDraft.named("Renewal House", "other"));
        Training old =
                Training.taken(
                        TrainingTopic.IDENTIFICATION_RESPONSE, today.minusMonths(11), "Course");
        UUID contact = commands.addContact(id, contact(old)).id();
        assertThat(mine(id))
                .singleElement()
                .satisfies(
                        line -> {
                            assertThat(line.contact()).isEqualTo("Ana Ruiz");
                            assertThat(line.until()).isEqualTo(old.until());
                        });
        navigate(TrainingsView.class);
        assertThat(page()).contains("Ana Ruiz, Renewal House");
        commands.reviseContact(
                contact,
                commands.contacts(id).getFirst().version(),
                contact(
                        old,
                        Training.taken(TrainingTopic.IDENTIFICATION_RESPONSE, today, "Course")));
        assertThat(mine(id)).isEmpty();
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void aMemberIsToldOfTheirOwnOrganizationOnly() {
        UUID own = signedInAs.person(SignedInAs.MEMBER_OF_LEGAL_AID).organizationId();
        assertThat(expiries.due()).allMatch(line -> line.organizationId().equals(own));
    }

    private List<TrainingExpiry> mine(UUID organization) {
        return expiries.due().stream()
                .filter(line -> line.organizationId().equals(organization))
                .toList();
    }

    private static ContactDraft contact(Training... trainings) {
        return new ContactDraft(
                "Ana Ruiz", null, null, Audience.MEMBERS, List.of(), List.of(trainings));
    }

    private static void open(String query) {
        UI.getCurrent().navigate("referral-contacts", QueryParameters.fromString(query));
    }

    private String text(Component component) {
        return DirectoryViewTest.text(component);
    }

    private String page() {
        return text((Component) getCurrentView());
    }
}
