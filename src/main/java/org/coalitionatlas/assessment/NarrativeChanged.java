package org.coalitionatlas.assessment;

import org.coalitionatlas.assessment.Worksheet.Narrative;
import org.coalitionatlas.common.SaidInWords;

/**
 * Somebody else wrote the narrative since this person began. Nothing was saved; both texts are kept
 * so that a person decides.
 */
public final class NarrativeChanged extends RuntimeException implements SaidInWords {

    private final transient Narrative standing;

    NarrativeChanged(Narrative standing) {
        super("the narrative was changed by somebody else");
        this.standing = standing;
    }

    /** What stands there now. */
    public Narrative standing() {
        return standing;
    }

    @Override
    public String messageKey() {
        return "assessment.narrative.changed";
    }
}
