package org.coalitionatlas.partnership.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.partnership.Agreement;
import org.coalitionatlas.partnership.PartnershipDraft;
import org.coalitionatlas.partnership.PartnershipKind;
import org.coalitionatlas.partnership.PartnershipNavigation;
import org.coalitionatlas.partnership.Partnerships;
import org.coalitionatlas.partnership.Terms;
import org.coalitionatlas.partnership.ui.OrganizationBox.Choice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.context.support.WithUserDetails;

/** Partnerships as people at the screen have them. */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class PartnershipViewsTest extends SpringBrowserlessTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Autowired DirectoryCommands directory;
    @Autowired Partnerships partnerships;
    @Autowired SignedInAs signedInAs;
    @Autowired IndexCaughtUp index;
    @Autowired JdbcTemplate jdbc;

    @Test
    void figuresOpenWhatTheyCount() {
        open("");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains(
                        "partnerships?show=in-force",
                        "partnerships?show=renew",
                        "partnerships?show=fragile");
        open("show=renew");
        assertThat(text()).contains("MOUs for you to renew", "Castle Bluff", "Expired");
        open("show=ended");
        assertThat(text()).contains("Many Voices", "The peer group moved to Rockford");
        open("show=fragile");
        assertThat(text()).contains("Fragile", "knows Nora");
    }

    @Test
    void allOfThemAreShownAtOnceToBePrinted() {
        open("");
        assertThat($(PartnershipCard.class).all()).hasSize(20);
        assertThat(text()).contains("Page 1 of ");
        test($(Button.class).withText("Show all, to print").single()).click();
        int all = $(PartnershipCard.class).all().size();
        assertThat(all).isGreaterThan(20);
        assertThat(text()).contains(all + " partnerships").doesNotContain("Page 1 of ");
        assertThat($(Button.class).withText("Print").all()).hasSize(1);
        test($(Button.class).withText("Show in pages").single()).click();
        assertThat($(PartnershipCard.class).all()).hasSize(20);
    }

    @Test
    void whatIsTooMuchToPrintIsCountedAndHowToPrintTheRestIsSaid() {
        UUID one = published("Endless Agreements Bureau");
        UUID other = published("Endless Agreements Partner");
        jdbc.batchUpdate(
                "insert into partnership (id, version, provider_id, partner_id, kind, agreement)"
                        + " values (?, 0, ?, ?, 'REFERRAL', 'INFORMAL')",
                IntStream.range(0, PartnershipsView.MOST_TO_PRINT + 3)
                        .mapToObj(
                                i ->
                                        new Object[] {
                                            Ids.bytes(Ids.newId()), Ids.bytes(one), Ids.bytes(other)
                                        })
                        .toList());
        try {
            open("page=all&organization=" + one);
            assertThat($(PartnershipCard.class).all()).hasSize(PartnershipsView.MOST_TO_PRINT);
            assertThat(text()).contains("Only the first 300 are here; 3 more are not.");
        } finally {
            jdbc.update("delete from partnership where provider_id = ?", Ids.bytes(one));
        }
    }

    @Test
    void aSpanishReaderReadsSpanish() {
        UI.getCurrent().setLocale(Locale.forLanguageTag("es"));
        open("show=ends-soon");
        assertThat(text()).contains("Colaboraciones", "terminan en 60 días", "Vence en");
    }

    @Test
    void whatIsNotThereIsSaid() {
        UUID clinic = published("Empty Screen Clinic");
        open("organization=" + clinic);
        assertThat(text()).contains("Nothing like that is on record");
        record(clinic);
        assertThat(text()).contains("No partnership is on record here");
    }

    @Test
    void aCoordinatorRecordsAPartnershipOnARecordAndEndsIt() {
        UUID clinic = published("Screen Clinic");
        UUID partner = published("Screen Partner");
        record(clinic);
        test(button("Record a partnership")).click();
        box("Partner").setValue(new Choice(partner, "Screen Partner"));
        save();
        assertThat(dialog()).contains("Record a partnership");
        assertThat($(CheckboxGroup.class).single().getErrorMessage())
                .isEqualTo("Choose at least one thing they do together.");
        kinds().setValue(Set.of(PartnershipKind.REFERRAL));
        agreement().setValue(Agreement.MOU);
        save();
        assertThat(day("Signed on").getErrorMessage())
                .isEqualTo("An MOU needs the day it was signed.");
        day("Signed on").setValue(TODAY.minusDays(5));
        day("Expires on").setValue(TODAY.plusDays(30));
        save();
        assertThat(text())
                .contains("Screen Clinic", "Screen Partner", "Expires in 4 weeks", "Referral");
        test(labelled("End: Screen Clinic with Screen Partner")).click();
        save("End");
        assertThat($(TextArea.class).single().getErrorMessage()).isNotBlank();
        $(TextArea.class).single().setValue("The clinic closed");
        save("End");
        assertThat(text()).contains("Ended today", "The clinic closed", "Elena Brandt");
        test(button("Undo")).click();
        assertThat(text()).doesNotContain("The clinic closed").contains("Expires in 4 weeks");
    }

    @Test
    void anMouIsRenewedFromTheListAndTheFormerTermStays() {
        UUID clinic = published("Renewing Clinic");
        UUID partner = published("Renewing Partner");
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () ->
                        partnerships.record(
                                PartnershipDraft.plain(
                                        clinic,
                                        partner,
                                        PartnershipKind.REFERRAL,
                                        new Terms(
                                                Agreement.MOU,
                                                TODAY.minusDays(380),
                                                TODAY.minusDays(15),
                                                null))));
        open("show=renew&organization=" + clinic);
        test(labelled("Renew: Renewing Clinic with Renewing Partner")).click();
        assertThat(day("Expires on").getValue()).isEqualTo(TODAY.plusDays(365));
        save("Renew");
        assertThat(text()).contains("Nothing like that is on record");
        open("organization=" + clinic);
        assertThat(text()).contains("In force", "1 former term");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void aMemberRecordsAContactForTheirOwnOrganization() {
        UUID clinic = published("Known Screen Clinic");
        record(clinic);
        test(button("Record a contact held")).click();
        assertThat(box("Member").getValue().name()).isEqualTo("Blackhawk Hills Legal Aid");
        save();
        assertThat(dialog()).contains("Record a contact held");
        note().setValue("The intake desk");
        save();
        assertThat(text())
                .contains(
                        "Fragile: the coalition has contact here only through one person",
                        "Priya Raman",
                        "knows somebody at",
                        "The intake desk");
        UUID another = published("Unrelated Screen Clinic");
        test(button("Record a contact held")).click();
        note().setValue("Nobody");
        box("Member").setValue(new Choice(another, "Unrelated Screen Clinic"));
        save();
        assertThat(box("Member").getErrorMessage())
                .isEqualTo("One of the two must be the organization you speak for.");
    }

    @Test
    void whoeverSavesSecondSeesWhatStandsAndLosesNothing() {
        UUID clinic = published("Raced Screen Clinic");
        UUID partner = published("Raced Screen Partner");
        var informal = new Terms(Agreement.INFORMAL, null, null, null);
        UUID id =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () ->
                                partnerships.record(
                                        PartnershipDraft.plain(
                                                clinic,
                                                partner,
                                                PartnershipKind.REFERRAL,
                                                informal)));
        open("organization=" + clinic);
        test(labelled("Correct: Raced Screen Clinic with Raced Screen Partner")).click();
        kinds().setValue(Set.of(PartnershipKind.REFERRAL, PartnershipKind.JOINT_PROGRAMMING));
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () ->
                        partnerships.revise(
                                id,
                                0,
                                PartnershipDraft.plain(
                                        clinic,
                                        partner,
                                        PartnershipKind.INFORMATION_SHARING,
                                        informal)));
        save();
        assertThat($(Dialog.class).all().getLast().getElement().getTextRecursively())
                .contains("Somebody else changed this while you were writing")
                .contains(
                        "What they do together: stands now: Information sharing; you wrote:"
                                + " Referral, Joint programming");
        assertThat(kinds().getValue()).hasSize(2);
        save();
        assertThat(text()).contains("Referral, Joint programming");
        assertThat($(Dialog.class).all().stream().filter(Dialog::isOpened)).isEmpty();
    }

    @Test
    void theQueueAndTheHomeScreenAskForRenewals() {
        UI.getCurrent().navigate("verification");
        roundTrip();
        assertThat(text()).contains("MOUs to renew", "Renew or end them");
        UI.getCurrent().navigate("");
        roundTrip();
        assertThat(text()).contains("MOUs to renew");
    }

    // ---- helpers ----

    private UUID published(String name) {
        UUID id =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> {
                            UUID made =
                                    directory.addOrganization(
                                            OrganizationDraft.named(name, "other"));
                            directory.publishOrganization(made);
                            return made;
                        });
        index.await();
        return id;
    }

    private void open(String query) {
        UI.getCurrent().navigate(PartnershipNavigation.LIST, QueryParameters.fromString(query));
        roundTrip();
    }

    private void record(UUID organization) {
        UI.getCurrent().navigate(DirectoryNavigation.organization(organization));
        roundTrip();
    }

    private void save() {
        save("Save");
    }

    private void save(String label) {
        test($(Button.class).all().stream()
                        .filter(b -> b.getText().equals(label))
                        .filter(b -> b.getThemeNames().contains("primary"))
                        .findFirst()
                        .orElseThrow())
                .click();
        roundTrip();
    }

    private Button button(String label) {
        return $(Button.class).withText(label).all().getLast();
    }

    private Button labelled(String label) {
        return $(Button.class).all().stream()
                .filter(b -> b.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private OrganizationBox box(String label) {
        return $(OrganizationBox.class).all().stream()
                .filter(b -> label.equals(b.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private DatePicker day(String label) {
        return $(DatePicker.class).all().stream()
                .filter(d -> label.equals(d.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextArea note() {
        return $(TextArea.class).all().stream()
                .filter(a -> "Somebody not in the list".equals(a.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<PartnershipKind> kinds() {
        return $(CheckboxGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Agreement> agreement() {
        return $(RadioButtonGroup.class).all().stream()
                .filter(g -> "Agreement".equals(g.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private String dialog() {
        return Objects.toString($(Dialog.class).all().getLast().getHeaderTitle());
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
