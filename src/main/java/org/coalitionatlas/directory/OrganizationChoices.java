package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the other rooms what organizations are called and who coordinates them. */
@Component
class OrganizationChoices implements OrganizationNames {

    private final DirectorySearch search;
    private final Organizations organizations;
    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;
    private final Geography geography;
    private final JdbcClient jdbc;

    OrganizationChoices(
            DirectorySearch search,
            Organizations organizations,
            DirectoryAccess access,
            CurrentPerson currentPerson,
            Geography geography,
            JdbcClient jdbc) {
        this.search = search;
        this.organizations = organizations;
        this.access = access;
        this.currentPerson = currentPerson;
        this.geography = geography;
        this.jdbc = jdbc;
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<Choice> find(String text, int most) {
        return search.organizations(text, most).stream()
                .map(organization -> new Choice(organization.id(), organization.name()))
                .toList();
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    public Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : organizations.namesOf(ids).stream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    public Set<UUID> coordinated(Collection<UUID> ids) {
        return currentPerson.get().role() == Role.MEMBER ? Set.of() : access.editable(ids);
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    public Condition coordinatedIn(String alias) {
        return access.coordinatedIn(alias);
    }

    @Override
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Map<UUID, Place> places(Collection<UUID> ids) {
        SignedIn person = currentPerson.get();
        Collection<UUID> asked =
                person.role() == Role.MEMBER
                        ? ids.stream().filter(person::speaksFor).toList()
                        : ids;
        Map<UUID, Place> places = read(asked);
        if (person.role() == Role.COORDINATOR) {
            List<County> own =
                    person.counties().stream()
                            .flatMap(fips -> geography.county(fips).stream())
                            .toList();
            places.values()
                    .removeIf(
                            place -> !place.isNowhere() && own.stream().noneMatch(place::reaches));
        }
        return places;
    }

    private Map<UUID, Place> read(Collection<UUID> ids) {
        var places = new HashMap<UUID, Place>();
        if (ids.isEmpty()) {
            return places;
        }
        jdbc.sql(
                        """
                        select o.id, o.name, l.county_fips as county, null as area
                        from organization o left join location l on l.organization_id = o.id
                        where o.id in (:ids)
                        union
                        select o.id, o.name, null, a.area_code
                        from organization o
                        join service s on s.organization_id = o.id
                        join service_area a on a.service_id = s.id
                        where o.id in (:ids)
                        """)
                .param("ids", ids.stream().map(Ids::bytes).toList())
                .query(
                        row -> {
                            String name = row.getString(2);
                            Place place =
                                    places.computeIfAbsent(
                                            Ids.of(row.getBytes(1)),
                                            id ->
                                                    new Place(
                                                            name,
                                                            new HashSet<>(),
                                                            new HashSet<>(),
                                                            false));
                            if (row.getString(3) != null) {
                                place.counties().add(row.getString(3));
                            }
                            if (row.getString(4) != null) {
                                var area = new ServiceArea(row.getString(4));
                                area.countyFips().ifPresent(place.counties()::add);
                                area.stateUsps().ifPresent(place.states()::add);
                                if (area.equals(ServiceArea.NATIONWIDE)) {
                                    places.put(
                                            Ids.of(row.getBytes(1)),
                                            new Place(
                                                    name, place.counties(), place.states(), true));
                                }
                            }
                        });
        return places;
    }
}
