package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.WeeklyHours;
import org.jspecify.annotations.Nullable;

/**
 * When somebody can be reached or visited, on the clock of the location.
 *
 * @param weekly {@link WeeklyHours#code()}, or {@code null} when not stated
 * @param byAppointment whether one must ask first
 * @param note what a weekly table cannot say: "second Saturday of the month"
 */
@Embeddable
public record OpeningHours(
        @Nullable @Column(name = "hours_weekly", length = 1000) String weekly,
        @Column(name = "hours_by_appointment") boolean byAppointment,
        @Nullable @Column(name = "hours_note", length = 500) String note) {

    /** Nothing stated. */
    public static final OpeningHours NOT_STATED = new OpeningHours(null, false, null);

    /** From a week and a note; a week without an open minute is "not stated". */
    public static OpeningHours of(
            @Nullable WeeklyHours hours, boolean byAppointment, @Nullable String note) {
        String code = hours == null || hours.minutes() == 0 ? null : hours.code();
        return new OpeningHours(code, byAppointment, Texts.tidy(note, 500));
    }

    /** Whether a week is stated. */
    public boolean isStated() {
        return weekly != null;
    }

    /** The open hours; none when not stated. */
    public WeeklyHours hours() {
        return weekly == null ? WeeklyHours.NEVER : WeeklyHours.parse(weekly);
    }
}
