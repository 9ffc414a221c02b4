package org.coalitionatlas.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.OrganizationId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts: who there is, and making new ones. */
@Component
public class People implements UserDetailsService {

    /** Shortest password accepted (ASVS 5.0, 6.2: length, not composition). */
    public static final int SHORTEST_PASSWORD = 15;

    private static final int LONGEST_PASSWORD = 128;
    private static final int TRIES_AN_HOUR = 10;

    private final Persons persons;
    private final PasswordEncoder passwords;
    private final CommonPasswords commonPasswords;
    private final CurrentPerson currentPerson;
    private final RememberedDevices devices;
    private final Accounts accounts;
    private final Clock clock;
    private final LoadingCache<UUID, Bucket> tries =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterAccess(Duration.ofHours(2))
                    .build(
                            id ->
                                    Bucket.builder()
                                            .addLimit(
                                                    limit ->
                                                            limit.capacity(TRIES_AN_HOUR)
                                                                    .refillGreedy(
                                                                            TRIES_AN_HOUR,
                                                                            Duration.ofHours(1)))
                                            .build());

    People(
            Persons persons,
            PasswordEncoder passwords,
            CommonPasswords commonPasswords,
            CurrentPerson currentPerson,
            RememberedDevices devices,
            Accounts accounts,
            Clock clock) {
        this.persons = persons;
        this.passwords = passwords;
        this.commonPasswords = commonPasswords;
        this.currentPerson = currentPerson;
        this.devices = devices;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Makes an account. For administrators.
     *
     * @throws InvalidValue {@code invalid.password.*}, or {@code invalid.email.taken}
     */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public UUID add(
            String name,
            Email email,
            String password,
            Role role,
            @Nullable OrganizationId organization,
            Set<String> counties) {
        return create(name, email, password, role, organization, counties);
    }

    /** A part of the list of people by name. For administrators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public List<Account> list(int page, int size) {
        return persons.findAllByOrderByNameAscIdAsc(PageRequest.of(page, size)).stream()
                .map(Person::account)
                .toList();
    }

    /** The organizations somebody with an account speaks for. For coordinators. */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Set<UUID> representedOrganizations() {
        return persons.findRepresented();
    }

    /** How many people have an account. For administrators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public int count() {
        return Math.toIntExact(persons.count());
    }

    /**
     * Gives the account another name, role, organization or counties, in force with the person's
     * next request. For administrators.
     *
     * @param seen {@link Account#version()} of what the administrator saw
     * @param organization kept for a member only
     * @param counties kept for a coordinator only
     * @throws InvalidValue {@code invalid.role.self}: somebody must be left to administer
     * @throws ObjectOptimisticLockingFailureException when it was changed meanwhile
     */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void change(
            UUID id,
            long seen,
            String name,
            Role role,
            @Nullable OrganizationId organization,
            Set<String> counties) {
        if (id.equals(currentPerson.get().id()) && role != Role.ADMINISTRATOR) {
            throw new InvalidValue("invalid.role.self");
        }
        Person person = persons.findById(id).orElseThrow();
        if (person.account().version() != seen) {
            throw new ObjectOptimisticLockingFailureException(Person.class, id);
        }
        person.rename(name);
        person.become(role, organization, counties);
        accounts.changed(id);
    }

    /**
     * Gives somebody who forgot theirs a new first password; whoever uses the account is signed out
     * everywhere. For administrators.
     *
     * @throws InvalidValue {@code invalid.password.*}
     */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void givePassword(UUID id, String password) {
        usePassword(persons.findById(id).orElseThrow(), password);
    }

    /**
     * The current person chooses their own password; they are signed out everywhere, here too.
     *
     * @param now the one in use: an open screen alone is not enough
     * @throws InvalidValue {@code invalid.password.now}, {@code invalid.password.tries}, {@code
     *     invalid.password.*}
     */
    @Transactional
    @PreAuthorize("isAuthenticated()")
    public void choosePassword(String now, String next) {
        Person person = persons.findById(currentPerson.get().id()).orElseThrow();
        Bucket left = tries.get(person.id());
        if (!left.tryConsume(1)) {
            throw new InvalidValue("invalid.password.tries");
        }
        if (!passwords.matches(now, person.signedIn().passwordHash())) {
            throw new InvalidValue("invalid.password.now");
        }
        usePassword(person, next);
        left.addTokens(1);
    }

    private void usePassword(Person person, String password) {
        requireGood(password);
        person.usePassword(encoded(password));
        devices.forgetAllOf(person.id());
        accounts.changed(person.id());
    }

    private String encoded(String password) {
        return Objects.requireNonNull(passwords.encode(password));
    }

    /**
     * Shuts the person out: their screens close within five seconds and no browser remembers them.
     * For administrators.
     *
     * @throws InvalidValue {@code invalid.disable.self}: somebody must be left to administer
     */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void disable(UUID id) {
        if (id.equals(currentPerson.get().id())) {
            throw new InvalidValue("invalid.disable.self");
        }
        persons.findById(id).ifPresent(Person::disable);
        devices.forgetAllOf(id);
        accounts.changed(id);
    }

    /** Lets the person sign in again. For administrators. */
    @Transactional
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void enable(UUID id) {
        persons.findById(id).ifPresent(Person::enable);
        accounts.changed(id);
    }

    /** Whether anybody can administer the product yet. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public boolean hasAdministrator() {
        return persons.existsByRole(Role.ADMINISTRATOR);
    }

    /** The language the current person chose is kept for their next visits. */
    @Transactional
    @PreAuthorize("isAuthenticated()")
    public void chooseLanguage(Locale language) {
        persons.findById(currentPerson.get().id()).ifPresent(person -> person.speak(language));
    }

    /** The person with that e-mail address, in any case. For other rooms' lists and the demo. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Optional<SignedIn> findByEmail(String email) {
        return persons.findByEmail(email.toLowerCase(Locale.ROOT)).map(Person::signedIn);
    }

    /** The person of that id, for work that goes on in their name. For jobs of other rooms. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public Optional<SignedIn> find(UUID id) {
        return persons.findById(id).map(Person::signedIn);
    }

    @Override
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public SignedIn loadUserByUsername(String email) {
        return persons.findByEmail(email.strip().toLowerCase(Locale.ROOT))
                .map(Person::signedIn)
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Without a check of who asks: the caller has proved it in another way. */
    UUID create(
            String name,
            Email email,
            String password,
            Role role,
            @Nullable OrganizationId organization,
            Set<String> counties) {
        requireGood(password);
        if (persons.findByEmail(email.address().toLowerCase(Locale.ROOT)).isPresent()) {
            throw new InvalidValue("invalid.email.taken", email.address());
        }
        var person =
                new Person(
                        name,
                        email,
                        encoded(password),
                        role,
                        organization,
                        counties,
                        clock.instant());
        return persons.save(person).id();
    }

    /**
     * Checks that the text may be a password.
     *
     * @throws InvalidValue {@code invalid.password.length}, {@code invalid.password.common}
     */
    public void requireGood(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new InvalidValue("invalid.password.length", SHORTEST_PASSWORD, LONGEST_PASSWORD);
        }
        if (commonPasswords.contains(password)) {
            throw new InvalidValue("invalid.password.common");
        }
    }
}
