package org.coalitionatlas.directory;

import jakarta.persistence.QueryHint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface Locations extends Repository<Location, UUID> {

    Location save(Location location);

    Optional<Location> findById(UUID id);

    Set<Location> findByIdIn(Collection<UUID> ids);

    String HIDDEN_PLACES =
            "select l.organization.id, l.address.line1, l.address.zip from Location l where"
                    + " l.organization.id in :ids and (l.withheldAt is not null or"
                    + " l.addressVisibility ="
                    + " org.coalitionatlas.directory.AddressVisibility.HIDDEN)";

    /** Organization, street and ZIP code of each place one of them hides, or that is withheld. */
    @Query(HIDDEN_PLACES)
    List<Object[]> hiddenPlaces(Collection<UUID> ids);

    /** The same for a caller that has written all it changed. */
    @Query(HIDDEN_PLACES)
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = "COMMIT"))
    List<Object[]> writtenHiddenPlaces(Collection<UUID> ids);

    /** The places of a ZIP code, whoever keeps them. */
    @Query("select l from Location l where l.address.zip like concat(:zip, '%')")
    List<Location> ofZip(String zip);
}
