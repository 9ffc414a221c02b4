package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.common.WeeklyHours.Span;
import org.junit.jupiter.api.Test;

class WeekTreeTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    // A week without a change of clocks, so that its 10,080 minutes are those of the sign.
    private static final ZonedDateTime MONDAY = ZonedDateTime.of(2026, 11, 16, 0, 0, 0, 0, CHICAGO);

    @Test
    void aWordMatchesInExactlyTheMinutesThatAreOpen() {
        var random = new Random(7);
        for (int round = 0; round < 25; round++) {
            var spans = new ArrayList<Span>();
            for (int i = random.nextInt(6); i >= 0; i--) {
                spans.add(
                        new Span(
                                DayOfWeek.of(1 + random.nextInt(7)),
                                LocalTime.ofSecondOfDay(60L * random.nextInt(1440)),
                                LocalTime.ofSecondOfDay(60L * random.nextInt(1440))));
            }
            requireEqualInEveryMinute(WeeklyHours.of(spans));
        }
    }

    @Test
    void alwaysAndNeverAreExactToo() {
        requireEqualInEveryMinute(WeeklyHours.ALWAYS);
        requireEqualInEveryMinute(WeeklyHours.NEVER);
        requireEqualInEveryMinute(WeeklyHours.parse("0-1"));
        requireEqualInEveryMinute(WeeklyHours.parse("10079-10080"));
    }

    @Test
    void hoursOfAnotherZoneDoNotMatchByAccident() {
        var words = new HashSet<>(WeekTree.words(WeeklyHours.ALWAYS, "America/New_York"));
        assertThat(Collections.disjoint(words, WeekTree.wordsAt(MONDAY, CHICAGO))).isTrue();
    }

    @Test
    void aWeekNeedsFewWords() {
        assertThat(WeekTree.words(WeeklyHours.parse("541-1019"), "America/Chicago"))
                .hasSizeLessThanOrEqualTo(2 * 14);
        assertThat(WeekTree.words(WeeklyHours.ALWAYS, "America/Chicago"))
                .hasSizeLessThanOrEqualTo(14);
    }

    private static void requireEqualInEveryMinute(WeeklyHours hours) {
        var words = new HashSet<>(WeekTree.words(hours, CHICAGO.getId()));
        for (int minute = 0; minute < WeeklyHours.WEEK; minute++) {
            ZonedDateTime moment = MONDAY.plusMinutes(minute);
            boolean matches = WeekTree.wordsAt(moment, CHICAGO).stream().anyMatch(words::contains);
            assertThat(matches)
                    .as("%s at %s", hours.code(), moment)
                    .isEqualTo(hours.isOpenAt(moment));
        }
    }
}
