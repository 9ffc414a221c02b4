package org.coalitionatlas.e2e;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.ServerSocket;
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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The packaged product with the demo coalition, started as people start it: its jar, in a process
 * and a home folder of its own.
 */
final class Product implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(180);
    private static final Path HOMES = Path.of("target", "e2e");

    private final Path home;
    private final int port;
    private final Map<String, String> settings;
    private final List<String> command;
    private Process process;

    private Product(Path home, int port, Map<String, String> settings) throws IOException {
        this(home, port, settings, LaidOut.command());
    }

    private Product(Path home, int port, Map<String, String> settings, List<String> command) {
        this.home = home;
        this.port = port;
        this.settings = settings;
        this.command = command;
    }

    /**
     * Starts on a home of its own with the untouched demo coalition, and waits until it is ready.
     */
    static Product start() throws IOException {
        return start(Map.of());
    }

    /** A mail server that takes everything; whoever starts it stops it. */
    static GreenMail postOffice() {
        var mail =
                new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                        .withConfiguration(
                                GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        return mail;
    }

    /**
     * The same, sending its e-mails every second.
     *
     * @param publicUrl where links in e-mails lead
     */
    static Product sendingTo(GreenMail mail, String publicUrl) throws IOException {
        return sendingTo(mail, publicUrl, Map.of());
    }

    /** The same with more settings. */
    static Product sendingTo(GreenMail mail, String publicUrl, Map<String, String> more)
            throws IOException {
        var settings =
                new HashMap<>(
                        Map.of(
                                "ATLAS_SMTP_HOST",
                                "127.0.0.1",
                                "ATLAS_SMTP_PORT",
                                Integer.toString(mail.getSmtp().getPort()),
                                "ATLAS_SMTP_TLS",
                                "none",
                                "ATLAS_MAIL_FROM",
                                "directory@example.org",
                                "ATLAS_PUBLIC_URL",
                                publicUrl,
                                "ATLAS_MAIL_ROUND",
                                "PT1S"));
        settings.putAll(more);
        return start(settings);
    }

    /**
     * The same with settings.
     *
     * @param settings environment variables
     */
    static Product start(Map<String, String> settings) throws IOException {
        Path home = emptyHome();
        copy(LaidOut.demo(), home);
        var product = new Product(home.toAbsolutePath(), freePort(), settings);
        product.launch();
        return product;
    }

    /**
     * Starts on a home and a database with nothing in them, and loads the demo coalition there.
     *
     * @param settings environment variables, which say where the database is
     */
    static Product loadingDemo(Map<String, String> settings) throws IOException {
        var product = new Product(emptyHome(), freePort(), settings);
        product.launch();
        return product;
    }

    /** The same as {@link #start()} in a language that is longer than any of its own. */
    static Product inLongTexts() throws IOException {
        Path home = demoHome();
        var product = new Product(home, freePort(), Map.of(), LaidOut.program(LongTexts.class));
        product.launch();
        return product;
    }

    /**
     * The same as {@link #start()} with so little memory; it ends when that is not enough.
     *
     * @param megabytes of heap
     */
    static Product withHeap(int megabytes) throws IOException {
        var command = new ArrayList<String>(LaidOut.command());
        command.replaceAll(part -> part.startsWith("-Xmx") ? "-Xmx" + megabytes + "m" : part);
        command.add(1, "-XX:+ExitOnOutOfMemoryError");
        var product = new Product(demoHome(), freePort(), Map.of(), command);
        product.launch();
        return product;
    }

    /** A new folder for data. */
    static Path emptyHome() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(HOMES), "home").toAbsolutePath();
    }

    /** A new folder with the untouched demo coalition, as a product that was stopped left it. */
    static Path demoHome() throws IOException {
        Path home = emptyHome();
        copy(LaidOut.demo(), home);
        return home;
    }

    /** Lets a product of this command load the demo coalition into an empty home, and stops it. */
    static void loadDemo(List<String> command, Path home) throws IOException {
        var product = new Product(home, freePort(), Map.of(), command);
        product.launch();
        product.close();
        if (product.process.isAlive()) {
            throw new IOException("it did not stop: " + home);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : (Iterable<Path>) all::iterator) {
                Path copy = to.resolve(from.relativize(one));
                if (!Files.isDirectory(one)) {
                    Files.copy(one, copy);
                } else if (!Files.isDirectory(copy)) {
                    Files.createDirectory(copy);
                }
            }
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Path home() {
        return home;
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** The password of all demo accounts. */
    String password() throws IOException {
        return Files.readString(home.resolve("data").resolve("demo-password")).strip();
    }

    /** Stops it as an administrator would, and starts it again on the same data. */
    void restart() throws IOException {
        restart(database -> {});
    }

    /** Ends it as a power cut would, at whatever it is doing. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Starts it again on the same data after {@link #kill()} or {@link #close()}. */
    void returns() throws IOException {
        launch();
    }

    /** What is done to the database while the product is stopped. */
    interface Meanwhile {
        void with(Connection database) throws SQLException;
    }

    /** The same, with something done to the data before it starts again. */
    void restart(Meanwhile meanwhile) throws IOException {
        process.destroy();
        await(process);
        try (var database =
                DriverManager.getConnection(
                        "jdbc:h2:file:"
                                + home.resolve("data").resolve("atlas")
                                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                        "atlas",
                        "")) {
            meanwhile.with(database);
        } catch (SQLException e) {
            throw new IOException(e);
        }
        launch();
    }

    @Override
    public void close() {
        process.destroy();
        await(process);
    }

    private void launch() throws IOException {
        var start = new ArrayList<String>(command);
        start.addAll(
                List.of(
                        "--spring.profiles.active=demo",
                        "--server.port=" + port,
                        "--atlas.home=" + home,
                        "--atlas.zone=" + ZoneId.systemDefault(),
                        "--atlas.published.searches-per-minute=0",
                        "--atlas.identity.sign-in-per-address=1000"));
        var builder =
                new ProcessBuilder(start)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(home.resolve("log.txt").toFile()));
        builder.environment().putAll(settings);
        process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady();
    }

    private void awaitReady() throws IOException {
        Instant deadline = Instant.now().plus(LONGEST_START);
        try (HttpClient client = HttpClient.newHttpClient()) {
            var probe =
                    HttpRequest.newBuilder(URI.create(url("/actuator/health/readiness"))).build();
            while (!isOk(client, probe)) {
                if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                    throw new AssertionError(
                            "the product did not start: "
                                    + Files.readString(home.resolve("log.txt")));
                }
                LockSupport.parkNanos(200_000_000);
            }
        }
    }

    private static boolean isOk(HttpClient client, HttpRequest probe) {
        try {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
