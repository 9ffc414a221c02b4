package org.coalitionatlas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each test context an empty home of its own below {@code target/}: database and index. */
class FreshHome implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = UUID.randomUUID().toString();
        Path home = Path.of("target", "test-homes", name).toAbsolutePath();
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "fresh-home",
                                Map.of(
                                        "atlas.home",
                                        home.toString(),
                                        "spring.datasource.url",
                                        "jdbc:h2:mem:"
                                                + name
                                                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;"
                                                + "CASE_INSENSITIVE_IDENTIFIERS=TRUE;"
                                                + "DB_CLOSE_DELAY=-1")));
    }
}
