package org.coalitionatlas.capacity;

/** How an item is answered, and which answer is good (PRODUCT §3). */
public enum ItemKind {
    /** Answered in words; neither good nor bad. */
    NARRATIVE,
    /** "Yes" is a strength, "no" something to improve. */
    YES_IS_GOOD,
    /** "Yes" names something still needed, "no" says that nothing is. */
    YES_IS_GAP,
    /** Something to do and then to confirm; "yes" says that it was done. */
    DIRECTIVE
}
