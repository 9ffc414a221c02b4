package org.coalitionatlas.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.coalitionatlas.common.StartRefused;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Looks at the data before anything is done to it. The demo's accounts, whose password stands on a
 * sign-in page, must never get into data of people's own, and demo data never be taken for theirs;
 * either stops the start, as does a database that cannot be opened, with one line. A broken
 * reference file is found before all that, so that nothing is migrated and Hibernate has nothing to
 * say.
 */
@Component
@DependsOn({"taxonomy", "geography", "outlines", "instruments"})
class DataAtStart implements FlywayMigrationStrategy {

    /** H2's code for a file another process has open. */
    private static final int IN_USE = 90020;

    private enum Kind {
        NOTHING,
        DEMO,
        UNFINISHED_DEMO,
        OWN
    }

    private final boolean demo;
    private final Path index;
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    @Autowired
    DataAtStart(
            Environment environment,
            @Value("${atlas.index.directory}") Path index,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username:#{null}}") @Nullable String user,
            @Value("${spring.datasource.password:#{null}}") @Nullable String password) {
        this(environment.acceptsProfiles(Profiles.of("demo")), index, url, user, password);
    }

    DataAtStart(
            boolean demo,
            Path index,
            String url,
            @Nullable String user,
            @Nullable String password) {
        this.demo = demo;
        this.index = index;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public void migrate(Flyway flyway) {
        // Held until the pool has the database open too: the embedded one is opened once.
        try (Connection connection = open()) {
            Kind kind = kind(connection);
            requireFitting(kind);
            if (kind == Kind.UNFINISHED_DEMO) {
                clear(flyway);
            }
            flyway.migrate();
        } catch (SQLException e) {
            throw new StartRefused("the database cannot be read: " + e.getMessage());
        }
    }

    private Connection open() {
        try {
            return DriverManager.getConnection(url, user, password);
        } catch (SQLException e) {
            throw new StartRefused(
                    e.getErrorCode() == IN_USE
                            ? "another process, probably the running product, has this data open:"
                                    + " stop it first, or set ATLAS_HOME to another folder"
                            : "the database cannot be opened: " + e.getMessage());
        }
    }

    private void requireFitting(Kind kind) {
        if (demo && kind == Kind.OWN) {
            throw new StartRefused(
                    "this data is not the demo's: start without the demo, or give the demo another"
                            + " folder (ATLAS_HOME) or database (ATLAS_DB_URL)");
        }
        if (!demo && (kind == Kind.DEMO || kind == Kind.UNFINISHED_DEMO)) {
            throw new StartRefused(
                    "this data is the demo coalition's: start with the demo, or choose another"
                            + " folder (ATLAS_HOME) or database (ATLAS_DB_URL) for your own");
        }
    }

    // What a demo wrote before it was interrupted belongs to nobody, in the index as in the tables.
    private void clear(Flyway flyway) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .cleanDisabled(false)
                .load()
                .clean();
        try {
            FileSystemUtils.deleteRecursively(index);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(Connection connection) throws SQLException {
        Set<String> tables = tables(connection);
        if (tables.contains("demo_mark")) {
            if (count(connection, "select count(*) from demo_mark where state = ?", DemoMark.LOADED)
                    > 0) {
                return Kind.DEMO;
            }
            if (count(
                            connection,
                            "select count(*) from demo_mark where state = ?",
                            DemoMark.LOADING)
                    > 0) {
                return Kind.UNFINISHED_DEMO;
            }
        } else if (tables.contains("person")) {
            // Written before there was a mark.
            String people = "select count(*) from person where email like ?";
            if (count(connection, people, "admin@demo.example.org") > 0) {
                return Kind.DEMO;
            }
            // Only where nobody else is: what is unfinished is cleared.
            int demoPeople = count(connection, people, "%@demo.example.org");
            if (demoPeople > 0 && demoPeople == count(connection, people, "%")) {
                return Kind.UNFINISHED_DEMO;
            }
        }
        boolean written =
                tables.contains("person")
                        && count(connection, "select count(*) from person where email like ?", "%")
                                > 0;
        boolean kept =
                tables.contains("organization")
                        && count(
                                        connection,
                                        "select count(*) from organization where name like ?",
                                        "%")
                                > 0;
        return written || kept ? Kind.OWN : Kind.NOTHING;
    }

    private static Set<String> tables(Connection connection) throws SQLException {
        var tables = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        try (ResultSet found =
                connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", null)) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    private static int count(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
