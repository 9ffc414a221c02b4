package org.coalitionatlas.capacity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of files taken as evidence. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    CSV("text/csv", "csv"),
    TXT("text/plain", "txt");

    private final String mediaType;
    private final Set<String> endings;

    FileType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = Set.of(endings);
    }

    /** What the download is declared as. */
    public String mediaType() {
        return mediaType;
    }

    /** The kind that the ending of a file's name claims. */
    static Optional<FileType> claimedBy(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.endings.contains(ending)).findFirst();
    }

    /** Every ending, for a browser's file dialog: {@code .pdf}. */
    public static String[] accepted() {
        return Arrays.stream(values())
                .flatMap(type -> type.endings.stream())
                .sorted()
                .map(ending -> "." + ending)
                .toArray(String[]::new);
    }
}
