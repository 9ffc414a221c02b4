package org.coalitionatlas.capacity;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.coalitionatlas.common.InvalidValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Shows every attached file to a virus scanner before it is kept, where the operator names one. The
 * product brings none of its own. The command reads the file from its standard input and ends with
 * 0 when it finds nothing; whatever else happens, the file is refused.
 */
@Component
class FileScan {

    private static final Logger LOG = LoggerFactory.getLogger(FileScan.class);

    private final List<String> command;
    private final Duration longest;

    /**
     * @param command program and arguments, separated by blanks; empty for no scanner
     * @param longest how long it may take
     */
    FileScan(
            @Value("${atlas.files.scan-command:}") String command,
            @Value("${atlas.files.scan-longest:30s}") Duration longest) {
        this.command = command.isBlank() ? List.of() : List.of(command.strip().split("\\s+"));
        this.longest = longest;
    }

    /**
     * @throws InvalidValue {@code response.file.harmful} when the scanner objects, {@code
     *     response.file.notScanned} when it does not answer
     */
    void check(byte[] content) {
        if (command.isEmpty()) {
            return;
        }
        int found;
        try {
            found = scan(content);
        } catch (IOException e) {
            LOG.error("The virus scanner cannot be started: {}", command.getFirst(), e);
            throw new InvalidValue("response.file.notScanned");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidValue("response.file.notScanned");
        }
        if (found != 0) {
            LOG.warn("The virus scanner refused an attached file ({})", found);
            throw new InvalidValue("response.file.harmful");
        }
    }

    private int scan(byte[] content) throws IOException, InterruptedException {
        Process scanner =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        // A scanner that does not read must not hold the person's request for ever.
        Thread feeding = Thread.ofVirtual().start(() -> feed(scanner, content));
        try {
            if (!scanner.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.error("The virus scanner did not answer within {}", longest);
                throw new InvalidValue("response.file.notScanned");
            }
            return scanner.exitValue();
        } finally {
            scanner.destroyForcibly();
            feeding.interrupt();
        }
    }

    private static void feed(Process scanner, byte[] content) {
        try (OutputStream in = scanner.getOutputStream()) {
            in.write(content);
        } catch (IOException e) {
            LOG.debug("The virus scanner had seen enough", e);
        }
    }
}
