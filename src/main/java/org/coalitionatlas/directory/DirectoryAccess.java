package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may write which record: a member their own organization's, a coordinator those that stand in
 * or serve one of their counties (or are not placed yet), an administrator all.
 */
@Component("directoryAccess")
public class DirectoryAccess {

    private final CurrentPerson currentPerson;
    private final Organizations organizations;
    private final Services services;
    private final Locations locations;
    private final Contacts contacts;
    private final Geography geography;

    DirectoryAccess(
            CurrentPerson currentPerson,
            Organizations organizations,
            Services services,
            Locations locations,
            Contacts contacts,
            Geography geography) {
        this.currentPerson = currentPerson;
        this.organizations = organizations;
        this.services = services;
        this.locations = locations;
        this.contacts = contacts;
        this.geography = geography;
    }

    /** Whether the current person may write the organization and all that belongs to it. */
    @Transactional(readOnly = true)
    public boolean mayEditOrganization(UUID id) {
        Optional<SignedIn> person = currentPerson.find();
        if (person.isEmpty()) {
            return false;
        }
        SignedIn who = person.get();
        if (who.isAdministrator() || who.speaksFor(id)) {
            return true;
        }
        return who.role() == Role.COORDINATOR && isReachedFrom(who.counties(), id);
    }

    /** Those of the organizations the current person may write: two queries, however many. */
    @Transactional(readOnly = true)
    public Set<UUID> editable(Collection<UUID> ids) {
        Optional<SignedIn> person = currentPerson.find();
        if (person.isEmpty() || ids.isEmpty()) {
            return Set.of();
        }
        SignedIn who = person.get();
        if (who.isAdministrator()) {
            return Set.copyOf(ids);
        }
        if (who.role() != Role.COORDINATOR) {
            return ids.stream().filter(who::speaksFor).collect(Collectors.toSet());
        }
        Map<UUID, List<String>> counties = grouped(organizations.countiesOfLocations(ids));
        Map<UUID, List<String>> areas = grouped(organizations.areasOfServices(ids));
        return ids.stream()
                .filter(
                        id ->
                                reaches(
                                        who.counties(),
                                        counties.getOrDefault(id, List.of()),
                                        areas.getOrDefault(id, List.of())))
                .collect(Collectors.toSet());
    }

    /**
     * The organizations the current person coordinates, as a condition: what {@link #editable} says
     * of a coordinator and an administrator. Nobody else coordinates any.
     *
     * @param alias what the query calls its organizations
     */
    OrganizationNames.Condition coordinatedIn(String alias) {
        SignedIn who = currentPerson.get();
        if (who.isAdministrator()) {
            return new OrganizationNames.Condition("1 = 1", Map.of());
        }
        if (who.role() != Role.COORDINATOR) {
            return new OrganizationNames.Condition("1 = 0", Map.of());
        }
        String stands =
                "exists (select 1 from location at_l where at_l.organization_id = %s.id and"
                        + " at_l.county_fips ";
        String serves =
                "exists (select 1 from service at_s join service_area at_a on at_a.service_id ="
                        + " at_s.id where at_s.organization_id = %s.id";
        String sql =
                "("
                        + stands
                        + "in (:coordinatedCounties)) or "
                        + serves
                        + " and at_a.area_code in (:coordinatedAreas)) or not "
                        + stands
                        + "is not null) and not "
                        + serves
                        + "))";
        List<String> areas =
                who.counties().stream()
                        .flatMap(fips -> geography.county(fips).stream())
                        .flatMap(county -> ServiceArea.codesCovering(county).stream())
                        .distinct()
                        .toList();
        return new OrganizationNames.Condition(
                sql.replace("%s", alias),
                Map.of(
                        "coordinatedCounties",
                        atLeastOne(List.copyOf(who.counties())),
                        "coordinatedAreas",
                        atLeastOne(areas)));
    }

    // An empty list is no SQL.
    private static List<String> atLeastOne(List<String> values) {
        return values.isEmpty() ? List.of("") : values;
    }

    private static Map<UUID, List<String>> grouped(List<Object[]> rows) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                row -> (UUID) row[0],
                                Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }

    /** Whether whoever coordinates those counties may write the organization. */
    @Transactional(readOnly = true)
    public boolean isReachedFrom(Set<String> counties, UUID organization) {
        return reaches(
                counties,
                organizations.countiesOfLocations(organization),
                organizations.areasOfServices(organization));
    }

    /** The same for one of its services. */
    @Transactional(readOnly = true)
    public boolean mayEditService(UUID id) {
        return services.findById(id)
                .map(service -> mayEditOrganization(service.organization().id()))
                .orElse(false);
    }

    /** The same for one of its locations. */
    @Transactional(readOnly = true)
    public boolean mayEditLocation(UUID id) {
        return locations
                .findById(id)
                .map(location -> mayEditOrganization(location.organization().id()))
                .orElse(false);
    }

    /** The same for one of its contacts. */
    @Transactional(readOnly = true)
    public boolean mayEditContact(UUID id) {
        return contacts.findById(id)
                .map(contact -> mayEditOrganization(contact.organization().id()))
                .orElse(false);
    }

    /** The same for a record of any kind. */
    @Transactional(readOnly = true)
    public boolean mayEditRecord(@Nullable RecordKind kind, UUID id) {
        return switch (kind) {
            case null -> false;
            case ORGANIZATION -> mayEditOrganization(id);
            case SERVICE -> mayEditService(id);
            case LOCATION -> mayEditLocation(id);
            case CONTACT -> mayEditContact(id);
        };
    }

    /**
     * Whether what the current person writes into a record in that state has to wait for a
     * coordinator: what a member writes into something published does.
     */
    boolean mustAsk(Publication publication) {
        return publication == Publication.PUBLISHED
                && currentPerson.find().map(who -> who.role() == Role.MEMBER).orElse(true);
    }

    private boolean reaches(Set<String> counties, List<String> places, List<String> areas) {
        if (places.isEmpty() && areas.isEmpty()) {
            return true;
        }
        return places.stream().anyMatch(counties::contains)
                || counties.stream()
                        .flatMap(fips -> geography.county(fips).stream())
                        .anyMatch(
                                county ->
                                        ServiceArea.codesCovering(county).stream()
                                                .anyMatch(areas::contains));
    }
}
