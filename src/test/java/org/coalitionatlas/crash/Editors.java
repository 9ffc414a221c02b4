package org.coalitionatlas.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.coalitionatlas.AtlasApplication;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.Question;
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
 * <p>Arguments: the home folder, and the file of acknowledged changes.
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
        editors.compare(Path.of(args[1]));
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
                                        CodeSet.of(List.of("A3")),
                                        Set.of(ServiceArea.county("17201"))));
        directory.publishOrganization(organization);
        directory.publishService(service);
        UUID assessment = assessments.open("17195", "crash");
        for (int change = 1; ; change++) {
            Current<OrganizationDraft> current = directory.organization(organization);
            directory.reviseOrganization(organization, current.version(), named(person, change));
            say("NAME", organization, service, change);
            Answer answer = change % 2 == 0 ? Answer.YES : Answer.NO;
            assessments.answer(assessment, "A3", organization, Question.CONTACT, answer);
            say("ANSWER", organization, service, change);
        }
    }

    private void compare(Path acknowledged) throws IOException {
        Map<UUID, Integer> names = new LinkedHashMap<>();
        Map<UUID, Integer> answers = new LinkedHashMap<>();
        Map<UUID, UUID> services = new LinkedHashMap<>();
        for (String line : Files.readAllLines(acknowledged)) {
            String[] part = line.split(" ");
            UUID organization = UUID.fromString(part[1]);
            services.put(organization, UUID.fromString(part[2]));
            (part[0].equals("NAME") ? names : answers)
                    .merge(organization, Integer.valueOf(part[3]), Math::max);
        }
        SystemActor.call(
                "Comparison",
                () -> {
                    names.forEach(this::compareName);
                    compareAnswers(answers);
                    services.forEach(this::awaitIndex);
                    return true;
                });
        System.out.println("COMPARED " + names.size());
    }

    // A change may have been committed and not yet acknowledged; one acknowledged must be there.
    private void compareName(UUID organization, int acknowledged) {
        int stored = numberOf(directory.organization(organization).draft().name());
        if (stored < acknowledged || stored > acknowledged + 1) {
            System.out.println("LOST name " + acknowledged + ", found " + stored);
        }
    }

    private void compareAnswers(Map<UUID, Integer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        Worksheet sheet = assessments.worksheet("17195").orElseThrow();
        answers.forEach(
                (organization, acknowledged) -> {
                    boolean there =
                            sheet.lines().stream()
                                    .flatMap(line -> line.rows().stream())
                                    .filter(row -> row.providerId().equals(organization))
                                    .anyMatch(row -> row.given().containsKey(Question.CONTACT));
                    if (!there) {
                        System.out.println("LOST answer " + acknowledged + " of " + organization);
                    }
                });
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
