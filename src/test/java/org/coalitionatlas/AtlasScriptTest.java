package org.coalitionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command people start with, beside a Java that only says how it was called and a jar that
 * looks built.
 */
class AtlasScriptTest {

    private static final List<String> TOOLS =
            List.of(
                    "bash",
                    "cat",
                    "dirname",
                    "env",
                    "find",
                    "grep",
                    "head",
                    "mkdir",
                    "readlink",
                    "sed",
                    "uname");

    @TempDir Path root;

    private Path tools;

    @BeforeEach
    void anInstallation() throws Exception {
        Files.copy(Path.of("atlas"), root.resolve("atlas"));
        Files.createDirectories(root.resolve("src/ops"));
        for (String part : List.of("toolchain.sh", "mysql.sh", "start.sh")) {
            Files.copy(Path.of("src/ops", part), root.resolve("src/ops").resolve(part));
        }
        Files.createDirectories(root.resolve("target"));
        Files.writeString(root.resolve("target/coalition-atlas.jar"), "");
        Path java = Files.createDirectories(root.resolve("jdk/bin"));
        program(java.resolve("java"), "echo \"$@\"");
        program(java.resolve("javac"), "exit 1");
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        tools = Files.createDirectories(root.resolve("tools"));
        for (String tool : TOOLS) {
            program(tools.resolve(tool), "exec " + onThisMachine(tool) + " \"$@\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "-h", "--help"})
    void help_is_short_and_names_every_command(String asked) throws Exception {
        Said said = atlas(Map.of(), asked);

        assertThat(said.status()).isZero();
        assertThat(said.complaints()).isEmpty();
        assertThat(said.output().lines().count()).isLessThan(40);
        assertThat(said.output())
                .contains("run [--empty | --demo]", "dev", "test", "bench", "admin-link");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fly|unknown command 'fly': see ./atlas help",
                "run --fast|run does not know '--fast': see ./atlas help",
                "run --port 70000|--port needs a number from 1 to 65535, not '70000'",
                "run --port=http|--port needs a number from 1 to 65535, not 'http'",
                "run --port|--port needs a number from 1 to 65535, not ''",
                "dev now|dev takes no arguments: see ./atlas help",
                "admin-link x|admin-link takes no arguments: see ./atlas help"
            })
    void what_it_does_not_understand_is_said_in_one_line(String command, String complaint)
            throws Exception {
        isRefused(atlas(Map.of(), command.split(" ")), complaint);
    }

    @Test
    void a_missing_tool_is_said_in_one_line_with_how_to_get_it() throws Exception {
        isRefused(
                atlas(Map.of(), "bench"),
                "Maven is missing: install Maven 3.8 or newer (for example: apt-get install maven)");
        program(tools.resolve("mvn"), "echo 'Apache Maven 3.6.3'");
        isRefused(atlas(Map.of(), "bench"), "Maven 3.6.3 is too old: install Maven 3.8 or newer");
        program(tools.resolve("mvn"), "echo 'Apache Maven 3.9.9'");
        isRefused(
                atlas(Map.of(), "bench"),
                "Node.js 24 is missing and there is no npm to fetch it with: install Node.js 24 or"
                        + " newer with npm");
    }

    @Test
    void a_port_in_use_is_said_before_anything_is_started() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            isRefused(
                    atlas(Map.of(), "run", "--port", Integer.toString(taken.getLocalPort())),
                    "port "
                            + taken.getLocalPort()
                            + " is in use: stop what listens there or add --port N");
        }
    }

    @Test
    void the_demo_is_started_unless_it_is_declined() throws Exception {
        assertThat(started(Map.of())).contains("--spring.profiles.active=demo");
        assertThat(started(Map.of(), "--empty")).doesNotContain("demo");
    }

    @Test
    void on_a_database_of_ones_own_the_demo_is_started_only_when_it_is_asked_for()
            throws Exception {
        var database = Map.of("ATLAS_DB_URL", "jdbc:mysql://db.internal/atlas");

        assertThat(started(database)).doesNotContain("demo");
        assertThat(started(database, "--empty")).doesNotContain("demo");
        assertThat(started(database, "--demo")).contains("--spring.profiles.active=demo");
    }

    @Test
    void a_link_for_the_first_administrator_needs_data() throws Exception {
        isRefused(
                atlas(Map.of(), "admin-link"),
                "there is no data in "
                        + root.resolve("home")
                        + " yet: start with ./atlas run --empty");
        Files.createDirectories(root.resolve("home/data"));
        assertThat(atlas(Map.of(), "admin-link").output()).contains("--atlas.command=admin-link");
    }

    private record Said(int status, String output, String complaints) {}

    private static void isRefused(Said said, String complaint) {
        assertThat(said.complaints()).isEqualTo("atlas: error: " + complaint + "\n");
        assertThat(said.output()).isEmpty();
        assertThat(said.status()).isOne();
    }

    private String started(Map<String, String> environment, String... arguments) throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<>(List.of("run", "--port", Integer.toString(port)));
        command.addAll(List.of(arguments));
        Said said = atlas(environment, command.toArray(String[]::new));
        assertThat(said.output()).contains("--server.port=" + port);
        return said.output();
    }

    private Said atlas(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(tools.resolve("bash").toString(), "atlas"));
        command.addAll(List.of(arguments));
        Path complaints = root.resolve("complaints.txt");
        var builder =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectError(complaints.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ATLAS_"));
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().put("ATLAS_HOME", root.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), output, Files.readString(complaints));
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!" + onThisMachine("bash") + "\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static Path onThisMachine(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
