package org.coalitionatlas.directory.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceDraft;
import org.jspecify.annotations.Nullable;

/** Tells drafts of any kind in words, knowing the names of what they point to. */
final class PartNames {

    private final DirectoryWords words;
    private final DirectorySearch search;
    private final Map<UUID, String> places = new HashMap<>();
    private final Map<UUID, String> people = new HashMap<>();

    /**
     * @param organizationId whose locations and contacts have names here; {@code null} for an
     *     organization that is not there yet
     */
    PartNames(
            DirectoryWords words,
            DirectorySearch search,
            DirectoryCommands commands,
            @Nullable UUID organizationId) {
        this.words = words;
        this.search = search;
        if (organizationId != null) {
            commands.locations(organizationId)
                    .forEach(l -> places.put(l.id(), ServiceForm.placeName(l.draft(), words)));
            commands.contacts(organizationId)
                    .forEach(c -> people.put(c.id(), ServiceForm.personName(c.draft())));
        }
    }

    /** The facts on which two drafts of that kind differ. */
    java.util.List<DraftFacts.Difference> differences(
            RecordKind kind, @Nullable Object one, @Nullable Object other) {
        return switch (kind) {
            case ORGANIZATION ->
                    DraftFacts.organization(words, this::organization)
                            .differences((OrganizationDraft) one, (OrganizationDraft) other);
            case SERVICE ->
                    DraftFacts.service(
                                    words,
                                    id -> places.getOrDefault(id, "?"),
                                    id -> people.getOrDefault(id, "?"))
                            .differences((ServiceDraft) one, (ServiceDraft) other);
            case LOCATION ->
                    DraftFacts.location(words)
                            .differences((LocationDraft) one, (LocationDraft) other);
            case CONTACT ->
                    DraftFacts.contact(words).differences((ContactDraft) one, (ContactDraft) other);
        };
    }

    private String organization(UUID id) {
        return search.organization(id).map(OrganizationView::name).orElse("?");
    }
}
