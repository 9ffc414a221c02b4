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
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.geography.Point;
import org.jspecify.annotations.Nullable;

/** A place where services are given; HSDS {@code location}. */
@Entity
@Table(name = "location")
class Location {

    @Id private UUID id;
    @Version private @Nullable Long version;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Organization organization;

    private @Nullable String name;
    @Embedded private @Nullable PostalAddress address = PostalAddress.UNKNOWN;
    private @Nullable String countyFips;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private String timeZone;

    @Enumerated(EnumType.STRING)
    private AddressVisibility addressVisibility;

    @Column(length = 500)
    private @Nullable String accessibility;

    @Embedded
    @AttributeOverride(name = "byAppointment", column = @Column(name = "hours_by_appointment"))
    private @Nullable OpeningHours hours = OpeningHours.NOT_STATED;

    @Embedded private @Nullable Provenance provenance = Provenance.NONE;
    @Embedded private @Nullable Retirement retirement = Retirement.NONE;

    /** Since when nobody is shown where it is, because of a report a coordinator has to decide. */
    private @Nullable Instant withheldAt;

    private Instant updatedAt;

    /** Counts the changes; the index follows it, so every verb must raise it. */
    private long revision;

    @ElementCollection
    @CollectionTable(name = "location_phone", joinColumns = @JoinColumn(name = "location_id"))
    @OrderColumn(name = "line_order")
    private List<PhoneLine> phones = new ArrayList<>();

    @ManyToMany(mappedBy = "locations")
    private Set<Service> services = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Location() {}

    @SuppressWarnings("NullAway.Init") // revise fills the rest
    Location(
            Organization organization,
            LocationDraft draft,
            String timeZone,
            Provenance provenance,
            Instant now) {
        this.id = Ids.newId();
        this.organization = organization;
        this.provenance = provenance;
        revise(draft, timeZone, now);
    }

    /** Takes over what was written; says whether anything differs. */
    boolean revise(LocationDraft draft, String zone, Instant now) {
        if (addressVisibility != null && draft.equals(draft()) && zone.equals(timeZone)) {
            return false;
        }
        this.name = draft.name();
        this.address = draft.address();
        this.countyFips = draft.countyFips();
        this.latitude = draft.point() == null ? null : draft.point().latitude();
        this.longitude = draft.point() == null ? null : draft.point().longitude();
        this.timeZone = zone;
        this.addressVisibility = draft.addressVisibility();
        this.accessibility = draft.accessibility();
        this.hours = draft.hours();
        if (!phones.equals(draft.phones())) {
            phones.clear();
            phones.addAll(draft.phones());
        }
        touch(now);
        return true;
    }

    LocationDraft draft() {
        return new LocationDraft(
                name,
                address(),
                countyFips,
                point(),
                addressVisibility,
                accessibility,
                hours(),
                phones);
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

    /** Nobody is shown where it is until it is let go; what was written of it stays. */
    void withhold(Instant now) {
        withheldAt = now;
        touch(now);
    }

    /** It is shown as it was written again. */
    void letGo(Instant now) {
        withheldAt = null;
        touch(now);
    }

    boolean isWithheld() {
        return withheldAt != null;
    }

    /** How much of the address anybody is shown now. */
    AddressVisibility shownAs() {
        return isWithheld() ? AddressVisibility.HIDDEN : addressVisibility;
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

    @Nullable String name() {
        return name;
    }

    PostalAddress address() {
        return address == null ? PostalAddress.UNKNOWN : address;
    }

    @Nullable String countyFips() {
        return countyFips;
    }

    @Nullable Point point() {
        return latitude == null || longitude == null ? null : new Point(latitude, longitude);
    }

    String timeZone() {
        return timeZone;
    }

    AddressVisibility addressVisibility() {
        return addressVisibility;
    }

    @Nullable String accessibility() {
        return accessibility;
    }

    OpeningHours hours() {
        return hours == null ? OpeningHours.NOT_STATED : hours;
    }

    Provenance provenance() {
        return provenance == null ? Provenance.NONE : provenance;
    }

    List<PhoneLine> phones() {
        return phones;
    }

    Set<Service> services() {
        return services;
    }
}
