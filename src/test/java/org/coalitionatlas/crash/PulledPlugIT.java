package org.coalitionatlas.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.coalitionatlas.e2e.LaidOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments while people edit, on the embedded database: nothing that was
 * acknowledged is lost, and the index catches up by itself within 60 s. The last start also takes
 * an answer back behind the product's back, to see that a loss would be noticed.
 */
class PulledPlugIT {

    private static final int KILLS = 10;
    private static final Duration LONGEST_START = Duration.ofSeconds(300);

    /** Kept over a second try: a loss that the second try does not repeat is still a loss. */
    private static final List<String> COMPLAINTS = new ArrayList<>();

    @TempDir Path home;

    @Test
    void nothing_acknowledged_is_lost_and_the_index_catches_up() throws Exception {
        Path acknowledged = Files.createFile(home.resolve("acknowledged.txt"));
        long seed = System.nanoTime();
        var random = new Random(seed);
        int changes = 0;
        for (int kill = 0; kill <= KILLS; kill++) {
            boolean last = kill == KILLS;
            int until = last ? 0 : 1 + random.nextInt(60);
            int written = runUntilKilled(acknowledged, until);
            changes += written;
        }
        assertThat(COMPLAINTS).as("seed %d, %d changes", seed, changes).isEmpty();
        assertThat(changes).isGreaterThan(KILLS);
    }

    // Kills after so many acknowledged changes: a moment that no clock decides and that falls
    // anywhere within the other threads' transactions.
    private int runUntilKilled(Path acknowledged, int changes)
            throws IOException, InterruptedException {
        List<String> command = LaidOut.program(Editors.class);
        command.addAll(
                List.of(home.toString(), acknowledged.toString(), changes == 0 ? "lose" : "edit"));
        Process editors =
                new ProcessBuilder(command)
                        .redirectError(home.resolve("stderr.txt").toFile())
                        .start();
        Thread watchdog = Thread.startVirtualThread(() -> killIfStuck(editors));
        int seen = 0;
        var said = new ArrayList<String>();
        boolean compared = false;
        boolean noticed = false;
        try (BufferedReader out = editors.inputReader();
                var log = Files.newBufferedWriter(acknowledged, StandardOpenOption.APPEND)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.startsWith("LOST") || line.startsWith("STALE")) {
                    COMPLAINTS.add(line);
                } else if (line.startsWith("COMPARED")) {
                    compared = true;
                } else if (line.startsWith("NOTICED")) {
                    noticed = true;
                } else if (line.startsWith("DONE")) {
                    break;
                } else if (line.startsWith("NAME") || line.startsWith("ANSWER")) {
                    log.write(line);
                    log.newLine();
                    if (++seen >= changes) {
                        editors.toHandle().destroyForcibly();
                    }
                }
            }
        } finally {
            editors.destroyForcibly().waitFor();
            watchdog.interrupt();
        }
        if (!compared) {
            COMPLAINTS.add("did not start: " + said);
        } else if (changes == 0 && !noticed) {
            COMPLAINTS.add("an answer taken back was not noticed: " + said);
        }
        return seen;
    }

    private static void killIfStuck(Process process) {
        try {
            if (!process.waitFor(LONGEST_START)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
