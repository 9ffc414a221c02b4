package org.coalitionatlas.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coalitionatlas.AtlasApplication;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;

/**
 * The product as it starts for people, with an empty home of its own and without a port: what is
 * measured are its services, not a network.
 */
final class BenchProduct implements AutoCloseable {

    private final Path home;
    private final SqlCounter sql = new SqlCounter();
    private final GenericApplicationContext context;

    /**
     * @param countSql whether statements are counted, which costs each of them a little
     */
    BenchProduct(Path home, boolean countSql) throws IOException {
        this.home = home.toAbsolutePath();
        delete(this.home);
        Files.createDirectories(this.home);
        var application = new SpringApplication(AtlasApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setApplicationContextFactory(
                type -> {
                    var web = new GenericWebApplicationContext();
                    web.setServletContext(new MockServletContext());
                    return web;
                });
        application.addInitializers(
                started -> {
                    started.getEnvironment()
                            .getPropertySources()
                            .addFirst(
                                    new MapPropertySource(
                                            "bench",
                                            Map.of(
                                                    "atlas.home",
                                                    this.home.toString(),
                                                    "atlas.published.searches-per-minute",
                                                    "0")));
                    var generic = (GenericApplicationContext) started;
                    generic.registerBean(
                            "benchClock",
                            Clock.class,
                            BenchProduct::clock,
                            bean -> bean.setPrimary(true));
                    generic.registerBean("productOnly", ProductOnly.class, ProductOnly::new);
                    if (countSql) {
                        generic.registerBean(
                                "sqlCounting",
                                BeanPostProcessor.class,
                                () -> new CountedDataSource(sql));
                    }
                });
        context =
                (GenericApplicationContext)
                        application.run(
                                "--logging.level.root=ERROR",
                                "--logging.level.org.hibernate.search=ERROR");
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    ApplicationContext context() {
        return context;
    }

    DataSource database() {
        return get(DataSource.class);
    }

    SqlCounter sql() {
        return sql;
    }

    Path home() {
        return home;
    }

    String property(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    // Tuesday, 11:30 in Chicago: whenever the figures are taken, the same doors are open.
    private static Clock clock() {
        Instant now = Instant.now();
        Instant tuesday =
                now.atZone(ZoneOffset.UTC)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.TUESDAY))
                        .withHour(16)
                        .withMinute(30)
                        .toInstant();
        return Clock.offset(Clock.systemUTC(), Duration.between(now, tuesday));
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }

    private record CountedDataSource(SqlCounter sql) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource database ? sql.counted(database) : bean;
        }
    }

    /** Keeps helpers of the tests, which lie on the same class path, out of the product. */
    private static final class ProductOnly extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof ProductOnly;
        }

        @Override
        public int hashCode() {
            return ProductOnly.class.hashCode();
        }
    }
}
