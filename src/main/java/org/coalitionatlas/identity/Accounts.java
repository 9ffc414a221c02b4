package org.coalitionatlas.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What somebody who is signed in may do now: asked at every request, answered from memory for two
 * seconds, so that a closed account is out, and another role or county in force, within five on
 * every node.
 */
@Component
public class Accounts {

    private final Persons persons;
    private final LoadingCache<UUID, Optional<SignedIn>> standing;

    Accounts(Persons persons) {
        this.persons = persons;
        this.standing =
                Caffeine.newBuilder()
                        .maximumSize(10_000)
                        .expireAfterWrite(Duration.ofSeconds(2))
                        .build(
                                id ->
                                        persons.findById(id)
                                                .map(Person::signedIn)
                                                .filter(SignedIn::isEnabled));
    }

    /**
     * The person as they would be signed in now; empty when the account is closed or gone. For the
     * doors alone, which ask about whoever already came through them.
     */
    Optional<SignedIn> now(UUID person) {
        return Objects.requireNonNull(standing.get(person));
    }

    /**
     * Those of the people whose accounts may be used, as they would be signed in now, asked of the
     * database in one go. For what looks after open screens.
     */
    public Map<UUID, SignedIn> standingOf(Collection<UUID> people) {
        return people.isEmpty()
                ? Map.of()
                : persons.findAllByIdIn(people).stream()
                        .map(Person::signedIn)
                        .filter(SignedIn::isEnabled)
                        .collect(Collectors.toMap(SignedIn::id, Function.identity()));
    }

    /** Asks the database again at the next request of that person. */
    void changed(UUID person) {
        standing.invalidate(person);
    }
}
