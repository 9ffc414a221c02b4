package org.coalitionatlas.capacity;

import java.util.UUID;
import org.coalitionatlas.common.SaidInWords;

/** There is no such response, or the person may not know that there is. */
public final class NoSuchResponse extends RuntimeException implements SaidInWords {

    NoSuchResponse(UUID id) {
        super("no response " + id);
    }

    @Override
    public String messageKey() {
        return "common.noSuchRecord";
    }
}
