package org.coalitionatlas.directory;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.WeeklyHours;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * A published organization of a test's own with one service, one place and one contact, in a county
 * the demo coalition knows nothing of: verified today and open at every hour unless said otherwise.
 */
public final class OwnRecord {

    /** Adams County, Nebraska, of ZIP code 68901. */
    public static final String COUNTY = "31001";

    public static final String PHONE = "(402) 555-0141";

    private final String name;
    private String county = COUNTY;
    private Status organizationStatus = Status.ACTIVE;
    private Status status = Status.ACTIVE;
    private OpeningHours hours = OpeningHours.of(WeeklyHours.ALWAYS, false, null);
    private @Nullable Integer verified = 0;
    private @Nullable Integer contactVerified = 0;
    private Audience contactVisibility = Audience.PUBLIC;
    private boolean trained;
    private PhoneType phoneType = PhoneType.VOICE;
    private Set<ServiceArea> areas = Set.of();

    private OwnRecord(String name) {
        this.name = name;
    }

    /** What was made. */
    public record Made(
            UUID organization,
            UUID service,
            UUID location,
            UUID contact,
            String name,
            String serviceName,
            String person) {

        /** Another published service of the same organization. */
        public UUID beside(ApplicationContext product) {
            var commands = product.getBean(DirectoryCommands.class);
            return product.getBean(SignedInAs.class)
                    .call(
                            SignedInAs.ADMINISTRATOR,
                            () -> {
                                UUID id =
                                        commands.addService(
                                                organization,
                                                ServiceDraft.named(name + " beside")
                                                        .meeting(
                                                                CodeSet.of(List.of("L3")),
                                                                Set.of(
                                                                        ServiceArea.county(
                                                                                COUNTY))));
                                commands.publishService(id);
                                return id;
                            });
        }

        /** Takes all of it out of everybody's sight again. */
        public void archive(ApplicationContext product) {
            product.getBean(SignedInAs.class)
                    .run(
                            SignedInAs.ADMINISTRATOR,
                            () ->
                                    product.getBean(DirectoryCommands.class)
                                            .archiveOrganization(organization));
        }
    }

    /**
     * @param name of the organization; service and contact are named after it
     */
    public static OwnRecord named(String name) {
        return new OwnRecord(name);
    }

    public OwnRecord organization(Status standing) {
        organizationStatus = standing;
        return this;
    }

    public OwnRecord service(Status standing) {
        status = standing;
        return this;
    }

    public OwnRecord open(OpeningHours when) {
        hours = when;
        return this;
    }

    /**
     * @param daysAgo {@code null} for never
     */
    public OwnRecord verified(@Nullable Integer daysAgo) {
        verified = daysAgo;
        return this;
    }

    /**
     * @param daysAgo {@code null} for never
     */
    public OwnRecord contact(@Nullable Integer daysAgo, Audience visibility, boolean isTrained) {
        contactVerified = daysAgo;
        contactVisibility = visibility;
        trained = isTrained;
        return this;
    }

    /** Answered as a hotline for the whole state. */
    public OwnRecord statewideLine() {
        phoneType = PhoneType.HOTLINE;
        areas = Set.of(ServiceArea.state("NE"));
        return this;
    }

    public OwnRecord in(String fips) {
        county = fips;
        return this;
    }

    public Made make(ApplicationContext product) {
        return product.getBean(SignedInAs.class)
                .call(
                        SignedInAs.ADMINISTRATOR,
                        () -> make(product.getBean(DirectoryCommands.class)));
    }

    private Made make(DirectoryCommands commands) {
        var plain = OrganizationDraft.named(name, "other");
        UUID organization =
                commands.addOrganization(
                        new OrganizationDraft(
                                name,
                                null,
                                plain.kind(),
                                null,
                                null,
                                null,
                                null,
                                organizationStatus,
                                Audience.PUBLIC,
                                List.of()));
        UUID location =
                commands.addLocation(
                                organization,
                                new LocationDraft(
                                        null,
                                        PostalAddress.of(
                                                "1 Prairie Test Way",
                                                null,
                                                "Hastings",
                                                "NE",
                                                "68901"),
                                        null,
                                        new org.coalitionatlas.geography.Point(40.5863, -98.3899),
                                        AddressVisibility.FULL,
                                        null,
                                        OpeningHours.NOT_STATED,
                                        List.of()))
                        .id();
        String person = "Person of " + name;
        UUID contact =
                commands.addContact(
                                organization,
                                new ContactDraft(
                                        person,
                                        null,
                                        null,
                                        contactVisibility,
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
        UUID service = commands.addService(organization, draft(location, contact));
        commands.publishOrganization(organization);
        commands.publishService(service);
        if (verified != null) {
            LocalDate on = today().minusDays(verified);
            commands.verifyOrganization(organization, on, "Elena", AssuranceMethod.PHONE);
            commands.verifyService(service, on, "Elena", AssuranceMethod.PHONE);
        }
        if (contactVerified != null) {
            commands.verifyContact(
                    contact, today().minusDays(contactVerified), "Elena", AssuranceMethod.PHONE);
        }
        return new Made(organization, service, location, contact, name, serviceName(), person);
    }

    private String serviceName() {
        return name + ", service";
    }

    private ServiceDraft draft(UUID location, UUID contact) {
        return new ServiceDraft(
                serviceName(),
                null,
                null,
                null,
                null,
                status,
                Audience.PUBLIC,
                CodeSet.of(List.of("L3")),
                areas.isEmpty() ? Set.of(ServiceArea.county(county)) : areas,
                areas.isEmpty() ? Set.of(location) : Set.of(),
                false,
                CodeSet.EMPTY,
                null,
                Eligibility.NOT_STATED,
                hours,
                Capacity.NOT_STATED,
                null,
                null,
                List.of(
                        PhoneLine.of(
                                Phone.parse("402-555-0141"), phoneType, null, Audience.PUBLIC)),
                Set.of(contact));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
