package org.coalitionatlas.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What several tables of this room keep in the same way, read by the number of its column. */
final class RowReading {

    private RowReading() {}

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    /** A name and, in the column after it, the time. */
    static @Nullable Stamp stamp(ResultSet row, int column) throws SQLException {
        String by = row.getString(column);
        return by == null ? null : new Stamp(by, instant(row, column + 1));
    }

    /**
     * Choice, text, note and putting off.
     *
     * @param before how many columns come before them
     */
    static Given given(ResultSet row, int before) throws SQLException {
        return new Given(
                choice(row.getString(before + 1)),
                row.getString(before + 2),
                row.getString(before + 3),
                row.getBoolean(before + 4));
    }

    static @Nullable Choice choice(@Nullable String name) {
        return name == null ? null : Choice.valueOf(name);
    }
}
