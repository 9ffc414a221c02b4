package org.coalitionatlas.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.coalitionatlas.common.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps uploaded files under names of our own, for as long as an import needs them. */
@Component
class ImportFiles {

    /** Bytes a file may have. */
    static final long LARGEST = 250L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ImportFiles.class);
    private static final Duration KEPT = Duration.ofHours(24);

    private final Path folder;

    ImportFiles(@Value("${atlas.home}") Path home) {
        this.folder = home.resolve("data").resolve("uploads");
    }

    /**
     * Stores what comes in; returns the name to find it by.
     *
     * @throws UnusableFile when it is larger than {@link #LARGEST}
     */
    String store(InputStream in) throws IOException {
        Files.createDirectories(folder);
        String name = Ids.newId() + ".csv";
        Path file = folder.resolve(name);
        long size = 0;
        byte[] piece = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                size += read;
                if (size > LARGEST) {
                    throw new UnusableFile("exchange.file.tooLarge", LARGEST / (1024 * 1024));
                }
                out.write(piece, 0, read);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return name;
    }

    Path path(String name) {
        Path file = folder.resolve(name).normalize();
        if (!name.matches("[0-9a-f-]{36}\\.csv") || !file.startsWith(folder.normalize())) {
            throw new IllegalArgumentException("no upload has that name");
        }
        return file;
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            LOG.warn("An uploaded file could not be deleted: {}", e.getMessage());
        }
    }

    /** Deletes what nobody needs any more: uploads that never became an import. */
    void tidy(Set<String> needed, Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                boolean old = written.isBefore(now.minus(KEPT));
                if (old && !needed.contains(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
