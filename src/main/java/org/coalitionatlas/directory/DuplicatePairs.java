package org.coalitionatlas.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.common.Ids;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pairs that were found, and what people said of them. */
@Component
class DuplicatePairs {

    private static final String COLUMNS =
            "id, record_kind, one_id, other_id, one_label, other_label, one_organization_id,"
                    + " other_organization_id, score, name_share, signs";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DuplicatePairs(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** What became of a pair. */
    enum State {
        OPEN,
        /** Somebody said that they are two. */
        DISMISSED,
        /** They were made one. */
        MERGED
    }

    /** A pair as it is found, before it is known whether anybody knows it. */
    record Found(Lookalike one, Lookalike other, Likeness likeness) {

        /** With the lesser id first. */
        static Found of(Lookalike one, Lookalike other, Likeness likeness) {
            return precedes(one.id(), other.id())
                    ? new Found(one, other, likeness)
                    : new Found(other, one, likeness);
        }

        List<UUID> key() {
            return List.of(one.id(), other.id());
        }
    }

    /**
     * Writes down what was found about some records: new pairs are opened, standing ones rated
     * anew, and open ones that this search did not find, from neither side, are gone. What people
     * said stays.
     *
     * @param searchBegan a pair found since then was found from its other side
     */
    void replace(
            Collection<UUID> about, Collection<Found> found, Instant searchBegan, Instant now) {
        Map<List<UUID>, Found> wanted =
                found.stream().collect(Collectors.toMap(Found::key, f -> f, (a, b) -> a));
        var standing = new HashMap<List<UUID>, Row>();
        for (Row row : rowsAbout(about)) {
            standing.put(List.of(row.one, row.other), row);
        }
        wanted.values().stream()
                .filter(pair -> !standing.containsKey(pair.key()))
                .forEach(pair -> insert(pair, now));
        for (Row row : standing.values()) {
            if (row.state != State.OPEN) {
                continue;
            }
            Found again = wanted.get(List.of(row.one, row.other));
            if (again == null && row.foundAt.isBefore(searchBegan)) {
                jdbc.sql("delete from duplicate_pair where id = ?")
                        .param(Ids.bytes(row.id))
                        .update();
            } else if (again != null) {
                rate(row.id, again, now);
            }
        }
    }

    /** Keeps that the two of each pair are two, whether they were found before or not. */
    void apart(Collection<Found> said, String by, Instant now) {
        for (Found pair : said) {
            find(pair)
                    .ifPresentOrElse(
                            id -> settle(id, State.DISMISSED, by, now),
                            () -> {
                                insert(pair, now);
                                find(pair).ifPresent(id -> settle(id, State.DISMISSED, by, now));
                            });
        }
    }

    private Optional<UUID> find(Found pair) {
        return jdbc.sql("select id from duplicate_pair where one_id = ? and other_id = ?")
                .params(Ids.bytes(pair.one().id()), Ids.bytes(pair.other().id()))
                .query((row, n) -> Ids.of(row.getBytes(1)))
                .optional();
    }

    /** Open pairs, most alike first. */
    List<DuplicatePair> open(int most) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from duplicate_pair where pair_state = 'OPEN' order by score"
                                + " desc, id limit ?")
                .param(most)
                .query(DuplicatePairs::pair)
                .list();
    }

    Optional<DuplicatePair> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from duplicate_pair where id = ?")
                .param(Ids.bytes(id))
                .query(DuplicatePairs::pair)
                .optional();
    }

    void settle(UUID id, State state, String by, Instant now) {
        jdbc.sql(
                        "update duplicate_pair set pair_state = ?, decided_by = ?, decided_at = ?"
                                + " where id = ?")
                .params(state.name(), by, Timestamp.from(now), Ids.bytes(id))
                .update();
    }

    /** The two records became one: their pair is settled, others of the gone one are void. */
    void merged(UUID from, UUID into, String by, Instant now) {
        UUID one = precedes(from, into) ? from : into;
        UUID other = one.equals(from) ? into : from;
        jdbc.sql(
                        "update duplicate_pair set pair_state = 'MERGED', decided_by = ?,"
                                + " decided_at = ? where one_id = ? and other_id = ?")
                .params(by, Timestamp.from(now), Ids.bytes(one), Ids.bytes(other))
                .update();
        jdbc.sql(
                        "delete from duplicate_pair where pair_state = 'OPEN' and (one_id = ? or"
                                + " other_id = ?)")
                .params(Ids.bytes(from), Ids.bytes(from))
                .update();
    }

    /** They are two again, and somebody has to say why. */
    void separated(UUID from, UUID into) {
        UUID one = precedes(from, into) ? from : into;
        UUID other = one.equals(from) ? into : from;
        jdbc.sql(
                        "update duplicate_pair set pair_state = 'OPEN', decided_by = null,"
                                + " decided_at = null where one_id = ? and other_id = ?")
                .params(Ids.bytes(one), Ids.bytes(other))
                .update();
    }

    private record Row(UUID id, UUID one, UUID other, State state, Instant foundAt) {}

    private List<Row> rowsAbout(Collection<UUID> about) {
        if (about.isEmpty()) {
            return List.of();
        }
        List<byte[]> ids = about.stream().map(Ids::bytes).toList();
        var rows = new ArrayList<Row>();
        for (String side : List.of("one_id", "other_id")) {
            rows.addAll(
                    jdbc.sql(
                                    "select id, one_id, other_id, pair_state, found_at from"
                                            + " duplicate_pair where "
                                            + side
                                            + " in (:ids)")
                            .param("ids", ids)
                            .query(
                                    (row, n) ->
                                            new Row(
                                                    Ids.of(row.getBytes(1)),
                                                    Ids.of(row.getBytes(2)),
                                                    Ids.of(row.getBytes(3)),
                                                    State.valueOf(row.getString(4)),
                                                    row.getTimestamp(5).toInstant()))
                            .list());
        }
        return rows;
    }

    private void insert(Found pair, Instant now) {
        batches.update(
                "insert into duplicate_pair ("
                        + COLUMNS
                        + ", pair_state, found_at) values (?,?,?,?,?,?,?,?,?,?,?,'OPEN',?)",
                Ids.bytes(Ids.newId()),
                pair.one().kind().name(),
                Ids.bytes(pair.one().id()),
                Ids.bytes(pair.other().id()),
                pair.one().name(),
                pair.other().name(),
                Ids.bytes(pair.one().organizationId()),
                Ids.bytes(pair.other().organizationId()),
                score(pair.likeness()),
                pair.likeness().namePercent(),
                signs(pair.likeness()),
                Timestamp.from(now));
    }

    private void rate(UUID id, Found pair, Instant now) {
        batches.update(
                "update duplicate_pair set one_label = ?, other_label = ?, one_organization_id ="
                        + " ?, other_organization_id = ?, score = ?, name_share = ?, signs = ?,"
                        + " found_at = ? where id = ?",
                pair.one().name(),
                pair.other().name(),
                Ids.bytes(pair.one().organizationId()),
                Ids.bytes(pair.other().organizationId()),
                score(pair.likeness()),
                pair.likeness().namePercent(),
                signs(pair.likeness()),
                Timestamp.from(now),
                Ids.bytes(id));
    }

    private static int score(Likeness likeness) {
        return (int) Math.round(likeness.score() * 100);
    }

    private static String signs(Likeness likeness) {
        return likeness.signs().stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static DuplicatePair pair(ResultSet row, int n) throws SQLException {
        Set<Likeness.Sign> signs = EnumSet.noneOf(Likeness.Sign.class);
        Arrays.stream(row.getString("signs").split(" "))
                .filter(sign -> !sign.isEmpty())
                .map(Likeness.Sign::valueOf)
                .forEach(signs::add);
        return new DuplicatePair(
                Ids.of(row.getBytes("id")),
                RecordKind.valueOf(row.getString("record_kind")),
                Ids.of(row.getBytes("one_id")),
                Ids.of(row.getBytes("other_id")),
                row.getString("one_label"),
                row.getString("other_label"),
                Ids.of(row.getBytes("one_organization_id")),
                Ids.of(row.getBytes("other_organization_id")),
                row.getInt("score"),
                row.getInt("name_share"),
                signs);
    }

    private static boolean precedes(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0;
    }
}
