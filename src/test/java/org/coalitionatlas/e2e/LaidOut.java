package org.coalitionatlas.e2e;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The packaged product as {@code ./atlas run} starts it a second time (decision 036): its jar laid
 * out flat beside an archive of the classes a former start read. The browser tests start it some
 * forty times; so each start costs a quarter of what the bare jar costs.
 */
public final class LaidOut {

    private static final Path ALL = Path.of("target", "e2e");

    private LaidOut() {}

    /** The jar Maven has built, as it is. */
    static Path bare() {
        return Path.of(System.getProperty("atlas.jar", "target/coalition-atlas.jar"));
    }

    /**
     * A folder with the demo coalition as a product that was stopped left it; not to be changed.
     * Laying out and loading take longer than most tests; they are done once for a jar, by
     * whichever test comes first, also among processes.
     */
    static synchronized Path demo() throws IOException {
        return prepared().resolve("home");
    }

    /** The beginning of a command that starts it: Java, its flags and the jar. */
    static synchronized List<String> command() throws IOException {
        return quick(java("-jar", laidOut(prepared()).toString()));
    }

    /** The same for another jar, which nothing is prepared for. */
    static List<String> command(Path jar) {
        return java("-jar", jar.toAbsolutePath().toString());
    }

    /**
     * The beginning of a command that runs a program of the tests within the product's classes.
     *
     * @param program with a main method; it may use what the product has, and nothing else
     */
    public static synchronized List<String> program(Class<?> program) throws IOException {
        // The archive holds for whatever begins with the class path it was made with.
        String classes =
                laidOut(prepared())
                        + File.pathSeparator
                        + Path.of("target", "test-classes").toAbsolutePath();
        return quick(java("-cp", classes, program.getName()));
    }

    private static List<String> quick(List<String> command) throws IOException {
        Path prepared = prepared();
        command.addAll(
                1,
                List.of(
                        "-XX:SharedArchiveFile=" + prepared.resolve("start.jsa"),
                        // What the JVM says of its archive is none of the product's lines.
                        "-Xlog:cds*=off",
                        "-Xlog:aot*=off"));
        return command;
    }

    // Each test lives for seconds or a few minutes: what the second compiler and a parallel
    // collector take from the browser on two cores, they would never give back.
    private static List<String> java(String... what) {
        var command =
                new ArrayList<String>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx700m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--illegal-native-access=deny"));
        command.addAll(List.of(what));
        return command;
    }

    private static Path laidOut(Path prepared) {
        return prepared.resolve("made").resolve(bare().getFileName());
    }

    private static Path prepared() throws IOException {
        Files.createDirectories(ALL);
        Path prepared =
                ALL.resolve("prepared-" + Files.getLastModifiedTime(bare()).toMillis())
                        .toAbsolutePath();
        Path done = prepared.resolve("start.jsa");
        try (var lock =
                        FileChannel.open(
                                ALL.resolve("prepared.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var held = lock.lock()) {
            assert held.isValid();
            if (!Files.isRegularFile(done)) {
                clear(prepared);
                Files.createDirectories(prepared.resolve("home"));
                layOut(prepared.resolve("made"));
                Path archive = prepared.resolve("start.new");
                List<String> command = java("-jar", laidOut(prepared).toString());
                command.add(1, "-XX:ArchiveClassesAtExit=" + archive);
                Product.loadDemo(command, prepared.resolve("home"));
                // Present only when all of it is: what a broken attempt left is begun anew.
                Files.move(archive, done, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return prepared;
    }

    private static void layOut(Path to) throws IOException {
        Process process =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Djarmode=tools",
                                "-jar",
                                bare().toAbsolutePath().toString(),
                                "extract",
                                "--destination",
                                to.toString())
                        .inheritIO()
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("the jar cannot be laid out: " + bare());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
