package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.directory.Take;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class DuplicatesViewTest extends SpringBrowserlessTest {

    @Autowired private DirectoryCommands commands;
    @Autowired private DirectoryRecords records;
    @Autowired private IndexCaughtUp index;

    @Test
    void whileTheNameIsTypedTheFormSaysWhatItLooksLike() {
        organization("Lilac Point Advocacy", "8155550901");
        index.await();
        navigate("directory/organization/new", OrganizationRecordView.class);
        assertThat(panel()).isEmpty();
        test($(TextField.class).withLabel("Name").single())
                .setValue("The Lilac Point Advocacy, Inc.");
        assertThat(panel())
                .contains("This looks like a record that is there already")
                .contains("Lilac Point Advocacy", "(815) 555-0901", "Open it");
    }

    @Test
    void savingAsksFirstAndThenSavesAnyway() {
        organization("Crocus Field Center", "8155550902");
        index.await();
        navigate("directory/organization/new", OrganizationRecordView.class);
        test($(TextField.class).withLabel("Name").single()).setValue("Crocus Field Center");
        test($(com.vaadin.flow.component.combobox.ComboBox.class)
                        .withLabel("Kind of organization")
                        .single())
                .selectItem(kind());
        click("Save");
        assertThat(DirectoryViewTest.text($(RecordEditor.class).single()))
                .contains("Not saved yet");
        click("It is another one, save anyway");
        assertThat($(H1.class).last().getText()).isEqualTo("Crocus Field Center");
    }

    @Test
    void twoRecordsAreMergedFieldByFieldAndTheOldOneLeadsToTheOther() {
        UUID stays = organization("Peony Outreach", "8155550903");
        UUID goes = organization("Peony Outreach of Rockford", "8155550904");
        merge(stays, goes);
        assertThat(DirectoryViewTest.text($(MergeView.class).single()))
                .contains("Stays: Peony Outreach", "Goes: Peony Outreach of Rockford")
                .contains("(815) 555-0903", "(815) 555-0904");
        question("Phone numbers").setValue(Take.OTHER);
        question("Name").setValue(Take.OTHER);
        assertThat(DirectoryViewTest.text($(DifferenceTable.class).single()))
                .contains("Peony Outreach of Rockford");
        click("Merge");
        OrganizationDraft draft = commands.organization(stays).draft();
        assertThat(draft.name()).isEqualTo("Peony Outreach of Rockford");
        assertThat(draft.phones()).extracting(PhoneLine::number).containsExactly("+18155550904");
        assertThat(commands.organization(goes).publication()).isEqualTo(Publication.ARCHIVED);
        navigate("directory/organization/" + goes, OrganizationRecordView.class);
        assertThat($(H1.class).last().getText()).isEqualTo("Peony Outreach of Rockford");
        assertThat(records.movedTo(goes)).contains(stays);
        navigate(DuplicatesView.class);
        assertThat(lists()).contains("was merged into Peony Outreach");
        $(Button.class).withText("Separate again").all().getFirst().click();
        assertThat(records.movedTo(goes)).isEmpty();
        assertThat(lists()).contains("Separated again by");
    }

    @Test
    void whichOfTheTwoStaysCanBeSwapped() {
        UUID stays = organization("Aster Circle", "8155550905");
        UUID goes = organization("Aster Circle Inc", "8155550906");
        merge(stays, goes);
        click("Keep Aster Circle Inc instead");
        assertThat(DirectoryViewTest.text($(MergeView.class).single()))
                .contains("Stays: Aster Circle Inc", "Goes: Aster Circle");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void membersHaveNoListAndNoMergeScreen() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> navigate(DuplicatesView.class))
                .isNotNull();
    }

    private void merge(UUID stays, UUID goes) {
        navigate("duplicates/merge/organization/" + stays + "/" + goes, MergeView.class);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Take> question(String label) {
        return $(RadioButtonGroup.class).all().stream()
                .filter(group -> label.equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private String panel() {
        return DirectoryViewTest.text($(LookalikePanel.class).single());
    }

    private String lists() {
        return $(UnorderedList.class).all().stream()
                .map(DirectoryViewTest::text)
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private String kind() {
        return words.kind("other");
    }

    @Autowired private DirectoryWords words;

    private void click(String text) {
        test($(Button.class).withText(text).all().getLast()).click();
    }

    private UUID organization(String name, String phone) {
        UUID id =
                commands.addOrganization(
                        new OrganizationDraft(
                                name,
                                null,
                                "other",
                                null,
                                null,
                                null,
                                null,
                                Status.ACTIVE,
                                Audience.PUBLIC,
                                List.of(
                                        PhoneLine.of(
                                                Phone.parse(phone),
                                                PhoneType.VOICE,
                                                null,
                                                Audience.PUBLIC))));
        commands.publishOrganization(id);
        return id;
    }
}
