package org.coalitionatlas.directory;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.Url;
import org.jspecify.annotations.Nullable;

/**
 * All that can be written about a service at once: what a form returns and an import makes. Two
 * equal drafts mean nothing changed.
 *
 * @param needs codes of the needs it meets
 * @param areas where it serves
 * @param locationIds where it is given; none for a hotline or a service that travels
 * @param remote whether it is (also) given by phone or online
 * @param languages ISO 639 codes
 * @param interpretation how other languages are served
 * @param contactIds contacts of its organization that answer for it
 */
public record ServiceDraft(
        String name,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable Url url,
        @Nullable Email email,
        Status status,
        Audience audience,
        CodeSet needs,
        Set<ServiceArea> areas,
        Set<UUID> locationIds,
        boolean remote,
        CodeSet languages,
        @Nullable String interpretation,
        Eligibility eligibility,
        OpeningHours hours,
        Capacity capacity,
        @Nullable String fees,
        @Nullable String applicationProcess,
        List<PhoneLine> phones,
        Set<UUID> contactIds) {

    /** Tidies the texts; a name must remain. */
    public ServiceDraft {
        name = Texts.required(name, 255);
        alternateName = Texts.tidy(alternateName, 255);
        description = Texts.tidy(description, OrganizationDraft.DESCRIPTION);
        interpretation = Texts.tidy(interpretation, 500);
        fees = Texts.tidy(fees, 500);
        applicationProcess = Texts.tidy(applicationProcess, 2000);
        areas = new TreeSet<>(areas);
        locationIds = new TreeSet<>(locationIds);
        contactIds = new TreeSet<>(contactIds);
        phones = List.copyOf(phones);
    }

    /** An active service meant for everybody, of which only the name is known. */
    public static ServiceDraft named(String name) {
        return new ServiceDraft(
                name,
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
                OpeningHours.NOT_STATED,
                Capacity.NOT_STATED,
                null,
                null,
                List.of(),
                Set.of());
    }

    /** This draft, meeting these needs in these areas. */
    public ServiceDraft meeting(CodeSet newNeeds, Set<ServiceArea> newAreas) {
        return copy().needs(newNeeds).areas(newAreas).made();
    }

    /** The same, described so. */
    public ServiceDraft describedAs(@Nullable String newDescription) {
        return copy().description(newDescription).made();
    }

    /** The same, with that said of fees and of how to apply. */
    public ServiceDraft askingFor(@Nullable String newFees, @Nullable String newApplication) {
        return copy().asking(newFees, newApplication).made();
    }

    /** The same, called and reached so. */
    public ServiceDraft reachedAt(
            String newName, List<PhoneLine> newPhones, @Nullable Url newUrl, @Nullable Email mail) {
        return copy().reached(newName, newPhones, newUrl, mail).made();
    }

    /** The same, reached by those numbers. */
    public ServiceDraft reachedBy(List<PhoneLine> numbers) {
        return reachedAt(name, numbers, url, email);
    }

    /** The same, having that room. */
    ServiceDraft having(Capacity room) {
        return copy().capacity(room).made();
    }

    /** The same, given at those locations. */
    ServiceDraft at(Set<UUID> places) {
        return copy().places(places).made();
    }

    /** The same, answered by those people. */
    ServiceDraft answeredBy(Set<UUID> people) {
        return copy().people(people).made();
    }

    /** The same, serving there. */
    ServiceDraft serving(Set<ServiceArea> there) {
        return copy().areas(there).made();
    }

    private Copy copy() {
        return new Copy(this);
    }

    /** Another draft on its way: all the fields there are stand in one call only. */
    private static final class Copy {

        private final ServiceDraft from;
        private String name;
        private @Nullable String description;
        private @Nullable Url url;
        private @Nullable Email email;
        private CodeSet needs;
        private Set<ServiceArea> areas;
        private Set<UUID> locationIds;
        private Capacity capacity;
        private @Nullable String fees;
        private @Nullable String applicationProcess;
        private List<PhoneLine> phones;
        private Set<UUID> contactIds;

        Copy(ServiceDraft from) {
            this.from = from;
            name = from.name;
            description = from.description;
            url = from.url;
            email = from.email;
            needs = from.needs;
            areas = from.areas;
            locationIds = from.locationIds;
            capacity = from.capacity;
            fees = from.fees;
            applicationProcess = from.applicationProcess;
            phones = from.phones;
            contactIds = from.contactIds;
        }

        Copy needs(CodeSet other) {
            needs = other;
            return this;
        }

        Copy areas(Set<ServiceArea> other) {
            areas = other;
            return this;
        }

        Copy description(@Nullable String other) {
            description = other;
            return this;
        }

        Copy asking(@Nullable String otherFees, @Nullable String otherApplication) {
            fees = otherFees;
            applicationProcess = otherApplication;
            return this;
        }

        Copy reached(
                String otherName,
                List<PhoneLine> otherPhones,
                @Nullable Url otherUrl,
                @Nullable Email otherEmail) {
            name = otherName;
            phones = otherPhones;
            url = otherUrl;
            email = otherEmail;
            return this;
        }

        Copy capacity(Capacity other) {
            capacity = other;
            return this;
        }

        Copy places(Set<UUID> other) {
            locationIds = other;
            return this;
        }

        Copy people(Set<UUID> other) {
            contactIds = other;
            return this;
        }

        ServiceDraft made() {
            return new ServiceDraft(
                    name,
                    from.alternateName,
                    description,
                    url,
                    email,
                    from.status,
                    from.audience,
                    needs,
                    areas,
                    locationIds,
                    from.remote,
                    from.languages,
                    from.interpretation,
                    from.eligibility,
                    from.hours,
                    capacity,
                    fees,
                    applicationProcess,
                    phones,
                    contactIds);
        }
    }
}
