package org.coalitionatlas.partnership;

import java.util.UUID;
import org.coalitionatlas.common.SaidInWords;

/** There is no such record, or the person may not know that there is. */
public final class NoSuchPartnership extends RuntimeException implements SaidInWords {

    NoSuchPartnership(UUID id) {
        super("no record " + id);
    }

    @Override
    public String messageKey() {
        return "common.noSuchRecord";
    }
}
