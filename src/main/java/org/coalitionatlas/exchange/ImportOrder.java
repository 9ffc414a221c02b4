package org.coalitionatlas.exchange;

/**
 * What a person wants done with an uploaded file.
 *
 * @param fileName its name on the person's machine
 * @param storedAs its name among the uploads
 * @param publish whether what is imported is published at once
 * @param addMissing whether organizations the file only refers to are added as drafts
 * @param dryRun whether only to say what would happen
 */
public record ImportOrder(
        String fileName,
        String storedAs,
        ImportMapping mapping,
        boolean publish,
        boolean addMissing,
        boolean dryRun) {}
