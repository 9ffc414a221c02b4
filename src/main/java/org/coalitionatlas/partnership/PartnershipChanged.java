package org.coalitionatlas.partnership;

import java.util.UUID;
import org.coalitionatlas.common.SaidInWords;

/** Somebody else changed the record since this person opened it; nothing was saved. */
public final class PartnershipChanged extends RuntimeException implements SaidInWords {

    PartnershipChanged(UUID id) {
        super("record " + id + " was changed by somebody else");
    }

    @Override
    public String messageKey() {
        return "common.recordChanged";
    }
}
