package org.coalitionatlas.demo;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.partnership.HeldDraft;
import org.coalitionatlas.partnership.PartnershipDraft;
import org.jspecify.annotations.Nullable;

/**
 * What the demo's story asks of the product. Every method may refuse a value with an {@code
 * IllegalArgumentException}.
 */
interface DemoDesk {

    void describe(String name, List<String> counties);

    UUID organization(OrganizationDraft draft);

    UUID location(UUID organization, LocationDraft draft);

    UUID contact(UUID organization, ContactDraft draft);

    UUID service(UUID organization, ServiceDraft draft);

    void publishOrganization(UUID id);

    void publishService(UUID id);

    /** Whoever asked about the organization asked about its contacts too. */
    void verifyOrganization(UUID id, LocalDate on, String by, @Nullable AssuranceMethod how);

    void verifyService(UUID id, LocalDate on, String by, @Nullable AssuranceMethod how);

    UUID partnership(PartnershipDraft draft);

    void endPartnership(UUID id, LocalDate on, String reason);

    UUID contactHeld(HeldDraft draft);

    void endContactHeld(UUID id, LocalDate on, String reason);

    void person(
            String name,
            Email email,
            Role role,
            @Nullable OrganizationId organization,
            Set<String> counties);

    SignedIn account(String email);

    UUID openAssessment(
            String county, String cycle, @Nullable LocalDate dueOn, boolean carryForward);

    void answer(UUID assessment, String need, UUID provider, Question question, Answer answer);

    void find(UUID assessment, String need, Finding finding, @Nullable String reason);

    void write(UUID assessment, NarrativeTopic topic, String text);

    void closeAssessment(String county, UUID id);

    void assign(UUID assessment, Collection<String> needs, UUID person, LocalDate dueOn);

    void takeUp(
            UUID assessment,
            UUID provider,
            Email email,
            Locale locale,
            Map<String, Map<Question, Answer>> answers);

    void openRound(String instrument, String cycle, LocalDate dueOn, List<UUID> organizations);

    UUID openResponse(UUID organization, String instrument, String cycle);

    void say(UUID response, AnswerKey place, Word word);

    void link(UUID response, String item, String title, String url);

    void share(UUID response);

    void submit(UUID response);

    void accept(UUID response);

    void close(UUID response);

    void comment(UUID response, String item, String text);

    void giveBack(UUID response);

    void reopen(UUID response, String reason);
}
