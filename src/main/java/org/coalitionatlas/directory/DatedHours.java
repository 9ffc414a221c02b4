package org.coalitionatlas.directory;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The hours in the index that depend on the date: those with seasons, exceptions or holidays. Each
 * is one term, the same for all records that keep the same hours; which of the terms are open is
 * worked out anew in every minute, so "open now" stays a set of terms, and records with a plain
 * week (see {@link WeekTree}) cost nothing here.
 */
final class DatedHours {

    /** None. */
    static final DatedHours NONE = new DatedHours(List.of());

    private final Map<String, Entry> byTerm = new HashMap<>();
    private volatile Now now = new Now(Long.MIN_VALUE, List.of());

    private record Entry(OpeningHours hours, ZoneId zone) {}

    private record Now(long minute, List<String> open) {}

    /**
     * @param terms as {@link #code} made them
     */
    DatedHours(Iterable<String> terms) {
        for (String term : terms) {
            String[] parts = term.split("\n", 3);
            byTerm.put(
                    term,
                    new Entry(
                            new OpeningHours(
                                    parts[1].isEmpty() ? null : parts[1], false, null, parts[2]),
                            ZoneId.of(parts[0])));
        }
    }

    /** The term of these hours, for the clock of that zone; without numbers and words. */
    static String code(OpeningHours hours, String zone) {
        String weekly = hours.weekly();
        return zone
                + "\n"
                + (weekly == null ? "" : weekly)
                + "\n"
                + hours.specialHours().timesOnly().code();
    }

    /**
     * The terms that are open.
     *
     * @param minute minutes since the epoch
     */
    List<String> openAt(long minute) {
        Now known = now;
        if (known.minute != minute) {
            Instant moment = Instant.ofEpochSecond(minute * 60);
            var open = new ArrayList<String>();
            byTerm.forEach(
                    (term, entry) -> {
                        if (OpenState.isOpen(moment, entry.hours, entry.zone)) {
                            open.add(term);
                        }
                    });
            known = new Now(minute, List.copyOf(open));
            now = known;
        }
        return known.open;
    }
}
