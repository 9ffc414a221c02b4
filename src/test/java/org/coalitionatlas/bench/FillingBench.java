package org.coalitionatlas.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.assessment.ui.Sheet;
import org.coalitionatlas.assessment.ui.SheetAction;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.ItemKind;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.capacity.ui.AnswerGiven;
import org.coalitionatlas.capacity.ui.ResponseForm;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What filling in costs on the server: a checklist of 39 places, and the worksheet of a county with
 * some 870 providers, or with some 300 where there are fewer services. "The screen" is all a server
 * does for the request, from the address or the event to the last character of the response; beside
 * it stand what is read for it, and plain JDBC that reads the same rows. The processor's time is
 * this thread's own, whatever else the machine does.
 */
final class FillingBench {

    private static final int RUNS = 40;

    /** Winnebago County, IL: some 870 providers of 20,000 services, some 300 of 7,000. */
    private static final String COUNTY = "17201";

    /** Rows of a need that are drawn with it. */
    private static final int DRAWN = 20;

    private static final int SPOKEN = 300;
    private static final double MOST_TO_OPEN = 150;
    private static final double MOST_TO_ANSWER = 30;

    private final BenchProduct product;
    private final JdbcTemplate jdbc;
    private final List<List<String>> rows = new ArrayList<>();

    FillingBench(BenchProduct product) {
        this.product = product;
        this.jdbc = product.get(JdbcTemplate.class);
    }

    /** Takes the figures of a checklist, of a worksheet and of a page of the search. */
    void run(Report report) throws Exception {
        checklist(report);
        SignedIn person = ImportBench.administrator(product);
        worksheet(report, person);
        var search = product.get(DirectorySearch.class);
        Measured page =
                measure(
                        RUNS,
                        run ->
                                SystemActor.callAs(
                                        person, () -> search.search(SearchRequest.of("shelter"))));
        add("search page as a coordinator, read", page, null);
        report.verdict(
                page.statements <= 3, "search page at most 3 statements", page.statements + "");
        table(report, "Filling in");
    }

    /** Takes the figures of a worksheet alone. */
    void runWorksheet(Report report) throws Exception {
        worksheet(report, ImportBench.administrator(product));
        table(report, "Filling in, with fewer services");
    }

    private void table(Report report, String title) {
        report.title(title);
        report.table(
                List.of(
                        "what",
                        "SQL",
                        "p50 ms",
                        "p95 ms",
                        "processor p50 ms",
                        "plain JDBC p50 ms",
                        "response kB"),
                rows);
    }

    // ---- a checklist ----

    private void checklist(Report report) throws Exception {
        UUID organization =
                Ids.of(
                        jdbc.queryForObject(
                                "select id from organization order by id limit 1", byte[].class));
        SignedIn member = member(organization);
        Instrument instrument = product.get(Instruments.class).latest("capacity-checklist");
        var responses = product.get(Responses.class);
        var reading = product.get(ResponseReading.class);
        UUID id =
                SystemActor.callAs(
                        member, () -> responses.open(organization, instrument.code(), "2026"));
        List<At> places = places(instrument);
        for (At at : places) {
            SystemActor.callAs(member, () -> responses.answer(id, at.place, at.word()));
        }
        Measured plain =
                measure(
                        RUNS,
                        run ->
                                read(
                                        List.of(
                                                "select * from capacity_response where id = ?",
                                                "select * from capacity_answer where response_id ="
                                                        + " ?"),
                                        Ids.bytes(id)));
        Measured sheet = measure(RUNS, run -> SystemActor.callAs(member, () -> reading.sheet(id)));
        String what = "checklist of %d places".formatted(places.size());
        add(what + ", read", sheet, plain);
        String whole = CapacityNavigation.response(id) + "?section=all";
        try (var screen = new BenchScreen(product, member)) {
            Measured section =
                    measure(
                            RUNS,
                            run -> screen.open(CapacityNavigation.OVERVIEW),
                            run ->
                                    screen.open(
                                            CapacityNavigation.response(id)
                                                    + "?section="
                                                    + (1 + run % 9)));
            Measured all =
                    measure(
                            RUNS,
                            run -> screen.open(CapacityNavigation.OVERVIEW),
                            run -> screen.open(whole));
            Measured answer =
                    measure(
                            3 * places.size(),
                            run -> {
                                At at = places.get(run % places.size());
                                return screen.report(
                                        ResponseForm.class,
                                        form ->
                                                new AnswerGiven(
                                                        form,
                                                        true,
                                                        at.code(),
                                                        at.kind(),
                                                        "",
                                                        at.said(run)));
                            });
            add("one section of it, the screen", section, null);
            add("all sections on one page, the screen", all, null);
            add("one answer of it, the screen", answer, null);
            verdicts(report, "checklist", all, answer);
        }
    }

    private static List<At> places(Instrument instrument) {
        var places = new ArrayList<At>();
        for (Item item : instrument.items().toList()) {
            item.places().forEach(place -> places.add(new At(place, item.kind())));
        }
        return places;
    }

    /** A place of a checklist. */
    private record At(AnswerKey place, ItemKind itemKind) {

        String code() {
            return place.part().isEmpty() ? place.item() : place.item() + "/" + place.part();
        }

        String kind() {
            return itemKind == ItemKind.NARRATIVE ? "text" : "choice";
        }

        // Always something else than stands there: an answer that changes nothing costs nothing.
        String said(int run) {
            return itemKind == ItemKind.NARRATIVE
                    ? "We answer the phone at night, attempt " + run + "."
                    : Choice.values()[(run / 7 + run) % 3].name();
        }

        // Such that all 39 are asked: 9.3 hangs on a task force that does not exist.
        Word word() {
            return itemKind == ItemKind.NARRATIVE
                    ? new Word.Written(null, "We shelter adults and answer the phone at night.")
                    : new Word.Chosen(null, Choice.NO);
        }
    }

    // ---- a worksheet ----

    private void worksheet(Report report, SignedIn person) throws Exception {
        String county = COUNTY;
        var assessments = product.get(Assessments.class);
        UUID id = SystemActor.callAs(person, () -> assessments.open(county, "2026"));
        Worksheet sheet = sheet(county, person);
        int spoken = speak(sheet);
        Worksheet.Line longest =
                sheet.lines().stream()
                        .max((one, other) -> one.rows().size() - other.rows().size())
                        .orElseThrow();
        String what =
                "worksheet of %s, %,d providers, %,d rows, %,d statements"
                        .formatted(
                                sheet.county().nameWithState(),
                                providers(sheet),
                                sheet.lines().stream().mapToInt(line -> line.rows().size()).sum(),
                                spoken);
        Measured read =
                measure(
                        RUNS,
                        run -> SystemActor.callAs(person, () -> assessments.worksheet(county)));
        add(what + ", read", read, measure(RUNS, run -> readPlainly(id, sheet)));
        String need = longest.need().code();
        try (var screen = new BenchScreen(product, person)) {
            Measured open =
                    measure(
                            RUNS,
                            run -> screen.open(AssessmentNavigation.OVERVIEW),
                            run -> screen.open(AssessmentNavigation.worksheet(county, need)));
            int drawn = Math.min(longest.rows().size(), DRAWN);
            Measured answer =
                    measure(
                            120,
                            run ->
                                    screen.report(
                                            Sheet.class,
                                            form ->
                                                    new SheetAction(
                                                            form,
                                                            true,
                                                            "answer",
                                                            need,
                                                            longest.rows()
                                                                    .get(run % drawn)
                                                                    .providerId()
                                                                    .toString(),
                                                            Question.values()[run % 3].name(),
                                                            Answer.values()[(run / 3 + run) % 2]
                                                                    .name())));
            add("it with %s open, the screen".formatted(need), open, null);
            add("one answer of it, the screen", answer, null);
            verdicts(
                    report,
                    "worksheet with %,d providers".formatted(providers(sheet)),
                    open,
                    answer);
        }
    }

    private Worksheet sheet(String county, SignedIn person) {
        var assessments = product.get(Assessments.class);
        return SystemActor.callAs(person, () -> assessments.worksheet(county)).orElseThrow();
    }

    private static long providers(Worksheet sheet) {
        return sheet.lines().stream()
                .flatMap(line -> line.rows().stream())
                .map(Worksheet.Row::providerId)
                .distinct()
                .count();
    }

    /** Two people each answer for up to 300 rows of the sheet. */
    private int speak(Worksheet sheet) {
        var assessments = product.get(Assessments.class);
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
                            java.util.Locale.ENGLISH,
                            "",
                            true);
            int left = SPOKEN;
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
    private int readPlainly(UUID assessment, Worksheet sheet) throws SQLException {
        List<String> areas =
                List.copyOf(
                        ServiceArea.codesCovering(
                                product.get(Geography.class)
                                        .county(sheet.county().fips())
                                        .orElseThrow()));
        return read(
                        List.of(
                                "select need_code, provider_id, speaker, has_contact, partners,"
                                        + " trained from assessment_statement where assessment_id ="
                                        + " ?"),
                        Ids.bytes(assessment))
                + read(
                        List.of(
                                "select s.*, o.name from service s join organization o on o.id ="
                                        + " s.organization_id where s.id in (select service_id from"
                                        + " service_area where area_code in ("
                                        + String.join(", ", Collections.nCopies(areas.size(), "?"))
                                        + "))"),
                        areas.toArray());
    }

    // ---- measuring ----

    private static void verdicts(Report report, String what, Measured open, Measured answer) {
        report.verdict(
                open.statements <= 10 && open.times.millis(0.95) <= MOST_TO_OPEN,
                what + ": its screen with at most 10 statements and 150 ms",
                "%d, %.1f ms at p95".formatted(open.statements, open.times.millis(0.95)));
        report.verdict(
                answer.times.millis(0.95) <= MOST_TO_ANSWER,
                what + ": an answer's round trip within 30 ms",
                "%.1f ms at p95".formatted(answer.times.millis(0.95)));
    }

    private void add(String what, Measured measured, Measured plain) {
        rows.add(
                List.of(
                        what,
                        String.valueOf(measured.statements),
                        "%.2f".formatted(measured.times.millis(0.5)),
                        "%.2f".formatted(measured.times.millis(0.95)),
                        "%.2f".formatted(measured.processor.millis(0.5)),
                        plain == null ? "" : "%.2f".formatted(plain.times.millis(0.5)),
                        measured.size < 2_000 ? "" : "%.0f".formatted(measured.size / 1e3)));
    }

    /**
     * @param processor time of this thread
     * @param size of the last response, in characters
     */
    private record Measured(long statements, Timings times, Timings processor, int size) {}

    /** Does something and says how long the response was, if there is one. */
    private interface Work {
        Object run(int run) throws Exception;
    }

    private Measured measure(int runs, Work work) throws Exception {
        return measure(runs, run -> 0, work);
    }

    /**
     * @param before done before every run and not measured
     */
    private Measured measure(int runs, Work before, Work work) throws Exception {
        for (int run = 0; run < runs; run++) {
            before.run(run);
            work.run(run);
        }
        var times = new Timings(runs);
        var processor = new Timings(runs);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long statements = 0;
        Object last = 0;
        for (int run = runs; run < 2 * runs; run++) {
            before.run(run);
            long sent = product.sql().sent();
            long used = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            last = work.run(run);
            times.add(System.nanoTime() - start);
            processor.add(threads.getCurrentThreadCpuTime() - used);
            statements = Math.max(statements, product.sql().sent() - sent);
        }
        return new Measured(statements, times, processor, last instanceof Integer size ? size : 0);
    }

    private int read(List<String> queries, Object... arguments) throws SQLException {
        int seen = 0;
        try (Connection connection = product.database().getConnection()) {
            for (String sql : queries) {
                try (var statement = connection.prepareStatement(sql)) {
                    for (int i = 0; i < arguments.length; i++) {
                        statement.setObject(i + 1, arguments[i]);
                    }
                    var found = statement.executeQuery();
                    int columns = found.getMetaData().getColumnCount();
                    while (found.next()) {
                        for (int column = 1; column <= columns; column++) {
                            seen += found.getObject(column) == null ? 0 : 1;
                        }
                    }
                }
            }
        }
        if (seen == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return seen;
    }

    private SignedIn member(UUID organization) {
        var people = product.get(People.class);
        String email = "filling@example.org";
        SystemActor.call(
                "Bench",
                () ->
                        people.add(
                                "Filling",
                                Email.parse(email),
                                UUID.randomUUID().toString(),
                                Role.MEMBER,
                                new OrganizationId(organization),
                                Set.of()));
        return people.loadUserByUsername(email);
    }
}
