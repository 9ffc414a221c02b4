package org.coalitionatlas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.assessment.InvitationState;
import org.coalitionatlas.assessment.Invitations;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.cockpit.Cockpit;
import org.coalitionatlas.cockpit.Reminders;
import org.coalitionatlas.cockpit.Rounds;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryCommands.Current;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.RecordChanged;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.exchange.ImportJob;
import org.coalitionatlas.exchange.ImportMapping;
import org.coalitionatlas.exchange.ImportMappings;
import org.coalitionatlas.exchange.ImportOrder;
import org.coalitionatlas.exchange.Imports;
import org.coalitionatlas.gaps.Cell;
import org.coalitionatlas.gaps.CycleComparisons;
import org.coalitionatlas.gaps.GapCode;
import org.coalitionatlas.gaps.Gaps;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.partnership.Agreement;
import org.coalitionatlas.partnership.HeldDraft;
import org.coalitionatlas.partnership.PartnershipDraft;
import org.coalitionatlas.partnership.PartnershipKind;
import org.coalitionatlas.partnership.PartnershipList;
import org.coalitionatlas.partnership.PartnershipList.Show;
import org.coalitionatlas.partnership.PartnershipList.Wanted;
import org.coalitionatlas.partnership.Partnerships;
import org.coalitionatlas.partnership.Side;
import org.coalitionatlas.partnership.Terms;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/**
 * What must hold on every database the product runs on. The schema itself is checked before any
 * test: the migrations run, and Hibernate validates its mapping against them.
 */
abstract class StorageContract {

    private static final Path ILAO = Path.of("..", "shared", "data", "ilao");

    @Autowired DirectoryCommands directory;
    @Autowired DirectorySearch search;
    @Autowired Assessments assessments;
    @Autowired NeedAssignments assignments;
    @Autowired Invitations invitations;
    @Autowired Cycles cycles;
    @Autowired CycleComparisons comparisons;
    @Autowired Gaps gaps;
    @Autowired SignedInAs signedInAs;
    @Autowired IndexCaughtUp index;
    @Autowired Imports imports;
    @Autowired ImportMappings mappings;
    @Autowired Responses responses;
    @Autowired ResponseReading responseReading;
    @Autowired Partnerships partnerships;
    @Autowired PartnershipList partnershipList;
    @Autowired ApplicationEventPublisher events;
    @Autowired People people;
    @Autowired Rounds rounds;
    @Autowired Reminders reminders;
    @Autowired Cockpit cockpit;

    @Test
    void the_demo_shows_every_gap_and_the_worked_example() {
        var found = EnumSet.noneOf(GapCode.class);
        signedInAs
                .call(SignedInAs.COORDINATOR, gaps::ofCoalition)
                .cells()
                .values()
                .forEach(needs -> needs.values().forEach(cell -> found.addAll(cell.gaps())));
        assertThat(found).containsExactlyInAnyOrder(GapCode.values());

        Cell housing =
                signedInAs
                        .call(SignedInAs.COORDINATOR, () -> gaps.cell("17201", "A3"))
                        .orElseThrow();
        assertThat(housing.gaps()).containsExactlyInAnyOrder(GapCode.G4, GapCode.G5, GapCode.G6);
    }

    @Test
    void needs_are_assigned_and_an_invited_provider_is_kept_on_every_database() {
        UUID me = signedInAs.person(SignedInAs.ADMINISTRATOR).id();
        UUID cycle =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR, () -> assessments.open("17179", "storage"));
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    assignments.assign(cycle, List.of("A1", "A2"), me, LocalDate.of(2031, 2, 3));
                    assignments.assign(cycle, List.of("A2", "A3"), me, null);
                    assertThat(assignments.of(cycle)).hasSize(3);
                    assertThat(assignments.candidates(cycle)).anyMatch(one -> one.id().equals(me));
                    assertThat(assignments.waiting())
                            .anyMatch(w -> w.countyFips().equals("17179") && w.needs() == 3);
                    assignments.takeBack(cycle, List.of("A1"), me);
                    assertThat(assignments.of(cycle)).hasSize(2);
                });
        UUID provider = addOrganization("Invited " + UUID.randomUUID());
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    UUID service =
                            directory.addService(
                                    provider,
                                    ServiceDraft.named("Invited service")
                                            .meeting(
                                                    CodeSet.of(List.of("L4")),
                                                    Set.of(ServiceArea.county("17179"))));
                    directory.publishOrganization(provider);
                    directory.publishService(service);
                    var address = new Email("office@" + provider + ".example.org");
                    invitations.takeUp(
                            cycle,
                            provider,
                            address,
                            Locale.ENGLISH,
                            Map.of("L4", Map.of(Question.CONTACT, Answer.YES)));
                    assertThat(invitations.of(cycle))
                            .singleElement()
                            .satisfies(
                                    one -> {
                                        assertThat(one.state(Instant.now()))
                                                .isEqualTo(InvitationState.ANSWERED);
                                        assertThat(one.email()).isEqualTo(address.address());
                                    });
                    assertThatThrownBy(
                                    () ->
                                            invitations.invite(
                                                    cycle, provider, address, Locale.ENGLISH))
                            .hasMessageContaining("invitation.problem.week");
                });
    }

    @Test
    void a_published_service_is_found_and_an_archived_one_is_not() {
        UUID organization = addOrganization("Kettle Creek Weavers " + UUID.randomUUID());
        UUID service =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> {
                            UUID id =
                                    directory.addService(
                                            organization,
                                            ServiceDraft.named("Loom workshop Zweibrücken 織")
                                                    .meeting(
                                                            CodeSet.of(List.of("L4")),
                                                            Set.of(ServiceArea.county("17201"))));
                            directory.publishOrganization(organization);
                            directory.publishService(id);
                            return id;
                        });
        index.await();
        assertThat(idsFound("loom zweibrucken")).contains(service);

        signedInAs.run(SignedInAs.COORDINATOR, () -> directory.archiveService(service));
        index.await();
        assertThat(idsFound("loom zweibrucken")).doesNotContain(service);
    }

    @Test
    void the_loser_of_a_race_is_told_and_overwrites_nothing() {
        UUID organization = addOrganization("Race House");
        Current<OrganizationDraft> opened =
                signedInAs.call(SignedInAs.COORDINATOR, () -> directory.organization(organization));
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () ->
                        directory.reviseOrganization(
                                organization,
                                opened.version(),
                                OrganizationDraft.named("First writer", "shelter")));

        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        SignedInAs.ADMINISTRATOR,
                                        () ->
                                                directory.reviseOrganization(
                                                        organization,
                                                        opened.version(),
                                                        OrganizationDraft.named(
                                                                "Second writer", "shelter"))))
                .isInstanceOf(RecordChanged.class);
        assertThat(
                        signedInAs
                                .call(
                                        SignedInAs.COORDINATOR,
                                        () -> directory.organization(organization))
                                .draft()
                                .name())
                .isEqualTo("First writer");
    }

    @Test
    void answers_of_two_people_to_one_row_at_the_same_moment_both_stay() throws Exception {
        UUID provider = addOrganization("Answered At Once");
        UUID assessment =
                signedInAs.call(
                        SignedInAs.COORDINATOR, () -> assessments.open("17177", "contract"));
        List<Callable<?>> people =
                List.of(
                        () ->
                                signedInAs.call(
                                        SignedInAs.COORDINATOR,
                                        () -> answer(assessment, provider, Question.CONTACT)),
                        () ->
                                signedInAs.call(
                                        SignedInAs.ADMINISTRATOR,
                                        () -> answer(assessment, provider, Question.PARTNER)),
                        () ->
                                signedInAs.call(
                                        SignedInAs.ADMINISTRATOR,
                                        () -> answer(assessment, provider, Question.TRAINED)));
        try (var pool = Executors.newFixedThreadPool(people.size())) {
            List<Future<?>> answers = people.stream().<Future<?>>map(pool::submit).toList();
            for (Future<?> given : answers) {
                given.get();
            }
        }
        Worksheet sheet =
                signedInAs
                        .call(SignedInAs.COORDINATOR, () -> assessments.worksheet("17177"))
                        .orElseThrow();
        assertThat(sheet.lines())
                .filteredOn(line -> line.need().code().equals("L3"))
                .flatExtracting(Worksheet.Line::rows)
                .filteredOn(row -> row.providerId().equals(provider))
                .singleElement()
                .satisfies(row -> assertThat(row.given()).hasSize(3));
    }

    @Test
    void a_partnership_runs_in_terms_ends_and_goes_on_as_it_was() {
        UUID provider = addOrganization("Partnered Clinic");
        UUID partner = addOrganization("Partnered Advocates");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var draft =
                new PartnershipDraft(
                        provider,
                        partner,
                        Side.PROVIDER,
                        EnumSet.allOf(PartnershipKind.class),
                        new Terms(
                                Agreement.MOU,
                                today.minusDays(400),
                                today.plusDays(10),
                                Url.parse("https://documents.example.org/織.pdf")),
                        "織 and Zweibrücken",
                        null);
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    UUID id = partnerships.record(draft);
                    var soon = Wanted.of(Show.ENDS_SOON, provider);
                    var due = Wanted.of(Show.RENEW, provider);
                    assertThat(partnershipList.partnerships(soon, 0, 5))
                            .isEqualTo(partnershipList.partnerships(due, 0, 5))
                            .singleElement()
                            .satisfies(
                                    line -> {
                                        assertThat(line.kinds()).isEqualTo(draft.kinds());
                                        assertThat(line.providerRole())
                                                .isEqualTo("織 and Zweibrücken");
                                    });
                    long renewed =
                            partnerships.renew(
                                    id,
                                    0,
                                    new Terms(Agreement.MOU, today, today.plusYears(2), null));
                    long ended = partnerships.end(id, renewed, today, "Over");
                    assertThat(partnerships.tiesOn(today).partners().get(provider).inForce())
                            .isFalse();
                    long resumed = partnerships.resume(id, ended);
                    assertThat(partnershipList.partnership(id).orElseThrow().formerTerms())
                            .hasSize(1);
                    partnerships.takeBackRenewal(id, resumed);
                    assertThat(partnershipList.partnership(id).orElseThrow())
                            .satisfies(
                                    line -> {
                                        assertThat(line.formerTerms()).isEmpty();
                                        assertThat(line.span().expiresOn())
                                                .isEqualTo(today.plusDays(10));
                                        assertThat(line.document())
                                                .isEqualTo("https://documents.example.org/織.pdf");
                                    });
                    assertThat(partnershipList.figures().of(Show.ENDS_SOON)).isPositive();
                });
        UUID twin = addOrganization("Partnered Clinic Inc.");
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () ->
                        partnerships.recordContact(
                                new HeldDraft(twin, partner, "Ana", null, "The desk", null)));
        UUID merge = Ids.newId();
        events.publishEvent(
                new OrganizationsMerged(
                        merge, new OrganizationId(twin), new OrganizationId(provider)));
        events.publishEvent(
                new OrganizationsSeparated(
                        merge, new OrganizationId(twin), new OrganizationId(provider)));
        assertThat(signedInAs.call(SignedInAs.COORDINATOR, () -> partnershipList.isFragile(twin)))
                .isTrue();
    }

    @Test
    void two_coordinators_at_the_same_moment_remind_a_person_once() throws Exception {
        UUID organization = addOrganization("Reminded House " + UUID.randomUUID());
        String email = "reminded-" + UUID.randomUUID() + "@example.org";
        UUID person =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR,
                        () ->
                                people.add(
                                        "Rita Reminded",
                                        new Email(email),
                                        "a long enough test phrase",
                                        Role.MEMBER,
                                        new OrganizationId(organization),
                                        Set.of()));
        String cycle = "C" + UUID.randomUUID().toString().substring(0, 8);
        LocalDate due = LocalDate.now(ZoneOffset.UTC).plusDays(5);
        UUID round =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () ->
                                rounds.open("capacity-checklist", cycle, due, List.of(organization))
                                        .round());
        var wanted =
                new Reminders.Wanted(Reminders.Choice.ALL_OPEN, Reminders.About.CHECKLISTS, round);
        Callable<Integer> one =
                () ->
                        signedInAs.call(
                                SignedInAs.COORDINATOR,
                                () -> reminders.send(wanted, Set.of(person)));
        Callable<Integer> other =
                () ->
                        signedInAs.call(
                                SignedInAs.ADMINISTRATOR,
                                () -> reminders.send(wanted, Set.of(person)));
        int sent = 0;
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> done : threads.invokeAll(List.of(one, other, one, other))) {
                sent += done.get();
            }
        }
        assertThat(sent).isEqualTo(1);
        assertThat(signedInAs.call(SignedInAs.COORDINATOR, reminders::history))
                .filteredOn(letter -> letter.person().equals("Rita Reminded"))
                .hasSize(1);
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    rounds.reschedule(round, 0, due.plusDays(1));
                    var picture = cockpit.picture(round);
                    assertThat(picture.asked())
                            .singleElement()
                            .satisfies(
                                    asked -> {
                                        assertThat(asked.round().dueOn())
                                                .isEqualTo(due.plusDays(1));
                                        assertThat(asked.remindedAt()).isNotNull();
                                    });
                    assertThat(picture.counties()).isNotEmpty();
                });
    }

    @Test
    void a_cycle_is_answered_by_two_closed_with_its_figures_and_carried_into_the_next() {
        UUID provider = addOrganization("Answered By Two");
        UUID first =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR, () -> cycles.open("17195", "one", null, false));
        signedInAs.call(SignedInAs.ADMINISTRATOR, () -> answer(first, provider, Question.CONTACT));
        signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> assessments.write(first, NarrativeTopic.GAPS, "Nobody drives at night. 夜"));
        signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () ->
                        assessments.resolve(
                                first, "L3", provider, Question.CONTACT, Answer.NO, "Moved away"));
        signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> cycles.close(first, cycles.of("17195").getFirst().version()));
        signedInAs.call(SignedInAs.ADMINISTRATOR, () -> cycles.open("17195", "two", null, true));
        Worksheet sheet =
                signedInAs
                        .call(SignedInAs.ADMINISTRATOR, () -> assessments.worksheet("17195"))
                        .orElseThrow();
        assertThat(sheet.lines())
                .filteredOn(line -> line.need().code().equals("L3"))
                .flatExtracting(Worksheet.Line::rows)
                .filteredOn(row -> row.providerId().equals(provider))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.last()).containsEntry(Question.CONTACT, Answer.NO));
        assertThat(
                        signedInAs.call(
                                SignedInAs.ADMINISTRATOR, () -> comparisons.with("17195", "one")))
                .hasValueSatisfying(c -> assertThat(c.assessedThen()).isEqualTo(1));
    }

    @Test
    void text_of_every_script_comes_back_as_written() {
        UUID assessment =
                signedInAs.call(
                        SignedInAs.COORDINATOR, () -> assessments.open("17177", "contract"));
        String text = "Ñandú, K’iche’, ລາວ, العربية, 👩‍👧 “quotes” — and a \\ backslash's end";
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> assessments.write(assessment, NarrativeTopic.GAPS, text));
        assertThat(
                        signedInAs
                                .call(SignedInAs.COORDINATOR, () -> assessments.worksheet("17177"))
                                .orElseThrow()
                                .narratives()
                                .get(NarrativeTopic.GAPS)
                                .text())
                .isEqualTo(text);
    }

    @Test
    void words_of_several_people_in_one_checklist_all_stay_in_order() throws Exception {
        var shelter = signedInAs.person(SignedInAs.MEMBER_OF_SHELTER);
        UUID organization = java.util.Objects.requireNonNull(shelter.organizationId());
        UUID response =
                signedInAs.call(
                        SignedInAs.MEMBER_OF_SHELTER,
                        () -> responses.open(organization, "internal-capacity-review", "contract"));
        List<String> items = List.of("capacity", "gaps", "priorities", "resources");
        String script = "Ñandú, العربية, 👩‍👧 “quotes” — and a \\ backslash's end ";
        var work = new java.util.ArrayList<Callable<?>>();
        for (int i = 0; i < 40; i++) {
            var place = new AnswerKey(items.get(i % 4), AnswerKey.WHOLE);
            String text = script + i;
            work.add(
                    () ->
                            signedInAs.call(
                                    SignedInAs.MEMBER_OF_SHELTER,
                                    () ->
                                            responses.answer(
                                                    response,
                                                    place,
                                                    new Word.Written(null, text))));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Future<?>> running = work.stream().<Future<?>>map(pool::submit).toList();
            for (Future<?> one : running) {
                one.get();
            }
        }
        signedInAs.run(
                SignedInAs.MEMBER_OF_SHELTER,
                () -> {
                    var news = responseReading.since(response, 0);
                    assertThat(news.head().changes()).isEqualTo(40);
                    assertThat(news.answers())
                            .hasSize(4)
                            .allSatisfy(
                                    answer -> {
                                        assertThat(answer.version()).isEqualTo(10);
                                        assertThat(answer.given().text()).startsWith(script);
                                    });
                    assertThat(responseReading.since(response, 40).answers()).isEmpty();
                    responses.submit(response);
                });
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    responses.comment(response, "gaps", script);
                    responses.comment(response, "gaps", "Which nights?");
                    responses.giveBack(response);
                    assertThat(responseReading.sheet(response).comments()).hasSize(1);
                    assertThat(
                                    responseReading
                                            .page(
                                                    new ResponseReading.Wanted(
                                                            "contract", null, null, "SAFE"),
                                                    1,
                                                    5)
                                            .total())
                            .isEqualTo(1);
                });
    }

    @Test
    void a_real_directory_imported_twice_changes_nothing_the_second_time() throws Exception {
        assumeTrue(
                Files.isDirectory(ILAO), "skipped: ../shared/data/ilao is not beside the project");
        for (String file : List.of("organizations.csv", "locations.csv", "services.csv")) {
            ImportJob first = imported(file);
            assertThat(first.created()).as("%s", file).isPositive();
            ImportJob second = imported(file);
            assertThat(second.created() + second.updated()).as("%s again", file).isZero();
            assertThat(second.unchanged() + second.rejected())
                    .as("%s again", file)
                    .isEqualTo(second.rowsDone())
                    .isEqualTo(first.rowsDone());
        }
    }

    private ImportJob imported(String name) throws Exception {
        UUID id =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR,
                        () -> {
                            try (var in = Files.newInputStream(ILAO.resolve(name))) {
                                String stored = imports.store(in);
                                ImportMapping mapping =
                                        mappings.suggested(imports.look(stored).columns())
                                                .orElseThrow();
                                return imports.start(
                                        new ImportOrder(name, stored, mapping, true, true, false));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        Instant deadline = Instant.now().plusSeconds(120);
        while (job(id).isOpen()) {
            assertThat(Instant.now()).as("import of %s still runs", name).isBefore(deadline);
            LockSupport.parkNanos(20_000_000);
        }
        return job(id);
    }

    private ImportJob job(UUID id) {
        return signedInAs.call(SignedInAs.ADMINISTRATOR, () -> imports.job(id)).orElseThrow();
    }

    private Object answer(UUID assessment, UUID provider, Question question) {
        return assessments.answer(assessment, "L3", provider, question, Answer.YES);
    }

    private UUID addOrganization(String name) {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> directory.addOrganization(OrganizationDraft.named(name, "shelter")));
    }

    private List<UUID> idsFound(String text) {
        return search.searchPublished(SearchRequest.of(text)).hits().stream()
                .map(hit -> hit.service().id())
                .toList();
    }
}
