package org.coalitionatlas.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links and files that show what an answer says, in the database; the files lie beside it. */
@Component
class EvidenceStore {

    private static final String TABLE = "capacity_evidence";
    private static final String LINK = "LINK";
    private static final String SELECT =
            "select id, response_id, item, evidence_kind, title, url, file_size, added_by,"
                    + " added_at from capacity_evidence";

    private final JdbcClient jdbc;

    EvidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Evidence e) {
        FileType file = e.file();
        new RowValues()
                .with("id", e.id())
                .with("response_id", e.response())
                .with("item", e.item())
                .with("evidence_kind", (file == null ? LINK : file.name()))
                .with("title", e.title())
                .with("url", e.url())
                .with("media_type", (file == null ? null : file.mediaType()))
                .with("file_size", (file == null ? null : e.size()))
                .with("added", e.added())
                .insertInto(jdbc, TABLE);
    }

    List<Evidence> of(UUID response) {
        return jdbc.sql(SELECT + " where response_id = ? and removed_at is null order by id")
                .param(Ids.bytes(response))
                .query((row, n) -> evidence(row))
                .list();
    }

    Optional<Evidence> one(UUID id) {
        return jdbc.sql(SELECT + " where id = ? and removed_at is null")
                .param(Ids.bytes(id))
                .query((row, n) -> evidence(row))
                .optional();
    }

    /** Those of the ids that have a row, also when it was taken off its answer. */
    Set<UUID> known(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        jdbc.sql(
                                        "select id from capacity_evidence where id in ("
                                                + RowValues.marks(ids.size())
                                                + ")")
                                .params(ids.stream().map(Ids::bytes).toList())
                                .query((row, n) -> Ids.of(row.getBytes(1)))
                                .list());
    }

    /** Taken off the answer; the row and the file stay, so that it can be put back. */
    void remove(UUID response, UUID id, @Nullable Stamp by) {
        jdbc.sql(
                        "update capacity_evidence set removed_at = ?, removed_by = ? where id = ?"
                                + " and response_id = ?")
                .param(by == null ? null : RowValues.utc(by.at()))
                .param(by == null ? null : by.by())
                .param(Ids.bytes(id))
                .param(Ids.bytes(response))
                .update();
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        String kind = row.getString(4);
        return new Evidence(
                Ids.of(row.getBytes(1)),
                Ids.of(row.getBytes(2)),
                row.getString(3),
                row.getString(5),
                row.getString(6),
                kind.equals(LINK) ? null : FileType.valueOf(kind),
                row.getLong(7),
                Objects.requireNonNull(RowReading.stamp(row, 8)));
    }
}
