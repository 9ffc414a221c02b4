package org.coalitionatlas.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The one password of all demo accounts: made up on the first start and kept beside the demo's
 * data, so that no password is part of the product.
 */
@Component
@Profile("demo")
class DemoPassword {

    private static final String[] WORDS = {
        "amber", "birch", "canoe", "delta", "ember", "fern", "grove", "harbor", "indigo", "juniper",
        "kettle", "lantern", "maple", "north", "orchard", "prairie", "quill", "river", "sparrow",
        "thistle", "umbra", "valley", "willow", "yarrow"
    };

    private final Path file;

    DemoPassword(@Value("${atlas.home}") Path home) {
        this.file = home.resolve("data").resolve("demo-password");
    }

    /** The password; made on the first call. */
    synchronized String get() {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, invented());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String invented() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            password.append(WORDS[random.nextInt(WORDS.length)]).append('-');
        }
        return password.append(random.nextInt(1000, 10_000)).toString();
    }
}
