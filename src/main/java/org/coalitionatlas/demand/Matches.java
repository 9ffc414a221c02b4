package org.coalitionatlas.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which services each saved search is known to match. Statements run in the caller's transaction.
 */
@Component
class Matches {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Matches(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A state a match goes through: known when the search was saved, or new and then seen. */
    enum State {
        KNOWN,
        NEW,
        SEEN
    }

    /** A service that newly matched. */
    record New(UUID searchId, UUID serviceId, Instant foundAt) {}

    Set<UUID> of(UUID searchId) {
        return new HashSet<>(
                jdbc.sql("select service_id from saved_search_match where search_id = ?")
                        .params(Ids.bytes(searchId))
                        .query((row, n) -> Ids.of(row.getBytes(1)))
                        .list());
    }

    void add(UUID searchId, Collection<UUID> services, State state, Instant now) {
        if (services.isEmpty()) {
            return;
        }
        List<Object[]> rows =
                services.stream()
                        .map(
                                service ->
                                        new Object[] {
                                            Ids.bytes(searchId),
                                            Ids.bytes(service),
                                            state.name(),
                                            state != State.NEW,
                                            java.sql.Timestamp.from(now)
                                        })
                        .toList();
        batches.batchUpdate(
                "insert into saved_search_match (search_id, service_id, state, mailed, found_at)"
                        + " values (?, ?, ?, ?, ?)",
                rows);
    }

    List<New> fresh(UUID personId, int most) {
        return jdbc.sql(
                        "select m.search_id, m.service_id, m.found_at from saved_search_match m"
                                + " join saved_search s on s.id = m.search_id where s.person_id = ?"
                                + " and m.state = 'NEW' order by m.found_at desc, m.service_id"
                                + " limit ?")
                .params(Ids.bytes(personId), most)
                .query(
                        (row, n) ->
                                new New(
                                        Ids.of(row.getBytes(1)),
                                        Ids.of(row.getBytes(2)),
                                        row.getTimestamp(3).toInstant()))
                .list();
    }

    Map<UUID, Long> countFresh(UUID personId) {
        var counts = new HashMap<UUID, Long>();
        jdbc.sql(
                        "select m.search_id, count(*) from saved_search_match m join saved_search s"
                                + " on s.id = m.search_id where s.person_id = ? and m.state = 'NEW'"
                                + " group by m.search_id")
                .params(Ids.bytes(personId))
                .query(
                        row -> {
                            counts.put(Ids.of(row.getBytes(1)), row.getLong(2));
                        });
        return counts;
    }

    long countFreshServices(UUID personId) {
        return jdbc.sql(
                        "select count(distinct m.service_id) from saved_search_match m join"
                                + " saved_search s on s.id = m.search_id where s.person_id = ? and"
                                + " m.state = 'NEW'")
                .params(Ids.bytes(personId))
                .query(Long.class)
                .single();
    }

    void see(UUID personId) {
        jdbc.sql(
                        "update saved_search_match set state = 'SEEN', mailed = true where state ="
                                + " 'NEW' and search_id in (select id from saved_search where"
                                + " person_id = ?)")
                .params(Ids.bytes(personId))
                .update();
    }

    /** What is new but gone again before anybody looked is no news. */
    void withdraw(UUID searchId, Collection<UUID> services) {
        List<Object[]> rows =
                services.stream()
                        .map(service -> new Object[] {Ids.bytes(searchId), Ids.bytes(service)})
                        .toList();
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    "update saved_search_match set state = 'SEEN', mailed = true where search_id ="
                            + " ? and service_id = ? and state = 'NEW'",
                    rows);
        }
    }

    /** The services of a search that nobody has looked at yet. */
    Set<UUID> unseen(UUID searchId) {
        return new HashSet<>(
                jdbc.sql(
                                "select service_id from saved_search_match where search_id = ? and"
                                        + " state = 'NEW'")
                        .params(Ids.bytes(searchId))
                        .query((row, n) -> Ids.of(row.getBytes(1)))
                        .list());
    }

    void forget(UUID searchId) {
        jdbc.sql("delete from saved_search_match where search_id = ?")
                .params(Ids.bytes(searchId))
                .update();
    }

    /**
     * People with news that no message has told yet, and whom none was tried on that day; those
     * first whose news waits longest. Closed accounts are nobody to write to.
     */
    List<UUID> peopleToMail(LocalDate day, int most) {
        return jdbc.sql(
                        "select s.person_id from saved_search_match m join saved_search s on s.id ="
                                + " m.search_id join person p on p.id = s.person_id where m.state ="
                                + " 'NEW' and m.mailed = false and s.by_mail = true and p.enabled ="
                                + " true and not exists (select 1 from saved_search t where"
                                + " t.person_id = s.person_id and t.mail_tried_on >= ?) group by"
                                + " s.person_id order by min(m.found_at), s.person_id limit ?")
                .params(day, most)
                .query((row, n) -> Ids.of(row.getBytes(1)))
                .list();
    }

    /** Notes that a message to the person was tried on that day, whatever became of it. */
    void tried(UUID personId, LocalDate day) {
        jdbc.sql("update saved_search set mail_tried_on = ? where person_id = ?")
                .params(day, Ids.bytes(personId))
                .update();
    }

    /** How many of them each search has. */
    Map<UUID, Long> countToMail(UUID personId) {
        var counts = new HashMap<UUID, Long>();
        jdbc.sql(
                        "select m.search_id, count(*) from saved_search_match m join saved_search s"
                                + " on s.id = m.search_id where s.person_id = ? and m.state = 'NEW'"
                                + " and m.mailed = false and s.by_mail = true group by"
                                + " m.search_id")
                .params(Ids.bytes(personId))
                .query(
                        row -> {
                            counts.put(Ids.of(row.getBytes(1)), row.getLong(2));
                        });
        return counts;
    }

    void mailed(UUID personId) {
        jdbc.sql(
                        "update saved_search_match set mailed = true where mailed = false and"
                                + " search_id in (select id from saved_search where person_id = ?"
                                + " and by_mail = true)")
                .params(Ids.bytes(personId))
                .update();
    }
}
