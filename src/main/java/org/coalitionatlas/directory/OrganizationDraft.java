package org.coalitionatlas.directory;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.Url;
import org.jspecify.annotations.Nullable;

/**
 * All that can be written about an organization at once: what a form returns and an import makes.
 * Two equal drafts mean nothing changed.
 *
 * @param kind code of the organization kind
 * @param trainings of its whole staff; those of single people are kept with the contacts
 * @param parentId the organization it belongs to; both count as one provider (PRODUCT §7, R)
 */
public record OrganizationDraft(
        String name,
        @Nullable String alternateName,
        String kind,
        @Nullable String description,
        @Nullable Url url,
        @Nullable Email email,
        @Nullable UUID parentId,
        Status status,
        Audience audience,
        List<PhoneLine> phones,
        List<Training> trainings) {

    /** Longest description, in characters: all texts of a row must fit MySQL's 64 kB. */
    public static final int DESCRIPTION = 7000;

    /** Tidies the texts; a name must remain. */
    public OrganizationDraft {
        name = Texts.required(name, 255);
        alternateName = Texts.tidy(alternateName, 255);
        description = Texts.tidy(description, DESCRIPTION);
        phones = List.copyOf(phones);
        trainings = List.copyOf(trainings);
    }

    /** One that keeps no training of its whole staff. */
    public OrganizationDraft(
            String name,
            @Nullable String alternateName,
            String kind,
            @Nullable String description,
            @Nullable Url url,
            @Nullable Email email,
            @Nullable UUID parentId,
            Status status,
            Audience audience,
            List<PhoneLine> phones) {
        this(
                name,
                alternateName,
                kind,
                description,
                url,
                email,
                parentId,
                status,
                audience,
                phones,
                List.of());
    }

    /** The same, described so. */
    public OrganizationDraft describedAs(@Nullable String newDescription) {
        return new OrganizationDraft(
                name,
                alternateName,
                kind,
                newDescription,
                url,
                email,
                parentId,
                status,
                audience,
                phones,
                trainings);
    }

    /** The same, called and reached so. */
    public OrganizationDraft reachedAt(
            String newName, List<PhoneLine> newPhones, @Nullable Url newUrl, @Nullable Email mail) {
        return new OrganizationDraft(
                newName,
                alternateName,
                kind,
                description,
                newUrl,
                mail,
                parentId,
                status,
                audience,
                newPhones,
                trainings);
    }

    /** An active organization meant for everybody, of which only the name is known. */
    public static OrganizationDraft named(String name, String kind) {
        return new OrganizationDraft(
                name,
                null,
                kind,
                null,
                null,
                null,
                null,
                Status.ACTIVE,
                Audience.PUBLIC,
                List.of(),
                List.of());
    }
}
