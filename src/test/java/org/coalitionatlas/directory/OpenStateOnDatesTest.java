package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.common.WeeklyHours.Span;
import org.coalitionatlas.directory.SpecialHours.DateException;
import org.coalitionatlas.directory.SpecialHours.Season;
import org.coalitionatlas.directory.SpecialHours.Times;
import org.junit.jupiter.api.Test;

/** Open or closed where a day, a season or a year ends; times are those of Chicago. */
class OpenStateOnDatesTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final WeeklyHours OFFICE = daily("09:00", "17:00", 1, 5);
    private static final WeeklyHours NIGHTS = daily("17:00", "08:00", 1, 7);
    private static final PhoneLine ON_CALL =
            PhoneLine.of(Phone.parse("815 555 0142"), PhoneType.VOICE, null, Audience.MEMBERS);

    private static final OpeningHours CLINIC = hours(OFFICE, true, List.of(), List.of());
    private static final OpeningHours WINTER_NIGHTS =
            hours(
                    WeeklyHours.NEVER,
                    false,
                    List.of(season("--11-01", "--03-31", NIGHTS)),
                    List.of());

    @Test
    void aHolidayIsNamedAndTheNextOpeningSaid() {
        // Thanksgiving 2026 is November 26.
        assertClosed("2026-11-26T10:00", CLINIC, "hours.closedFor.Tomorrow", "2026-11-27T09:00");
        assertThat(words("2026-11-26T10:00", CLINIC, Locale.ENGLISH))
                .containsExactly("9:00\u00a0AM", "Friday", "Thanksgiving", "November 27");
        assertThat(words("2026-11-26T10:00", CLINIC, Locale.of("es"))[2])
                .isEqualTo("Día de Acción de Gracias");
        assertOpen("2026-11-25T16:59", CLINIC, "2026-11-25T17:00");
        assertOpen("2026-11-27T09:00", CLINIC, "2026-11-27T17:00");
    }

    @Test
    void theEveningBeforeAHolidayLooksPastIt() {
        assertClosed("2026-11-25T18:00", CLINIC, "hours.closed.Day", "2026-11-27T09:00");
    }

    @Test
    void anExceptionGoesBeforeAHoliday() {
        OpeningHours opensOnVeteransDay =
                hours(
                        OFFICE,
                        true,
                        List.of(),
                        List.of(date("2026-11-11", "Flu shots", times("09:00", "12:00"))));
        assertOpen("2026-11-11T10:00", opensOnVeteransDay, "2026-11-11T12:00");
        assertThat(at("2026-11-11T10:00", opensOnVeteransDay).messageKey())
                .isEqualTo("hours.untilSpecial.Today");
        assertClosed(
                "2026-11-11T12:00",
                opensOnVeteransDay,
                "hours.closed.Tomorrow",
                "2026-11-12T09:00");
    }

    @Test
    void aNightThatBeganBeforeAHolidayRunsToItsEndAndTheNextDoesNotBegin() {
        OpeningHours nights = hours(NIGHTS, true, List.of(), List.of());
        assertOpen("2026-11-26T00:00", nights, "2026-11-26T08:00");
        assertClosed("2026-11-26T08:00", nights, "hours.closedFor.Tomorrow", "2026-11-27T17:00");
        assertClosed("2026-11-26T23:00", nights, "hours.closedFor.Tomorrow", "2026-11-27T17:00");
        assertClosed("2026-11-27T00:00", nights, "hours.closed.Today", "2026-11-27T17:00");
    }

    @Test
    void anExceptionEndsTheNightEarlier() {
        OpeningHours nights =
                hours(
                        NIGHTS,
                        false,
                        List.of(),
                        List.of(date("2026-12-24", "Staff party", times("17:00", "00:00"))));
        assertOpen("2026-12-24T07:59", nights, "2026-12-24T08:00");
        assertOpen("2026-12-24T23:59", nights, "2026-12-25T00:00");
        assertThat(words("2026-12-24T23:59", nights, Locale.ENGLISH)[0]).isEqualTo("midnight");
        assertThat(at("2026-12-24T23:59", nights).messageKey())
                .isEqualTo("hours.untilSpecial.Today");
        assertClosed("2026-12-25T00:00", nights, "hours.closed.Today", "2026-12-25T17:00");
    }

    @Test
    void sundayMidnightChangesNothingOfANightAndAClosedMondayOnlyWhatOpensOnIt() {
        OpeningHours closedMonday =
                hours(NIGHTS, false, List.of(), List.of(date("2026-11-23", null)));
        assertOpen("2026-11-22T23:59", closedMonday, "2026-11-23T08:00");
        assertOpen("2026-11-23T00:00", closedMonday, "2026-11-23T08:00");
        assertClosed(
                "2026-11-23T09:00", closedMonday, "hours.closedToday.Tomorrow", "2026-11-24T17:00");
    }

    @Test
    void roundTheClockIsClosedFromMidnightToMidnightOfAHoliday() {
        OpeningHours always = hours(WeeklyHours.ALWAYS, true, List.of(), List.of());
        assertOpen("2026-12-24T12:00", always, "2026-12-25T00:00");
        assertClosed("2026-12-25T00:00", always, "hours.closedFor.Tomorrow", "2026-12-26T00:00");
        assertOpen("2026-12-26T00:00", always, "2027-01-01T00:00");
        assertThat(at("2026-12-26T00:00", always).messageKey()).isEqualTo("hours.until.Day");
    }

    @Test
    void newYearIsCrossedBySeasonNightAndHoliday() {
        assertOpen("2026-12-31T23:59", WINTER_NIGHTS, "2027-01-01T08:00");
        assertOpen("2027-01-01T00:00", WINTER_NIGHTS, "2027-01-01T08:00");
        // The last day of 2027 keeps New Year's Day 2028, a Saturday.
        assertClosed("2027-12-31T10:00", CLINIC, "hours.closedFor.Day", "2028-01-03T09:00");
        assertThat(words("2027-12-31T10:00", CLINIC, Locale.ENGLISH)[2])
                .isEqualTo("New Year’s Day, observed");
    }

    @Test
    void aSeasonBeginsAndEndsWithTheDayOnWhichANightBegins() {
        assertClosed(
                "2026-10-31T23:59", WINTER_NIGHTS, "hours.closed.Tomorrow", "2026-11-01T17:00");
        assertClosed("2026-11-01T00:00", WINTER_NIGHTS, "hours.closed.Today", "2026-11-01T17:00");
        assertOpen("2027-03-31T23:59", WINTER_NIGHTS, "2027-04-01T08:00");
        assertOpen("2027-04-01T07:59", WINTER_NIGHTS, "2027-04-01T08:00");
        assertClosed(
                "2027-04-01T08:00", WINTER_NIGHTS, "hours.closedSeason.Date", "2027-11-01T17:00");
        assertThat(words("2027-07-01T12:00", WINTER_NIGHTS, Locale.of("es"))[3])
                .isEqualTo("1 de noviembre");
    }

    @Test
    void atMidnightBetweenTwoSeasonsBothHoursMeet() {
        OpeningHours twoSeasons =
                hours(
                        WeeklyHours.NEVER,
                        false,
                        List.of(
                                season("--11-01", "--03-31", WeeklyHours.ALWAYS),
                                season("--04-01", "--10-31", OFFICE)),
                        List.of());
        // March 31, 2027 is a Wednesday.
        assertOpen("2027-03-31T23:59", twoSeasons, "2027-04-01T00:00");
        assertClosed("2027-04-01T00:00", twoSeasons, "hours.closed.Today", "2027-04-01T09:00");
        // October 31, 2027 is a Sunday; the winter begins at its midnight.
        assertClosed("2027-10-31T23:59", twoSeasons, "hours.closed.Tomorrow", "2027-11-01T00:00");
        assertOpen("2027-11-01T00:00", twoSeasons, "2028-04-01T00:00");
    }

    @Test
    void hoursOfTwoSourcesThatTouchAreOneStretch() {
        OpeningHours hours =
                hours(
                        daily("18:00", "00:00", 1, 7),
                        false,
                        List.of(),
                        List.of(date("2026-12-25", null, times("00:00", "10:00"))));
        assertOpen("2026-12-24T20:00", hours, "2026-12-25T10:00");
    }

    @Test
    void onCallCoversEveryClosedMinuteAndNoOpenOne() {
        OpeningHours clinic = CLINIC.with(withOnCall(CLINIC.specialHours()));
        assertThat(at("2026-11-25T12:00", clinic).onCall()).isNull();
        assertThat(at("2026-11-25T17:00", clinic).onCall()).isEqualTo(ON_CALL);
        assertThat(at("2026-11-26T12:00", clinic).onCall()).as("a holiday").isEqualTo(ON_CALL);
        assertThat(at("2026-11-28T03:00", clinic).onCall()).as("a weekend").isEqualTo(ON_CALL);
        assertThat(at("2026-11-27T09:00", clinic).onCall()).isNull();
    }

    @Test
    void anOpeningInTheSkippedHourComesWhenTheHourIsOver() {
        // On March 8, 2026, 2 a.m. becomes 3 a.m.
        OpeningHours early = hours(daily("02:30", "06:00", 7, 7), true, List.of(), List.of());
        OpenState state = OpenState.at(Instant.parse("2026-03-08T07:30:00Z"), early, CHICAGO);
        assertThat(state.isOpen()).isFalse();
        assertThat(state.changes()).isNotNull();
        assertThat(state.changes().toInstant()).isEqualTo(Instant.parse("2026-03-08T08:00:00Z"));
        assertThat(OpenState.isOpen(Instant.parse("2026-03-08T08:00:00Z"), early, CHICAGO))
                .isTrue();
    }

    @Test
    void theHourThatComesTwiceIsOpenBothTimes() {
        // On November 1, 2026, 2 a.m. becomes 1 a.m.; the winter begins that day.
        OpeningHours late =
                hours(
                        WeeklyHours.NEVER,
                        false,
                        List.of(season("--11-01", "--03-31", daily("01:00", "02:00", 7, 7))),
                        List.of());
        for (String moment : List.of("2026-11-01T06:30:00Z", "2026-11-01T07:30:00Z")) {
            assertThat(OpenState.isOpen(Instant.parse(moment), late, CHICAGO)).as(moment).isTrue();
        }
        assertThat(OpenState.isOpen(Instant.parse("2026-11-01T08:00:00Z"), late, CHICAGO))
                .isFalse();
    }

    @Test
    void aClosureWithoutEndSaysNoMoreThanThatItIsClosed() {
        OpeningHours gone =
                hours(OFFICE, false, List.of(), List.of(dates("2026-01-01", "2029-12-31", "Fire")));
        OpenState state = at("2026-11-25T12:00", gone);
        assertThat(state.messageKey()).isEqualTo("hours.closedFor.None");
        assertThat(state.changes()).isNull();
    }

    @Test
    void theSearchTermsAndTheSentenceAgreeAtEveryMoment() {
        var random = new Random(11);
        var records =
                List.of(
                        CLINIC,
                        WINTER_NIGHTS,
                        hours(NIGHTS, true, List.of(), List.of(date("2026-12-24", "x"))),
                        hours(
                                OFFICE,
                                true,
                                List.of(season("--12-20", "--01-05", NIGHTS)),
                                List.of()));
        List<String> terms =
                records.stream().map(hours -> DatedHours.code(hours, CHICAGO.getId())).toList();
        var index = new DatedHours(terms);
        long start = Instant.parse("2026-10-30T00:00:00Z").getEpochSecond() / 60;
        for (int i = 0; i < 4000; i++) {
            long minute = start + random.nextInt(200 * 24 * 60);
            List<String> open = index.openAt(minute);
            for (int r = 0; r < records.size(); r++) {
                Instant moment = Instant.ofEpochSecond(minute * 60);
                assertThat(open.contains(terms.get(r)))
                        .as("%s at %s", records.get(r), moment)
                        .isEqualTo(OpenState.at(moment, records.get(r), CHICAGO).isOpen());
            }
        }
    }

    private static OpenState at(String local, OpeningHours hours) {
        return OpenState.at(LocalDateTime.parse(local).atZone(CHICAGO).toInstant(), hours, CHICAGO);
    }

    private static Object[] words(String local, OpeningHours hours, Locale locale) {
        return at(local, hours).arguments(locale);
    }

    private static void assertOpen(String local, OpeningHours hours, String until) {
        OpenState state = at(local, hours);
        assertThat(state.isOpen()).as("open at %s", local).isTrue();
        assertThat(state.changes()).isNotNull();
        assertThat(state.changes().toLocalDateTime()).isEqualTo(LocalDateTime.parse(until));
        assertThat(state.onCall()).isNull();
    }

    private static void assertClosed(String local, OpeningHours hours, String key, String opens) {
        OpenState state = at(local, hours);
        assertThat(state.isOpen()).as("open at %s", local).isFalse();
        assertThat(state.messageKey()).isEqualTo(key);
        assertThat(state.changes()).isNotNull();
        assertThat(state.changes().toLocalDateTime()).isEqualTo(LocalDateTime.parse(opens));
    }

    private static OpeningHours hours(
            WeeklyHours week, boolean holidays, List<Season> seasons, List<DateException> dates) {
        return OpeningHours.of(week, false, null)
                .with(new SpecialHours(holidays, seasons, dates, null));
    }

    private static SpecialHours withOnCall(SpecialHours rules) {
        return new SpecialHours(
                rules.closedOnHolidays(), rules.seasons(), rules.exceptions(), ON_CALL);
    }

    private static Season season(String from, String to, WeeklyHours week) {
        return new Season(MonthDay.parse(from), MonthDay.parse(to), week);
    }

    private static DateException date(
            String day, @org.jspecify.annotations.Nullable String label, Times... times) {
        java.time.LocalDate on = java.time.LocalDate.parse(day);
        return new DateException(on, on, List.of(times), label);
    }

    private static DateException dates(String from, String to, String label) {
        return new DateException(
                java.time.LocalDate.parse(from), java.time.LocalDate.parse(to), List.of(), label);
    }

    private static Times times(String opens, String closes) {
        return new Times(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static WeeklyHours daily(String opens, String closes, int first, int last) {
        return WeeklyHours.of(
                Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.getValue() >= first && day.getValue() <= last)
                        .map(day -> new Span(day, LocalTime.parse(opens), LocalTime.parse(closes)))
                        .toList());
    }
}
