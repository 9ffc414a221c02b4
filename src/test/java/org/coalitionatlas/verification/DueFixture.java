package org.coalitionatlas.verification;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.directory.Training;
import org.coalitionatlas.directory.TrainingTopic;
import org.springframework.context.ApplicationContext;

/** Organizations of a test's own, verified so many days ago. */
public final class DueFixture {

    private final DirectoryCommands directory;
    private final SignedInAs signedInAs;

    public DueFixture(ApplicationContext product) {
        this.directory = product.getBean(DirectoryCommands.class);
        this.signedInAs = product.getBean(SignedInAs.class);
    }

    /** An organization with one service and one contact. */
    public record Made(UUID organization, UUID service, UUID contact, String name, String email) {}

    /**
     * Published, in the county, all verified that many days ago.
     *
     * @param need what the service meets
     * @param trained whether its contact is trained on human trafficking
     */
    public Made make(String name, String county, int daysAgo, String need, boolean trained) {
        String email = "office-" + UUID.randomUUID() + "@verify.example.org";
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    UUID organization =
                            directory.addOrganization(
                                    new OrganizationDraft(
                                            name,
                                            null,
                                            "other",
                                            null,
                                            Url.parse("https://verify.example.org"),
                                            Email.parse(email),
                                            null,
                                            Status.ACTIVE,
                                            Audience.PUBLIC,
                                            List.of(
                                                    line("815-555-0161", Audience.PUBLIC),
                                                    line("815-555-0162", Audience.MEMBERS),
                                                    line("815-555-0163", Audience.COORDINATORS))));
                    UUID contact =
                            directory
                                    .addContact(
                                            organization,
                                            new ContactDraft(
                                                    "Noor of " + name,
                                                    null,
                                                    null,
                                                    Audience.MEMBERS,
                                                    List.of(),
                                                    trained
                                                            ? List.of(
                                                                    Training.taken(
                                                                            TrainingTopic
                                                                                    .IDENTIFICATION_RESPONSE,
                                                                            today().minusDays(30),
                                                                            null))
                                                            : List.of()))
                                    .id();
                    ServiceDraft draft =
                            ServiceDraft.named("Service of " + name)
                                    .meeting(
                                            CodeSet.of(List.of(need)),
                                            Set.of(ServiceArea.county(county)));
                    UUID service = directory.addService(organization, of(draft, contact));
                    directory.publishOrganization(organization);
                    directory.publishService(service);
                    LocalDate on = today().minusDays(daysAgo);
                    directory.verifyOrganization(organization, on, "Elena", AssuranceMethod.PHONE);
                    directory.verifyService(service, on, "Elena", AssuranceMethod.PHONE);
                    directory.verifyContact(contact, on, "Elena", AssuranceMethod.PHONE);
                    return new Made(organization, service, contact, name, email);
                });
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static PhoneLine line(String number, Audience audience) {
        return PhoneLine.of(Phone.parse(number), PhoneType.VOICE, null, audience);
    }

    private static ServiceDraft of(ServiceDraft draft, UUID contact) {
        return new ServiceDraft(
                draft.name(),
                draft.alternateName(),
                draft.description(),
                draft.url(),
                draft.email(),
                draft.status(),
                draft.audience(),
                draft.needs(),
                draft.areas(),
                draft.locationIds(),
                draft.remote(),
                draft.languages(),
                draft.interpretation(),
                draft.eligibility(),
                draft.hours(),
                draft.capacity(),
                draft.fees(),
                draft.applicationProcess(),
                draft.phones(),
                Set.of(contact));
    }
}
