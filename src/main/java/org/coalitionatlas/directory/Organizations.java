package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Organizations extends Repository<Organization, UUID> {

    Organization save(Organization organization);

    Optional<Organization> findById(UUID id);

    Organization getReferenceById(UUID id);

    long count();

    boolean existsByParentId(UUID parentId);

    List<Organization> findByParentId(UUID parentId);

    /** Id and name of each of them. */
    @Query("select o.id, o.name from Organization o where o.id in :ids")
    List<Object[]> namesOf(Collection<UUID> ids);

    /** FIPS codes of the counties in which the organization stands. */
    @Query(
            "select distinct l.countyFips from Location l where l.organization.id = :id and"
                    + " l.countyFips is not null")
    List<String> countiesOfLocations(UUID id);

    /** Codes of all areas its services serve. */
    @Query("select distinct a.code from Service s join s.areas a where s.organization.id = :id")
    List<String> areasOfServices(UUID id);

    /** Organization and FIPS code for each county in which one of them stands. */
    @Query(
            "select distinct l.organization.id, l.countyFips from Location l where"
                    + " l.organization.id in :ids and l.countyFips is not null")
    List<Object[]> countiesOfLocations(Collection<UUID> ids);

    /** Organization and area code for each area one of them serves. */
    @Query(
            "select distinct s.organization.id, a.code from Service s join s.areas a where"
                    + " s.organization.id in :ids")
    List<Object[]> areasOfServices(Collection<UUID> ids);
}
