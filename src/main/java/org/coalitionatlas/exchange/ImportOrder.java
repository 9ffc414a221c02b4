package org.coalitionatlas.exchange;

import org.coalitionatlas.directory.WhenAlike;

/**
 * What a person wants done with an uploaded file.
 *
 * @param fileName its name on the person's machine
 * @param storedAs its name among the uploads
 * @param publish whether what is imported is published at once
 * @param addMissing whether organizations the file only refers to are added as drafts
 * @param dryRun whether only to say what would happen
 * @param whenAlike what to do with new rows that look like records of other sources
 */
public record ImportOrder(
        String fileName,
        String storedAs,
        ImportMapping mapping,
        boolean publish,
        boolean addMissing,
        boolean dryRun,
        WhenAlike whenAlike) {

    /** An order that adds what looks like records of other sources, with a remark. */
    public ImportOrder(
            String fileName,
            String storedAs,
            ImportMapping mapping,
            boolean publish,
            boolean addMissing,
            boolean dryRun) {
        this(fileName, storedAs, mapping, publish, addMissing, dryRun, WhenAlike.ADD);
    }
}
