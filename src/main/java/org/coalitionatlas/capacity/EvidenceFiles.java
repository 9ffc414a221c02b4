package org.coalitionatlas.capacity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.coalitionatlas.common.InvalidValue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps the files of evidence below the product's home, each named by its id and nothing else. */
@Component
class EvidenceFiles {

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

    void delete(UUID id) {
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
