package org.coalitionatlas.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of more than 200 MB is read in a process that could not hold it. */
class LargeFileIT {

    /** Megabytes of the file, and of the heap it is read in. */
    private static final int FILE = 205;

    private static final int HEAP = 96;

    @TempDir Path home;

    @Test
    void a_file_larger_than_the_memory_is_read_to_its_end() throws Exception {
        Process reading =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx" + HEAP + "m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LargeFile.class.getName(),
                                home.toString(),
                                String.valueOf(FILE))
                        .redirectError(home.resolve("stderr.txt").toFile())
                        .start();
        List<String> said;
        try (Stream<String> lines = reading.inputReader().lines()) {
            said = lines.toList();
        } finally {
            reading.destroyForcibly().waitFor();
        }
        assertThat(said).as(Files.readString(home.resolve("stderr.txt"))).hasSize(2);
        String[] file = said.getFirst().split(" ");
        assertThat(Integer.parseInt(file[1])).isGreaterThan(2 * HEAP);
        assertThat(said.getLast())
                .as("all rows but the one without its last quote")
                .isEqualTo("READ " + (Integer.parseInt(file[2]) - 1) + " 1");
    }
}
