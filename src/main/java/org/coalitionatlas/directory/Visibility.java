package org.coalitionatlas.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.coalitionatlas.directory.ServiceView.OrganizationPart;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.identity.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one place that decides what a kind of reader may see of a record (ARCHITECTURE rule 3).
 * Pages, hits, search words, distances and facets are all made from what this returns.
 */
@Component
class Visibility {

    private static final String DEFAULT_ZONE = "America/Chicago";

    private final Geography geography;

    Visibility(Geography geography) {
        this.geography = geography;
    }

    /** The service for that reader; empty when they may not know of it. */
    Optional<ServiceView> of(Service service, Reader reader) {
        boolean visible =
                reader == Reader.COORDINATORS
                        || (service.isPublished() && service.effectiveAudience().includes(reader));
        if (!visible) {
            return Optional.empty();
        }
        Organization organization = service.organization();
        List<ContactPart> contacts =
                contacts(
                        service.contacts().stream().allMatch(Contact::isRetired)
                                ? organization.contacts()
                                : service.contacts(),
                        reader);
        OpeningHours hours = hours(service).forReader(reader);
        return Optional.of(
                new ServiceView(
                        service.id(),
                        new OrganizationPart(
                                organization.id(),
                                organization.name(),
                                organization.alternateName(),
                                organization.kind()),
                        service.name(),
                        service.alternateName(),
                        service.description(),
                        service.url() == null ? organization.url() : service.url(),
                        service.email() == null ? organization.email() : service.email(),
                        service.status().within(organization.status()),
                        service.publication().within(organization.publication()),
                        service.effectiveAudience(),
                        service.needs().codes(),
                        service.areas().stream().map(ServiceArea::code).sorted().toList(),
                        service.remote(),
                        service.languages().codes(),
                        service.interpretation(),
                        service.eligibility().accepts().codes(),
                        service.eligibility().rejects().codes(),
                        service.eligibility().populations().codes(),
                        service.eligibility().minAge(),
                        service.eligibility().maxAge(),
                        service.eligibility().note(),
                        hours.weekly(),
                        hours.byAppointment(),
                        hours.note(),
                        hours.special(),
                        zone(service),
                        service.capacity().value(),
                        service.capacity().asOf(),
                        service.capacity().note(),
                        service.fees(),
                        service.applicationProcess(),
                        phones(service, reader),
                        places(service.locations()),
                        contacts,
                        trainedUntil(contacts),
                        service.assurance().on(),
                        reader == Reader.PUBLIC ? null : service.assurance().by(),
                        service.assurance().how()));
    }

    /** The organization for that reader; empty when they may not know of it. */
    Optional<OrganizationView> of(Organization organization, Reader reader) {
        boolean visible =
                reader == Reader.COORDINATORS
                        || (organization.publication() == Publication.PUBLISHED
                                && organization.status() != Status.DEFUNCT
                                && organization.audience().includes(reader));
        if (!visible) {
            return Optional.empty();
        }
        Organization parent = organization.parent();
        boolean parentVisible = parent != null && of(parent, reader).isPresent();
        return Optional.of(
                new OrganizationView(
                        organization.id(),
                        organization.name(),
                        organization.alternateName(),
                        organization.kind(),
                        organization.description(),
                        organization.url(),
                        organization.email(),
                        parentVisible ? Objects.requireNonNull(parent).id() : null,
                        parentVisible ? Objects.requireNonNull(parent).name() : null,
                        organization.status(),
                        organization.publication(),
                        organization.audience(),
                        phones(organization.phones(), reader),
                        places(organization.locations()),
                        contacts(organization.contacts(), reader),
                        organization.assurance().on(),
                        reader == Reader.PUBLIC ? null : organization.assurance().by(),
                        organization.assurance().how()));
    }

    /**
     * Whether anybody who has its address may be told that it was taken out of the directory. What
     * only members see, and what was never published, stays as unknown as an address that never
     * was.
     */
    boolean isTakenOut(Service service) {
        Organization organization = service.organization();
        return service.effectiveAudience() == Audience.PUBLIC
                && wasPublished(service.publication())
                && wasPublished(organization.publication())
                && (service.publication() == Publication.ARCHIVED
                        || organization.publication() == Publication.ARCHIVED
                        || service.status() == Status.DEFUNCT
                        || organization.status() == Status.DEFUNCT);
    }

    /** Whether anybody who has its address may be told that it was taken out of the directory. */
    boolean isTakenOut(Organization organization) {
        return organization.audience() == Audience.PUBLIC
                && wasPublished(organization.publication())
                && (organization.publication() == Publication.ARCHIVED
                        || organization.status() == Status.DEFUNCT);
    }

    private static boolean wasPublished(Publication publication) {
        return publication == Publication.PUBLISHED || publication == Publication.ARCHIVED;
    }

    /** The service's own hours, or those of its location when it states none. */
    static OpeningHours hours(Service service) {
        return service.hours()
                .over(sorted(service.locations()).stream().map(Location::hours).toList());
    }

    /** The clock of the service: its location's, or that of the county or state it serves. */
    String zone(Service service) {
        Optional<String> ofLocation =
                sorted(service.locations()).stream().map(Location::timeZone).findFirst();
        return ofLocation.orElseGet(
                () ->
                        service.areas().stream()
                                .sorted()
                                .flatMap(area -> zoneOf(area).stream())
                                .findFirst()
                                .orElse(DEFAULT_ZONE));
    }

    private Optional<String> zoneOf(ServiceArea area) {
        return area.countyFips()
                .flatMap(geography::county)
                .map(County::zone)
                .or(() -> area.stateUsps().flatMap(geography::state).map(state -> state.zone()))
                .map(Object::toString);
    }

    // The service's own numbers first; those of its places and organization follow, because a
    // service without a number of its own is reached through them.
    private static List<PhonePart> phones(Service service, Reader reader) {
        var lines = new LinkedHashSet<PhonePart>(phones(service.phones(), reader));
        for (Location location : sorted(service.locations())) {
            lines.addAll(phones(location.phones(), reader));
        }
        if (lines.isEmpty()) {
            lines.addAll(phones(service.organization().phones(), reader));
        }
        return List.copyOf(lines);
    }

    private static List<PhonePart> phones(List<PhoneLine> lines, Reader reader) {
        return lines.stream()
                .filter(line -> line.visibility().includes(reader))
                .map(
                        line ->
                                new PhonePart(
                                        line.number(),
                                        line.extension(),
                                        line.type(),
                                        line.description()))
                .toList();
    }

    private List<PlacePart> places(Collection<Location> locations) {
        var places = new ArrayList<PlacePart>();
        for (Location location : sorted(locations)) {
            places.add(place(location));
        }
        return places;
    }

    private PlacePart place(Location location) {
        PostalAddress address = location.address();
        return switch (location.shownAs()) {
            case FULL -> {
                Point measured = measured(location);
                yield new PlacePart(
                        location.id(),
                        location.name(),
                        address.line1(),
                        address.line2(),
                        address.city(),
                        address.state(),
                        address.zip(),
                        location.countyFips(),
                        measured == null ? middleOfZip(address) : measured,
                        measured != null,
                        AddressVisibility.FULL,
                        location.accessibility());
            }
            // A name or a remark on access can give a house away.
            case CITY_ONLY ->
                    new PlacePart(
                            location.id(),
                            null,
                            null,
                            null,
                            address.city(),
                            address.state(),
                            null,
                            location.countyFips(),
                            middleOfCity(address),
                            false,
                            AddressVisibility.CITY_ONLY,
                            null);
            case HIDDEN ->
                    new PlacePart(
                            location.id(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            location.countyFips(),
                            null,
                            false,
                            AddressVisibility.HIDDEN,
                            null);
        };
    }

    // Places were once given the middle of their ZIP code as their point: that is not where they
    // are, and two of one ZIP code would stand on one spot.
    private @Nullable Point measured(Location location) {
        Point point = location.point();
        return point == null || geography.isZipCenter(point) ? null : point;
    }

    private @Nullable Point middleOfZip(PostalAddress address) {
        String zip = address.zip();
        return zip == null ? null : geography.zip(zip).map(ZipCode::center).orElse(null);
    }

    private @Nullable Point middleOfCity(PostalAddress address) {
        if (address.city() == null || address.state() == null) {
            return null;
        }
        List<ZipCode> zips = geography.zipsOfCity(address.city(), address.state());
        if (zips.isEmpty()) {
            return null;
        }
        double latitude =
                zips.stream().mapToDouble(zip -> zip.center().latitude()).average().orElseThrow();
        double longitude =
                zips.stream().mapToDouble(zip -> zip.center().longitude()).average().orElseThrow();
        return new Point(latitude, longitude);
    }

    private static List<ContactPart> contacts(Collection<Contact> contacts, Reader reader) {
        return contacts.stream()
                .filter(contact -> !contact.isRetired())
                .filter(contact -> contact.shownTo().includes(reader))
                .sorted(
                        Comparator.comparing((Contact c) -> c.trainedUntil().orElse(LocalDate.MIN))
                                .reversed()
                                .thenComparing(Contact::name))
                .map(
                        contact ->
                                new ContactPart(
                                        contact.id(),
                                        contact.name(),
                                        contact.title(),
                                        contact.email(),
                                        phones(contact.phones(), reader),
                                        contact.trainedUntil().orElse(null),
                                        contact.assurance().on(),
                                        contact.assurance().how(),
                                        contact.shownTo() != contact.visibility()))
                .toList();
    }

    private static @Nullable LocalDate trainedUntil(List<ContactPart> contacts) {
        return contacts.stream()
                .map(ContactPart::trainedUntil)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    // Whatever is said of a place is said of those that are still there.
    private static List<Location> sorted(Collection<Location> locations) {
        return locations.stream()
                .filter(location -> !location.isRetired())
                .sorted(Comparator.comparing(Location::id))
                .toList();
    }
}
