package org.coalitionatlas.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.coalitionatlas.AtlasApplication;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Statement;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryCommands.Current;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.SystemActor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * People who edit until somebody pulls the plug: the product in a process of its own, with several
 * threads that rename organizations and answer assessments and write down each change once it has
 * been acknowledged. On the next start it first compares what was acknowledged with what is there.
 *
 * <p>Arguments: the home folder, the file of acknowledged changes, and {@code lose} for a last
 * start in which nobody edits: it takes the last answer of somebody back, past the product, and
 * compares again, which must find it.
 */
public final class Editors {

    private static final int PEOPLE = 4;
    private static final Duration INDEX_PATIENCE = Duration.ofSeconds(60);

    private final DirectoryCommands directory;
    private final DirectorySearch search;
    private final Assessments assessments;
    private final JdbcTemplate jdbc;

    private Editors(ConfigurableApplicationContext context) {
        directory = context.getBean(DirectoryCommands.class);
        search = context.getBean(DirectorySearch.class);
        assessments = context.getBean(Assessments.class);
        jdbc = context.getBean(JdbcTemplate.class);
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("atlas.home", args[0]);
        System.setProperty("server.port", "0");
        System.setProperty("logging.level.root", "ERROR");
        var editors = new Editors(SpringApplication.run(AtlasApplication.class));
        Path acknowledged = Path.of(args[1]);
        editors.compare(acknowledged);
        if (args.length > 2 && args[2].equals("lose")) {
            editors.lose(acknowledged);
            return;
        }
        for (int person = 0; person < PEOPLE; person++) {
            String name = "Person " + person;
            Thread.ofPlatform().start(() -> SystemActor.call(name, () -> editors.edit(name)));
        }
    }

    // Never returns: the plug ends it.
    private boolean edit(String person) {
        UUID organization = directory.addOrganization(named(person, 0));
        UUID service =
                directory.addService(
                        organization,
                        ServiceDraft.named("Bed")
                                .meeting(
                                        CodeSet.of(AnswersInTurn.NEEDS),
                                        Set.of(ServiceArea.county("17201"))));
        directory.publishOrganization(organization);
        directory.publishService(service);
        UUID assessment = assessments.open("17195", "crash");
        for (int change = 1; ; change++) {
            Current<OrganizationDraft> current = directory.organization(organization);
            directory.reviseOrganization(organization, current.version(), named(person, change));
            say("NAME", organization, service, change);
            AnswersInTurn.Asked asked = AnswersInTurn.asked(change);
            assessments.answer(
                    assessment,
                    asked.need(),
                    organization,
                    asked.question(),
                    AnswersInTurn.answer(change));
            say("ANSWER", organization, service, change);
        }
    }

    private void compare(Path file) throws IOException {
        Acknowledged acknowledged = Acknowledged.read(file);
        SystemActor.call(
                "Comparison",
                () -> {
                    acknowledged.names.forEach(this::compareName);
                    compareAnswers(acknowledged.answers, "LOST");
                    acknowledged.services.forEach(this::awaitIndex);
                    return true;
                });
        System.out.println("COMPARED " + acknowledged.names.size());
    }

    // As if the last acknowledged answer of the first organization had not outlived the plug.
    private void lose(Path file) throws IOException {
        Acknowledged acknowledged = Acknowledged.read(file);
        UUID organization = acknowledged.answers.keySet().iterator().next();
        SystemActor.call(
                "Comparison",
                () -> {
                    int given = AnswersInTurn.given(standing(organization)).orElseThrow();
                    int last = Objects.requireNonNull(acknowledged.answers.get(organization));
                    // One that was committed and not acknowledged goes first.
                    for (int number = given; number >= last; number--) {
                        takeBack(organization, number);
                    }
                    compareAnswers(Map.of(organization, last), "NOTICED");
                    return true;
                });
        System.out.println("DONE");
    }

    private void takeBack(UUID organization, int number) {
        AnswersInTurn.Asked asked = AnswersInTurn.asked(number);
        Answer before = AnswersInTurn.after(number - 1).get(asked);
        String column =
                switch (asked.question()) {
                    case CONTACT -> "has_contact";
                    case PARTNER -> "partners";
                    case TRAINED -> "trained";
                };
        int rows =
                jdbc.update(
                        "update assessment_statement set "
                                + column
                                + " = ? where provider_id = ? and need_code = ?",
                        before == null ? null : before.name(),
                        bytes(organization),
                        asked.need());
        if (rows != 1) {
            throw new IllegalStateException(rows + " statements instead of one");
        }
    }

    /**
     * What was acknowledged, by organization.
     *
     * @param names the number of its last name
     * @param answers the number of the last answer about it
     * @param services its one service
     */
    private record Acknowledged(
            Map<UUID, Integer> names, Map<UUID, Integer> answers, Map<UUID, UUID> services) {

        static Acknowledged read(Path file) throws IOException {
            var all =
                    new Acknowledged(
                            new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
            for (String line : Files.readAllLines(file)) {
                String[] part = line.split(" ");
                UUID organization = UUID.fromString(part[1]);
                all.services.put(organization, UUID.fromString(part[2]));
                (part[0].equals("NAME") ? all.names : all.answers)
                        .merge(organization, Integer.valueOf(part[3]), Math::max);
            }
            return all;
        }
    }

    // A change may have been committed and not yet acknowledged; one acknowledged must be there.
    private void compareName(UUID organization, int acknowledged) {
        int stored = numberOf(directory.organization(organization).draft().name());
        if (stored < acknowledged || stored > acknowledged + 1) {
            System.out.println("LOST name " + acknowledged + ", found " + stored);
        }
    }

    private void compareAnswers(Map<UUID, Integer> answers, String complaint) {
        Map<UUID, Map<AnswersInTurn.Asked, Answer>> standing = standing();
        answers.forEach(
                (organization, acknowledged) -> {
                    int stored =
                            AnswersInTurn.given(standing.getOrDefault(organization, Map.of()))
                                    .orElse(-1);
                    if (stored < acknowledged || stored > acknowledged + 1) {
                        System.out.println(
                                complaint
                                        + " answer "
                                        + acknowledged
                                        + " of "
                                        + organization
                                        + ", found "
                                        + stored);
                    }
                });
    }

    private Map<AnswersInTurn.Asked, Answer> standing(UUID organization) {
        return standing().getOrDefault(organization, Map.of());
    }

    /** What people say of each organization, as the worksheet has it. */
    private Map<UUID, Map<AnswersInTurn.Asked, Answer>> standing() {
        var standing = new HashMap<UUID, Map<AnswersInTurn.Asked, Answer>>();
        assessments
                .worksheet("17195")
                .ifPresent(sheet -> sheet.lines().forEach(line -> add(line, standing)));
        return standing;
    }

    private static void add(
            Worksheet.Line line, Map<UUID, Map<AnswersInTurn.Asked, Answer>> standing) {
        for (Worksheet.Row row : line.rows()) {
            for (Statement said : row.said()) {
                for (Question question : Question.values()) {
                    Answer answer = said.to(question);
                    if (answer != null) {
                        standing.computeIfAbsent(row.providerId(), id -> new HashMap<>())
                                .put(new AnswersInTurn.Asked(line.need().code(), question), answer);
                    }
                }
            }
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private void awaitIndex(UUID organization, UUID service) {
        String stored = directory.organization(organization).draft().name();
        Instant deadline = Instant.now().plus(INDEX_PATIENCE);
        while (!stored.equals(
                search.service(service).map(view -> view.organization().name()).orElse(""))) {
            if (Instant.now().isAfter(deadline)) {
                System.out.println("STALE index for " + stored + ", waiting: " + waiting());
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private List<Map<String, Object>> waiting() {
        return jdbc.queryForList(
                "select status, retries, entity_name, process_after from hsearch_outbox_event");
    }

    private static OrganizationDraft named(String person, int change) {
        return OrganizationDraft.named("House of " + person + " #" + change, "shelter");
    }

    private static int numberOf(String name) {
        return Integer.parseInt(name.substring(name.indexOf('#') + 1));
    }

    private static synchronized void say(String what, UUID organization, UUID service, int change) {
        System.out.println(what + " " + organization + " " + service + " " + change);
        System.out.flush();
    }
}
