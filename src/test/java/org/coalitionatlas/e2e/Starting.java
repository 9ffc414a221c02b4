package org.coalitionatlas.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A product in a process of its own that may end by itself, be killed, or never get ready. */
final class Starting implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(300);

    private final Process process;
    private final Path console;
    private final int port;

    private Starting(Process process, Path console, int port) {
        this.process = process;
        this.console = console;
        this.port = port;
    }

    /** Starts the packaged product. */
    static Starting jar(Path home, Map<String, String> environment, String... arguments)
            throws IOException {
        return started(LaidOut.command(), home, environment, arguments);
    }

    /** Starts another jar than the one just built. */
    static Starting jar(Path jar, Path home, Map<String, String> environment, String... arguments)
            throws IOException {
        return started(LaidOut.command(jar), home, environment, arguments);
    }

    private static Starting started(
            List<String> start, Path home, Map<String, String> environment, String... arguments)
            throws IOException {
        int port = Product.freePort();
        var command = new ArrayList<String>(start);
        command.addAll(
                List.of(
                        "--server.port=" + port,
                        "--atlas.home=" + home,
                        "--atlas.identity.sign-in-per-address=1000"));
        command.addAll(List.of(arguments));
        Path console = Files.createTempFile(home, "console", ".txt");
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Starting(process, console, port);
    }

    int port() {
        return port;
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** What it has printed. */
    String said() throws IOException {
        return Files.readString(console);
    }

    /** How it ended by itself. */
    int ended() throws InterruptedException {
        if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end");
        }
        return process.exitValue();
    }

    /** Waits until it serves and is ready. */
    Starting ready() throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            if (!until(() -> status(client) == 200)) {
                throw new AssertionError("it did not start: " + said());
            }
        }
        return this;
    }

    /** Waits until it serves; what it does before it is ready has then begun. */
    void answers() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            until(() -> status(client) > 0);
        }
    }

    /**
     * Waits until something is so.
     *
     * @return whether it came to be so before the product was ready or ended
     */
    boolean readyOnlyAfter(BooleanSupplier so) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return until(() -> so.getAsBoolean() || status(client) == 200) && so.getAsBoolean();
        }
    }

    private boolean until(BooleanSupplier so) {
        Instant deadline = Instant.now().plus(LONGEST);
        while (!so.getAsBoolean()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(10_000_000);
        }
        return true;
    }

    /** What the readiness probe says; 0 while nothing listens. */
    private int status(HttpClient client) {
        try {
            var probe =
                    HttpRequest.newBuilder(URI.create(url("/actuator/health/readiness"))).build();
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it as an administrator would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The database of a home whose product is stopped. */
    static Connection database(Path home) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:"
                        + home.resolve("data").resolve("atlas")
                        + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "atlas",
                "");
    }
}
