package org.coalitionatlas.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.coalitionatlas.common.WeeklyHours.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyHoursTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    // 2026-11-16 is a Monday.
    private static ZonedDateTime at(int dayOfMonth, int hour, int minute) {
        return ZonedDateTime.of(2026, 11, dayOfMonth, hour, minute, 0, 0, CHICAGO);
    }

    private static Span span(DayOfWeek day, String opens, String closes) {
        return new Span(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }

    @Test
    void isOpenFromTheFirstMinuteUntilBeforeTheLast() {
        var hours = WeeklyHours.of(List.of(span(DayOfWeek.MONDAY, "09:00", "17:00")));
        assertThat(hours.isOpenAt(at(16, 8, 59))).isFalse();
        assertThat(hours.isOpenAt(at(16, 9, 0))).isTrue();
        assertThat(hours.isOpenAt(at(16, 16, 59))).isTrue();
        assertThat(hours.isOpenAt(at(16, 17, 0))).isFalse();
        assertThat(hours.minutes()).isEqualTo(480);
    }

    @Test
    void aSpanThatClosesBeforeItOpensRunsIntoTheNextDay() {
        var hours = WeeklyHours.of(List.of(span(DayOfWeek.TUESDAY, "17:00", "08:00")));
        assertThat(hours.isOpenAt(at(17, 23, 59))).isTrue();
        assertThat(hours.isOpenAt(at(18, 0, 0))).isTrue();
        assertThat(hours.isOpenAt(at(18, 7, 59))).isTrue();
        assertThat(hours.isOpenAt(at(18, 8, 0))).isFalse();
        assertThat(hours.spans()).containsExactly(span(DayOfWeek.TUESDAY, "17:00", "08:00"));
    }

    @Test
    void sundayNightGoesOnIntoMonday() {
        var hours = WeeklyHours.of(List.of(span(DayOfWeek.SUNDAY, "22:00", "06:00")));
        assertThat(hours.isOpenAt(at(22, 22, 0))).isTrue();
        assertThat(hours.isOpenAt(at(23, 5, 59))).isTrue();
        assertThat(hours.isOpenAt(at(23, 6, 0))).isFalse();
        assertThat(hours.minutes()).isEqualTo(480);
        assertThat(hours.spans()).containsExactly(span(DayOfWeek.SUNDAY, "22:00", "06:00"));
    }

    @Test
    void everyNightOfTheWeekIs105HoursOf168() {
        var nights =
                Arrays.stream(DayOfWeek.values()).map(day -> span(day, "17:00", "08:00")).toList();
        var hours = WeeklyHours.of(nights);
        assertThat(hours.minutes()).isEqualTo(105 * 60);
        assertThat(hours.spans()).containsExactlyElementsOf(nights);
    }

    @Test
    void sevenWholeDaysAreAlways() {
        var hours =
                WeeklyHours.of(
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> span(day, "00:00", "00:00"))
                                .toList());
        assertThat(hours).isEqualTo(WeeklyHours.ALWAYS);
        assertThat(hours.isAlways()).isTrue();
        assertThat(hours.spans()).hasSize(7);
    }

    @Test
    void spansThatTouchOrOverlapBecomeOne() {
        var hours =
                WeeklyHours.of(
                        List.of(
                                span(DayOfWeek.MONDAY, "09:00", "12:00"),
                                span(DayOfWeek.MONDAY, "12:00", "15:00"),
                                span(DayOfWeek.MONDAY, "14:00", "17:00")));
        assertThat(hours.code()).isEqualTo("540-1020");
    }

    @Test
    void theUnionIsOpenWheneverEitherIs() {
        var day = WeeklyHours.of(List.of(span(DayOfWeek.MONDAY, "08:00", "17:00")));
        var night = WeeklyHours.of(List.of(span(DayOfWeek.MONDAY, "17:00", "08:00")));
        assertThat(day.union(night).minutes()).isEqualTo(24 * 60);
    }

    @Test
    void codeAndSignSayTheSameHours() {
        var random = new Random(42);
        for (int round = 0; round < 200; round++) {
            var spans = new ArrayList<Span>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                spans.add(
                        new Span(
                                DayOfWeek.of(1 + random.nextInt(7)),
                                LocalTime.ofSecondOfDay(60L * random.nextInt(1440)),
                                LocalTime.ofSecondOfDay(60L * random.nextInt(1440))));
            }
            var hours = WeeklyHours.of(spans);
            assertThat(WeeklyHours.parse(hours.code())).isEqualTo(hours);
            assertThat(WeeklyHours.of(hours.spans())).as("%s", hours.code()).isEqualTo(hours);
        }
    }

    @Test
    void noHoursAreNever() {
        assertThat(WeeklyHours.parse("")).isEqualTo(WeeklyHours.NEVER);
        assertThat(WeeklyHours.NEVER.code()).isEmpty();
        assertThat(WeeklyHours.NEVER.spans()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"600-540", "-5-20", "0-10081", "5-5"})
    void impossibleIntervalsAreRefused(String code) {
        assertThatThrownBy(() -> WeeklyHours.parse(code))
                .isInstanceOfAny(InvalidValue.class, NumberFormatException.class);
    }

    @Test
    void theClockIsThatOfThePlace() {
        // Clocks go back on 2026-11-01 in Chicago; the sign on the door does not move.
        var hours = WeeklyHours.of(List.of(span(DayOfWeek.SUNDAY, "01:00", "03:00")));
        assertThat(hours.isOpenAt(ZonedDateTime.of(2026, 11, 1, 2, 59, 0, 0, CHICAGO))).isTrue();
        assertThat(hours.isOpenAt(ZonedDateTime.of(2026, 11, 1, 3, 0, 0, 0, CHICAGO))).isFalse();
    }
}
