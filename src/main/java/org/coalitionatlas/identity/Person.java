package org.coalitionatlas.identity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in. */
@Entity
@Table(name = "person")
class Person {

    @Id private UUID id;
    @Version private @Nullable Long version;
    private String name;
    private String email;
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable UUID organizationId;
    private String locale = "en";
    private boolean enabled = true;
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_county", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "county_fips")
    private Set<String> counties = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Person() {}

    Person(
            String name,
            Email email,
            String passwordHash,
            Role role,
            @Nullable OrganizationId organization,
            Set<String> counties,
            Instant now) {
        this.id = Ids.newId();
        this.name = Texts.required(name, 200);
        this.email = email.address().toLowerCase(Locale.ROOT);
        this.passwordHash = passwordHash;
        this.role = role;
        this.organizationId = organization == null ? null : organization.value();
        this.counties = new HashSet<>(counties);
        this.createdAt = now;
    }

    void speak(Locale language) {
        this.locale = language.getLanguage().equals("es") ? "es" : "en";
    }

    void rename(String name) {
        this.name = Texts.required(name, 200);
    }

    /** Only what the role asks for is kept: a coordinator speaks for no organization. */
    void become(Role role, @Nullable OrganizationId organization, Set<String> counties) {
        this.role = role;
        this.organizationId =
                role == Role.MEMBER && organization != null ? organization.value() : null;
        this.counties.clear();
        if (role == Role.COORDINATOR) {
            this.counties.addAll(counties);
        }
    }

    void usePassword(String hash) {
        this.passwordHash = hash;
    }

    void disable() {
        enabled = false;
    }

    void enable() {
        enabled = true;
    }

    Account account() {
        return new Account(
                id,
                Objects.requireNonNullElse(version, 0L),
                name,
                email,
                role,
                organizationId,
                Set.copyOf(counties),
                enabled);
    }

    UUID id() {
        return id;
    }

    SignedIn signedIn() {
        return new SignedIn(
                id,
                name,
                email,
                role,
                organizationId,
                Set.copyOf(counties),
                Locale.forLanguageTag(locale),
                passwordHash,
                enabled);
    }
}
