package org.coalitionatlas.directory;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.common.WeeklyHours;

/**
 * Writes open hours as words of an index, exact to the minute and the same in every search engine:
 * an interval is cut into the few blocks of 1, 2, 4, … minutes that fill it, and a moment lies in
 * exactly one block of each size. "Open now" is then "has one of these fourteen words".
 */
final class WeekTree {

    /** 2^14 minutes are the first power of two that holds a week. */
    private static final int LEVELS = 14;

    private WeekTree() {}

    /** The words of the hours, for the clock of that zone. */
    static List<String> words(WeeklyHours hours, String zone) {
        var words = new ArrayList<String>();
        for (WeeklyHours.Interval interval : hours.intervals()) {
            int from = interval.from();
            while (from < interval.to()) {
                int level =
                        Math.min(
                                Integer.numberOfTrailingZeros(from == 0 ? 1 << LEVELS : from),
                                LEVELS);
                while (from + (1 << level) > interval.to()) {
                    level--;
                }
                words.add(word(zone, level, from >> level));
                from += 1 << level;
            }
        }
        return words;
    }

    /** The words of which something open at that moment, by the clock of that zone, has one. */
    static List<String> wordsAt(ZonedDateTime moment, ZoneId zone) {
        int minute = WeeklyHours.minuteOfWeek(moment.withZoneSameInstant(zone));
        var words = new ArrayList<String>();
        for (int level = 0; level <= LEVELS; level++) {
            words.add(word(zone.getId(), level, minute >> level));
        }
        return words;
    }

    private static String word(String zone, int level, int block) {
        return zone + "|" + level + "|" + block;
    }
}
