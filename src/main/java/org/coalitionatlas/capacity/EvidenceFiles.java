package org.coalitionatlas.capacity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.coalitionatlas.common.InvalidValue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the files of evidence below the product's home, each named by its id and nothing else. */
@Component
class EvidenceFiles {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;

    EvidenceFiles(@Value("${atlas.home}") Path home) {
        this.folder = home.resolve("data").resolve("evidence");
    }

    /**
     * Reads at most what a file may have.
     *
     * @throws InvalidValue {@code response.file.tooLarge}
     */
    static byte[] read(InputStream in) {
        try {
            byte[] bytes = in.readNBytes(Responses.LARGEST_FILE + 1);
            if (bytes.length > Responses.LARGEST_FILE) {
                throw new InvalidValue(
                        "response.file.tooLarge", Responses.LARGEST_FILE / (1024 * 1024));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void store(UUID id, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Files.write(path(id), bytes, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored file. Its name is an id, so no name from outside ever reaches the file system. */
    Path path(UUID id) {
        return folder.resolve(id.toString());
    }

    /** The files last written before that time; what is not named by an id is none of ours. */
    List<UUID> olderThan(Instant time) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<UUID>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                String name = file.getFileName().toString();
                if (ID.matcher(name).matches()
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
                    found.add(UUID.fromString(name));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
