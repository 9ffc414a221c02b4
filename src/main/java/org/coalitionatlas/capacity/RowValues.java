package org.coalitionatlas.capacity;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row being written: every column stands beside its value, so that none is counted off. */
final class RowValues {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    RowValues with(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    RowValues with(String column, UUID id) {
        return with(column, (Object) Ids.bytes(id));
    }

    RowValues with(String column, @Nullable Enum<?> value) {
        return with(column, (Object) (value == null ? null : value.name()));
    }

    RowValues with(String column, Instant at) {
        return with(column, (Object) utc(at));
    }

    /** When and by whom, in the two columns that begin with the name of what was done. */
    RowValues with(String done, @Nullable Stamp stamp) {
        with(done + "_at", (Object) (stamp == null ? null : utc(stamp.at())));
        return with(done + "_by", (Object) (stamp == null ? null : stamp.by()));
    }

    /** What stands at a place. */
    RowValues with(Given given) {
        return with("choice", given.choice())
                .with("answer_text", given.text())
                .with("note", given.note())
                .with("put_off", given.later());
    }

    void insertInto(JdbcClient jdbc, String table) {
        jdbc.sql(
                        "insert into "
                                + table
                                + " ("
                                + String.join(", ", values.keySet())
                                + ") values ("
                                + marks(values.size())
                                + ")")
                .params(new ArrayList<>(values.values()))
                .update();
    }

    void update(JdbcClient jdbc, String table, UUID id) {
        var parameters = new ArrayList<>(values.values());
        parameters.add(Ids.bytes(id));
        jdbc.sql(
                        "update "
                                + table
                                + " set "
                                + String.join(" = ?, ", values.keySet())
                                + " = ? where id = ?")
                .params(parameters)
                .update();
    }

    /** As many question marks as a list has members. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
