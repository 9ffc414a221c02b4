package org.coalitionatlas.bench;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The product in a process of its own, on one core where the machine lets us choose, so that the
 * process that loads it takes nothing from it.
 */
final class LoadedProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "coalition-atlas.jar");
    private static final Path TASKSET = Path.of("/usr/bin/taskset");
    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private static final Duration LONGEST_WORK = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Process process;
    private final int port;
    private final JMXConnector management;

    /**
     * @param home with the data and the index of a product that has been closed
     */
    LoadedProcess(Path home) throws Exception {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Path log = home.resolve("loaded.log").toAbsolutePath();
        process =
                new ProcessBuilder(command(home))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        awaitReady(log);
        management = JMXConnectorFactory.connect(new JMXServiceURL(agent()));
    }

    /** Whether it has a core of its own. */
    static boolean isPinned() {
        return Files.isExecutable(TASKSET) && Runtime.getRuntime().availableProcessors() > 1;
    }

    int port() {
        return port;
    }

    /** Processor time it has taken since its start. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /**
     * Waits until it takes next to nothing by itself: the first search for duplicates among records
     * that are all new begins a minute after the start and is no part of what a page costs.
     */
    void awaitRest() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WORK.toNanos();
        Duration before = cpu();
        while (true) {
            Thread.sleep(LOOK.toMillis());
            Duration now = cpu();
            if (now.minus(before).compareTo(LOOK.dividedBy(10)) < 0) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the product does not come to rest");
            }
            before = now;
        }
    }

    /** What is on its heap after a collection, in bytes. */
    long heap() throws IOException {
        MemoryMXBean memory =
                ManagementFactory.newPlatformMXBeanProxy(
                        server(), ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** HTTP sessions it has made since its start. */
    long sessions() throws IOException, JMException {
        long made = 0;
        for (ObjectName manager : server().queryNames(new ObjectName("*:type=Manager,*"), null)) {
            made += ((Number) server().getAttribute(manager, "sessionCounter")).longValue();
        }
        return made;
    }

    @Override
    public void close() throws Exception {
        management.close();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private MBeanServerConnection server() throws IOException {
        return management.getMBeanServerConnection();
    }

    private String agent() throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
        try {
            return machine.startLocalManagementAgent();
        } finally {
            machine.detach();
        }
    }

    private List<String> command(Path home) {
        var command = new ArrayList<String>();
        if (isPinned()) {
            command.addAll(List.of(TASKSET.toString(), "-c", "0"));
        }
        command.addAll(
                List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        // Otherwise three collections of four leave dead objects where they lie,
                        // and the heap seems to hold some ten megabytes more or less.
                        "-XX:MarkSweepAlwaysCompactCount=1",
                        "--illegal-native-access=deny"));
        if (Files.exists(JAR)) {
            command.addAll(List.of("-jar", JAR.toString()));
        } else {
            // No portal is shown: its bundle need not be built for this.
            command.addAll(
                    List.of(
                            "-Dvaadin.productionMode=true",
                            "-cp",
                            Arrays.stream(
                                            System.getProperty("java.class.path")
                                                    .split(File.pathSeparator))
                                    .filter(entry -> !entry.endsWith("test-classes"))
                                    .collect(Collectors.joining(File.pathSeparator)),
                            "org.coalitionatlas.AtlasApplication"));
        }
        command.addAll(
                List.of(
                        "--server.port=" + port,
                        "--atlas.home=" + home.toAbsolutePath(),
                        "--atlas.published.searches-per-minute=0",
                        "--server.tomcat.mbeanregistry.enabled=true",
                        "--logging.level.root=ERROR"));
        return command;
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        var probe =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://localhost:" + port + "/actuator/health/readiness"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isReady(client, probe)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "the product did not start: " + Files.readString(log));
                }
                Thread.sleep(200);
            }
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest probe)
            throws InterruptedException {
        try {
            return client.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
