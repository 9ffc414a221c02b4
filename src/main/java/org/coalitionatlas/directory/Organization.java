package org.coalitionatlas.directory;

import jakarta.persistence.CascadeType;
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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.Url;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;
import org.jspecify.annotations.Nullable;

/** An agency, program, unit or coalition; HSDS {@code organization}. */
@Entity
@Table(name = "organization")
@Indexed
@TypeBinding(binder = @TypeBinderRef(type = OrganizationDocument.class))
class Organization {

    @Id private UUID id;
    @Version private @Nullable Long version;
    private String name;
    private @Nullable String alternateName;
    private String kind;

    @Column(length = 7000)
    private @Nullable String description;

    @Column(length = 500)
    private @Nullable String url;

    private @Nullable String email;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Organization parent;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    @Enumerated(EnumType.STRING)
    private Publication publication = Publication.DRAFT;

    @Embedded private @Nullable Assurance assurance = Assurance.NEVER;
    @Embedded private @Nullable Provenance provenance = Provenance.NONE;
    private Instant updatedAt;

    /** Counts the changes; the index follows it, so every verb must raise it. */
    private long revision;

    @ElementCollection
    @CollectionTable(
            name = "organization_phone",
            joinColumns = @JoinColumn(name = "organization_id"))
    @OrderColumn(name = "line_order")
    private List<PhoneLine> phones = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            name = "organization_training",
            joinColumns = @JoinColumn(name = "organization_id"))
    @OrderColumn(name = "line_order")
    private List<Training> trainings = new ArrayList<>();

    @OneToMany(mappedBy = "organization", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Location> locations = new ArrayList<>();

    @OneToMany(mappedBy = "organization", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Contact> contacts = new ArrayList<>();

    @OneToMany(mappedBy = "organization", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Service> services = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Organization() {}

    @SuppressWarnings("NullAway.Init") // revise fills the rest
    Organization(
            OrganizationDraft draft,
            @Nullable Organization parent,
            Provenance provenance,
            Instant now) {
        this.id = Ids.newId();
        this.provenance = provenance;
        revise(draft, parent, now);
    }

    /** Takes over what was written; says whether anything differs. */
    boolean revise(OrganizationDraft draft, @Nullable Organization parent, Instant now) {
        if (name != null && draft.equals(draft())) {
            return false;
        }
        this.name = draft.name();
        this.alternateName = draft.alternateName();
        this.kind = draft.kind();
        this.description = draft.description();
        this.url = draft.url() == null ? null : draft.url().address();
        this.email = draft.email() == null ? null : draft.email().address();
        this.parent = parent;
        this.status = draft.status();
        this.audience = draft.audience();
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

    OrganizationDraft draft() {
        return new OrganizationDraft(
                name,
                alternateName,
                kind,
                description,
                url == null ? null : new Url(url),
                email == null ? null : new Email(email),
                parent == null ? null : parent.id,
                status,
                audience,
                phones,
                trainings);
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

    /** When something of it was last changed, in UTC. */
    Instant updatedAt() {
        return updatedAt;
    }

    /** Puts the record where it stood before it was archived with the one it was merged into. */
    void comeBack(Publication before, Instant now) {
        publication = before;
        touch(now);
    }

    /** Moves the organization under another parent, or under none. */
    void belongTo(@Nullable Organization newParent, Instant now) {
        parent = newParent;
        touch(now);
    }

    /** What belongs to the organization changed. */
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

    String name() {
        return name;
    }

    @Nullable String alternateName() {
        return alternateName;
    }

    String kind() {
        return kind;
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

    @Nullable Organization parent() {
        return parent;
    }

    Status status() {
        return status;
    }

    Audience audience() {
        return audience;
    }

    Publication publication() {
        return publication;
    }

    Assurance assurance() {
        return assurance == null ? Assurance.NEVER : assurance;
    }

    Provenance provenance() {
        return provenance == null ? Provenance.NONE : provenance;
    }

    List<PhoneLine> phones() {
        return phones;
    }

    List<Training> trainings() {
        return trainings;
    }

    List<Location> locations() {
        return locations;
    }

    List<Contact> contacts() {
        return contacts;
    }

    List<Service> services() {
        return services;
    }
}
