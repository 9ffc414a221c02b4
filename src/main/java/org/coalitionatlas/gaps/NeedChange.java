package org.coalitionatlas.gaps;

import org.coalitionatlas.taxonomy.Need;

/** A need in a county then and now. */
public record NeedChange(Need need, FrozenNeed then, FrozenNeed now) {

    /** What became of it, in one word. */
    public enum Verdict {
        BETTER,
        WORSE,
        SAME,
        /** The standing is the same; some shortcomings went, others came. */
        MIXED,
        /** Nobody had looked then. */
        NEWLY_ASSESSED,
        /** Somebody had looked then, and nobody has now. */
        NOT_ASSESSED_NOW,
        /** Nobody has looked, then or now. */
        NEVER_ASSESSED,
        /** It did not apply then, or does not now. */
        APPLIES_DIFFERENTLY
    }

    /** Standing first; where that is the same, what falls short decides. */
    public Verdict verdict() {
        if (then.notApplicable() != now.notApplicable()) {
            return Verdict.APPLIES_DIFFERENTLY;
        }
        if (then.notApplicable()) {
            return Verdict.SAME;
        }
        if (then.level() == null || now.level() == null) {
            if (then.level() == null && now.level() == null) {
                return Verdict.NEVER_ASSESSED;
            }
            return then.level() == null ? Verdict.NEWLY_ASSESSED : Verdict.NOT_ASSESSED_NOW;
        }
        int step = now.level().compareTo(then.level());
        if (step != 0) {
            return step > 0 ? Verdict.BETTER : Verdict.WORSE;
        }
        boolean fewer = then.gaps().containsAll(now.gaps());
        boolean more = now.gaps().containsAll(then.gaps());
        if (fewer && more) {
            return Verdict.SAME;
        }
        if (fewer) {
            return Verdict.BETTER;
        }
        return more ? Verdict.WORSE : Verdict.MIXED;
    }
}
