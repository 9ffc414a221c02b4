package org.coalitionatlas.common;

import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes the identifiers of records. */
public final class Ids {

    private Ids() {}

    /** A new UUID of version 7: ordered by time, so that indexes grow at one end. */
    public static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }
}
