package org.coalitionatlas.partnership;

import java.time.LocalDate;
import java.util.UUID;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * That somebody at one organization knows somebody at another.
 *
 * @param providerId where somebody is known
 * @param holderId the organization of whoever knows them
 * @param heldBy the person there who does
 * @param contactId whom they know, when the directory has them
 * @param note who it is or how they are reached, when the directory does not have them
 * @param since since when, if anybody remembers
 */
public record HeldDraft(
        UUID providerId,
        UUID holderId,
        String heldBy,
        @Nullable UUID contactId,
        @Nullable String note,
        @Nullable LocalDate since) {

    /** Most characters of a note. */
    public static final int LONGEST_NOTE = 500;

    /** Tidies the texts; somebody must hold it, and somebody else must be known. */
    public HeldDraft {
        if (providerId.equals(holderId)) {
            throw new InvalidValue("partnership.invalid.own");
        }
        if (Texts.tidy(heldBy, 200) == null) {
            throw new InvalidValue("partnership.invalid.holder");
        }
        heldBy = Texts.required(heldBy, 200);
        note = Texts.tidy(note, LONGEST_NOTE);
        if (contactId == null && note == null) {
            throw new InvalidValue("partnership.invalid.somebody");
        }
    }
}
