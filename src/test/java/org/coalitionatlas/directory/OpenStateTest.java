package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.common.WeeklyHours.Span;
import org.junit.jupiter.api.Test;

class OpenStateTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final OpeningHours OFFICE =
            everyDay("09:00", "17:00", DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final OpeningHours NIGHTS =
            everyDay("17:00", "08:00", DayOfWeek.MONDAY, DayOfWeek.SUNDAY);

    @Test
    void says_until_when_it_is_open_today() {
        // Wednesday, 3 p.m. in Chicago
        assertSays("2026-11-18T21:00:00Z", OFFICE, "until.Today", "5:00\u00a0PM", "Wednesday");
    }

    @Test
    void opens_today_before_the_doors_open() {
        assertSays("2026-11-18T13:00:00Z", OFFICE, "closed.Today", "9:00\u00a0AM", "Wednesday");
    }

    @Test
    void is_closed_from_the_minute_it_closes() {
        assertThat(at("2026-11-18T22:59:00Z", OFFICE).isOpen()).isTrue();
        assertSays("2026-11-18T23:00:00Z", OFFICE, "closed.Tomorrow", "9:00\u00a0AM", "Thursday");
    }

    @Test
    void opens_on_monday_after_friday_evening() {
        assertSays("2026-11-21T00:00:00Z", OFFICE, "closed.Day", "9:00\u00a0AM", "Monday");
    }

    @Test
    void closes_tomorrow_when_open_past_midnight_and_today_after_midnight() {
        assertSays("2026-11-19T04:00:00Z", NIGHTS, "until.Tomorrow", "8:00\u00a0AM", "Thursday");
        assertSays("2026-11-19T08:00:00Z", NIGHTS, "until.Today", "8:00\u00a0AM", "Thursday");
    }

    @Test
    void sunday_night_runs_into_monday_morning() {
        assertSays("2026-11-23T04:00:00Z", NIGHTS, "until.Tomorrow", "8:00\u00a0AM", "Monday");
    }

    @Test
    void the_end_of_a_day_belongs_to_it() {
        OpeningHours untilMidnight = everyDay("08:00", "00:00", DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertSays("2026-11-18T21:00:00Z", untilMidnight, "until.Today", "midnight", "Wednesday");
    }

    @Test
    void a_weekly_hour_that_is_over_comes_again_next_week() {
        OpeningHours circle = everyDay("18:30", "20:30", DayOfWeek.WEDNESDAY, DayOfWeek.WEDNESDAY);
        assertSays("2026-11-19T03:00:00Z", circle, "closed.NextWeek", "6:30\u00a0PM", "Wednesday");
    }

    @Test
    void always_open_never_changes() {
        OpenState state =
                at("2026-11-18T21:00:00Z", OpeningHours.of(WeeklyHours.ALWAYS, false, null));
        assertThat(state.kind()).isEqualTo(OpenState.Kind.ALWAYS);
        assertThat(state.isOpen()).isTrue();
        assertThat(state.changes()).isNull();
    }

    @Test
    void nothing_stated_is_not_closed() {
        OpenState state = at("2026-11-18T21:00:00Z", OpeningHours.NOT_STATED);
        assertThat(state.kind()).isEqualTo(OpenState.Kind.NOT_STATED);
        assertThat(state.isOpen()).isFalse();
        assertThat(state.messageKey()).isEqualTo("published.open.notStated");
    }

    @Test
    void keeps_to_the_clock_on_the_wall_when_summer_time_ends() {
        // Sunday, November 1, 2026: 2 a.m. becomes 1 a.m.; at 06:30Z it is 1:30 for the first time.
        OpenState before = at("2026-11-01T06:30:00Z", NIGHTS);
        assertThat(before.changes()).isNotNull();
        assertThat(before.changes().toInstant()).isEqualTo(Instant.parse("2026-11-01T14:00:00Z"));

        OpeningHours untilHalfPastOne =
                everyDay("20:00", "01:30", DayOfWeek.SATURDAY, DayOfWeek.SATURDAY);
        OpenState secondTime = at("2026-11-01T07:15:00Z", untilHalfPastOne);
        assertThat(secondTime.changes()).isNotNull();
        assertThat(secondTime.changes().toInstant())
                .isEqualTo(Instant.parse("2026-11-01T07:30:00Z"));
    }

    @Test
    void keeps_to_the_clock_on_the_wall_when_summer_time_begins() {
        // Sunday, March 8, 2026: 2 a.m. becomes 3 a.m.
        OpenState state = at("2026-03-08T07:30:00Z", NIGHTS);
        assertThat(state.changes()).isNotNull();
        assertThat(state.changes().toInstant()).isEqualTo(Instant.parse("2026-03-08T13:00:00Z"));
    }

    @Test
    void speaks_spanish() {
        Object[] words = at("2026-11-21T00:00:00Z", OFFICE).arguments(Locale.of("es"));
        assertThat(words[0].toString().replace('\u00a0', ' ')).isEqualTo("9:00 a.m.");
        assertThat(words[1]).isEqualTo("lunes");
    }

    private static OpenState at(String moment, OpeningHours hours) {
        return OpenState.at(Instant.parse(moment), hours, CHICAGO);
    }

    private static void assertSays(
            String moment, OpeningHours hours, String key, String time, String day) {
        OpenState state = at(moment, hours);
        assertThat(state.messageKey()).isEqualTo("hours." + key);
        assertThat(state.arguments(Locale.ENGLISH)).startsWith(time, day);
    }

    private static OpeningHours everyDay(
            String opens, String closes, DayOfWeek first, DayOfWeek last) {
        List<Span> spans = new ArrayList<>();
        for (int day = first.getValue(); day <= last.getValue(); day++) {
            spans.add(new Span(DayOfWeek.of(day), LocalTime.parse(opens), LocalTime.parse(closes)));
        }
        return OpeningHours.of(WeeklyHours.of(spans), false, null);
    }
}
