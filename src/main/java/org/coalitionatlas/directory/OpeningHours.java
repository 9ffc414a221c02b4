package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Collection;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.identity.Reader;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/**
 * When somebody can be reached or visited, on the clock of the location. {@link OpenState} says
 * what that means at a moment.
 *
 * @param weekly {@link WeeklyHours#code()}, or {@code null} when not stated
 * @param byAppointment whether one must ask first
 * @param note what a weekly table cannot say: "second Saturday of the month"
 * @param special {@link SpecialHours#code()}, or {@code null} when only the week holds; one text,
 *     so that the many records without it cost no column, no row and no statement more
 */
@Embeddable
public record OpeningHours(
        @Nullable @Column(name = "hours_weekly", length = 1000) String weekly,
        @Column(name = "hours_by_appointment") boolean byAppointment,
        @Nullable @Column(name = "hours_note", length = 500) String note,
        @Nullable @Column(name = "hours_special", length = Length.LONG16) String special) {

    /** Nothing stated. */
    public static final OpeningHours NOT_STATED = new OpeningHours(null, false, null, null);

    /** From a week and a note; a week without an open minute is "not stated". */
    public static OpeningHours of(
            @Nullable WeeklyHours hours, boolean byAppointment, @Nullable String note) {
        String code = hours == null || hours.minutes() == 0 ? null : hours.code();
        return new OpeningHours(code, byAppointment, Texts.tidy(note, 500), null);
    }

    /** The same week with those other hours. */
    public OpeningHours with(SpecialHours others) {
        return new OpeningHours(weekly, byAppointment, note, others.code());
    }

    /** The same week with the seasons, exceptions, holidays and line on call of the other hours. */
    public OpeningHours withSpecialOf(OpeningHours other) {
        return new OpeningHours(weekly, byAppointment, note, other.special);
    }

    /** Whether a week, or that of a season, is stated. */
    public boolean isStated() {
        return weekly != null || (special != null && !specialHours().seasons().isEmpty());
    }

    /** Whether the same week holds every week of the year. */
    public boolean isPlain() {
        return special == null || !specialHours().changesTimes();
    }

    /** Whether it is open every minute of every day of the year. */
    public boolean isAlways() {
        return weekly != null && hours().isAlways() && isPlain();
    }

    /** The open hours of the week that holds outside of seasons; none when not stated. */
    public WeeklyHours hours() {
        return weekly == null ? WeeklyHours.NEVER : WeeklyHours.parse(weekly);
    }

    /** What the week alone cannot say. */
    public SpecialHours specialHours() {
        return SpecialHours.parse(special);
    }

    /** The week that holds on that date, leaving holidays and exceptions aside. */
    public WeeklyHours weekOn(LocalDate day) {
        return specialHours().seasonOn(day).map(SpecialHours.Season::week).orElseGet(this::hours);
    }

    /**
     * The hours of a week in which somebody answers the year around: the figure H of coverage
     * (PRODUCT §7).
     *
     * <ul>
     *   <li>Of seasons only the hours that all of them have count: a bed that is gone in April
     *       leaves a gap in the plan for the year.
     *   <li>Holidays and exceptions are single days and change no week.
     *   <li>A line on call that members may dial makes it all 168 hours, because "on-call cover" is
     *       what gap G5 asks for. One for coordinators alone does not count: whoever meets a
     *       survivor at night cannot see it. Without stated hours "after hours" means nothing, so
     *       it does not count either.
     * </ul>
     */
    public WeeklyHours reachable() {
        if (special == null) {
            return hours();
        }
        SpecialHours rules = specialHours();
        PhoneLine onCall = rules.onCall();
        if (isStated() && onCall != null && onCall.visibility().includes(Reader.MEMBERS)) {
            return WeeklyHours.ALWAYS;
        }
        WeeklyHours steady = null;
        for (SpecialHours.Season season : rules.seasons()) {
            steady = steady == null ? season.week() : steady.intersection(season.week());
        }
        if (steady == null) {
            return hours();
        }
        LocalDate leapYear = LocalDate.of(2024, 1, 1);
        boolean wholeYear =
                leapYear.datesUntil(leapYear.plusYears(1))
                        .allMatch(day -> rules.seasonOn(day).isPresent());
        return wholeYear ? steady : steady.intersection(hours());
    }

    /** What that reader may know: the line on call only when it is meant for them. */
    OpeningHours forReader(Reader reader) {
        return special == null ? this : with(specialHours().forReader(reader));
    }

    /**
     * The hours of something that keeps those of the first of its places that states any, when it
     * states none itself; dates and a line on call of its own go before those of the place.
     */
    OpeningHours over(Collection<OpeningHours> places) {
        if (isStated() || byAppointment || note != null) {
            return this;
        }
        return places.stream()
                .filter(OpeningHours::isStated)
                .findFirst()
                .map(place -> place.with(specialHours().over(place.specialHours())))
                .orElse(this);
    }
}
