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
        return with(newNeeds, newAreas, locationIds, capacity);
    }

    /** The same, described so. */
    public ServiceDraft describedAs(@Nullable String newDescription) {
        return new ServiceDraft(
                name,
                alternateName,
                newDescription,
                url,
                email,
                status,
                audience,
                needs,
                areas,
                locationIds,
                remote,
                languages,
                interpretation,
                eligibility,
                hours,
                capacity,
                fees,
                applicationProcess,
                phones,
                contactIds);
    }

    /** The same, with that said of fees and of how to apply. */
    public ServiceDraft askingFor(@Nullable String newFees, @Nullable String newApplication) {
        return new ServiceDraft(
                name,
                alternateName,
                description,
                url,
                email,
                status,
                audience,
                needs,
                areas,
                locationIds,
                remote,
                languages,
                interpretation,
                eligibility,
                hours,
                capacity,
                newFees,
                newApplication,
                phones,
                contactIds);
    }

    /** The same, called and reached so. */
    public ServiceDraft reachedAt(
            String newName, List<PhoneLine> newPhones, @Nullable Url newUrl, @Nullable Email mail) {
        return new ServiceDraft(
                newName,
                alternateName,
                description,
                newUrl,
                mail,
                status,
                audience,
                needs,
                areas,
                locationIds,
                remote,
                languages,
                interpretation,
                eligibility,
                hours,
                capacity,
                fees,
                applicationProcess,
                newPhones,
                contactIds);
    }

    /** The same, reached by those numbers. */
    public ServiceDraft reachedBy(List<PhoneLine> numbers) {
        return reachedAt(name, numbers, url, email);
    }

    /** The same, having that room. */
    ServiceDraft having(Capacity room) {
        return with(needs, areas, locationIds, room);
    }

    /** The same, given at those locations. */
    ServiceDraft at(Set<UUID> places) {
        return with(needs, areas, places, capacity);
    }

    /** The same, serving there. */
    ServiceDraft serving(Set<ServiceArea> there) {
        return with(needs, there, locationIds, capacity);
    }

    private ServiceDraft with(
            CodeSet newNeeds, Set<ServiceArea> newAreas, Set<UUID> places, Capacity room) {
        return new ServiceDraft(
                name,
                alternateName,
                description,
                url,
                email,
                status,
                audience,
                newNeeds,
                newAreas,
                places,
                remote,
                languages,
                interpretation,
                eligibility,
                hours,
                room,
                fees,
                applicationProcess,
                phones,
                contactIds);
    }
}
