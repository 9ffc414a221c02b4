package org.coalitionatlas.common;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes the identifiers of records. */
public final class Ids {

    private Ids() {}

    /** A new UUID of version 7: ordered by time, so that indexes grow at one end. */
    public static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** The 16 bytes of an id's column, for SQL written by hand. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** The id of those 16 bytes. */
    public static UUID of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
