package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Ids;
import org.hibernate.search.mapper.orm.Search;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The import inserts new records past the persistence context. All that the demo holds is written
 * in both ways here and compared column by column, in whatever tables and columns there are.
 */
@DemoTest
class NewRecordsTest {

    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Autowired NewRecords newRecords;
    @Autowired EntityManager entities;
    @Autowired JdbcTemplate jdbc;
    @Autowired DirectorySearch search;
    @Autowired SignedInAs as;
    @Autowired IndexCaughtUp index;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void every_column_of_a_new_organization_is_as_an_entity_would_be_saved() {
        compared(
                "organization",
                "Organization",
                (Organization standing, Provenance from) -> {
                    var made = new Organization(standing.draft(), standing.parent(), from, NOW);
                    made.verify(new Assurance(LocalDate.of(2026, 3, 1), "Somebody", null), NOW);
                    made.publish(NOW);
                    return made;
                },
                NewRecords.Batch::add,
                Organization::id);
    }

    @Test
    void every_column_of_a_new_location_is_as_an_entity_would_be_saved() {
        compared(
                "location",
                "Location",
                (Location standing, Provenance from) ->
                        new Location(
                                standing.organization(),
                                standing.draft(),
                                standing.timeZone(),
                                from,
                                NOW),
                NewRecords.Batch::add,
                Location::id);
    }

    @Test
    void every_column_of_a_new_service_is_as_an_entity_would_be_saved() {
        compared(
                "service",
                "Service",
                (Service standing, Provenance from) -> {
                    var made =
                            new Service(
                                    standing.organization(),
                                    standing.draft(),
                                    new HashSet<>(standing.locations()),
                                    new HashSet<>(standing.contacts()),
                                    from,
                                    NOW);
                    made.verify(new Assurance(LocalDate.of(2026, 3, 1), "Somebody", null), NOW);
                    made.publish(NOW);
                    return made;
                },
                NewRecords.Batch::add,
                Service::id);
    }

    @Test
    void the_index_learns_of_new_records_as_it_does_of_saved_entities() {
        var transaction = new TransactionTemplate(transactions);
        var made = new ArrayList<UUID>();
        try {
            transaction.executeWithoutResult(
                    status -> {
                        var batch = new NewRecords.Batch();
                        Service standing =
                                entities.createQuery(
                                                "select s from Service s where s.publication ="
                                                        + " PUBLISHED and s.audience = PUBLIC and"
                                                        + " s.locations is not empty order by s.id",
                                                Service.class)
                                        .setMaxResults(1)
                                        .getSingleResult();
                        var owner =
                                new Organization(
                                        OrganizationDraft.named("Quillwort Relief", "shelter"),
                                        null,
                                        new Provenance("both", "owner"),
                                        NOW);
                        owner.publish(NOW);
                        var place =
                                new Location(
                                        owner,
                                        standing.locations().iterator().next().draft(),
                                        "America/Chicago",
                                        new Provenance("both", "place"),
                                        NOW);
                        var service =
                                new Service(
                                        owner,
                                        standing.draft(),
                                        java.util.Set.of(place),
                                        java.util.Set.of(),
                                        new Provenance("both", "service"),
                                        NOW);
                        service.publish(NOW);
                        batch.add(owner);
                        batch.add(place);
                        batch.add(service);
                        newRecords.insert(batch, Set.of());
                        entities.clear();
                        made.addAll(List.of(owner.id(), place.id(), service.id()));
                    });
            index.await();
            OrganizationView organization =
                    as.call(
                            SignedInAs.COORDINATOR,
                            () -> search.organization(made.getFirst()).orElseThrow());
            ServiceView service =
                    as.call(
                            SignedInAs.COORDINATOR,
                            () -> search.service(made.getLast()).orElseThrow());
            assertThat(organization.places())
                    .extracting(ServiceView.PlacePart::id)
                    .containsExactly(made.get(1));
            assertThat(service.places()).isEqualTo(organization.places());
            assertThat(service.publication()).isEqualTo(Publication.PUBLISHED);

            // A place that comes later changes what is said of its organization.
            UUID second =
                    transaction.execute(
                            status -> {
                                var batch = new NewRecords.Batch();
                                Location first = entities.find(Location.class, made.get(1));
                                var location =
                                        new Location(
                                                first.organization(),
                                                first.draft(),
                                                "America/Chicago",
                                                new Provenance("both", "second"),
                                                NOW);
                                batch.add(location);
                                newRecords.insert(batch, Set.of());
                                entities.clear();
                                return location.id();
                            });
            made.add(1, second);
            index.await();
            assertThat(
                            as.call(
                                            SignedInAs.COORDINATOR,
                                            () -> search.organization(made.getFirst()))
                                    .orElseThrow()
                                    .places())
                    .hasSize(2);
        } finally {
            transaction.executeWithoutResult(status -> remove());
            index.await();
        }
    }

    @Test
    void the_index_takes_up_many_new_records_after_what_people_change() {
        Map<Boolean, List<Boolean>> waits = waitingOf(700);

        assertThat(waits.get(true)).hasSize(700).containsOnly(true);
        assertThat(waits.get(false)).containsExactly(false);
    }

    @Test
    void the_index_takes_up_a_few_new_records_at_once() {
        Map<Boolean, List<Boolean>> waits = waitingOf(3);

        assertThat(waits.get(true)).hasSize(3).containsOnly(false);
    }

    /** For new records and for a changed one among them: whether the index lets them wait. */
    private Map<Boolean, List<Boolean>> waitingOf(int count) {
        return new TransactionTemplate(transactions)
                .execute(
                        status -> {
                            status.setRollbackOnly();
                            Organization changed =
                                    entities.createQuery(
                                                    "select o from Organization o order by o.id",
                                                    Organization.class)
                                            .setMaxResults(1)
                                            .getSingleResult();
                            var batch = new NewRecords.Batch();
                            for (int i = 0; i < count; i++) {
                                batch.add(
                                        new Organization(
                                                OrganizationDraft.named(
                                                        "Teasel Aid " + i, "shelter"),
                                                null,
                                                new Provenance("many", String.valueOf(i)),
                                                NOW));
                            }
                            batch.add(
                                    new Location(
                                            changed,
                                            entities.createQuery(
                                                            "select l from Location l order by"
                                                                    + " l.id",
                                                            Location.class)
                                                    .setMaxResults(1)
                                                    .getSingleResult()
                                                    .draft(),
                                            "America/Chicago",
                                            new Provenance("many", "place"),
                                            NOW));
                            newRecords.insert(batch, Set.of(changed.id()));
                            Search.session(entities).indexingPlan().execute();
                            entities.flush();
                            var waits = new TreeMap<Boolean, List<Boolean>>();
                            jdbc.query(
                                    "select entity_id, process_after from hsearch_outbox_event",
                                    row -> {
                                        boolean isNew =
                                                !row.getString(1).equals(changed.id().toString());
                                        Instant due =
                                                row.getTimestamp(2, Calendar.getInstance(UTC))
                                                        .toInstant();
                                        waits.computeIfAbsent(isNew, key -> new ArrayList<>())
                                                .add(due.isAfter(Instant.now()));
                                    });
                            return waits;
                        });
    }

    private void remove() {
        for (String entity : List.of("Service", "Location", "Organization")) {
            entities.createQuery(
                            "select e from " + entity + " e where e.provenance.source = 'both'",
                            Object.class)
                    .getResultList()
                    .forEach(entities::remove);
            entities.flush();
        }
    }

    @FunctionalInterface
    private interface Copying<E> {
        E copy(E standing, Provenance from);
    }

    /** Writes each record of the demo twice and holds the rows of both against each other. */
    private <E> void compared(
            String table,
            String entity,
            Copying<E> copying,
            BiConsumer<NewRecords.Batch, E> adding,
            Function<E, UUID> id) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> {
                            status.setRollbackOnly();
                            @SuppressWarnings("unchecked")
                            List<E> standing =
                                    (List<E>)
                                            entities.createQuery("select e from " + entity + " e")
                                                    .getResultList();
                            var inserted = new ArrayList<E>();
                            var saved = new ArrayList<E>();
                            var batch = new NewRecords.Batch();
                            for (E one : standing) {
                                String key = String.valueOf(saved.size());
                                E fast = copying.copy(one, new Provenance("inserted", key));
                                E slow = copying.copy(one, new Provenance("saved", key));
                                adding.accept(batch, fast);
                                inserted.add(fast);
                                saved.add(slow);
                            }
                            saved.forEach(entities::persist);
                            entities.flush();
                            newRecords.insert(batch, Set.of());
                            assertThat(standing).hasSizeGreaterThan(20);
                            for (int i = 0; i < saved.size(); i++) {
                                assertThat(everyRow(table, id.apply(inserted.get(i))))
                                        .isEqualTo(everyRow(table, id.apply(saved.get(i))));
                            }
                        });
    }

    /**
     * The row of the record and all rows that refer to it, without what tells two records apart.
     */
    private Map<String, List<String>> everyRow(String table, UUID id) {
        var rows = new TreeMap<String, List<String>>();
        rows.put(table, rows(table, "id", id));
        assertThat(rows.get(table)).hasSize(1);
        for (Map<String, Object> reference : referring(table)) {
            String of = String.valueOf(reference.get("of_table"));
            String column = String.valueOf(reference.get("of_column"));
            rows.put(of + "." + column, rows(of, column, id));
        }
        return rows;
    }

    private List<Map<String, Object>> referring(String table) {
        return jdbc.queryForList(
                "select k.table_name of_table, k.column_name of_column from"
                        + " information_schema.referential_constraints r join"
                        + " information_schema.key_column_usage k on k.constraint_name ="
                        + " r.constraint_name join information_schema.table_constraints t on"
                        + " t.constraint_name = r.unique_constraint_name where t.table_name = ?",
                table);
    }

    private List<String> rows(String table, String column, UUID id) {
        return jdbc
                .queryForList("select * from " + table + " where " + column + " = ?", Ids.bytes(id))
                .stream()
                .map(row -> text(row, column))
                .sorted()
                .toList();
    }

    private static String text(Map<String, Object> row, String key) {
        return row.entrySet().stream()
                .filter(cell -> !cell.getKey().equalsIgnoreCase(key))
                .filter(cell -> !cell.getKey().equalsIgnoreCase("source"))
                .map(
                        cell ->
                                cell.getKey().toLowerCase(Locale.ROOT)
                                        + "="
                                        + (cell.getValue() instanceof byte[] bytes
                                                ? Ids.of(bytes)
                                                : cell.getValue()))
                .collect(Collectors.joining("; "));
    }
}
