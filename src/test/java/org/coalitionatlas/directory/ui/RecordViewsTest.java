package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.common.WeeklyHours.Span;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.Status;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class RecordViewsTest extends SpringBrowserlessTest {

    @Autowired private DirectoryCommands commands;
    @Autowired private Proposals proposals;
    @Autowired private DirectoryWords words;
    @Autowired private SignedInAs signedInAs;

    @Test
    void savingShowsTheNewValueFromTheDatabaseAtOnce() {
        UUID id = organization("Before");
        openOrganization(id);
        click("Edit");
        test(field("Name")).setValue("After the edit");
        click("Save");
        assertThat($(H1.class).last().getText()).isEqualTo("After the edit");
        assertThat(commands.organization(id).draft().name()).isEqualTo("After the edit");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_SHELTER)
    void aMemberEditsTheirOwnOrganizationAndAWrongNumberIsSaidInWords() {
        UUID own = signedInAs.person(SignedInAs.MEMBER_OF_SHELTER).organizationId();
        OrganizationDraft before = commands.organization(own).draft();
        openOrganization(own);
        assertThat($(Button.class).withText("Publish").exists()).isFalse();
        assertThat($(Button.class).withText("Archive").exists()).isFalse();
        try {
            firstEdit();
            int numbers = $(TextField.class).withLabel("Number").all().size();
            click("Add a number");
            TextField number = $(TextField.class).withLabel("Number").all().getLast();
            test(number).setValue("12");
            click("Save");
            assertThat(number.getErrorMessage())
                    .isEqualTo("\"12\" is not a phone number that can be dialed.");
            assertThat(commands.organization(own).draft()).isEqualTo(before);
            test(number).setValue("815 555 0177");
            click("Save");
            assertThat($(OrganizationForm.class).exists()).isFalse();
            assertThat(commands.organization(own).draft()).isEqualTo(before);
            assertThat(DirectoryViewTest.text($(WaitingProposals.class).single()))
                    .contains("Waits for review (Changes): Safe Harbor");
            firstEdit();
            assertThat($(TextField.class).withLabel("Number").all()).hasSize(numbers + 1);
        } finally {
            proposals
                    .ofOrganization(own)
                    .forEach(line -> proposals.withdraw(line.id(), line.version()));
        }
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void aMemberSeesNoEditButtonsOnWhatBelongsToOthers() {
        UUID others = signedInAs.person(SignedInAs.MEMBER_OF_SHELTER).organizationId();
        openOrganization(others);
        assertThat($(OrganizationSheet.class).exists()).isTrue();
        assertThat($(Button.class).withText("Edit").exists()).isFalse();
        assertThat($(Button.class).withText("Verified today").exists()).isFalse();
        assertThat($(Button.class).withText("Add a service").exists()).isFalse();
    }

    @Test
    void aLostRaceShowsBothVersionsAndLosesNothing() {
        UUID id = organization("Race");
        openOrganization(id);
        click("Edit");
        test(field("Name")).setValue("Mine");
        commands.reviseOrganization(id, commands.organization(id).version(), draft("Theirs"));
        click("Save");
        assertThat(commands.organization(id).draft().name()).isEqualTo("Theirs");
        String page = DirectoryViewTest.text($(RecordEditor.class).single());
        assertThat(page).contains("Somebody else changed this record").contains("Theirs", "Mine");
        assertThat(field("Name").getValue()).isEqualTo("Mine");
        click("Save mine over it");
        assertThat(commands.organization(id).draft().name()).isEqualTo("Mine");
    }

    @Test
    void afterALostRaceTheOtherVersionCanBeTaken() {
        UUID id = organization("Race");
        openOrganization(id);
        click("Edit");
        test(field("Name")).setValue("Mine");
        commands.reviseOrganization(id, commands.organization(id).version(), draft("Theirs"));
        click("Save");
        click("Take what stands now");
        assertThat(field("Name").getValue()).isEqualTo("Theirs");
        click("Save");
        assertThat(commands.organization(id).draft().name()).isEqualTo("Theirs");
    }

    @Test
    void leavingAHalfWrittenFormAsksFirst() {
        UUID id = organization("Unsaved");
        openOrganization(id);
        click("Edit");
        test(field("Name")).setValue("Half written");
        click("Cancel");
        assertThat($(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(field("Name").getValue()).isEqualTo("Half written");
    }

    @Test
    void archivingAsksWithTheNameAndCanBeUndone() {
        UUID id = organization("Archive me");
        commands.publishOrganization(id);
        openOrganization(id);
        click("Archive");
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(commands.organization(id).publication()).isEqualTo(Publication.ARCHIVED);
        click("Undo");
        assertThat(commands.organization(id).publication()).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void verifyingTodayRecordsWhoDidIt() {
        UUID id = organization("Verify me");
        openOrganization(id);
        click("Verified today");
        assertThat(commands.organization(id).assurance().by()).isEqualTo("Elena Brandt");
        assertThat(DirectoryViewTest.text($(OrganizationSheet.class).single()))
                .contains("Verified today", "Elena Brandt");
    }

    @Test
    void hoursPastMidnightSurviveTheForm() {
        UUID organization = organization("Night shelter");
        var nights =
                OpeningHours.of(
                        WeeklyHours.of(
                                Arrays.stream(DayOfWeek.values())
                                        .map(
                                                day ->
                                                        new Span(
                                                                day,
                                                                LocalTime.of(17, 0),
                                                                LocalTime.of(8, 0)))
                                        .toList()),
                        false,
                        "Ring twice");
        UUID service = commands.addService(organization, withHours(nights));
        navigate(ServiceRecordView.class, Map.of("id", service.toString()));
        assertThat(DirectoryViewTest.text($(ServiceSheet.class).single())).contains("next day");
        click("Edit");
        test(field("Name")).setValue("Night beds");
        click("Save");
        ServiceDraft saved = commands.service(service).draft();
        assertThat(saved.name()).isEqualTo("Night beds");
        assertThat(saved.hours()).isEqualTo(nights);
        assertThat(saved.hours().hours().minutes()).isEqualTo(105 * 60);
    }

    @Test
    void aNewServiceWithoutANameIsNotSavedAndSaysWhy() {
        UUID organization = organization("Adds a service");
        openOrganization(organization);
        click("Add a service");
        click("Save");
        assertThat(field("Name").isInvalid()).isTrue();
        assertThat(field("Name").getErrorMessage()).isEqualTo("Please fill this in.");
        assertThat(commands.services(organization)).isEmpty();
        test(field("Name")).setValue("Walk-in hours");
        click("Save");
        assertThat(commands.services(organization))
                .singleElement()
                .satisfies(s -> assertThat(s.draft().name()).isEqualTo("Walk-in hours"));
        assertThat($(ServiceSheet.class).exists()).isTrue();
    }

    private UUID organization(String name) {
        return commands.addOrganization(draft(name));
    }

    private static OrganizationDraft draft(String name) {
        return new OrganizationDraft(
                name,
                null,
                "other",
                null,
                null,
                null,
                null,
                Status.ACTIVE,
                Audience.PUBLIC,
                List.of());
    }

    private static ServiceDraft withHours(OpeningHours hours) {
        ServiceDraft draft =
                ServiceDraft.named("Beds")
                        .meeting(CodeSet.of(List.of("A3")), Set.of(ServiceArea.county("17201")));
        return new ServiceDraft(
                draft.name(),
                null,
                null,
                null,
                null,
                draft.status(),
                draft.audience(),
                draft.needs(),
                draft.areas(),
                Set.of(),
                false,
                draft.languages(),
                null,
                draft.eligibility(),
                hours,
                draft.capacity(),
                null,
                null,
                List.of(),
                Set.of());
    }

    private void openOrganization(UUID id) {
        navigate(OrganizationRecordView.class, Map.of("id", id.toString()));
    }

    private void firstEdit() {
        test($(Button.class).withText("Edit").first()).click();
    }

    private void click(String label) {
        test($(Button.class).withText(label).first()).click();
    }

    private TextField field(String label) {
        return $(TextField.class).withLabel(label).first();
    }
}
