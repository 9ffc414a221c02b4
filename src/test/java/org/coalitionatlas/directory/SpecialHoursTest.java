package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.SpecialHours.DateException;
import org.coalitionatlas.directory.SpecialHours.Season;
import org.coalitionatlas.directory.SpecialHours.Times;
import org.coalitionatlas.identity.Reader;
import org.junit.jupiter.api.Test;

class SpecialHoursTest {

    private static final WeeklyHours OFFICE = WeeklyHours.parse("540-1020");
    private static final WeeklyHours MORNINGS = WeeklyHours.parse("540-720");
    private static final Season WINTER =
            new Season(MonthDay.of(11, 1), MonthDay.of(3, 31), WeeklyHours.ALWAYS);

    @Test
    void storedTextComesBackAsItWas() {
        var everything =
                new SpecialHours(
                        true,
                        List.of(WINTER, season("--04-01", "--04-30", WeeklyHours.NEVER)),
                        List.of(
                                closed("2026-12-24", "2027-01-02", null),
                                new DateException(
                                        LocalDate.parse("2026-11-27"),
                                        LocalDate.parse("2026-11-27"),
                                        List.of(times("09:00", "12:00"), times("22:00", "06:00")),
                                        "Día después: 1-2 3")),
                        onCall(Audience.MEMBERS));
        assertThat(SpecialHours.parse(everything.code())).isEqualTo(everything);
        assertThat(SpecialHours.NONE.code()).isNull();
        assertThat(SpecialHours.parse(null)).isEqualTo(SpecialHours.NONE);
    }

    @Test
    void textThatCannotBeReadIsRefused() {
        for (String broken :
                List.of("soon", "season 13-01 02-01 -", "date 2026-02-30 2026-03-01 -")) {
            assertThatThrownBy(() -> SpecialHours.parse(broken))
                    .as(broken)
                    .isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void aSeasonMayRunPastNewYearAndIncludesBothItsDays() {
        for (String day : List.of("--11-01", "--12-31", "--01-01", "--02-29", "--03-31")) {
            assertThat(WINTER.includes(MonthDay.parse(day))).as(day).isTrue();
        }
        assertThat(WINTER.includes(MonthDay.of(10, 31))).isFalse();
        assertThat(WINTER.includes(MonthDay.of(4, 1))).isFalse();
    }

    @Test
    void contradictionsAreRefusedInWordsThatNameTheField() {
        assertRefused(
                "hours.invalid.seasonsOverlap",
                () -> special(WINTER, season("--03-31", "--05-01", OFFICE)));
        assertRefused(
                "hours.invalid.exceptionsOverlap",
                () ->
                        special(
                                closed("2026-12-20", "2026-12-24", null),
                                closed("2026-12-24", "2026-12-25", null)));
        assertRefused("hours.invalid.dates", () -> closed("2026-12-24", "2026-12-23", null));
        assertRefused(
                "hours.invalid.timesOverlap",
                () ->
                        new DateException(
                                LocalDate.parse("2026-12-24"),
                                LocalDate.parse("2026-12-24"),
                                List.of(times("12:00", "15:00"), times("09:00", "12:01")),
                                null));
        assertThat(special(WINTER, season("--04-01", "--10-31", OFFICE)).seasons()).hasSize(2);
    }

    @Test
    void holidaysFallWhereTheLawPutsThem() {
        assertHoliday("2026-11-26", "Thanksgiving");
        assertHoliday("2026-01-19", "Martin Luther King Jr. Day");
        assertHoliday("2026-05-25", "Memorial Day");
        assertHoliday("2026-09-07", "Labor Day");
        assertHoliday("2026-10-12", "Columbus Day");
        // July 4, 2026 is a Saturday; Juneteenth 2027 too.
        assertHoliday("2026-07-04", "Independence Day");
        assertHoliday("2026-07-03", "Independence Day, observed");
        assertHoliday("2027-06-18", "Juneteenth, observed");
        // A Sunday: November 11, 2029.
        assertHoliday("2029-11-12", "Veterans Day, observed");
        // New Year's Day 2028 is a Saturday, kept on the last day of 2027.
        assertHoliday("2027-12-31", "New Year’s Day, observed");
        assertThat(FederalHoliday.on(LocalDate.parse("2026-12-31"))).isEmpty();
        assertThat(FederalHoliday.on(LocalDate.parse("2026-11-27"))).isEmpty();
    }

    @Test
    void theLineOnCallIsOnlyForThoseItIsMeantFor() {
        var members = OpeningHours.of(OFFICE, false, null).with(callOnly(Audience.MEMBERS));
        assertThat(members.forReader(Reader.PUBLIC).special()).isNull();
        assertThat(members.forReader(Reader.MEMBERS)).isEqualTo(members);
        assertThat(members.forReader(Reader.COORDINATORS)).isEqualTo(members);
    }

    @Test
    void aLineOnCallThatMembersMayDialCoversTheWholeWeek() {
        var office = OpeningHours.of(OFFICE, false, null);
        assertThat(office.with(callOnly(Audience.MEMBERS)).reachable().isAlways()).isTrue();
        assertThat(office.with(callOnly(Audience.COORDINATORS)).reachable()).isEqualTo(OFFICE);
        assertThat(OpeningHours.NOT_STATED.with(callOnly(Audience.PUBLIC)).reachable().minutes())
                .isZero();
    }

    @Test
    void ofSeasonsOnlyTheHoursAllOfThemHaveCountForTheYear() {
        var winterOnly = OpeningHours.NOT_STATED.with(special(WINTER));
        assertThat(winterOnly.isStated()).isTrue();
        assertThat(winterOnly.reachable().minutes()).isZero();
        var shorter = OpeningHours.of(WeeklyHours.ALWAYS, false, null);
        assertThat(shorter.with(special(season("--06-01", "--08-31", MORNINGS))).reachable())
                .isEqualTo(MORNINGS);
        var twoHalves =
                OpeningHours.NOT_STATED.with(
                        special(WINTER, season("--04-01", "--10-31", MORNINGS)));
        assertThat(twoHalves.reachable()).isEqualTo(MORNINGS);
        var holidays = OpeningHours.of(OFFICE, false, null).with(holidays());
        assertThat(holidays.reachable()).isEqualTo(OFFICE);
    }

    @Test
    void aServiceWithoutHoursKeepsThoseOfItsPlaceAndItsOwnLineOnCall() {
        var place = OpeningHours.of(OFFICE, false, null).with(holidays());
        var service = OpeningHours.NOT_STATED.with(callOnly(Audience.MEMBERS));
        OpeningHours together = service.over(List.of(OpeningHours.NOT_STATED, place));
        assertThat(together.hours()).isEqualTo(OFFICE);
        assertThat(together.specialHours().closedOnHolidays()).isTrue();
        assertThat(together.specialHours().onCall()).isEqualTo(onCall(Audience.MEMBERS));
        var own = OpeningHours.of(MORNINGS, false, null);
        assertThat(own.over(List.of(place))).isEqualTo(own);
    }

    @Test
    void onlyWhatChangesTimesMakesAWeekDependOnTheDate() {
        var always = OpeningHours.of(WeeklyHours.ALWAYS, false, null);
        assertThat(always.with(callOnly(Audience.PUBLIC)).isPlain()).isTrue();
        assertThat(always.with(callOnly(Audience.PUBLIC)).isAlways()).isTrue();
        assertThat(always.with(holidays()).isAlways()).isFalse();
    }

    private static SpecialHours holidays() {
        return new SpecialHours(true, List.of(), List.of(), null);
    }

    private static SpecialHours callOnly(Audience audience) {
        return new SpecialHours(false, List.of(), List.of(), onCall(audience));
    }

    private static SpecialHours special(Season... seasons) {
        return new SpecialHours(false, List.of(seasons), List.of(), null);
    }

    private static SpecialHours special(DateException... exceptions) {
        return new SpecialHours(false, List.of(), List.of(exceptions), null);
    }

    private static PhoneLine onCall(Audience audience) {
        return PhoneLine.of(
                Phone.parse("815 555 0142"), PhoneType.VOICE, "Ask for the advocate", audience);
    }

    private static Season season(String from, String to, WeeklyHours week) {
        return new Season(MonthDay.parse(from), MonthDay.parse(to), week);
    }

    private static DateException closed(
            String from, String to, @org.jspecify.annotations.Nullable String label) {
        return new DateException(LocalDate.parse(from), LocalDate.parse(to), List.of(), label);
    }

    private static Times times(String opens, String closes) {
        return new Times(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static void assertHoliday(String day, String name) {
        assertThat(FederalHoliday.on(LocalDate.parse(day)).map(LocalText::en))
                .as(day)
                .hasValue(name);
    }

    private static void assertRefused(String key, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.messageKey()).isEqualTo(key));
    }
}
