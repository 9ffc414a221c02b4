package org.coalitionatlas.common;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The hours of a week in which something is open: half-open intervals in minutes since Monday 00:00
 * of the place's own clock, sorted, never touching. An interval may run past midnight and past
 * Sunday; it is then cut at the week's end and goes on at its start.
 *
 * @param intervals sorted and merged; use {@link #of}
 */
public record WeeklyHours(List<Interval> intervals) {

    /** Minutes of a week: 168 hours. */
    public static final int WEEK = 7 * 24 * 60;

    private static final int DAY = 24 * 60;

    /** Never open. */
    public static final WeeklyHours NEVER = new WeeklyHours(List.of());

    /** Open 168 hours of 168. */
    public static final WeeklyHours ALWAYS = new WeeklyHours(List.of(new Interval(0, WEEK)));

    /**
     * @param from first open minute of the week, 0–10079
     * @param to first closed minute after it, 1–10080
     */
    public record Interval(int from, int to) {

        /** Length in minutes. */
        public int minutes() {
            return to - from;
        }
    }

    /**
     * One line of a sign on a door.
     *
     * @param day the day on which it opens
     * @param opens first open minute
     * @param closes first closed minute; not after {@code opens} means the next day, so 17:00–08:00
     *     runs over night and 00:00–00:00 is the whole day
     */
    public record Span(DayOfWeek day, LocalTime opens, LocalTime closes) {

        /** Length in minutes, 1–1440. */
        public int minutes() {
            int length = closes.toSecondOfDay() / 60 - opens.toSecondOfDay() / 60;
            return length <= 0 ? length + DAY : length;
        }

        /** Whether some minute of the week belongs to both; touching is not overlapping. */
        public boolean overlaps(Span other) {
            int apart = Math.floorMod(other.start() - start(), WEEK);
            return apart < minutes() || Math.floorMod(-apart, WEEK) < other.minutes();
        }

        private int start() {
            return (day.getValue() - 1) * DAY + opens.getHour() * 60 + opens.getMinute();
        }
    }

    /** The union of the spans. */
    public static WeeklyHours of(Collection<Span> spans) {
        var raw = new ArrayList<Interval>();
        for (Span span : spans) {
            addWrapped(raw, span.start(), span.start() + span.minutes());
        }
        return merged(raw);
    }

    /** Reads what {@link #code()} wrote. */
    public static WeeklyHours parse(String code) {
        if (code.isBlank()) {
            return NEVER;
        }
        var raw = new ArrayList<Interval>();
        for (String part : code.split(",")) {
            int dash = part.indexOf('-');
            raw.add(
                    new Interval(
                            Integer.parseInt(part.substring(0, dash)),
                            Integer.parseInt(part.substring(dash + 1))));
        }
        return merged(raw);
    }

    /** Compact text for storage: {@code 540-1020,1980-2460}. */
    public String code() {
        return intervals.stream()
                .map(i -> i.from() + "-" + i.to())
                .collect(Collectors.joining(","));
    }

    /** Open whenever either is open. */
    public WeeklyHours union(WeeklyHours other) {
        var raw = new ArrayList<>(intervals);
        raw.addAll(other.intervals);
        return merged(raw);
    }

    /** Open whenever both are open. */
    public WeeklyHours intersection(WeeklyHours other) {
        var raw = new ArrayList<Interval>();
        for (Interval one : intervals) {
            for (Interval two : other.intervals) {
                int from = Math.max(one.from(), two.from());
                int to = Math.min(one.to(), two.to());
                if (from < to) {
                    raw.add(new Interval(from, to));
                }
            }
        }
        return merged(raw);
    }

    /** Open minutes of the week, at most {@link #WEEK}. */
    public int minutes() {
        return intervals.stream().mapToInt(Interval::minutes).sum();
    }

    /** Whether every minute of the week is open. */
    public boolean isAlways() {
        return minutes() == WEEK;
    }

    /** Whether it is open at that moment; the moment must be in the place's own zone. */
    public boolean isOpenAt(ZonedDateTime moment) {
        int minute = minuteOfWeek(moment);
        return intervals.stream().anyMatch(i -> i.from() <= minute && minute < i.to());
    }

    /** Minutes since Monday 00:00 on the clock of that moment. */
    public static int minuteOfWeek(ZonedDateTime moment) {
        return (moment.getDayOfWeek().getValue() - 1) * DAY
                + moment.getHour() * 60
                + moment.getMinute();
    }

    /**
     * The lines a sign would carry, by day of opening; an interval that crosses midnight and is
     * shorter than a day stays one line on the day it starts.
     */
    public List<Span> spans() {
        var lines = new ArrayList<Span>();
        for (Interval interval : joinedOverSunday()) {
            int from = interval.from();
            while (from < interval.to()) {
                int day = from / DAY;
                int rest = interval.to() - from;
                int untilMidnight = (day + 1) * DAY - from;
                int length = rest < DAY ? rest : untilMidnight;
                lines.add(
                        new Span(
                                DayOfWeek.of(day % 7 + 1),
                                LocalTime.of(from % DAY / 60, from % 60),
                                LocalTime.of((from + length) % DAY / 60, (from + length) % 60)));
                from += length;
            }
        }
        lines.sort(Comparator.comparing(Span::day).thenComparing(Span::opens));
        return lines;
    }

    // Sunday night into Monday morning is stored as two intervals; a reader sees one.
    private List<Interval> joinedOverSunday() {
        if (intervals.size() < 2 || isAlways()) {
            return intervals;
        }
        Interval first = intervals.getFirst();
        Interval last = intervals.getLast();
        if (first.from() != 0 || last.to() != WEEK) {
            return intervals;
        }
        var joined = new ArrayList<>(intervals.subList(1, intervals.size() - 1));
        joined.add(new Interval(last.from(), WEEK + first.to()));
        return joined;
    }

    private static void addWrapped(List<Interval> raw, int from, int to) {
        if (to <= WEEK) {
            raw.add(new Interval(from, to));
        } else {
            raw.add(new Interval(from, WEEK));
            raw.add(new Interval(0, to - WEEK));
        }
    }

    private static WeeklyHours merged(List<Interval> raw) {
        var sorted = new ArrayList<>(raw);
        sorted.sort(Comparator.comparingInt(Interval::from));
        var result = new ArrayList<Interval>();
        for (Interval next : sorted) {
            if (next.from() < 0 || next.to() > WEEK || next.from() >= next.to()) {
                throw new InvalidValue("invalid.hours", next.from() + "-" + next.to());
            }
            if (!result.isEmpty() && result.getLast().to() >= next.from()) {
                Interval last = result.removeLast();
                result.add(new Interval(last.from(), Math.max(last.to(), next.to())));
            } else {
                result.add(next);
            }
        }
        return new WeeklyHours(List.copyOf(result));
    }
}
