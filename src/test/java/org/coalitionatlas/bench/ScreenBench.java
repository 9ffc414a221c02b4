package org.coalitionatlas.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
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
                    int spoken = speak(assessments, county);
                    Worksheet sheet = assessments.worksheet(county).orElseThrow();
                    int providers =
                            sheet.lines().stream().mapToInt(line -> line.rows().size()).sum();
                    long statements =
                            measure(
                                    "worksheet of %s, %,d rows, %,d statements"
                                            .formatted(
                                                    sheet.county().nameWithState(),
                                                    providers,
                                                    spoken),
                                    10,
                                    () -> assessments.worksheet(county),
                                    rows);
                    report.verdict(
                            statements <= 10, "worksheet at most 10 statements", statements + "");
                    measure(
                            "plain JDBC read of its statements and services",
                            2,
                            () -> readPlainly(sheet),
                            rows);
                    var first = sheet.lines().getFirst().rows().getFirst();
                    var turn = new AtomicInteger();
                    measure(
                            "one answer on it",
                            10,
                            () ->
                                    assessments.answer(
                                            sheet.assessmentId(),
                                            sheet.lines().getFirst().need().code(),
                                            first.providerId(),
                                            Question.CONTACT,
                                            turn.getAndIncrement() % 2 == 0
                                                    ? Answer.NO
                                                    : Answer.YES),
                            rows);
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

    /** Two people each answer for up to 300 rows of the sheet. */
    private static int speak(Assessments assessments, String county) {
        Worksheet sheet = assessments.worksheet(county).orElseThrow();
        int statements = 0;
        for (int person = 0; person < 2; person++) {
            var speaker =
                    new SignedIn(
                            new UUID(5, person),
                            "Person " + person,
                            "bench",
                            Role.ADMINISTRATOR,
                            null,
                            Set.of(),
                            Locale.ENGLISH,
                            "",
                            true);
            int left = 300;
            for (Worksheet.Line line : sheet.lines()) {
                for (Worksheet.Row row : line.rows().stream().limit(left).toList()) {
                    SystemActor.callAs(
                            speaker,
                            () ->
                                    assessments.answer(
                                            sheet.assessmentId(),
                                            line.need().code(),
                                            row.providerId(),
                                            Question.CONTACT,
                                            Answer.YES));
                    statements++;
                    left--;
                }
            }
        }
        return statements;
    }

    /** The least anybody could read to show the same sheet. */
    private void readPlainly(Worksheet sheet) {
        JdbcTemplate jdbc = product.get(JdbcTemplate.class);
        jdbc.query(
                "select need_code, provider_id, speaker, has_contact, partners, trained from"
                        + " assessment_statement where assessment_id = ?",
                row -> {},
                Ids.bytes(sheet.assessmentId()));
        jdbc.query(
                "select s.id, s.name, s.needs, o.id, o.name from service_area a join service s on"
                        + " s.id = a.service_id join organization o on o.id = s.organization_id"
                        + " where a.area_code = ?",
                row -> {},
                "co:" + sheet.county().fips());
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
