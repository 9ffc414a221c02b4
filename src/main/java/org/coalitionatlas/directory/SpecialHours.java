package org.coalitionatlas.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.identity.Reader;
import org.jspecify.annotations.Nullable;

/**
 * What a week alone cannot say of opening hours: other weeks in parts of the year, days with other
 * hours, federal holidays, and who answers while the doors are closed. In HSDS terms each season
 * and each exception is a {@code schedule} with {@code valid_from} and {@code valid_to}.
 *
 * <p>A night belongs to the day on which it begins: a day that is closed, or has other hours,
 * changes what opens on that day, while the night before runs to its end.
 *
 * @param seasons by their first day; no day of the year lies in two
 * @param exceptions by their first day; no date lies in two
 * @param onCall answered outside the weekly hours; {@code null} when nobody is on call
 */
public record SpecialHours(
        boolean closedOnHolidays,
        List<Season> seasons,
        List<DateException> exceptions,
        @Nullable PhoneLine onCall) {

    /** Only the week holds. */
    public static final SpecialHours NONE = new SpecialHours(false, List.of(), List.of(), null);

    /** More seasons or exceptions than this are a mistake, and would not be read by anybody. */
    public static final int MOST_SEASONS = 6;

    public static final int MOST_EXCEPTIONS = 60;

    /** A date has a morning and an afternoon; the form shows no more. */
    public static final int MOST_TIMES = 2;

    private static final int LABEL = 80;
    private static final int DAY = 24 * 60;

    /**
     * A part of every year with a week of its own.
     *
     * @param from its first day
     * @param to its last day; before {@code from} when it runs past New Year
     * @param week the hours during it; {@link WeeklyHours#NEVER} when closed
     */
    public record Season(MonthDay from, MonthDay to, WeeklyHours week) {

        /** Whether the day lies in it. */
        public boolean includes(MonthDay day) {
            return from.compareTo(to) <= 0
                    ? from.compareTo(day) <= 0 && day.compareTo(to) <= 0
                    : from.compareTo(day) <= 0 || day.compareTo(to) <= 0;
        }

        boolean overlaps(Season other) {
            return includes(other.from) || other.includes(from);
        }
    }

    /**
     * Opening and closing time on one date.
     *
     * @param closes not after {@code opens} means the next day, as in {@link WeeklyHours.Span}
     */
    public record Times(LocalTime opens, LocalTime closes) {

        int from() {
            return opens.toSecondOfDay() / 60;
        }

        int to() {
            int to = closes.toSecondOfDay() / 60;
            return to <= from() ? to + DAY : to;
        }
    }

    /**
     * Dates with other hours, or none.
     *
     * @param to the last of the dates; the same as {@code from} for a single one
     * @param times by opening time, without overlap; empty when closed
     * @param label why, in the words of whoever keeps the record: "Staff training"
     */
    public record DateException(
            LocalDate from, LocalDate to, List<Times> times, @Nullable String label) {

        /**
         * Checks the dates and times.
         *
         * @throws InvalidValue {@code hours.invalid.dates} when the last date lies before the
         *     first, {@code hours.invalid.timesOverlap}, {@code hours.invalid.tooManyTimes}, {@code
         *     invalid.tooLong}
         */
        public DateException {
            label = Texts.tidy(label, LABEL);
            label = label == null ? null : label.replace('\n', ' ');
            times = times.stream().sorted(Comparator.comparingInt(Times::from)).toList();
            if (times.size() > MOST_TIMES) {
                throw new InvalidValue("hours.invalid.tooManyTimes", MOST_TIMES);
            }
            if (to.isBefore(from)) {
                throw new InvalidValue("hours.invalid.dates");
            }
            for (int i = 1; i < times.size(); i++) {
                if (times.get(i).from() < times.get(i - 1).to()) {
                    throw new InvalidValue("hours.invalid.timesOverlap");
                }
            }
        }

        /** Whether it holds on that date. */
        public boolean includes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        boolean overlaps(DateException other) {
            return includes(other.from) || other.includes(from);
        }
    }

    /**
     * Sorts the seasons and exceptions and checks that none contradicts another.
     *
     * @throws InvalidValue {@code hours.invalid.seasonsOverlap}, {@code
     *     hours.invalid.exceptionsOverlap}, {@code hours.invalid.tooManySeasons}, {@code
     *     hours.invalid.tooManyExceptions}
     */
    public SpecialHours {
        seasons = seasons.stream().sorted(Comparator.comparing(Season::from)).toList();
        exceptions = exceptions.stream().sorted(Comparator.comparing(DateException::from)).toList();
        if (seasons.size() > MOST_SEASONS) {
            throw new InvalidValue("hours.invalid.tooManySeasons", MOST_SEASONS);
        }
        if (exceptions.size() > MOST_EXCEPTIONS) {
            throw new InvalidValue("hours.invalid.tooManyExceptions", MOST_EXCEPTIONS);
        }
        for (int i = 0; i < seasons.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (seasons.get(i).overlaps(seasons.get(j))) {
                    throw new InvalidValue("hours.invalid.seasonsOverlap");
                }
            }
        }
        for (int i = 1; i < exceptions.size(); i++) {
            if (exceptions.get(i).overlaps(exceptions.get(i - 1))) {
                throw new InvalidValue("hours.invalid.exceptionsOverlap");
            }
        }
    }

    /** Whether on some day other hours hold than those of the week. */
    public boolean changesTimes() {
        return closedOnHolidays || !seasons.isEmpty() || !exceptions.isEmpty();
    }

    /** The season that day lies in. */
    public Optional<Season> seasonOn(LocalDate day) {
        MonthDay of = MonthDay.from(day);
        return seasons.stream().filter(season -> season.includes(of)).findFirst();
    }

    /** The exception that holds on that date; it goes before holidays and seasons. */
    public Optional<DateException> exceptionOn(LocalDate day) {
        return exceptions.stream().filter(e -> e.includes(day)).findFirst();
    }

    /** Without the number on call when that reader may not see it. */
    SpecialHours forReader(Reader reader) {
        return onCall == null || onCall.visibility().includes(reader)
                ? this
                : new SpecialHours(closedOnHolidays, seasons, exceptions, null);
    }

    /** Only what decides when it is open: without numbers and words. */
    SpecialHours timesOnly() {
        return new SpecialHours(
                closedOnHolidays,
                seasons,
                exceptions.stream()
                        .map(e -> new DateException(e.from(), e.to(), e.times(), null))
                        .toList(),
                null);
    }

    /** What these say, and what the others say where these say nothing. */
    SpecialHours over(SpecialHours others) {
        SpecialHours times = changesTimes() ? this : others;
        return new SpecialHours(
                times.closedOnHolidays,
                times.seasons,
                times.exceptions,
                onCall == null ? others.onCall : onCall);
    }

    /** Text for storage, a line for each fact; {@code null} when there is none. */
    public @Nullable String code() {
        var lines = new ArrayList<String>();
        if (closedOnHolidays) {
            lines.add("holidays");
        }
        for (Season season : seasons) {
            lines.add(
                    "season %s %s %s"
                            .formatted(
                                    season.from().toString().substring(2),
                                    season.to().toString().substring(2),
                                    orNone(season.week().code())));
        }
        for (DateException e : exceptions) {
            String times =
                    e.times().stream()
                            .map(t -> t.from() + "-" + t.to())
                            .collect(Collectors.joining(","));
            lines.add(
                    ("date " + e.from() + " " + e.to() + " " + orNone(times))
                            + (e.label() == null ? "" : " " + e.label()));
        }
        if (onCall != null) {
            lines.add(
                    String.join(
                                    " ",
                                    "oncall",
                                    onCall.visibility().name(),
                                    onCall.type().name(),
                                    onCall.number(),
                                    orNone(onCall.extension() == null ? "" : onCall.extension()))
                            + (onCall.description() == null
                                    ? ""
                                    : " " + onCall.description().replace('\n', ' ')));
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    /**
     * Reads what {@link #code()} wrote.
     *
     * @throws InvalidValue {@code invalid.hours} when it cannot be read
     */
    public static SpecialHours parse(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return NONE;
        }
        boolean holidays = false;
        var seasons = new ArrayList<Season>();
        var exceptions = new ArrayList<DateException>();
        PhoneLine onCall = null;
        for (String line : code.split("\n")) {
            try {
                String kind = line.split(" ", 2)[0];
                switch (kind) {
                    case "holidays" -> holidays = true;
                    case "season" -> seasons.add(season(line.split(" ", 4)));
                    case "date" -> exceptions.add(exception(line.split(" ", 5)));
                    case "oncall" -> onCall = onCall(line.split(" ", 6));
                    default -> throw new InvalidValue("invalid.hours", line);
                }
            } catch (DateTimeException
                    | IndexOutOfBoundsException
                    | IllegalArgumentException unreadable) {
                throw new InvalidValue("invalid.hours", line);
            }
        }
        return new SpecialHours(holidays, seasons, exceptions, onCall);
    }

    private static Season season(String[] words) {
        return new Season(
                MonthDay.parse("--" + words[1]),
                MonthDay.parse("--" + words[2]),
                words[3].equals("-") ? WeeklyHours.NEVER : WeeklyHours.parse(words[3]));
    }

    private static DateException exception(String[] words) {
        var times = new ArrayList<Times>();
        if (!words[3].equals("-")) {
            for (String part : words[3].split(",")) {
                String[] ends = part.split("-");
                times.add(new Times(time(ends[0]), time(ends[1])));
            }
        }
        return new DateException(
                LocalDate.parse(words[1]),
                LocalDate.parse(words[2]),
                times,
                words.length > 4 ? words[4] : null);
    }

    private static PhoneLine onCall(String[] words) {
        return new PhoneLine(
                words[3],
                words[4].equals("-") ? null : words[4],
                PhoneType.valueOf(words[2].toUpperCase(Locale.ROOT)),
                words.length > 5 ? words[5] : null,
                Audience.valueOf(words[1]));
    }

    private static LocalTime time(String minutes) {
        return LocalTime.ofSecondOfDay(Integer.parseInt(minutes) % DAY * 60L);
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "-" : text;
    }
}
