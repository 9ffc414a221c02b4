package org.coalitionatlas.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.geography.Point;
import org.jspecify.annotations.Nullable;

/**
 * A service as one kind of reader may see it, complete: what is not in it must not be shown to
 * them. Made by {@link Visibility} alone and stored in the index, one for each kind of reader.
 *
 * @param status the service's within its organization's: what a closed organization gives is closed
 *     too
 * @param areas codes as in {@link ServiceArea}
 * @param specialHours {@link SpecialHours#code()}, with a line on call only if the reader may see
 *     it
 * @param trainedUntil first day on which no contact this reader may see counts as trained on human
 *     trafficking any more; {@code null} when there is none
 * @param zone IANA time zone of the hours
 */
public record ServiceView(
        UUID id,
        OrganizationPart organization,
        String name,
        @Nullable String alternateName,
        @Nullable String description,
        @Nullable String url,
        @Nullable String email,
        Status status,
        Publication publication,
        Audience audience,
        List<String> needs,
        List<String> areas,
        boolean remote,
        List<String> languages,
        @Nullable String interpretation,
        List<String> accepts,
        List<String> rejects,
        List<String> populations,
        @Nullable Integer minAge,
        @Nullable Integer maxAge,
        @Nullable String eligibilityNote,
        @Nullable String weekly,
        boolean byAppointment,
        @Nullable String hoursNote,
        @Nullable String specialHours,
        String zone,
        @Nullable CapacityValue capacity,
        @Nullable LocalDate capacityAsOf,
        @Nullable String capacityNote,
        @Nullable String fees,
        @Nullable String applicationProcess,
        List<PhonePart> phones,
        List<PlacePart> places,
        List<ContactPart> contacts,
        @Nullable LocalDate trainedUntil,
        @Nullable LocalDate assuredOn,
        @Nullable String assuredBy,
        @Nullable AssuranceMethod assuredHow) {

    /** The organization behind the service. */
    public record OrganizationPart(
            UUID id, String name, @Nullable String alternateName, String kind) {}

    /** A number this reader may see. */
    public record PhonePart(
            String number,
            @Nullable String extension,
            PhoneType type,
            @Nullable String description) {

        /** A line that this reader may see. */
        public static PhonePart of(PhoneLine line) {
            return new PhonePart(line.number(), line.extension(), line.type(), line.description());
        }

        /** The number itself. */
        public Phone phone() {
            return new Phone(number, extension);
        }
    }

    /**
     * A place this reader may know of, no more of it than they may know.
     *
     * @param point from where distances are reckoned: the place, the middle of its ZIP code or
     *     city, or {@code null}
     * @param exact whether the point is the place itself; no other may be drawn or handed on
     */
    public record PlacePart(
            UUID id,
            @Nullable String name,
            @Nullable String line1,
            @Nullable String line2,
            @Nullable String city,
            @Nullable String state,
            @Nullable String zip,
            @Nullable String countyFips,
            @Nullable Point point,
            boolean exact,
            AddressVisibility visibility,
            @Nullable String accessibility) {}

    /** A contact this reader may see. */
    public record ContactPart(
            UUID id,
            String name,
            @Nullable String title,
            @Nullable String email,
            List<PhonePart> phones,
            @Nullable LocalDate trainedUntil,
            @Nullable LocalDate assuredOn,
            @Nullable AssuranceMethod assuredHow) {

        /** Whether the contact counts as trained on human trafficking on that day. */
        public boolean trainedOn(LocalDate day) {
            return trainedUntil != null && day.isBefore(trainedUntil);
        }
    }

    /** The hours; none when not stated. */
    public OpeningHours hours() {
        return new OpeningHours(weekly, byAppointment, hoursNote, specialHours);
    }

    /** Whether the service is given at all; its hours are the usual ones otherwise. */
    public boolean active() {
        return status == Status.ACTIVE;
    }

    /**
     * Whether it is open at that moment. What is closed for now is {@link
     * OpenState.Kind#SUSPENDED}: neither open at any hour nor on call.
     */
    public OpenState openState(Instant moment) {
        return active()
                ? OpenState.at(moment, hours(), ZoneId.of(zone))
                : OpenState.suspended(moment, ZoneId.of(zone));
    }

    /** Whether somebody answers at that moment: it is open, or has a line on call until then. */
    public boolean reachable(Instant moment) {
        OpenState state = openState(moment);
        return state.isOpen() || state.onCall() != null;
    }

    /** Whether some contact this reader may see counts as trained on that day. */
    public boolean trainedOn(LocalDate day) {
        return trainedUntil != null && day.isBefore(trainedUntil);
    }
}
