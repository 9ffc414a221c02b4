package org.coalitionatlas.directory;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.Url;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Something an organization does for people; HSDS {@code service}. */
@Entity
@Table(name = "service")
@Indexed
@TypeBinding(binder = @TypeBinderRef(type = ServiceDocument.class))
class Service {

    @Id private UUID id;
    @Version private @Nullable Long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Organization organization;

    private String name;
    private @Nullable String alternateName;

    @Column(length = 7000)
    private @Nullable String description;

    @Column(length = 500)
    private @Nullable String url;

    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    @Enumerated(EnumType.STRING)
    private Publication publication = Publication.DRAFT;

    private CodeSet needs = CodeSet.EMPTY;
    private boolean remote;
    private CodeSet languages = CodeSet.EMPTY;

    @Column(length = 500)
    private @Nullable String interpretation;

    @Embedded
    @AttributeOverride(name = "note", column = @Column(name = "eligibility_note", length = 1000))
    private Eligibility eligibility = Eligibility.NOT_STATED;

    @Embedded
    @AttributeOverride(name = "note", column = @Column(name = "hours_note", length = 500))
    private @Nullable OpeningHours hours = OpeningHours.NOT_STATED;

    @Embedded
    @AttributeOverride(name = "note", column = @Column(name = "capacity_note", length = 300))
    private @Nullable Capacity capacity = Capacity.NOT_STATED;

    @Column(length = 500)
    private @Nullable String fees;

    @Column(length = 2000)
    private @Nullable String applicationProcess;

    @Embedded private @Nullable Assurance assurance = Assurance.NEVER;
    @Embedded private @Nullable Provenance provenance = Provenance.NONE;
    private Instant updatedAt;

    /** Counts the changes; the index follows it, so every verb must raise it. */
    private long revision;

    @ElementCollection
    @CollectionTable(name = "service_area", joinColumns = @JoinColumn(name = "service_id"))
    private Set<ServiceArea> areas = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "service_phone", joinColumns = @JoinColumn(name = "service_id"))
    @OrderColumn(name = "line_order")
    private List<PhoneLine> phones = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "service_at_location",
            joinColumns = @JoinColumn(name = "service_id"),
            inverseJoinColumns = @JoinColumn(name = "location_id"))
    private Set<Location> locations = new HashSet<>();

    @ManyToMany
    @JoinTable(
            name = "service_contact",
            joinColumns = @JoinColumn(name = "service_id"),
            inverseJoinColumns = @JoinColumn(name = "contact_id"))
    private Set<Contact> contacts = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Service() {}

    @SuppressWarnings("NullAway.Init") // revise fills the rest
    Service(
            Organization organization,
            ServiceDraft draft,
            Set<Location> locations,
            Set<Contact> contacts,
            Provenance provenance,
            Instant now) {
        this.id = Ids.newId();
        this.organization = organization;
        this.provenance = provenance;
        revise(draft, locations, contacts, now);
    }

    /**
     * Takes over what was written; says whether anything differs.
     *
     * @param at the locations of the draft
     * @param answeredBy the contacts of the draft
     */
    boolean revise(ServiceDraft draft, Set<Location> at, Set<Contact> answeredBy, Instant now) {
        if (name != null && draft.equals(draft())) {
            return false;
        }
        this.name = draft.name();
        this.alternateName = draft.alternateName();
        this.description = draft.description();
        this.url = draft.url() == null ? null : draft.url().address();
        this.email = draft.email() == null ? null : draft.email().address();
        this.status = draft.status();
        this.audience = draft.audience();
        this.needs = draft.needs();
        this.remote = draft.remote();
        this.languages = draft.languages();
        this.interpretation = draft.interpretation();
        this.eligibility = draft.eligibility();
        this.hours = draft.hours();
        this.capacity = draft.capacity();
        this.fees = draft.fees();
        this.applicationProcess = draft.applicationProcess();
        replace(areas, draft.areas(), area -> false);
        if (!phones.equals(draft.phones())) {
            phones.clear();
            phones.addAll(draft.phones());
        }
        replace(locations, at, Location::isRetired);
        replace(contacts, answeredBy, Contact::isRetired);
        touch(now);
        return true;
    }

    // Only what differs is touched: each removal and addition is a row. What is retired stays where
    // it was, because no form shows it and it may be put back.
    private static <T> void replace(Set<T> current, Set<T> wanted, Predicate<T> kept) {
        current.removeIf(element -> !wanted.contains(element) && !kept.test(element));
        current.addAll(wanted);
    }

    ServiceDraft draft() {
        return new ServiceDraft(
                name,
                alternateName,
                description,
                url == null ? null : new Url(url),
                email == null ? null : new Email(email),
                status,
                audience,
                needs,
                areas,
                locations.stream()
                        .filter(location -> !location.isRetired())
                        .map(Location::id)
                        .collect(Collectors.toSet()),
                remote,
                languages,
                interpretation,
                eligibility,
                hours(),
                capacity(),
                fees,
                applicationProcess,
                phones,
                contacts.stream()
                        .filter(contact -> !contact.isRetired())
                        .map(Contact::id)
                        .collect(Collectors.toSet()));
    }

    /**
     * Takes the record to where the verb leads.
     *
     * @throws WrongState when the verb does not fit its state
     */
    void move(RecordAction verb, Instant now) {
        publication = publication.after(verb);
        touch(now);
    }

    /** Shows the record to its audience. */
    void publish(Instant now) {
        move(RecordAction.PUBLISHED, now);
    }

    /** Somebody has made sure that the record is right. */
    void verify(Assurance made, Instant now) {
        assurance = made;
        touch(now);
    }

    /** The audience of the service within that of its organization. */
    Audience effectiveAudience() {
        return audience.and(organization.audience());
    }

    /** Whether its audience may see it: both it and its organization are published. */
    boolean isPublished() {
        return publication == Publication.PUBLISHED
                && organization.publication() == Publication.PUBLISHED
                && status != Status.DEFUNCT
                && organization.status() != Status.DEFUNCT;
    }

    /** When something of it was last changed, in UTC. */
    Instant updatedAt() {
        return updatedAt;
    }

    /** Puts the record where it stood before it was archived with the one it was merged into. */
    void comeBack(Publication before, Instant now) {
        publication = before;
        touch(now);
    }

    /** Moves the service to another organization, with its locations and contacts. */
    void belongTo(Organization owner, Instant now) {
        organization = owner;
        touch(now);
    }

    /** What belongs to the service changed. */
    void touch(Instant now) {
        updatedAt = now;
        revision++;
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

    @Nullable String alternateName() {
        return alternateName;
    }

    @Nullable String description() {
        return description;
    }

    @Nullable String url() {
        return url;
    }

    @Nullable String email() {
        return email;
    }

    Status status() {
        return status;
    }

    Publication publication() {
        return publication;
    }

    CodeSet needs() {
        return needs;
    }

    boolean remote() {
        return remote;
    }

    CodeSet languages() {
        return languages;
    }

    @Nullable String interpretation() {
        return interpretation;
    }

    Eligibility eligibility() {
        return eligibility;
    }

    OpeningHours hours() {
        return hours == null ? OpeningHours.NOT_STATED : hours;
    }

    Capacity capacity() {
        return capacity == null ? Capacity.NOT_STATED : capacity;
    }

    @Nullable String fees() {
        return fees;
    }

    @Nullable String applicationProcess() {
        return applicationProcess;
    }

    Assurance assurance() {
        return assurance == null ? Assurance.NEVER : assurance;
    }

    Provenance provenance() {
        return provenance == null ? Provenance.NONE : provenance;
    }

    Set<ServiceArea> areas() {
        return areas;
    }

    List<PhoneLine> phones() {
        return phones;
    }

    Set<Location> locations() {
        return locations;
    }

    Set<Contact> contacts() {
        return contacts;
    }
}
