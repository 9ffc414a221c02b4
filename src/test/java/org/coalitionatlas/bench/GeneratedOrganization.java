package org.coalitionatlas.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.ServiceDraft;

/**
 * An invented organization with all that belongs to it, in the product's own drafts.
 *
 * @param assuredOn day of the last verification, {@code null} for never
 */
record GeneratedOrganization(
        UUID id,
        OrganizationDraft draft,
        Publication publication,
        LocalDate assuredOn,
        List<Place> places,
        List<Person> people,
        List<Offer> services) {

    record Place(UUID id, LocationDraft draft, String zone) {}

    record Person(UUID id, ContactDraft draft) {}

    /** A service; its draft names places and people of the organization by their ids. */
    record Offer(UUID id, ServiceDraft draft, Publication publication, LocalDate assuredOn) {}
}
