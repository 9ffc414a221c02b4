package org.coalitionatlas.common;

/** A reference file cannot be used; the product does not start with it. */
public final class BrokenReferenceData extends RuntimeException {

    /**
     * @param file path below {@code data/}
     * @param line 1-based line of the offending entry
     * @param reason what is wrong, in words for whoever edits the file
     */
    public BrokenReferenceData(String file, int line, String reason) {
        super("data/" + file + ", line " + line + ": " + reason);
    }
}
