package org.coalitionatlas.capacity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that shows what an answer says: a link, or a small file.
 *
 * @param item key of the item it belongs to
 * @param title of the link, or the file's name as its owner called it
 * @param url the link; {@code null} for a file
 * @param file what kind of file; {@code null} for a link
 * @param size in bytes, 0 for a link
 */
public record Evidence(
        UUID id,
        UUID response,
        String item,
        String title,
        @Nullable String url,
        @Nullable FileType file,
        long size,
        Stamp added) {}
