package org.coalitionatlas.directory;

import java.util.UUID;

/** There is no such record, or the person may not know that there is. */
public final class NoSuchRecord extends RuntimeException {

    NoSuchRecord(UUID id) {
        super("no record " + id);
    }
}
