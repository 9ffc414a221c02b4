package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.File;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts that must not succeed say so in one line; starts that were cut short begin anew. */
class StartsIT {

    private static final String DEMO = "--spring.profiles.active=demo";

    @Test
    void a_second_product_on_the_same_data_is_refused_in_one_line() throws Exception {
        try (Product running = Product.start()) {
            isRefused(
                    Starting.jar(running.home(), Map.of(), DEMO),
                    "another process, probably the running product, has this data open:");
            isRefused(
                    Starting.jar(running.home(), Map.of(), "--atlas.command=admin-link"),
                    "another process, probably the running product, has this data open:");
        }
    }

    @Test
    void the_demos_data_starts_only_as_the_demo() throws Exception {
        isRefused(
                Starting.jar(Product.demoHome(), Map.of()),
                "this data is the demo coalition's: start with the demo");
    }

    @Test
    void a_broken_file_stops_the_start_with_file_line_and_reason_and_nothing_else(
            @TempDir Path folder) throws Exception {
        Path jar = Files.copy(LaidOut.bare(), folder.resolve("broken.jar"));
        String text = Files.readString(Path.of("data/taxonomy/needs.yaml"));
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Files.writeString(
                    inside.getPath("BOOT-INF/classes/data/taxonomy/needs.yaml"),
                    text.replaceFirst("phase: acute", "phase: later"));
        }

        isRefused(
                Starting.jar(jar, Product.emptyHome(), Map.of()),
                "data/taxonomy/needs.yaml, line 5: unknown phase \"later\"");
    }

    @Test
    void the_first_administrator_comes_from_the_link_on_the_console_to_the_coalitions_counties()
            throws Exception {
        Path home = Product.emptyHome();
        try (Starting empty = Starting.jar(home, Map.of()).ready()) {
            Page page = Browsers.visitor(1280, "en");
            String link = link(empty.said());
            assertThat(link).startsWith(empty.url("/setup/"));
            page.navigate(link);
            Browsers.isGood(page);
            page.getByLabel(Browsers.said("en", "identity.name")).fill("Ana Ruiz");
            page.getByLabel(Browsers.said("en", "identity.email")).fill("ana@example.org");
            page.getByLabel(Browsers.said("en", "identity.password")).fill("otter violin plum 91");
            page.locator("main button[type=submit]").click();
            page.waitForURL("**/login?ready*");
            page.locator("#email").fill("ana@example.org");
            page.locator("#password").fill("otter violin plum 91");
            page.locator("form:has(#email) button[type=submit]").click();
            page.waitForURL("**/portal/**");
            Browsers.settled(page);
            page.getByText(Browsers.said("en", "shell.home.empty.link")).click();
            page.waitForURL("**/portal/admin/coalition");
            Browsers.settled(page);
            page.getByLabel(Browsers.said("en", "identity.coalition.name"))
                    .fill("Fox Valley Coalition");
            var counties = page.locator("vaadin-multi-select-combo-box").first();
            counties.locator("input").fill("Kane");
            page.locator("vaadin-multi-select-combo-box-item:has-text('Kane County, IL')")
                    .first()
                    .click();
            page.keyboard().press("Escape");
            page.locator("vaadin-button:has-text('" + Browsers.said("en", "common.save") + "')")
                    .first()
                    .click();
            page.getByText(Browsers.said("en", "identity.coalition.saved")).first().waitFor();
            page.navigate(empty.url("/"));
            assertThat(page.content())
                    .contains("Fox Valley Coalition")
                    .contains("/directory/county/17089-kane-county-il");
            page.context().close();
        }
        // It is somebody's own now.
        isRefused(Starting.jar(home, Map.of(), DEMO), "this data is not the demo's:");
    }

    @Test
    void a_link_leads_to_the_products_own_address_and_else_to_its_last_port() throws Exception {
        Path home = Product.emptyHome();
        int port;
        try (Starting empty = Starting.jar(home, Map.of()).ready()) {
            port = empty.port();
        }
        try (Starting link = Starting.jar(home, Map.of(), "--atlas.command=admin-link")) {
            assertThat(link.ended()).as(link.said()).isZero();
            assertThat(link(link.said())).startsWith("http://localhost:" + port + "/setup/");
        }
        var outside = Map.of("ATLAS_PUBLIC_URL", "https://directory.example.org/");
        try (Starting link = Starting.jar(home, outside, "--atlas.command=admin-link")) {
            assertThat(link.ended()).as(link.said()).isZero();
            assertThat(link(link.said())).startsWith("https://directory.example.org/setup/");
        }
    }

    @Test
    void a_demo_that_was_killed_while_it_was_loaded_is_whole_after_the_next_start()
            throws Exception {
        Path whole = Product.demoHome();
        long size = Files.size(whole.resolve("data/atlas.mv.db"));
        Path home = Product.emptyHome();
        File file = home.resolve("data/atlas.mv.db").toFile();
        var there = new TreeSet<Integer>();
        for (double part : List.of(0.02, 0.3, 0.8)) {
            Starting loading = Starting.jar(home, Map.of(), DEMO);
            loading.answers();
            long empty = file.length();
            assertThat(loading.readyOnlyAfter(() -> file.length() > empty + part * (size - empty)))
                    .as("the load was still going on: %s", loading.said())
                    .isTrue();
            loading.kill();
            try (Connection database = Starting.database(home)) {
                int organizations = number(database, "select count(*) from organization");
                // Before the mark nothing of the demo is there; from then on it is never missing.
                assertThat(
                                number(
                                        database,
                                        "select count(*) from demo_mark where state = 'LOADING'"))
                        .isEqualTo(organizations == 0 ? marked(database) : 1);
                there.add(organizations);
            }
        }
        assertThat(there).as("organizations there when it was killed").hasSizeGreaterThan(1);
        try (Starting last = Starting.jar(home, Map.of(), DEMO)) {
            last.ready();
        }

        assertThat(rows(home)).isEqualTo(rows(whole));
    }

    private static int marked(Connection database) throws SQLException {
        return number(database, "select count(*) from demo_mark");
    }

    private static void isRefused(Starting start, String reason) throws Exception {
        try (start) {
            assertThat(start.ended()).as(start.said()).isOne();
            // Before anything can be refused, the product says that it starts, and as what.
            List<String> lines =
                    start.said().lines().filter(line -> !line.contains(" INFO ")).toList();
            assertThat(lines).as(start.said()).hasSize(1);
            assertThat(lines.getFirst()).startsWith("atlas: " + reason);
        }
    }

    private static String link(String said) {
        Matcher link = Pattern.compile("https?://\\S+/setup/\\S+").matcher(said);
        assertThat(link.find()).as(said).isTrue();
        return link.group();
    }

    /** Rows by table, but for what the index still has to do. */
    private static Map<String, Integer> rows(Path home) throws SQLException {
        var rows = new TreeMap<String, Integer>();
        try (Connection database = Starting.database(home);
                var statement = database.createStatement();
                ResultSet tables =
                        statement.executeQuery(
                                "select table_name from information_schema.tables where"
                                        + " table_schema = schema()")) {
            while (tables.next()) {
                String table = tables.getString(1);
                if (!table.startsWith("hsearch_")) {
                    rows.put(table, number(database, "select count(*) from \"" + table + "\""));
                }
            }
        }
        return rows;
    }

    private static int number(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getInt(1);
        }
    }
}
