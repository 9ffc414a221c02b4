package org.coalitionatlas.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the {@code Dockerfile} says, done without a container engine: its lines are read from it, so
 * that it cannot say something else than what is tested. The start is an empty one, without the
 * demo, as in production.
 */
class ContainerLayoutIT {

    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final String HALF_A_FORM = "&email=nobody";

    @TempDir Path folder;

    private final String dockerfile = instructions();
    private Process product;

    @AfterEach
    void stop() {
        if (product != null) {
            product.destroyForcibly();
        }
    }

    @Test
    void the_image_starts_empty_is_healthy_and_lets_running_requests_finish() throws Exception {
        Path image = layOut();
        int port = freePort();
        assertThat(isHealthy(image, port)).as("healthy before it runs").isFalse();
        Path log = start(image, port);
        await().atMost(LONGEST).until(() -> isReady(port) && isHealthy(image, port));

        assertThat(Files.readString(log))
                .contains("http://localhost:" + port)
                .doesNotContain("ERROR");
        for (String path : List.of("/", "/directory?q=shelter", "/es/directory/counties")) {
            assertThat(status(port, path)).as(path).isEqualTo(200);
        }

        try (var slow = new Socket("localhost", port)) {
            OutputStream out = slow.getOutputStream();
            var answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    slow.getInputStream(), StandardCharsets.US_ASCII));
            // Not a refused sign-in: the server may stop between a refusal and its error page.
            send(
                    out,
                    "POST /directory/suggest/new HTTP/1.1\r\n"
                            + "Host: localhost\r\n"
                            + "Connection: close\r\n"
                            + "Expect: 100-continue\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: "
                            + 2 * HALF_A_FORM.length()
                            + "\r\n\r\n");
            // Taken up: the server asks for the form, of which it gets half.
            assertThat(answer.readLine()).startsWith("HTTP/1.1 100");
            assertThat(answer.readLine()).isEmpty();
            send(out, HALF_A_FORM);
            assertThat(status(port, "/login")).isEqualTo(200);
            product.destroy();
            await().atMost(LONGEST)
                    .until(() -> Files.readString(log).contains("Commencing graceful shutdown"));
            assertThat(isHealthy(image, port)).as("healthy while it stops").isFalse();
            send(out, HALF_A_FORM);
            assertThat(answer.readLine()).matches("HTTP/1.1 (200|4\\d\\d).*");
        }
        assertThat(product.waitFor(LONGEST)).isTrue();
        assertThat(product.exitValue()).as("128 + SIGTERM").isEqualTo(143);
        assertThat(Files.readString(log))
                .contains("Graceful shutdown complete")
                .doesNotContain("ERROR");
    }

    /** Does the lines that extract the layers and copy them, and returns the folder they end in. */
    private Path layOut() throws IOException, InterruptedException {
        Path build = Files.createDirectories(folder.resolve("build"));
        Path jar = Path.of(System.getProperty("atlas.jar", "target/coalition-atlas.jar"));
        Path target = Files.createDirectories(build.resolve("target"));
        Files.copy(jar, target.resolve("coalition-atlas.jar"));
        run(build, "bash", "-c", one("RUN (java -Djarmode=tools .+)"));

        Path image = Files.createDirectories(folder.resolve("image"));
        List<String> layers = all("COPY --from=build /build/(\\S+)/ \\./");
        assertThat(layers).hasSizeGreaterThan(2);
        for (String layer : layers) {
            assertThat(build.resolve(layer)).isDirectory();
            run(build, "cp", "-a", layer + "/.", image.toString());
        }
        // What every change replaces is the last layer, and the small one.
        assertThat(size(build.resolve(layers.getLast())))
                .isLessThan(size(build.resolve(layers.getFirst())) / 2);

        String check = one("COPY --chmod=0755 (\\S+) /opt/atlas/healthcheck");
        Files.copy(Path.of(check), image.resolve("healthcheck"));
        assertThat(one("HEALTHCHECK .*CMD \\[\"([^\"]+)\"\\]")).isEqualTo("/opt/atlas/healthcheck");
        assertThat(all("USER (\\S+)")).containsExactly("atlas");
        return image;
    }

    private Path start(Path image, int port) throws IOException {
        List<String> command =
                new ArrayList<>(
                        Arrays.stream(one("ENTRYPOINT \\[(.+)\\]").split(","))
                                .map(part -> part.strip().replaceAll("^\"|\"$", ""))
                                .toList());
        command.set(0, java());
        Path log = folder.resolve("log.txt");
        var builder = new ProcessBuilder(command).directory(image.toFile());
        builder.environment().put("ATLAS_PORT", Integer.toString(port));
        builder.environment().put("ATLAS_HOME", folder.resolve("volume").toString());
        builder.environment().put("JDK_JAVA_OPTIONS", "-Xmx700m");
        product = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return log;
    }

    private static boolean isHealthy(Path image, int port)
            throws IOException, InterruptedException {
        var check = new ProcessBuilder("bash", image.resolve("healthcheck").toString());
        check.environment().put("ATLAS_PORT", Integer.toString(port));
        check.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return check.start().waitFor() == 0;
    }

    private boolean isReady(int port) throws IOException, InterruptedException {
        assertThat(product.isAlive()).as("the product runs").isTrue();
        return status(port, "/actuator/health/readiness") == 200;
    }

    /** The status, or 0 if nobody answers. */
    private static int status(int port, String path) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void run(Path where, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(where.toFile()).inheritIO();
        String path = Path.of(java()).getParent() + File.pathSeparator + System.getenv("PATH");
        builder.environment().put("PATH", path);
        Process process = builder.start();
        assertThat(process.waitFor(LONGEST.toSeconds(), SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", (Object) command).isZero();
    }

    private String one(String pattern) {
        List<String> found = all(pattern);
        assertThat(found).as(pattern).hasSize(1);
        return found.getFirst();
    }

    private List<String> all(String pattern) {
        return Pattern.compile("^" + pattern + "$", Pattern.MULTILINE)
                .matcher(dockerfile)
                .results()
                .map(line -> line.group(1))
                .toList();
    }

    // One instruction a line.
    private static String instructions() {
        try {
            return Files.readString(Path.of("Dockerfile")).replaceAll("\\\\\\n\\s*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
