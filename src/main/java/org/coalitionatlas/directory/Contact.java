package org.coalitionatlas.directory;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;

/** A named person at an organization; HSDS {@code contact}, with trainings. */
@Entity
@Table(name = "contact")
class Contact {

    @Id private UUID id;
    @Version private @Nullable Long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Organization organization;

    private String name;
    private @Nullable String title;
    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private Audience visibility;

    @Embedded private @Nullable Assurance assurance = Assurance.NEVER;
    @Embedded private @Nullable Retirement retirement = Retirement.NONE;
    private @Nullable Instant withheldAt;
    private Instant updatedAt;

    /** Counts the changes; the index follows it, so every verb must raise it. */
    private long revision;

    @ElementCollection
    @CollectionTable(name = "contact_phone", joinColumns = @JoinColumn(name = "contact_id"))
    @OrderColumn(name = "line_order")
    private List<PhoneLine> phones = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "contact_training", joinColumns = @JoinColumn(name = "contact_id"))
    @OrderColumn(name = "line_order")
    private List<Training> trainings = new ArrayList<>();

    @ManyToMany(mappedBy = "contacts")
    private Set<Service> services = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Contact() {}

    @SuppressWarnings("NullAway.Init") // revise fills the rest
    Contact(Organization organization, ContactDraft draft, Instant now) {
        this.id = Ids.newId();
        this.organization = organization;
        revise(draft, now);
    }

    /** Takes over what was written; says whether anything differs. */
    boolean revise(ContactDraft draft, Instant now) {
        if (name != null && draft.equals(draft())) {
            return false;
        }
        this.name = draft.name();
        this.title = draft.title();
        this.email = draft.email() == null ? null : draft.email().address();
        this.visibility = draft.visibility();
        if (!phones.equals(draft.phones())) {
            phones.clear();
            phones.addAll(draft.phones());
        }
        if (!trainings.equals(draft.trainings())) {
            trainings.clear();
            trainings.addAll(draft.trainings());
        }
        touch(now);
        return true;
    }

    ContactDraft draft() {
        return new ContactDraft(
                name,
                title,
                email == null ? null : new Email(email),
                visibility,
                phones,
                List.copyOf(trainings));
    }

    /**
     * First day on which the contact no longer counts as trained on human trafficking; empty when
     * there is no such training at all.
     */
    Optional<LocalDate> trainedUntil() {
        return Training.onTraffickingUntil(trainings);
    }

    /** Somebody has made sure that the record is right: the public may see it again. */
    void verify(Assurance made, Instant now) {
        assurance = made;
        withheldAt = null;
        touch(now);
    }

    /**
     * Takes it out of the public's sight until somebody makes sure of it: members and coordinators
     * go on seeing it, marked.
     *
     * @throws WrongState when the public does not see it anyway
     */
    void withhold(Instant now) {
        WrongState.unless(shownTo() == Audience.PUBLIC, "directory.state.notPublished");
        withheldAt = now;
        touch(now);
    }

    /**
     * It is no longer there: nobody is shown it any more.
     *
     * @throws WrongState when that was said before
     */
    void retire(@Nullable UUID by, Instant now) {
        WrongState.unless(!isRetired(), "directory.state.retired");
        retirement = new Retirement(now, by);
        touch(now);
    }

    /**
     * It is there after all.
     *
     * @throws WrongState when it never was retired
     */
    void putBack(Instant now) {
        WrongState.unless(isRetired(), "directory.state.notRetired");
        retirement = Retirement.NONE;
        touch(now);
    }

    /** Moves it to another organization. */
    void belongTo(Organization owner, Instant now) {
        organization = owner;
        touch(now);
    }

    private void touch(Instant now) {
        updatedAt = now;
        revision++;
    }

    Retirement retirement() {
        return retirement == null ? Retirement.NONE : retirement;
    }

    boolean isRetired() {
        return retirement().at() != null;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    Organization organization() {
        return organization;
    }

    String name() {
        return name;
    }

    @Nullable String title() {
        return title;
    }

    @Nullable String email() {
        return email;
    }

    Assurance assurance() {
        return assurance == null ? Assurance.NEVER : assurance;
    }

    Audience visibility() {
        return visibility;
    }

    /** Who sees it now: fewer than it is meant for while it is withheld. */
    Audience shownTo() {
        return withheldAt == null ? visibility : visibility.and(Audience.MEMBERS);
    }

    List<PhoneLine> phones() {
        return phones;
    }

    List<Training> trainings() {
        return trainings;
    }

    Set<Service> services() {
        return services;
    }
}
