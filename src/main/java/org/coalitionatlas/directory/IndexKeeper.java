package org.coalitionatlas.directory;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.coalitionatlas.common.ReferenceFile;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.outboxpolling.OutboxPollingExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the index usable: each schema has its own folder, one that cannot be opened is thrown away,
 * and an index that was never finished is built from the database before the product says it is
 * ready.
 */
@Configuration
class IndexKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final String FINISHED = "finished";

    /** Their labels and synonyms are words of the index. */
    private static final String[] WORDS = {
        "taxonomy/phases.yaml",
        "taxonomy/categories.yaml",
        "taxonomy/needs.yaml",
        "taxonomy/axes.yaml",
        "taxonomy/languages.yaml",
        "taxonomy/organization-kinds.yaml"
    };

    private final Path root;

    IndexKeeper(@Value("${atlas.index.directory}") Path directory) {
        this.root = directory.resolve(folder());
    }

    /** Name of the folder of this schema and these words. */
    static String folder() {
        return "schema-" + IndexFields.SCHEMA + "-" + ReferenceFile.fingerprint(WORDS);
    }

    @Bean
    HibernatePropertiesCustomizer indexProperties(Analysis analysis, LaterIndexing laterIndexing) {
        discardIfUnreadable();
        return properties ->
                properties.putAll(
                        Map.of(
                                "hibernate.search.backend.directory.root",
                                root.toString(),
                                "hibernate.search.backend.analysis.configurer",
                                analysis,
                                "hibernate.search.backend.thread_pool.size",
                                writers(),
                                AvailableSettings.INTERCEPTOR,
                                laterIndexing));
    }

    /** Before the first request is served: a new or broken index is built anew. */
    @Bean
    @Order(0)
    ApplicationRunner buildUnfinishedIndex(
            ObjectProvider<EntityManagerFactory> factories, Organizations organizations) {
        return arguments -> {
            if (Files.exists(root.resolve(FINISHED))) {
                return;
            }
            long started = System.nanoTime();
            if (organizations.count() > 0) {
                Search.mapping(factories.getObject())
                        .scope(List.of(Organization.class, Service.class))
                        .massIndexer()
                        .threadsToLoadObjects(2)
                        .batchSizeToLoadObjects(100)
                        .startAndWait();
            }
            Files.writeString(root.resolve(FINISHED), "");
            deleteOtherSchemas();
            LOG.info("Index built in {} ms", (System.nanoTime() - started) / 1_000_000);
        };
    }

    // Half of the machine stays with the people and the import whose changes are being indexed.
    private static int writers() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    private void discardIfUnreadable() {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> indexes = Files.list(root)) {
            for (Path index : indexes.filter(Files::isDirectory).toList()) {
                try (var directory = FSDirectory.open(index)) {
                    if (DirectoryReader.indexExists(directory)) {
                        DirectoryReader.open(directory).close();
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The index cannot be read and is built anew: {}", e.getMessage());
            delete(root);
        }
    }

    private void deleteOtherSchemas() {
        try (Stream<Path> schemas = Files.list(root.resolveSibling("."))) {
            schemas.map(Path::normalize)
                    .filter(path -> !path.equals(root.normalize()))
                    .filter(path -> path.getFileName().toString().startsWith("schema-"))
                    .forEach(IndexKeeper::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path dir, @org.jspecify.annotations.Nullable IOException e)
                                throws IOException {
                            Files.delete(dir);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Brings changes to the index that could not be brought there in several tries, for instance
     * because the database was locked: no one has to remember them.
     */
    @Component
    static class Latecomers {

        private final EntityManagerFactory factory;

        Latecomers(EntityManagerFactory factory) {
            this.factory = factory;
        }

        @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
        void tryAgain() {
            var outbox = Search.mapping(factory).extension(OutboxPollingExtension.get());
            long aborted = outbox.countAbortedEvents();
            if (aborted > 0) {
                LOG.warn("{} changes had not reached the index and are tried again", aborted);
                outbox.reprocessAbortedEvents();
            }
        }
    }
}
