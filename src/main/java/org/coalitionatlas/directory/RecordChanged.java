package org.coalitionatlas.directory;

import java.util.UUID;
import org.coalitionatlas.common.SaidInWords;

/**
 * Somebody else changed the record since this person opened it. Nothing was saved and nothing typed
 * is lost: the form keeps it and shows what stands now.
 */
public final class RecordChanged extends RuntimeException implements SaidInWords {

    private final UUID id;

    RecordChanged(UUID id) {
        super("record " + id + " was changed by somebody else");
        this.id = id;
    }

    /** The record. */
    public UUID id() {
        return id;
    }

    @Override
    public String messageKey() {
        return "common.recordChanged";
    }
}
