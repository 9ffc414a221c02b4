package org.coalitionatlas.identity;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SetupLinks extends Repository<SetupLink, Integer> {

    SetupLink save(SetupLink link);

    Optional<SetupLink> findById(int id);

    /** Spends the link; 0 when somebody else just did. */
    @Modifying
    @Query("delete from SetupLink l where l.tokenHash = :tokenHash")
    int spend(String tokenHash);
}
