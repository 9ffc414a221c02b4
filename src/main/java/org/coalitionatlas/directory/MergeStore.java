package org.coalitionatlas.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merges in the database: what went where, and what it takes to bring it back. */
@Component
class MergeStore {

    /** A merge of a merge of a merge: longer chains do not occur, and a circle must end. */
    private static final int LONGEST_CHAIN = 8;

    private final JdbcClient jdbc;

    MergeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A merge with what its undoing needs.
     *
     * @param draftBefore what stood in the surviving record
     */
    record Merge(
            UUID id,
            RecordKind kind,
            UUID fromId,
            UUID intoId,
            Publication fromPublication,
            long fromVersion,
            long intoVersion,
            String draftBefore,
            @Nullable String separatedBy) {}

    void add(
            UUID id,
            RecordWriter.Standing from,
            RecordWriter.Standing into,
            String draftBefore,
            String by,
            Instant now) {
        jdbc.sql(
                        "insert into record_merge (id, record_kind, from_id, into_id, from_label,"
                                + " into_label, from_publication, from_version, into_version,"
                                + " draft_before, merged_by, merged_at) values"
                                + " (?,?,?,?,?,?,?,0,0,?,?,?)")
                .params(
                        Ids.bytes(id),
                        from.kind().name(),
                        Ids.bytes(from.id()),
                        Ids.bytes(into.id()),
                        from.label(),
                        into.label(),
                        from.publication().name(),
                        draftBefore,
                        by,
                        Timestamp.from(now))
                .update();
        jdbc.sql("insert into record_redirect (from_id, into_id, merge_id) values (?,?,?)")
                .params(Ids.bytes(from.id()), Ids.bytes(into.id()), Ids.bytes(id))
                .update();
    }

    /** Keeps the versions both records have once everything is done. */
    void done(UUID id, long fromVersion, long intoVersion) {
        jdbc.sql("update record_merge set from_version = ?, into_version = ? where id = ?")
                .params(fromVersion, intoVersion, Ids.bytes(id))
                .update();
    }

    void moved(UUID id, String kind, UUID moved) {
        jdbc.sql(
                        "insert into record_merge_moved (merge_id, moved_kind, moved_id) values"
                                + " (?,?,?)")
                .params(Ids.bytes(id), kind, Ids.bytes(moved))
                .update();
    }

    List<UUID> moved(UUID id, String kind) {
        return jdbc.sql(
                        "select moved_id from record_merge_moved where merge_id = ? and moved_kind"
                                + " = ?")
                .params(Ids.bytes(id), kind)
                .query((row, n) -> Ids.of(row.getBytes(1)))
                .list();
    }

    Optional<Merge> find(UUID id) {
        return jdbc.sql("select * from record_merge where id = ?")
                .param(Ids.bytes(id))
                .query(MergeStore::merge)
                .optional();
    }

    /** Merges, newest first. */
    List<MergeLine> recent(int most) {
        return jdbc.sql("select * from record_merge order by merged_at desc, id desc limit ?")
                .param(most)
                .query(MergeStore::line)
                .list();
    }

    void separated(UUID id, String by, Instant now) {
        jdbc.sql("delete from record_redirect where merge_id = ?").param(Ids.bytes(id)).update();
        jdbc.sql("update record_merge set separated_by = ?, separated_at = ? where id = ?")
                .params(by, Timestamp.from(now), Ids.bytes(id))
                .update();
    }

    /** Where the record went in the end; empty when it did not go anywhere. */
    Optional<UUID> movedTo(UUID id) {
        Optional<UUID> last = Optional.empty();
        UUID at = id;
        for (int hop = 0; hop < LONGEST_CHAIN; hop++) {
            Optional<UUID> next =
                    jdbc.sql("select into_id from record_redirect where from_id = ?")
                            .param(Ids.bytes(at))
                            .query((row, n) -> Ids.of(row.getBytes(1)))
                            .optional();
            if (next.isEmpty()) {
                break;
            }
            last = next;
            at = next.get();
        }
        return last;
    }

    /** Where each of the records went, for those that went somewhere. */
    Map<UUID, UUID> movedTo(Collection<UUID> ids) {
        var moved = new HashMap<UUID, UUID>();
        if (ids.isEmpty()) {
            return moved;
        }
        List<UUID> gone =
                jdbc.sql("select from_id from record_redirect where from_id in (:ids)")
                        .param("ids", ids.stream().map(Ids::bytes).toList())
                        .query((row, n) -> Ids.of(row.getBytes(1)))
                        .list();
        gone.forEach(id -> movedTo(id).ifPresent(into -> moved.put(id, into)));
        return moved;
    }

    private static Merge merge(ResultSet row, int n) throws SQLException {
        return new Merge(
                Ids.of(row.getBytes("id")),
                RecordKind.valueOf(row.getString("record_kind")),
                Ids.of(row.getBytes("from_id")),
                Ids.of(row.getBytes("into_id")),
                Publication.valueOf(row.getString("from_publication")),
                row.getLong("from_version"),
                row.getLong("into_version"),
                row.getString("draft_before"),
                row.getString("separated_by"));
    }

    private static MergeLine line(ResultSet row, int n) throws SQLException {
        return new MergeLine(
                Ids.of(row.getBytes("id")),
                RecordKind.valueOf(row.getString("record_kind")),
                Ids.of(row.getBytes("from_id")),
                Ids.of(row.getBytes("into_id")),
                row.getString("from_label"),
                row.getString("into_label"),
                row.getString("merged_by"),
                row.getTimestamp("merged_at").toInstant(),
                row.getString("separated_by"));
    }
}
