package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.common.WeeklyHours.Span;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.RetiredParts;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.directory.Training;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class RecordViewsTest extends SpringBrowserlessTest {

    @Autowired private DirectoryCommands commands;
    @Autowired private Proposals proposals;
    @Autowired private RetiredParts parts;
    @Autowired private OpenForms openForms;
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
    void aLostRaceForAServiceShowsBothVersionsAndLosesNothing() {
        UUID organization = organization("Service race");
        UUID service = commands.addService(organization, ServiceDraft.named("Before"));
        navigate(ServiceRecordView.class, Map.of("id", service.toString()));
        click("Edit");
        test(field("Name")).setValue("Mine");
        commands.reviseService(
                service, commands.service(service).version(), ServiceDraft.named("Theirs"));
        click("Save");
        assertBothAreShown();
        assertThat(commands.service(service).draft().name()).isEqualTo("Theirs");
        click("Save mine over it");
        assertThat(commands.service(service).draft().name()).isEqualTo("Mine");
    }

    @Test
    void aLostRaceForALocationShowsBothVersionsAndLosesNothing() {
        UUID organization = organization("Place race");
        UUID location = commands.addLocation(organization, place("Before")).id();
        openOrganization(organization);
        test(labelled("Edit Before")).click();
        test(field("Name of the location")).setValue("Mine");
        commands.reviseLocation(location, 0, place("Theirs"));
        click("Save");
        assertBothAreShown();
        assertThat(commands.locations(organization).getFirst().draft().name()).isEqualTo("Theirs");
        click("Save mine over it");
        assertThat(commands.locations(organization).getFirst().draft().name()).isEqualTo("Mine");
    }

    @Test
    void aLostRaceForAContactShowsBothVersionsAndLosesNothing() {
        UUID organization = organization("Person race");
        UUID contact = commands.addContact(organization, person("Before")).id();
        openOrganization(organization);
        test(labelled("Edit Before")).click();
        test(field("Name")).setValue("Mine");
        commands.reviseContact(contact, 0, person("Theirs"));
        click("Save");
        assertBothAreShown();
        assertThat(commands.contacts(organization).getFirst().draft().name()).isEqualTo("Theirs");
        click("Save mine over it");
        assertThat(commands.contacts(organization).getFirst().draft().name()).isEqualTo("Mine");
    }

    private void assertBothAreShown() {
        assertThat(DirectoryViewTest.text($(RecordEditor.class).single()))
                .contains("Somebody else changed this record", "Theirs", "Mine");
    }

    @Test
    void bothAreToldWhileTheyWriteIntoTheSameRecord() {
        UUID id = organization("Written by two");
        openOrganization(id);
        click("Edit");
        var mine = $(RecordEditor.class).single();
        assertThat(DirectoryViewTest.text(mine)).doesNotContain("writing in this record too");
        var told = new ArrayList<OpenForms.News>();
        var elsewhere = new Div();
        Runnable saved =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR,
                        () -> openForms.besides(RecordKind.ORGANIZATION, id, elsewhere, told::add));
        UI.getCurrent().add(elsewhere);
        roundTrip();
        assertThat(DirectoryViewTest.text(mine))
                .contains("Ruth Okafor is writing in this record too");
        assertThat(told.getLast().writing()).containsExactly("Elena Brandt");
        saved.run();
        roundTrip();
        assertThat(DirectoryViewTest.text(mine))
                .contains("Ruth Okafor saved this record while you were writing");
        UI.getCurrent().remove(elsewhere);
        roundTrip();
        assertThat(DirectoryViewTest.text(mine))
                .contains("saved this record")
                .doesNotContain("writing in this record too");
    }

    @Test
    void somebodyWhoLeftIsTakenOutWithTheirNameAndPutBack() {
        UUID organization = organization("People come and go");
        UUID contact = commands.addContact(organization, person("Leaving Person")).id();
        commands.addService(organization, answeredBy(contact));
        openOrganization(organization);
        test(labelled("No longer there: Leaving Person")).click();
        assertThat(DirectoryViewTest.text($(ConfirmDialog.class).single()))
                .contains("This service goes on without it: Answered");
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(commands.contacts(organization)).isEmpty();
        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("Contact: Leaving Person", "said by Elena Brandt");
        click("Undo");
        assertThat(commands.contacts(organization)).hasSize(1);
        test(labelled("No longer there: Leaving Person")).click();
        test($(ConfirmDialog.class).single()).confirm();
        test(labelled("Put back Leaving Person")).click();
        assertThat(commands.contacts(organization)).hasSize(1);
        assertThat($(Button.class).all())
                .noneMatch(b -> "Put back Leaving Person".equals(b.getAriaLabel().orElse(null)));
    }

    @Test
    void theFormOfAContactRetiredMeanwhileKeepsWhatWasTyped() {
        UUID organization = organization("Retired meanwhile");
        UUID contact = commands.addContact(organization, person("Before")).id();
        openOrganization(organization);
        test(labelled("Edit Before")).click();
        test(field("Name")).setValue("Mine");
        parts.retire(RecordKind.CONTACT, contact);
        click("Save");
        assertThat(DirectoryViewTest.text($(RecordEditor.class).single()))
                .contains("It is no longer there");
        assertThat(field("Name").getValue()).isEqualTo("Mine");
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

    @Test
    void aNewRecordsFormShowsNothingWrongBeforeAWordIsTyped() {
        UI.getCurrent().navigate("directory/organization/" + OrganizationRecordView.NEW);
        assertThat(field("Name").isInvalid()).isFalse();
        click("Save");
        assertThat(field("Name").isInvalid()).isTrue();
    }

    @Test
    void trainingsAreTitledOnceAndAPlannedOneIsRefusedInWords() {
        UUID id = organization("Tamarack Quill");
        openOrganization(id);
        click("Edit");
        TrainingsField trainings = $(TrainingsField.class).single();
        assertThat(trainings.getLabel()).isNullOrEmpty();
        assertThat(trainings.getElement().getAttribute("aria-label")).isEqualTo("Trainings");
        assertThat($(H2.class).all().stream().map(H2::getText))
                .filteredOn("Trainings"::equals)
                .hasSize(1);
        click("Add a training");
        DatePicker takenOn = $(DatePicker.class).withLabel("Taken on").single();
        assertThat(takenOn.isInvalid()).as("before a word is typed").isFalse();
        click("Save");
        assertThat(takenOn.getErrorMessage()).isEqualTo("Please fill this in.");
        test(takenOn).setValue(words.today().plusDays(1));
        click("Save");
        assertThat(takenOn.isInvalid()).isTrue();
        assertThat(takenOn.getErrorMessage())
                .contains("Taken on", words.day(words.today().plusDays(1)), "planned");
        test(takenOn).setValue(words.today());
        click("Save");
        assertThat(commands.organization(id).draft().trainings())
                .extracting(Training::takenOn)
                .containsExactly(words.today());
        assertThat($(DescriptionList.class).all().stream().map(DirectoryViewTest::text))
                .anyMatch(
                        text ->
                                text.contains("Whole staff")
                                        && text.contains(words.day(words.today())));
    }

    @Test
    void aLocationThatSaysNothingIsNotSaved() {
        UUID id = organization("Nowhere yet");
        openOrganization(id);
        click("Add a location");
        click("Save");
        TextField name = field(words.text("directory.location.name"));
        assertThat(name.getErrorMessage()).isEqualTo(words.text("directory.location.nameless"));
        assertThat(commands.locations(id)).isEmpty();
        test(name).setValue("Annex");
        click("Save");
        assertThat(commands.locations(id)).hasSize(1);
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

    private static ServiceDraft answeredBy(UUID contact) {
        ServiceDraft draft = ServiceDraft.named("Answered");
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
                draft.hours(),
                draft.capacity(),
                null,
                null,
                List.of(),
                Set.of(contact));
    }

    private static ContactDraft person(String name) {
        return new ContactDraft(name, null, null, Audience.MEMBERS, List.of(), List.of());
    }

    private static LocationDraft place(String name) {
        return new LocationDraft(
                name,
                PostalAddress.of("9 Elsewhere Street", null, "Rockford", "IL", "61104"),
                null,
                null,
                AddressVisibility.CITY_ONLY,
                null,
                OpeningHours.NOT_STATED,
                List.of());
    }

    private Button labelled(String label) {
        return $(Button.class).all().stream()
                .filter(b -> b.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
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
