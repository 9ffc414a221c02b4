package org.coalitionatlas.demo;

import java.time.LocalDate;
import java.util.Collection;
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
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.EvidenceShelf;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.cockpit.Rounds;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.partnership.HeldDraft;
import org.coalitionatlas.partnership.PartnershipDraft;
import org.coalitionatlas.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The services people use. */
@Component
@Profile("demo")
class DemoServices implements DemoDesk {

    private final CoalitionProfile coalition;
    private final DirectoryCommands directory;
    private final Partnerships partnerships;
    private final People people;
    private final DemoPassword password;
    private final Cycles cycles;
    private final Assessments assessments;
    private final NeedAssignments assignments;
    private final Invitations invitations;
    private final Rounds rounds;
    private final Responses responses;
    private final EvidenceShelf shelf;

    DemoServices(
            CoalitionProfile coalition,
            DirectoryCommands directory,
            Partnerships partnerships,
            People people,
            DemoPassword password,
            Cycles cycles,
            Assessments assessments,
            NeedAssignments assignments,
            Invitations invitations,
            Rounds rounds,
            Responses responses,
            EvidenceShelf shelf) {
        this.coalition = coalition;
        this.directory = directory;
        this.partnerships = partnerships;
        this.people = people;
        this.password = password;
        this.cycles = cycles;
        this.assessments = assessments;
        this.assignments = assignments;
        this.invitations = invitations;
        this.rounds = rounds;
        this.responses = responses;
        this.shelf = shelf;
    }

    @Override
    public void describe(String name, List<String> counties) {
        coalition.describe(name, counties);
    }

    @Override
    public UUID organization(OrganizationDraft draft) {
        return directory.addOrganization(draft);
    }

    @Override
    public UUID location(UUID organization, LocationDraft draft) {
        return directory.addLocation(organization, draft).id();
    }

    @Override
    public UUID contact(UUID organization, ContactDraft draft) {
        return directory.addContact(organization, draft).id();
    }

    @Override
    public UUID service(UUID organization, ServiceDraft draft) {
        return directory.addService(organization, draft);
    }

    @Override
    public void publishOrganization(UUID id) {
        directory.publishOrganization(id);
    }

    @Override
    public void publishService(UUID id) {
        directory.publishService(id);
    }

    @Override
    public void verifyOrganization(
            UUID id, LocalDate on, String by, @Nullable AssuranceMethod how) {
        directory.verifyOrganization(id, on, by, how);
        directory
                .contacts(id)
                .forEach(contact -> directory.verifyContact(contact.id(), on, by, how));
    }

    @Override
    public void verifyService(UUID id, LocalDate on, String by, @Nullable AssuranceMethod how) {
        directory.verifyService(id, on, by, how);
    }

    @Override
    public UUID partnership(PartnershipDraft draft) {
        return partnerships.record(draft);
    }

    @Override
    public void endPartnership(UUID id, LocalDate on, String reason) {
        partnerships.end(id, 0, on, reason);
    }

    @Override
    public UUID contactHeld(HeldDraft draft) {
        return partnerships.recordContact(draft);
    }

    @Override
    public void endContactHeld(UUID id, LocalDate on, String reason) {
        partnerships.endContact(id, 0, on, reason);
    }

    @Override
    public void person(
            String name,
            Email email,
            Role role,
            @Nullable OrganizationId organization,
            Set<String> counties) {
        people.add(name, email, password.get(), role, organization, counties);
    }

    @Override
    public SignedIn account(String email) {
        return people.findByEmail(email)
                .orElseThrow(() -> new IllegalArgumentException("nobody has " + email));
    }

    @Override
    public UUID openAssessment(
            String county, String cycle, @Nullable LocalDate dueOn, boolean carryForward) {
        return cycles.open(county, cycle, dueOn, carryForward);
    }

    @Override
    public void answer(
            UUID assessment, String need, UUID provider, Question question, Answer answer) {
        assessments.answer(assessment, need, provider, question, answer);
    }

    @Override
    public void find(UUID assessment, String need, Finding finding, @Nullable String reason) {
        assessments.find(assessment, need, finding, reason);
    }

    @Override
    public void write(UUID assessment, NarrativeTopic topic, String text) {
        assessments.write(assessment, topic, text);
    }

    @Override
    public void closeAssessment(String county, UUID id) {
        cycles.of(county).stream()
                .filter(cycle -> cycle.id().equals(id))
                .forEach(cycle -> cycles.close(id, cycle.version()));
    }

    @Override
    public void assign(UUID assessment, Collection<String> needs, UUID person, LocalDate dueOn) {
        assignments.assign(assessment, needs, person, dueOn);
    }

    @Override
    public void takeUp(
            UUID assessment,
            UUID provider,
            Email email,
            Locale locale,
            Map<String, Map<Question, Answer>> answers) {
        invitations.takeUp(assessment, provider, email, locale, answers);
    }

    @Override
    public void openRound(
            String instrument, String cycle, LocalDate dueOn, List<UUID> organizations) {
        rounds.open(instrument, cycle, dueOn, organizations);
    }

    @Override
    public UUID openResponse(UUID organization, String instrument, String cycle) {
        return responses.open(organization, instrument, cycle);
    }

    @Override
    public void say(UUID response, AnswerKey place, Word word) {
        responses.answer(response, place, word);
    }

    @Override
    public void link(UUID response, String item, String title, String url) {
        shelf.link(response, item, title, url);
    }

    @Override
    public void share(UUID response) {
        responses.share(response, true, true);
    }

    @Override
    public void submit(UUID response) {
        responses.submit(response);
    }

    @Override
    public void accept(UUID response) {
        responses.accept(response);
    }

    @Override
    public void close(UUID response) {
        responses.close(response);
    }

    @Override
    public void comment(UUID response, String item, String text) {
        responses.comment(response, item, text);
    }

    @Override
    public void giveBack(UUID response) {
        responses.giveBack(response);
    }

    @Override
    public void reopen(UUID response, String reason) {
        responses.reopen(response, reason);
    }
}
