package org.coalitionatlas.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the link for the first administrator leads: to the product's own address when the settings
 * say it, otherwise to this machine and the port on which the product listens or last listened. The
 * port is kept beside the data, since the command that prints a new link is another process.
 */
@Component
class SetupAddress {

    private final String publicAddress;
    private final Path lastPort;
    private final int usualPort;

    SetupAddress(
            @Value("${atlas.url:}") String publicAddress,
            @Value("${atlas.home}") Path home,
            @Value("${ATLAS_PORT:8080}") int usualPort) {
        this.publicAddress = publicAddress.strip().replaceFirst("/+$", "");
        this.lastPort = home.resolve("data").resolve("port");
        this.usualPort = usualPort;
    }

    /** Keeps the port for the links to come. */
    void listensOn(int port) {
        try {
            Files.createDirectories(lastPort.getParent());
            Files.writeString(lastPort, Integer.toString(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the form that this token opens. */
    String of(String token) {
        String site = publicAddress.isEmpty() ? "http://localhost:" + port() : publicAddress;
        return site + "/setup/" + token;
    }

    private int port() {
        try {
            return Files.exists(lastPort)
                    ? Integer.parseInt(Files.readString(lastPort).strip())
                    : usualPort;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
