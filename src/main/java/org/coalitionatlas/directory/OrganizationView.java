package org.coalitionatlas.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.jspecify.annotations.Nullable;

/**
 * An organization as one kind of reader may see it, without its services. Made by {@link
 * Visibility} alone and stored in the index, one for each kind of reader.
 */
public record OrganizationView(
        UUID id,
        String name,
        @Nullable String alternateName,
        String kind,
        @Nullable String description,
        @Nullable String url,
        @Nullable String email,
        @Nullable UUID parentId,
        @Nullable String parentName,
        Status status,
        Publication publication,
        Audience audience,
        List<PhonePart> phones,
        List<PlacePart> places,
        List<ContactPart> contacts,
        @Nullable LocalDate assuredOn,
        @Nullable String assuredBy,
        @Nullable AssuranceMethod assuredHow) {}
