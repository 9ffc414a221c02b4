package org.coalitionatlas.demand;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was looked for, by need and county; one SQL statement a question. Numbers too small to hide
 * a person in never leave here.
 */
@Component
public class Demand {

    private final JdbcClient jdbc;
    private final Clock clock;

    Demand(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Needs looked for, most first; in a county or in all, searches that named no county included.
     * For coordinators.
     *
     * @param weeks whole weeks back from this one, which counts too
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<NeedDemand> byNeed(@Nullable String countyFips, int weeks) {
        return jdbc
                .sql(
                        "select need_code, sum(searches), sum(case when found then 0 else searches"
                                + " end) from search_count where week_start >= ? and (? = '' or"
                                + " county_fips = ?) group by need_code")
                .params(
                        from(weeks),
                        countyFips == null ? "" : countyFips,
                        countyFips == null ? "" : countyFips)
                .query((row, n) -> new Counted(row.getString(1), row.getLong(2), row.getLong(3)))
                .list()
                .stream()
                .sorted(
                        Comparator.comparingLong(Counted::searches)
                                .reversed()
                                .thenComparing(Counted::need))
                .map(Counted::shown)
                .toList();
    }

    /**
     * How often each need was looked for in each county, by FIPS code and need. For coordinators.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Map<String, Map<String, NeedDemand>> byCounty(int weeks) {
        var byCounty = new HashMap<String, Map<String, NeedDemand>>();
        jdbc.sql(
                        "select county_fips, need_code, sum(searches), sum(case when found then 0"
                                + " else searches end) from search_count where week_start >= ?"
                                + " group by county_fips, need_code")
                .params(from(weeks))
                .query(
                        row -> {
                            byCounty.computeIfAbsent(row.getString(1), c -> new HashMap<>())
                                    .put(
                                            row.getString(2),
                                            new Counted(
                                                            row.getString(2),
                                                            row.getLong(3),
                                                            row.getLong(4))
                                                    .shown());
                        });
        return byCounty;
    }

    private record Counted(String need, long searches, long nothing) {

        NeedDemand shown() {
            return new NeedDemand(need, Figure.of(searches), Figure.of(nothing));
        }
    }

    private LocalDate from(int weeks) {
        return week(LocalDate.now(clock)).minusWeeks(weeks - 1L);
    }

    /** The Monday of the day's week. */
    static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
