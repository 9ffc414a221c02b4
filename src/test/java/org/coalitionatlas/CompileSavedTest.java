package org.coalitionatlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The half of {@code ./atlas dev} that compiles what was saved and has the application restarted.
 */
class CompileSavedTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final String ONE = "package a; class One { static int one() { return %s; } }";
    private static final String TWO = "package a; class Two { long two() { return One.one(); } }";

    @TempDir Path root;

    private Path said;
    private int heard;
    private Process compiler;

    @BeforeEach
    void twoClassesAndAnApplicationThatAnswers() throws Exception {
        Files.createDirectories(root.resolve("src/main/java/a"));
        Files.createDirectories(root.resolve("target/classes"));
        save("One", ONE.formatted("1"));
        save("Two", TWO);
        int status =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-parameters",
                                "-g",
                                "-d",
                                root.resolve("target/classes").toString(),
                                source("One").toString(),
                                source("Two").toString());
        assertThat(status).isZero();
        said = root.resolve("said.txt");
        try (var application = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            compiler =
                    new ProcessBuilder(
                                    ProcessHandle.current().info().command().orElse("java"),
                                    Path.of("src/ops/CompileSaved.java")
                                            .toAbsolutePath()
                                            .toString(),
                                    Files.writeString(root.resolve("class.path"), "").toString(),
                                    Integer.toString(application.getLocalPort()))
                            .directory(root.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            application.setSoTimeout((int) LONGEST.toMillis());
            // It has looked at the sources before it asks whether somebody answers.
            application.accept().close();
        }
    }

    @AfterEach
    void end() {
        compiler.destroyForcibly();
    }

    @Test
    void what_was_saved_is_compiled_and_what_does_not_compile_changes_nothing() throws Exception {
        byte[] two = Files.readAllBytes(made("Two"));
        save("One", ONE.formatted("2"));
        says("compiled one class in ");
        await().atMost(LONGEST).until(() -> Files.exists(restart()));
        assertThat(Files.getLastModifiedTime(made("One")))
                .as("stale to the next build, which checks what this left out")
                .isLessThan(Files.getLastModifiedTime(source("One")));

        String first = Files.readString(restart());
        save("One", ONE.formatted("2;"));
        says("not restarted: the messages above say what does not compile");
        assertThat(restart()).hasContent(first);

        save("One", ONE.formatted("2").replace("int one", "long one"));
        says("compiled 2 classes in ");
        await().atMost(LONGEST).until(() -> !Files.readString(restart()).equals(first));
        assertThat(Files.readAllBytes(made("Two")))
                .as("calls another method now")
                .isNotEqualTo(two);

        Files.delete(source("Two"));
        says("compiled one class in ");
        assertThat(made("Two")).doesNotExist();
    }

    private void save(String name, String text) throws IOException {
        Files.writeString(source(name), text);
    }

    /** Waits for these words in what has not been heard yet. */
    private void says(String words) throws IOException {
        await().atMost(LONGEST)
                .until(() -> news().anyMatch(line -> line.startsWith("atlas: " + words)));
        heard = Files.readAllLines(said).size();
    }

    private Stream<String> news() throws IOException {
        return Files.readAllLines(said).stream().skip(heard);
    }

    private Path source(String name) {
        return root.resolve("src/main/java/a/" + name + ".java");
    }

    private Path made(String name) {
        return root.resolve("target/classes/a/" + name + ".class");
    }

    private Path restart() {
        return root.resolve("target/classes/.restart");
    }
}
