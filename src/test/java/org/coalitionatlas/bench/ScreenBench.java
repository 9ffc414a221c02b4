package org.coalitionatlas.bench;

import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.identity.SystemActor;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the fullest screens cost: statements and time of what is read for them. */
final class ScreenBench {

    private static final int RUNS = 30;

    private final BenchProduct product;

    ScreenBench(BenchProduct product) {
        this.product = product;
    }

    void run(Report report) {
        String county = fullestCounty();
        var assessments = product.get(Assessments.class);
        var search = product.get(DirectorySearch.class);
        var rows = new ArrayList<List<String>>();
        SystemActor.call(
                "Bench",
                () -> {
                    assessments.open(county, "2026");
                    Worksheet sheet = assessments.worksheet(county).orElseThrow();
                    int providers =
                            sheet.lines().stream().mapToInt(line -> line.rows().size()).sum();
                    long statements =
                            measure(
                                    "worksheet of %s, %,d rows"
                                            .formatted(sheet.county().nameWithState(), providers),
                                    10,
                                    () -> assessments.worksheet(county),
                                    rows);
                    report.verdict(
                            statements <= 10, "worksheet at most 10 statements", statements + "");
                    long ofSearch =
                            measure(
                                    "search page as a coordinator",
                                    3,
                                    () -> search.search(SearchRequest.of("shelter")),
                                    rows);
                    report.verdict(
                            ofSearch <= 3, "search page at most 3 statements", ofSearch + "");
                    return true;
                });
        report.title("Screens on this data");
        report.table(List.of("screen", "SQL", "at most", "p50 ms", "p95 ms"), rows);
    }

    private long measure(String name, int most, Runnable work, List<List<String>> rows) {
        for (int i = 0; i < RUNS / 3; i++) {
            work.run();
        }
        var timings = new Timings(RUNS);
        long before = product.sql().sent();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.run();
            timings.add(System.nanoTime() - start);
        }
        long statements = (product.sql().sent() - before) / RUNS;
        rows.add(
                List.of(
                        name,
                        String.valueOf(statements),
                        String.valueOf(most),
                        "%.1f".formatted(timings.millis(0.5)),
                        "%.1f".formatted(timings.millis(0.95))));
        return statements;
    }

    private String fullestCounty() {
        return product.get(JdbcTemplate.class)
                .queryForObject(
                        "select substring(area_code, 4) from service_area where area_code like"
                                + " 'co:%' group by area_code order by count(*) desc, area_code limit"
                                + " 1",
                        String.class);
    }
}
