package org.coalitionatlas.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.ItemKind;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.Result;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What filling in costs on the server: opening a checklist and a county's worksheet beside plain
 * JDBC that reads the same rows, and one answer in each, until it is committed. Building the screen
 * from what is read is not in these figures.
 */
final class FillingBench {

    private static final int OPENINGS = 60;
    private static final double MOST_TO_OPEN = 150;
    private static final double MOST_TO_ANSWER = 30;

    private final BenchProduct product;
    private final JdbcTemplate jdbc;
    private final List<List<String>> rows = new ArrayList<>();

    FillingBench(BenchProduct product) {
        this.product = product;
        this.jdbc = product.get(JdbcTemplate.class);
    }

    void run(Report report) throws Exception {
        checklist(report);
        worksheet(report);
        report.title("Filling in");
        report.table(List.of("what", "SQL", "p50 ms", "p95 ms", "plain JDBC p50 ms"), rows);
    }

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
        var places = new ArrayList<Said>();
        instrument
                .items()
                .forEach(
                        item ->
                                item.places()
                                        .forEach(
                                                place -> places.add(new Said(place, item.kind()))));
        Measured answer =
                measure(
                        5 * places.size(),
                        run -> {
                            Said at = places.get(run % places.size());
                            SystemActor.callAs(
                                    member, () -> responses.answer(id, at.place, at.word(run)));
                        });
        Measured open =
                measure(
                        OPENINGS,
                        run ->
                                SystemActor.callAs(
                                        member,
                                        () ->
                                                Result.of(
                                                        Answered.of(
                                                                instrument,
                                                                reading.sheet(id).given()))));
        Measured plain =
                measure(
                        OPENINGS,
                        run ->
                                read(
                                        List.of(
                                                "select * from capacity_response where id = ?",
                                                "select * from capacity_answer where response_id ="
                                                        + " ?"),
                                        Ids.bytes(id)));
        add("checklist of %d places opened and judged".formatted(places.size()), open, plain);
        add("one answer of a checklist", answer, null);
        verdicts(report, "checklist", open, answer);
    }

    private void worksheet(Report report) throws Exception {
        String county = "17201";
        List<String> areas =
                List.copyOf(
                        ServiceArea.codesCovering(
                                product.get(Geography.class).county(county).orElseThrow()));
        SignedIn person = ImportBench.administrator(product);
        var assessments = product.get(Assessments.class);
        UUID id = SystemActor.callAs(person, () -> assessments.open(county, "2026"));
        Worksheet sheet =
                SystemActor.callAs(person, () -> assessments.worksheet(county)).orElseThrow();
        record Cell(String need, UUID provider) {}
        var cells = new ArrayList<Cell>();
        sheet.lines()
                .forEach(
                        line ->
                                line.rows()
                                        .forEach(
                                                row ->
                                                        cells.add(
                                                                new Cell(
                                                                        line.need().code(),
                                                                        row.providerId()))));
        long providers = cells.stream().map(Cell::provider).distinct().count();
        Measured answer =
                measure(
                        400,
                        run -> {
                            Cell cell = cells.get(run % cells.size());
                            SystemActor.callAs(
                                    person,
                                    () ->
                                            assessments.answer(
                                                    id,
                                                    cell.need,
                                                    cell.provider,
                                                    Question.values()[run % 3],
                                                    run % 2 == 0 ? Answer.YES : Answer.NO));
                        });
        Measured open =
                measure(
                        OPENINGS,
                        run -> SystemActor.callAs(person, () -> assessments.worksheet(county)));
        Measured plain =
                measure(
                        OPENINGS,
                        run ->
                                read(
                                        List.of(
                                                "select s.*, o.name from service s join"
                                                        + " organization o on o.id ="
                                                        + " s.organization_id where s.id in (select"
                                                        + " service_id from service_area where"
                                                        + " area_code in ("
                                                        + String.join(
                                                                ",",
                                                                Collections.nCopies(
                                                                        areas.size(), "?"))
                                                        + "))"),
                                        areas.toArray()));
        add(
                "worksheet of %s, %,d providers, %,d rows opened"
                        .formatted(sheet.county().nameWithState(), providers, cells.size()),
                open,
                plain);
        add("one answer of a worksheet", answer, null);
        verdicts(report, "worksheet", open, answer);
    }

    private static void verdicts(Report report, String what, Measured open, Measured answer) {
        report.verdict(
                open.statements <= 10 && open.times.millis(0.95) <= MOST_TO_OPEN,
                what + " opens with at most 10 statements and 150 ms",
                "%d, %.1f ms at p95".formatted(open.statements, open.times.millis(0.95)));
        report.verdict(
                answer.times.millis(0.95) <= MOST_TO_ANSWER,
                what + " takes an answer within 30 ms",
                "%.1f ms at p95".formatted(answer.times.millis(0.95)));
    }

    private void add(String what, Measured measured, Measured plain) {
        rows.add(
                List.of(
                        what,
                        String.valueOf(measured.statements),
                        "%.2f".formatted(measured.times.millis(0.5)),
                        "%.2f".formatted(measured.times.millis(0.95)),
                        plain == null ? "" : "%.2f".formatted(plain.times.millis(0.5))));
    }

    private record Said(AnswerKey place, ItemKind kind) {

        // Always something else than stands there: an answer that changes nothing costs nothing.
        Word word(int run) {
            return kind == ItemKind.NARRATIVE
                    ? new Word.Written(null, "We answer the phone at night, attempt " + run + ".")
                    : new Word.Chosen(null, Choice.values()[(run / 7 + run) % 3]);
        }
    }

    private record Measured(long statements, Timings times) {}

    private interface Work {
        void run(int run) throws Exception;
    }

    private Measured measure(int runs, Work work) throws Exception {
        for (int run = 0; run < runs / 3; run++) {
            work.run(run);
        }
        var times = new Timings(runs);
        long before = product.sql().sent();
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            work.run(run + runs / 3);
            times.add(System.nanoTime() - start);
        }
        return new Measured((product.sql().sent() - before + runs - 1) / runs, times);
    }

    private void read(List<String> queries, Object... arguments) throws SQLException {
        long seen = 0;
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
