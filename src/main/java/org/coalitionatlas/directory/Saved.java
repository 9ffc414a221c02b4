package org.coalitionatlas.directory;

import java.util.UUID;

/**
 * What became of something a person wrote.
 *
 * @param id of the record, or of the proposal when it waits
 * @param waits whether a coordinator has to approve it first; what is published stays as it was
 */
public record Saved(UUID id, boolean waits) {

    static Saved now(UUID record) {
        return new Saved(record, false);
    }
}
