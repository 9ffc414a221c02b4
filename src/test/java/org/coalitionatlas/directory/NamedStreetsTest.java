package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.directory.DirectoryImport.Options;
import org.coalitionatlas.directory.DirectoryImport.OrganizationRow;
import org.coalitionatlas.directory.DirectoryImport.Outcome;
import org.coalitionatlas.directory.DirectoryImport.Result;
import org.coalitionatlas.directory.DirectoryImport.ServiceRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A hidden street in a description is as much shown as one in an address. */
@DemoTest
class NamedStreetsTest {

    private static final String COORDINATOR = SignedInAs.COORDINATOR;
    private static final String SECOND = SignedInAs.ADMINISTRATOR;

    @Autowired private DirectoryCommands commands;
    @Autowired private DirectoryRecords records;
    @Autowired private DirectoryImport imports;
    @Autowired private ImportedLookup lookup;
    @Autowired private Proposals proposals;
    @Autowired private SignedInAs signedInAs;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 Elm Street | Come to 12 Elm Street, we are there. | true",
                "12 Elm Street | Ring at 12 ELM ST. | true",
                "12 N. Elm Street, Suite 4 | the yellow house at 12 Elm | true",
                "12 Elm Street | behind the church on Elm Street | true",
                "12 Elm Street | Calle: 12 Elm St | true",
                "40 Fifth Avenue | 40 5th Ave., second floor | true",
                "12 North Avenue | 12 N Ave | true",
                "12 North Avenue | 12 avenues | false",
                "12 Elm Street | our office at 500 Elm Street | false",
                "12 Elm Street | elm trees in the street | false",
                "12 Elm Street | 12 beds, 3 rooms | false",
                "Elm | elm | false",
                "PO Box 77 | Write to P.O. Box 77 | true",
                "500 Broadway | The house on Broadway | true",
                "500 Broadway | La casa de la calle Broadway | true",
                "500 Broadway | En la esquina de Broadway y la 5ta | true",
                "500 Broadway | Broadway, second bell | true",
                "500 Broadway | Broadway Beds | true",
                "500 N. Broadway | at N. Broadway and Fifth | true",
                "500 Broadway | on Broadway Street | true",
                "500 Broadway | 700 Broadway | false",
                "500 Broadway | a broadway of chances | false",
                "500 Broadway | CALL BEFORE BROADWAY CLOSES | false",
                "500 Broadway | WE ARE ON BROADWAY | true",
                "500 Boone | Survivors of Boone County and in Boone | false",
                "500 Boone | For Boone County only | false",
                "500 Martin Luther King | near Martin Luther King | true",
                "500 Martin Luther King | Martin, our driver | false",
                "12 Main | Main office closed; a Main hall; ask for Main Desk | false",
                "12 Main | the door on Main, past the church | true",
                "12 Main | look for Main Street | true",
                "12 Elm Street | the house on Elm, behind the church | true",
                "12 Elm Street | the corner of Elm and Fifth | true",
                "12 Elm Street | on Elm Avenue | false",
                "12 Elm Street | on Elm Grove Road | false",
                "12 Elm Street | Elm trees in the yard, ask for Elm | false",
                "12 May Street | open on May 5 | false",
                "12 2nd Avenue | on 2nd and 4th Mondays | false",
                "12 North Avenue | go North, on North | false",
                "Confidential | A Confidential place | false"
            })
    void a_street_is_recognized_in_a_text(String street, String text, boolean isNamed) {
        StreetName name = StreetName.of(street, "61008");
        assertThat(name).isNotNull();
        assertThat(name.isNamedIn(text)).isEqualTo(isNamed);
    }

    @Test
    void a_description_that_names_the_street_waits_for_a_second_person() {
        UUID organization = hiding("12 Elm Street");
        UUID service = service(organization);
        Saved saved = describe(service, "Come to 12 Elm St., ring twice.");
        assertThat(saved.waits()).isTrue();
        assertThat(description(service)).isNull();
        ProposalDetail detail = signedInAs.call(COORDINATOR, () -> proposals.detail(saved.id()));
        assertThat(detail.line().kind()).isEqualTo(ProposalKind.DISCLOSURE);
        assertThatThrownBy(() -> approve(COORDINATOR, detail))
                .isInstanceOf(WrongState.class)
                .hasMessage("review.state.secondPerson");
        approve(SECOND, detail);
        assertThat(description(service)).contains("12 Elm St.");
        assertThat(describe(service, "Come to 12 Elm St., ring once.").waits())
                .as("what two people agreed to may be reworded")
                .isFalse();
    }

    @Test
    void an_hours_note_or_a_number_of_any_record_names_no_hidden_street_either() {
        UUID organization = hiding("12 Elm Street");
        UUID service = service(organization);
        assertThat(
                        revise(service, hours("Door at 12 Elm Street after six", SpecialHours.NONE))
                                .waits())
                .isTrue();
        assertThat(
                        revise(
                                        service,
                                        hours(
                                                null,
                                                new SpecialHours(
                                                        false,
                                                        List.of(),
                                                        List.of(),
                                                        line("Night bell, 12 Elm St"))))
                                .waits())
                .isTrue();
        assertThat(
                        signedInAs
                                .call(
                                        COORDINATOR,
                                        () ->
                                                commands.addContact(
                                                        organization,
                                                        new ContactDraft(
                                                                "Some Body",
                                                                "Host, 12 Elm Street",
                                                                null,
                                                                Audience.PUBLIC,
                                                                List.of(),
                                                                List.of())))
                                .waits())
                .isTrue();
        assertThat(
                        signedInAs
                                .call(
                                        COORDINATOR,
                                        () ->
                                                commands.reviseOrganization(
                                                        organization,
                                                        commands.organization(organization)
                                                                .version(),
                                                        commands.organization(organization)
                                                                .draft()
                                                                .describedAs(
                                                                        "A house on Elm Street.")))
                                .waits())
                .isTrue();
    }

    @Test
    void a_new_service_is_refused_in_words_that_name_the_field() {
        UUID organization = hiding("12 Elm Street");
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        COORDINATOR,
                                        () ->
                                                commands.addService(
                                                        organization,
                                                        ServiceDraft.named("Beds")
                                                                .askingFor(
                                                                        "Pay at 12 Elm Street",
                                                                        null))))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invalid.names.fees"));
    }

    @Test
    void texts_that_were_there_before_the_place_was_hidden_are_named() {
        UUID organization = signedInAs.call(COORDINATOR, () -> organization());
        UUID service = service(organization);
        describe(service, "Come to 12 Elm Street.");
        hide(organization, "12 Elm Street");
        assertThat(signedInAs.call(COORDINATOR, () -> records.namedStreets(organization)))
                .containsExactly(
                        new DirectoryRecords.NamedStreet(
                                RecordKind.SERVICE, service, "Beds", Set.of("description")));
    }

    @Test
    void nobody_approves_a_street_into_sight_that_was_hidden_after_it_was_proposed() {
        UUID organization = signedInAs.call(COORDINATOR, () -> organization());
        UUID service = service(organization);
        signedInAs.run(COORDINATOR, () -> commands.publishOrganization(organization));
        signedInAs.run(COORDINATOR, () -> commands.publishService(service));
        UUID proposal =
                signedInAs.anonymously(
                        () ->
                                proposals.suggest(
                                        new Suggestion(
                                                RecordKind.SERVICE,
                                                service,
                                                organization,
                                                null,
                                                ServiceDraft.named("Beds")
                                                        .describedAs("At 12 Elm Street."),
                                                null,
                                                new Proposer(
                                                        null, "A reader", null, Locale.ENGLISH))));
        hide(organization, "12 Elm Street");
        ProposalDetail detail = signedInAs.call(COORDINATOR, () -> proposals.detail(proposal));
        assertThat(detail.line().kind()).isEqualTo(ProposalKind.CHANGE);
        assertThatThrownBy(() -> approve(COORDINATOR, detail))
                .isInstanceOf(WrongState.class)
                .hasMessage("review.state.newDisclosure");
        signedInAs.run(COORDINATOR, () -> commands.archiveOrganization(organization));
    }

    @Test
    void a_file_names_no_hidden_street() {
        String source = "named-streets";
        var options = new Options(source, false, true, "other", WhenAlike.ADD);
        assertThat(take(options, "Imported hiding house", null).outcome())
                .isEqualTo(Outcome.CREATED);
        UUID organization = lookup.organizations(source, List.of("o1")).getFirst().id();
        hide(organization, "12 Elm Street");
        assertNames(take(options, "Imported hiding house", "We are at 12 Elm St."));
        assertNames(serve(options, "s1", "Beds in 12 Elm Street"));
        assertThat(serve(options, "s1", "Beds in a quiet street").outcome())
                .isEqualTo(Outcome.CREATED);
        assertNames(serve(options, "s1", "Beds in 12 Elm Street"));
    }

    private static void assertNames(Result result) {
        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.problem())
                .extracting(InvalidValue::messageKey)
                .isEqualTo("invalid.names.description");
    }

    private Result take(Options options, String name, @Nullable String description) {
        return signedInAs
                .call(
                        COORDINATOR,
                        () ->
                                imports.organizations(
                                        options,
                                        List.of(
                                                new OrganizationRow(
                                                        "o1",
                                                        standing ->
                                                                OrganizationDraft.named(
                                                                                name, "other")
                                                                        .describedAs(description),
                                                        null))))
                .getFirst();
    }

    private Result serve(Options options, String key, String description) {
        return signedInAs
                .call(
                        COORDINATOR,
                        () ->
                                imports.services(
                                        options,
                                        List.of(
                                                new ServiceRow(
                                                        key,
                                                        "o1",
                                                        "Imported hiding house",
                                                        null,
                                                        null,
                                                        standing ->
                                                                ServiceDraft.named("Imported beds")
                                                                        .describedAs(
                                                                                description)))))
                .getFirst();
    }

    private UUID organization() {
        return commands.addOrganization(
                OrganizationDraft.named("Names nothing " + UUID.randomUUID(), "other"));
    }

    private UUID hiding(String street) {
        UUID id = signedInAs.call(COORDINATOR, () -> organization());
        hide(id, street);
        return id;
    }

    private void hide(UUID organization, String street) {
        signedInAs.run(
                COORDINATOR,
                () ->
                        commands.addLocation(
                                organization,
                                new LocationDraft(
                                        null,
                                        PostalAddress.of(street, null, "Belvidere", "IL", "61008"),
                                        null,
                                        null,
                                        AddressVisibility.HIDDEN,
                                        null,
                                        OpeningHours.NOT_STATED,
                                        List.of())));
    }

    private UUID service(UUID organization) {
        return signedInAs.call(
                COORDINATOR, () -> commands.addService(organization, ServiceDraft.named("Beds")));
    }

    private Saved describe(UUID service, String text) {
        return revise(
                service,
                signedInAs
                        .call(COORDINATOR, () -> commands.service(service).draft())
                        .describedAs(text));
    }

    private Saved revise(UUID service, ServiceDraft draft) {
        return signedInAs.call(
                COORDINATOR,
                () -> commands.reviseService(service, commands.service(service).version(), draft));
    }

    private @Nullable String description(UUID service) {
        return signedInAs.call(COORDINATOR, () -> commands.service(service).draft().description());
    }

    private void approve(String person, ProposalDetail detail) {
        signedInAs.run(
                person,
                () ->
                        proposals.approve(
                                detail.line().id(),
                                detail.line().version(),
                                detail.recordVersion(),
                                null));
    }

    private static ServiceDraft hours(@Nullable String note, SpecialHours special) {
        ServiceDraft plain = ServiceDraft.named("Beds");
        return new ServiceDraft(
                plain.name(),
                null,
                null,
                null,
                null,
                Status.ACTIVE,
                Audience.PUBLIC,
                CodeSet.EMPTY,
                Set.of(),
                Set.of(),
                false,
                CodeSet.EMPTY,
                null,
                Eligibility.NOT_STATED,
                OpeningHours.of(null, false, note).with(special),
                Capacity.NOT_STATED,
                null,
                null,
                List.of(),
                Set.of());
    }

    private static PhoneLine line(String description) {
        return PhoneLine.of(
                Phone.parse("815-555-0111"), PhoneType.VOICE, description, Audience.PUBLIC);
    }
}
