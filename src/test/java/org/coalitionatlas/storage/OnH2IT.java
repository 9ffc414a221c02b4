package org.coalitionatlas.storage;

import java.nio.file.Path;
import java.util.UUID;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The contract on the embedded database, in a file as people run it. */
@SpringBootTest
@ActiveProfiles("demo")
@Import({SignedInAs.class, IndexCaughtUp.class})
@DirtiesContext
class OnH2IT extends StorageContract {

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        Path home = Path.of("target", "test-homes", UUID.randomUUID().toString());
        properties.add("atlas.home", () -> home.toAbsolutePath().toString());
        properties.add("atlas.zone", () -> "UTC");
    }
}
