package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryImport;
import org.coalitionatlas.directory.DirectoryImport.Options;
import org.coalitionatlas.directory.DirectoryImport.OrganizationRow;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ProposalState;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Saved;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.WhenAlike;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class ReviewViewsTest extends SpringBrowserlessTest {

    @Autowired private DirectoryCommands commands;
    @Autowired private Proposals proposals;
    @Autowired private SignedInAs signedInAs;
    @Autowired private DirectoryImport imports;
    @Autowired private JdbcTemplate jdbc;

    @Test
    void theQueueLeadsToBothVersionsSideBySideAndToADecision() {
        UUID service = published("Know your rights class");
        Saved saved = rewrite(service, "Know your rights evening");
        navigate(ReviewView.class);
        assertThat(page()).contains("Know your rights evening", "Priya Raman");
        open(saved.id());
        assertThat(DirectoryViewTest.text($(DifferenceTable.class).single()))
                .contains("Know your rights class", "Know your rights evening");
        click("Approve");
        assertThat(commands.service(service).draft().name()).isEqualTo("Know your rights evening");
        assertThat(getCurrentView()).isInstanceOf(ReviewView.class);
        assertThat(page()).doesNotContain("Know your rights evening");
    }

    @Test
    void sendingBackAsksForTheReasonAndKeepsWhatIsPublished() {
        UUID service = published("Walk-in");
        Saved saved = rewrite(service, "Walk-in, maybe");
        open(saved.id());
        click("Send back");
        assertThat($(TextArea.class).first().getErrorMessage())
                .isEqualTo("Say why, so that they can do better.");
        test($(TextArea.class).first()).setValue("On which days?");
        click("Send back");
        assertThat(commands.service(service).draft().name()).isEqualTo("Walk-in");
        assertThat(proposals.detail(saved.id()).line().answer()).isEqualTo("On which days?");
    }

    @Test
    void someOfTheFieldsAreTakenAndTheOthersStayAsTheyAre() {
        UUID service = published("Walk-in papers");
        Saved saved =
                signedInAs.call(
                        SignedInAs.MEMBER_OF_LEGAL_AID,
                        () -> {
                            var current = commands.service(service);
                            return commands.reviseService(
                                    service,
                                    current.version(),
                                    current.draft()
                                            .reachedAt(
                                                    "Walk-in paperwork",
                                                    List.of(),
                                                    Url.parse("https://papers.example.org"),
                                                    null));
                        });
        open(saved.id());
        List<Checkbox> choices = $(Checkbox.class).all();
        assertThat(choices).hasSize(2);
        choices.forEach(choice -> choice.setValue(false));
        click("Approve");
        assertThat(commands.service(service).draft().name()).isEqualTo("Walk-in papers");
        choices.getLast().setValue(true);
        click("Approve");
        assertThat(commands.service(service).draft().name()).isEqualTo("Walk-in papers");
        assertThat(String.valueOf(commands.service(service).draft().url()))
                .contains("papers.example.org");
        assertThat(proposals.detail(saved.id()).line().state()).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void aProposalIsEditedAndApprovedAsWritten() {
        UUID service = published("Hot line");
        Saved saved = rewrite(service, "Hotlin");
        open(saved.id());
        click("Edit, then approve");
        test($(TextField.class).withLabel("Name").first()).setValue("Hotline");
        click("Save");
        assertThat(commands.service(service).draft().name()).isEqualTo("Hotline");
        assertThat(proposals.detail(saved.id()).line().state()).isEqualTo(ProposalState.APPROVED);
    }

    @Test
    void theHistoryShowsWhatChangedAndRestoresIt() {
        UUID service = published("First name");
        commands.reviseService(service, commands.service(service).version(), named("Second name"));
        navigate(HistoryView.class, Map.of("kind", "service", "id", service.toString()));
        assertThat(page()).contains("First name", "Second name", "by Elena Brandt", "Published");
        test($(Button.class).withText("Restore").all().getLast()).click();
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(commands.service(service).draft().name()).isEqualTo("First name");
    }

    @Test
    void whatAnImportSaidIsOfferedWithTheFirstChangeAfterItAndRestored() {
        String key = "h-" + UUID.randomUUID();
        String said = "Harrow " + key;
        imports.organizations(
                new Options("history-view", false, true, "other", WhenAlike.ADD),
                List.of(
                        new OrganizationRow(
                                key, standing -> OrganizationDraft.named(said, "other"), null)));
        UUID id =
                Ids.of(
                        jdbc.queryForObject(
                                "select id from organization where name = ?", byte[].class, said));
        for (String name : List.of("Harrow, changed", "Harrow, spoiled")) {
            commands.reviseOrganization(
                    id,
                    commands.organization(id).version(),
                    OrganizationDraft.named(name, "other"));
        }
        navigate(HistoryView.class, Map.of("kind", "organization", "id", id.toString()));
        assertThat($(Button.class).withText("Restore").all()).hasSize(2);
        test($(Button.class).withText("Restore what stood before").single()).click();
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(commands.organization(id).draft().name()).isEqualTo(said);
        assertThat(page()).contains("Restored");
    }

    @Test
    void withholdingAsksWhyAndCanBeTakenBack() {
        UUID service = published("Endangered");
        navigate(ServiceRecordView.class, Map.of("id", service.toString()));
        click("Withhold now");
        test($(Button.class).withText("Withhold now").all().getLast()).click();
        assertThat(commands.service(service).publication()).isEqualTo(Publication.PUBLISHED);
        test($(TextArea.class).withLabel("Reason").single()).setValue("A stalker called.");
        test($(Button.class).withText("Withhold now").all().getLast()).click();
        assertThat(commands.service(service).publication()).isEqualTo(Publication.WITHHELD);
        click("Publish again");
        assertThat(commands.service(service).publication()).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void aMemberAsksForPublicationAndTakesItBack() {
        UUID service = commands.addService(legalAid(), named("Member''s own"));
        navigate(ServiceRecordView.class, Map.of("id", service.toString()));
        click("Ask for publication");
        assertThat(commands.service(service).publication()).isEqualTo(Publication.IN_REVIEW);
        UUID proposal =
                proposals.ofOrganization(legalAid()).stream()
                        .filter(line -> service.equals(line.recordId()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        open(proposal);
        assertThat($(Button.class).withText("Publish").exists()).isFalse();
        click("Take it back");
        assertThat(commands.record(RecordKind.SERVICE, service).publication())
                .isEqualTo(Publication.DRAFT);
    }

    private UUID legalAid() {
        return signedInAs.person(SignedInAs.MEMBER_OF_LEGAL_AID).organizationId();
    }

    private UUID published(String name) {
        UUID id = commands.addService(legalAid(), named(name));
        commands.publishService(id);
        return id;
    }

    private Saved rewrite(UUID service, String name) {
        return signedInAs.call(
                SignedInAs.MEMBER_OF_LEGAL_AID,
                () ->
                        commands.reviseService(
                                service, commands.service(service).version(), named(name)));
    }

    private static ServiceDraft named(String name) {
        return ServiceDraft.named(name)
                .meeting(CodeSet.of(List.of("T7")), Set.of(ServiceArea.county("17201")));
    }

    private void open(UUID proposal) {
        navigate(ReviewCaseView.class, Map.of("id", proposal.toString()));
    }

    private void click(String label) {
        test($(Button.class).withText(label).first()).click();
    }

    private String page() {
        return DirectoryViewTest.text((com.vaadin.flow.component.Component) getCurrentView());
    }
}
