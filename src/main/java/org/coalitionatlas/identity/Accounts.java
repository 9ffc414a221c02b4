package org.coalitionatlas.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Whether somebody who is signed in still may be: asked at every request, answered from memory for
 * two seconds, so that a disabled account is out within five on every node.
 */
@Component
public class Accounts {

    private final Persons persons;
    private final LoadingCache<UUID, Boolean> enabled;

    Accounts(Persons persons) {
        this.persons = persons;
        this.enabled =
                Caffeine.newBuilder()
                        .maximumSize(10_000)
                        .expireAfterWrite(Duration.ofSeconds(2))
                        .build(id -> persons.findEnabledById(id).orElse(false));
    }

    /** Whether the account exists and may be used. Reveals nothing else; anybody may ask. */
    public boolean isEnabled(UUID person) {
        return Boolean.TRUE.equals(enabled.get(person));
    }

    /** Those of the people whose accounts may be used, asked of the database in one go. */
    public Set<UUID> enabledAmong(Collection<UUID> people) {
        return people.isEmpty() ? Set.of() : persons.findEnabledAmong(people);
    }

    /** Asks the database again at the next request of that person. */
    void changed(UUID person) {
        enabled.invalidate(person);
    }
}
