package org.coalitionatlas.bench;

import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Takes the project's performance figures on generated data and holds them against their goals, all
 * in one run of one machine. Arguments: {@code --services=N} (20000), {@code
 * --published-services=N} (2000, what a large coalition lists), {@code --county-services=N} (7000,
 * a county with some 300 providers), {@code --iterations=N} (400), {@code
 * --only=search,import,gaps,filling,published}, {@code --only=duplicates,import-large}, {@code
 * --markdown}.
 */
final class Bench {

    private static final long SEED = 20_260_301;

    private static final List<String> PARTS =
            List.of(
                    "search",
                    "import",
                    "gaps",
                    "filling",
                    "published",
                    "duplicates",
                    "import-large");

    private final long services;
    private final long publishedServices;
    private final long countyServices;
    private final int iterations;
    private final Set<String> parts;
    private final Report report;
    private final Path scratch = Path.of("target", "scratch", "bench");

    private Bench(String[] arguments) {
        services = Long.parseLong(value(arguments, "services", "20000"));
        publishedServices = Long.parseLong(value(arguments, "published-services", "2000"));
        countyServices = Long.parseLong(value(arguments, "county-services", "7000"));
        iterations = Integer.parseInt(value(arguments, "iterations", "400"));
        parts = Set.of(value(arguments, "only", "search,import,gaps,filling,published").split(","));
        report = new Report(System.out, Arrays.asList(arguments).contains("--markdown"));
    }

    public static void main(String[] arguments) throws Exception {
        Locale.setDefault(Locale.ROOT);
        // A request that nobody signed in for carries this; without it a check asks for a sign-in.
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new AnonymousAuthenticationToken(
                                "bench",
                                "anonymous",
                                AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        new Bench(arguments).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Runtime machine = Runtime.getRuntime();
        report.line(
                "%d cores, %.0f GB memory, heap at most %d MB, JDK %s, %s"
                        .formatted(
                                machine.availableProcessors(),
                                memory() / 1e9,
                                machine.maxMemory() >> 20,
                                Runtime.version(),
                                System.getProperty("os.name")));
        if (parts.stream().anyMatch(Set.of("search", "gaps", "filling")::contains)) {
            try (var product = new BenchProduct(scratch.resolve("directory"), true)) {
                fill(product, services);
                if (parts.contains("search")) {
                    var search = new SearchBench(product, iterations);
                    search.run(report);
                    search.around(report);
                }
                if (parts.contains("gaps")) {
                    new GapBench(product).run(report);
                }
                if (parts.contains("filling")) {
                    new FillingBench(product).run(report);
                }
            }
        }
        if (parts.contains("filling")) {
            try (var product = new BenchProduct(scratch.resolve("county"), true)) {
                fill(product, countyServices);
                new FillingBench(product).runWorksheet(report);
            }
        }
        if (parts.contains("published")) {
            Path home = scratch.resolve("published");
            try (var product = new BenchProduct(home, false)) {
                fill(product, publishedServices);
            }
            new PublishedBench(home, SEED).run(report);
        }
        if (parts.contains("duplicates")) {
            new DuplicateBench(scratch.resolve("duplicates"), SEED).run(report);
        }
        if (parts.contains("import")) {
            new ImportBench(scratch, SEED, services).run(report);
        }
        if (parts.contains("import-large")) {
            new LargeImportBench(scratch, SEED).run(report);
        }
        report.close();
    }

    private void fill(BenchProduct product, long services) throws Exception {
        var generator =
                new DirectoryGenerator(
                        SEED,
                        LocalDate.now(),
                        product.get(Geography.class),
                        product.get(Taxonomy.class));
        long start = System.nanoTime();
        var written =
                new DirectoryWriter(product.database())
                        .write(generator.organizations(services).iterator());
        long loaded = System.nanoTime();
        Search.mapping(product.get(EntityManagerFactory.class))
                .scope(Object.class)
                .massIndexer()
                .threadsToLoadObjects(2)
                .batchSizeToLoadObjects(100)
                .startAndWait();
        report.line(
                "%,d organizations, %,d services, %,d locations, %,d contacts; written in %.1f s, indexed in %.1f s"
                        .formatted(
                                written.organizations(),
                                written.services(),
                                written.locations(),
                                written.contacts(),
                                (loaded - start) / 1e9,
                                (System.nanoTime() - loaded) / 1e9));
    }

    private static long memory() {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean known
                ? known.getTotalMemorySize()
                : 0;
    }

    private static String value(String[] arguments, String name, String otherwise) {
        for (String argument : arguments) {
            if (argument.startsWith("--" + name + "=")) {
                return argument.substring(name.length() + 3);
            }
        }
        return otherwise;
    }
}
