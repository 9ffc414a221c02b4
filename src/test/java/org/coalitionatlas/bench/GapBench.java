package org.coalitionatlas.bench;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.gaps.Gaps;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.SystemActor;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;

/**
 * Judges every need in every county, with assessments in a tenth of the counties, beside a loop
 * that only reads the same rows.
 */
final class GapBench {

    private static final int MOST_ANSWERED = 8;
    private static final String[] ANSWERS = {"YES", "NO", "UNKNOWN"};

    private final BenchProduct product;

    GapBench(BenchProduct product) {
        this.product = product;
    }

    /** Answers in every tenth county, for up to eight providers of most needs. */
    long assess() throws SQLException {
        var facts = product.get(ProviderFacts.class);
        var geography = product.get(Geography.class);
        List<County> counties =
                geography.counties().stream().filter(c -> c.valid().until() == null).toList();
        List<ProviderFacts.ServiceFacts> all = SystemActor.call("Bench", facts::allServices);
        Map<String, List<ProviderFacts.ServiceFacts>> byArea = new HashMap<>();
        all.forEach(
                service ->
                        service.areas()
                                .forEach(
                                        area ->
                                                byArea.computeIfAbsent(area, a -> new ArrayList<>())
                                                        .add(service)));
        long written = 0;
        try (Connection connection = product.database().getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < counties.size(); i += 10) {
                County county = counties.get(i);
                var serving = new ArrayList<ProviderFacts.ServiceFacts>();
                for (String code : org.coalitionatlas.directory.ServiceArea.codesCovering(county)) {
                    serving.addAll(byArea.getOrDefault(code, List.of()));
                }
                written += assess(connection, county, serving, new SplittableRandom(i));
            }
        }
        return written;
    }

    private long assess(
            Connection connection,
            County county,
            List<ProviderFacts.ServiceFacts> serving,
            SplittableRandom random)
            throws SQLException {
        UUID assessment = Ids.newId();
        Timestamp now = Timestamp.from(Instant.now());
        try (var insert =
                connection.prepareStatement(
                        "insert into assessment (id, version, county_fips, assessment_cycle,"
                                + " opened_at) values (?, 0, ?, '2026', ?)")) {
            insert.setBytes(1, bytes(assessment));
            insert.setString(2, county.fips());
            insert.setTimestamp(3, now);
            insert.executeUpdate();
        }
        long rows = 0;
        try (var insert =
                connection.prepareStatement(
                        "insert into assessment_answer (id, version, assessment_id, need_code,"
                                + " provider_id, has_contact, partners, trained, finding, answered_by,"
                                + " answered_at) values (?, 0, ?, ?, ?, ?, ?, ?, ?, 'Generated', ?)")) {
            for (Need need : product.get(Taxonomy.class).needs()) {
                if (random.nextInt(10) < 2) {
                    continue;
                }
                Set<UUID> providers = new LinkedHashSet<>();
                for (var service : serving) {
                    if (providers.size() < MOST_ANSWERED && service.needs().contains(need.code())) {
                        providers.add(service.organizationId());
                    }
                }
                boolean nobody = providers.isEmpty();
                for (UUID provider : nobody ? Set.of(new UUID(0, 0)) : providers) {
                    insert.setBytes(1, bytes(Ids.newId()));
                    insert.setBytes(2, bytes(assessment));
                    insert.setString(3, need.code());
                    insert.setBytes(4, bytes(provider));
                    for (int answer = 5; answer <= 7; answer++) {
                        insert.setString(
                                answer, nobody ? null : ANSWERS[random.nextInt(ANSWERS.length)]);
                    }
                    insert.setString(8, nobody ? "NOBODY" : null);
                    insert.setTimestamp(9, now);
                    insert.addBatch();
                    rows++;
                }
            }
            insert.executeBatch();
        }
        connection.commit();
        return rows;
    }

    void run(Report report) throws Exception {
        long answers = assess();
        var gaps = product.get(Gaps.class);
        var cells = new long[2];
        long best = Long.MAX_VALUE;
        long statements = 0;
        HeapWatch heap = new HeapWatch();
        try (heap) {
            for (int run = 0; run < 3; run++) {
                cells[0] = 0;
                cells[1] = 0;
                long sent = product.sql().sent();
                long start = System.nanoTime();
                SystemActor.call(
                        "Bench",
                        () -> {
                            gaps.ofAllCounties(
                                    (county, ofCounty) -> {
                                        cells[0]++;
                                        cells[1] += ofCounty.size();
                                    });
                            return true;
                        });
                best = Math.min(best, System.nanoTime() - start);
                statements = product.sql().sent() - sent;
            }
        }
        long read = Long.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            read = Math.min(read, readOnly());
        }
        report.title(
                "Gaps: %,d counties, %,d cells, %,d answers"
                        .formatted(cells[0], cells[1], answers));
        report.table(
                List.of("work", "seconds", "cells/s", "SQL"),
                List.of(
                        List.of(
                                "every cell judged",
                                "%.2f".formatted(best / 1e9),
                                "%,.0f".formatted(cells[1] / (best / 1e9)),
                                String.valueOf(statements)),
                        List.of("the same rows only read", "%.2f".formatted(read / 1e9), "", "3")));
        report.line(
                "Heap: at most %d MB in use, at most %d MB left by a collection"
                        .formatted(heap.mostUsedMegabytes(), heap.mostKeptMegabytes()));
    }

    private long readOnly() throws SQLException {
        long start = System.nanoTime();
        long seen = 0;
        try (Connection connection = product.database().getConnection();
                var statement = connection.createStatement()) {
            for (String sql :
                    List.of(
                            "select s.*, a.area_code, o.name as organization_name, o.parent_id,"
                                    + " l.county_fips, l.hours_weekly as location_hours from"
                                    + " service_area a join service s on s.id = a.service_id join"
                                    + " organization o on o.id = s.organization_id left join"
                                    + " service_at_location sl on sl.service_id = s.id left join"
                                    + " location l on l.id = sl.location_id",
                            "select a.county_fips, r.* from assessment a join assessment_answer r on"
                                    + " r.assessment_id = a.id",
                            "select c.organization_id, t.* from contact_training t join contact c on"
                                    + " c.id = t.contact_id")) {
                var rows = statement.executeQuery(sql);
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        seen += rows.getObject(column) == null ? 0 : 1;
                    }
                }
            }
        }
        if (seen == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return System.nanoTime() - start;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
