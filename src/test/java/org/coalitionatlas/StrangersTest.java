package org.coalitionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.Invitations;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Narratives;
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.EvidenceShelf;
import org.coalitionatlas.capacity.NoSuchResponse;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.cockpit.Rounds;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.RecordHistory;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.coalitionatlas.verification.VerificationRequests;
import org.coalitionatlas.verification.Verifications;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/**
 * Somebody who is signed in and knows the id of what is another's, tried on every verb that takes
 * an id: the right role for the wrong organization or county. Roles alone are {@code
 * DeniedByDefaultTest}'s.
 */
@DemoTest
class StrangersTest {

    private static final String CHECKLIST = "capacity-checklist";

    /** Of Winnebago, which {@link SignedInAs#COORDINATOR_OF_TWO} does not coordinate. */
    private static final String COUNTY = "17201";

    @Autowired Responses responses;
    @Autowired ResponseReading reading;
    @Autowired EvidenceShelf shelf;
    @Autowired Assessments assessments;
    @Autowired Cycles cycles;
    @Autowired Narratives narratives;
    @Autowired Invitations invitations;
    @Autowired NeedAssignments assignments;
    @Autowired Rounds rounds;
    @Autowired DirectoryCommands commands;
    @Autowired DirectoryRecords records;
    @Autowired Proposals proposals;
    @Autowired RecordHistory history;
    @Autowired Verifications verifications;
    @Autowired VerificationRequests requests;
    @Autowired SignedInAs signedInAs;

    private UUID theirs;
    private UUID response;
    private UUID file;
    private Worksheet sheet;

    /** An organization of one county, and somebody who speaks for it. */
    private SignedIn ofOneCounty() {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    UUID id =
                            commands.addOrganization(
                                    OrganizationDraft.named("Harlem Night Ward", "other"));
                    commands.addService(
                            id,
                            ServiceDraft.named("Night ward")
                                    .meeting(
                                            CodeSet.of(List.of("L9")),
                                            Set.of(ServiceArea.county(COUNTY))));
                    return new SignedIn(
                            UUID.randomUUID(),
                            "Pat Test",
                            "pat@example.org",
                            Role.MEMBER,
                            id,
                            Set.of(),
                            Locale.ENGLISH,
                            "",
                            true);
                });
    }

    @BeforeEach
    void whatIsOthers() {
        open(signedInAs.person(SignedInAs.MEMBER_OF_SHELTER));
        sheet =
                signedInAs.call(
                        SignedInAs.COORDINATOR, () -> assessments.worksheet(COUNTY).orElseThrow());
    }

    private void open(SignedIn speaker) {
        theirs = speaker.organizationId();
        response =
                SystemActor.callAs(
                        speaker,
                        () -> responses.open(theirs, CHECKLIST, UUID.randomUUID().toString()));
        file =
                SystemActor.callAs(
                        speaker,
                        () ->
                                shelf.file(
                                                response,
                                                "staff-trained",
                                                "roster.txt",
                                                new java.io.ByteArrayInputStream("x".getBytes()))
                                        .id());
    }

    @Test
    void a_member_of_another_organization_gets_at_nothing_of_the_shelter() {
        var tries = new LinkedHashMap<String, Runnable>();
        checklist(tries);
        directory(tries);
        assertNothing(SignedInAs.MEMBER_OF_LEGAL_AID, tries);
    }

    @Test
    void a_coordinator_of_other_counties_gets_at_nothing_of_this_one() {
        open(ofOneCounty());
        var tries = new LinkedHashMap<String, Runnable>();
        checklist(tries);
        directory(tries);
        county(tries);
        tries.put("ask in a round", () -> ask());
        tries.put(
                "ask for a verification",
                () -> requests.ask(theirs, new Email("a@example.org"), Locale.ENGLISH));
        assertNothing(SignedInAs.COORDINATOR_OF_TWO, tries);
    }

    @Test
    void a_member_coordinates_no_county() {
        var tries = new LinkedHashMap<String, Runnable>();
        county(tries);
        tries.put("ask in a round", () -> ask());
        assertNothing(SignedInAs.MEMBER_OF_SHELTER, tries);
    }

    @Test
    void what_an_organization_has_not_agreed_to_share_stays_with_it() {
        signedInAs.run(SignedInAs.MEMBER_OF_SHELTER, () -> responses.share(response, true, false));
        assertNothing(SignedInAs.COORDINATOR, Map.of("its file", () -> shelf.download(file)));
        assertThat(
                        signedInAs.call(
                                SignedInAs.COORDINATOR, () -> reading.sheet(response).evidence()))
                .isEmpty();
    }

    private void checklist(Map<String, Runnable> tries) {
        var place = new AnswerKey("role", AnswerKey.WHOLE);
        tries.put("read a checklist", () -> reading.sheet(response));
        tries.put("read what came since", () -> reading.since(response, 0));
        tries.put("read former answers", () -> reading.former(response, place));
        tries.put("answer", () -> responses.answer(response, place, new Word.Written(null, "x")));
        tries.put("hand in", () -> responses.submit(response));
        tries.put("comment", () -> responses.comment(response, "role", "x"));
        tries.put("accept", () -> responses.accept(response));
        tries.put("close a checklist", () -> responses.close(response));
        tries.put("share", () -> responses.share(response, true, true));
        tries.put("open one for them", () -> responses.open(theirs, CHECKLIST, "2031"));
        tries.put("download", () -> shelf.download(file));
        tries.put("take a file off", () -> shelf.remove(response, file));
        tries.put("link", () -> shelf.link(response, "role", null, "https://example.org"));
    }

    private void directory(Map<String, Runnable> tries) {
        tries.put("read the draft", () -> commands.organization(theirs));
        tries.put("read the whole record", () -> records.organization(theirs));
        tries.put("read locations", () -> commands.locations(theirs));
        tries.put("read contacts", () -> commands.contacts(theirs));
        tries.put("read the history", () -> history.ofOrganization(theirs, 0));
        tries.put("read one history", () -> history.of(RecordKind.ORGANIZATION, theirs, 0));
        tries.put("read proposals", () -> proposals.ofOrganization(theirs));
        tries.put("withhold", () -> commands.withhold(RecordKind.ORGANIZATION, theirs, "x"));
        tries.put("verify", () -> commands.verifyOrganization(theirs, LocalDate.EPOCH, "x", null));
        tries.put("open a call", () -> verifications.sheet(RecordKind.ORGANIZATION, theirs));
    }

    private void county(Map<String, Runnable> tries) {
        UUID cycle = sheet.cycle().id();
        long version = sheet.cycle().version();
        UUID provider = new UUID(0, 1);
        tries.put("open a cycle", () -> cycles.open(COUNTY, "2031", null, false));
        tries.put("close a cycle", () -> cycles.close(cycle, version));
        tries.put("move a due date", () -> cycles.reschedule(cycle, version, null));
        tries.put("reopen", () -> cycles.reopen(cycle, version, "x"));
        tries.put(
                "decide",
                () ->
                        assessments.resolve(
                                cycle, "A3", provider, Question.CONTACT, Answer.YES, "x"));
        tries.put("decide on a need", () -> assessments.resolve(cycle, "A3", null, "x"));
        tries.put(
                "say not applicable",
                () -> assessments.find(cycle, "A3", Finding.NOT_APPLICABLE, "x"));
        tries.put("add a provider", () -> assessments.addProvider(cycle, "A3", "x"));
        tries.put(
                "write a narrative",
                () -> narratives.write(cycle, NarrativeTopic.values()[0], "x"));
        tries.put("read invitations", () -> invitations.of(cycle));
        tries.put("read addresses", () -> invitations.addresses(cycle, theirs));
        tries.put(
                "invite",
                () ->
                        invitations.invite(
                                cycle, theirs, new Email("a@example.org"), Locale.ENGLISH));
        tries.put("withdraw", () -> invitations.withdraw(cycle, UUID.randomUUID()));
        tries.put("see who may be asked", () -> assignments.candidates(cycle));
        tries.put("take needs back", () -> assignments.takeBack(cycle, Set.of("A3"), provider));
    }

    private void ask() {
        rounds.open(CHECKLIST, "2031", LocalDate.now().plusDays(30), List.of(theirs));
    }

    private void assertNothing(String who, Map<String, Runnable> tries) {
        var done = new ArrayList<String>();
        tries.forEach(
                (what, attempt) -> {
                    try {
                        signedInAs.run(who, attempt);
                        done.add(what);
                    } catch (AccessDeniedException | NoSuchResponse refused) {
                        // as it should be
                    }
                });
        assertThat(done).as(who).isEmpty();
    }
}
