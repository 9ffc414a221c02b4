package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.storage.MySqlAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main path through the packaged product on a real MySQL, in a database of its own: signing in,
 * searching, answering for a need, the gap that changes, a file imported twice; and all of it again
 * after a restart, for somebody who does not sign in again.
 */
@EnabledIfEnvironmentVariable(
        named = "ATLAS_TEST_MYSQL_URL",
        matches = ".+",
        disabledReason = "no MySQL server was started: ATLAS_TEST_WITHOUT_MYSQL=1")
class MySqlPathIT {

    private static final String ADMINISTRATOR = "admin@demo.example.org";
    private static final String SHEET = "/portal/assessment/17177?need=A2";
    private static final String GAP = "gaps/17177/A2";
    private static final String IMPORTED = "Quenched Lantern Law Clinic";

    /**
     * The columns by which the product knows the organizations of a directory it has a mapping of.
     */
    private static final List<String> ROWS =
            List.of(
                    "Organization ID,Title,Alternate name,Body,Display physical address to public"
                            + " users?,Mailing address,Phone number,Website address,Email",
                    "970001," + IMPORTED + ",,Free advice at night.,No,,8155550171,,",
                    "970002,Ümlaut & Söhne Legal Aid 🕯,,Contracts read aloud.,No,,8155550172,,");

    @Test
    void the_main_path_works_on_mysql_and_everything_is_there_after_a_restart(@TempDir Path folder)
            throws Exception {
        Map<String, String> settings = newDatabase();
        Path file = Files.write(folder.resolve("organizations.csv"), ROWS);
        try (Product product = Product.loadingDemo(settings)) {
            Page page = Browsers.visitor(1280, "en");
            Browsers.signIn(product, page, ADMINISTRATOR, true);
            Browsers.speak(page, "en");
            search(product, page);

            String before = gap(product, page);
            assertThat(before).doesNotContainIgnoringCase("trained partner");
            answer(product, page);
            String after = gap(product, page);
            assertThat(after).containsIgnoringCase("trained partner");

            importFile(product, page, file);
            assertThat(counts(page)).isEqualTo(Map.of("CREATED", 2L, "UNCHANGED", 0L));
            importFile(product, page, file);
            assertThat(counts(page)).isEqualTo(Map.of("CREATED", 0L, "UNCHANGED", 2L));
            UUID imported = inMySql(settings);
            awaitPublished(product, page, imported);

            Browsers.open(product, page, SHEET);
            product.close();
            product.returns();
            Browsers.reload(page);
            given(page).nth(2).waitFor();
            assertThat(page.url()).as("the same screen, signed in").contains("/portal/assessment/");
            assertThat(gap(product, page)).isEqualTo(after);
            search(product, page);
            awaitPublished(product, page, imported);
            page.context().close();
            assertThat(product.home().resolve("data/atlas.mv.db"))
                    .as("an embedded database")
                    .doesNotExist();
        }
        drop(settings);
    }

    private static Map<String, String> newDatabase() {
        String name = "atlas_" + UUID.randomUUID().toString().replace("-", "");
        return Map.of(
                "ATLAS_DB_URL",
                MySqlAddress.ofNewDatabase(System.getenv("ATLAS_TEST_MYSQL_URL"), name),
                "ATLAS_DB_USER",
                System.getenv("ATLAS_TEST_MYSQL_USER"),
                "ATLAS_DB_PASSWORD",
                System.getenv("ATLAS_TEST_MYSQL_PASSWORD"));
    }

    private static void search(Product product, Page page) {
        // Until the index has followed the loading of the demo, it has less to find.
        page.waitForCondition(
                () -> {
                    Browsers.open(product, page, "/portal/directory");
                    Locator field = page.locator(".directory-search .search-text input").first();
                    field.fill("warming room");
                    field.press("Enter");
                    page.waitForURL("**/directory?*q=warming*");
                    Browsers.settled(page);
                    return page.locator(".call-card:has-text('Winter warming room')").count() > 0;
                },
                new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    private static void answer(Product product, Page page) {
        // Nobody has begun this county's assessment.
        Browsers.open(product, page, "/portal/assessment");
        page.locator("tr:has(a[href*='17177']) vaadin-button").first().click();
        page.waitForURL("**/assessment/17177**");
        Browsers.settled(page);
        Browsers.open(product, page, SHEET);
        Locator row = page.locator("#need-A2 tr[data-provider]").first();
        for (String question : List.of("CONTACT", "PARTNER", "TRAINED")) {
            row.locator("[data-question=" + question + "] button[data-answer=YES]").click();
            row.locator(
                            "[data-question="
                                    + question
                                    + "] button[data-answer=YES][aria-pressed=true]")
                    .waitFor();
        }
        Browsers.settled(page);
        Browsers.open(product, page, SHEET);
        given(page).nth(2).waitFor();
    }

    private static Locator given(Page page) {
        return page.locator("#need-A2 tr[data-provider]")
                .first()
                .locator("button[data-answer=YES][aria-pressed=true]");
    }

    private static String gap(Product product, Page page) {
        Browsers.open(product, page, "/portal/gaps");
        Locator cell = page.locator("a[href*='" + GAP + "']").first();
        cell.waitFor();
        return cell.getAttribute("aria-label");
    }

    private static void importFile(Product product, Page page, Path file) {
        Browsers.open(product, page, "/portal/exchange/import");
        page.locator("input[type=file]").setInputFiles(file);
        button(page, "exchange.look").click();
        Locator run = button(page, "exchange.run");
        run.waitFor();
        page.getByLabel(Browsers.said("en", "exchange.option.publish")).check();
        run.click();
        page.waitForURL("**/exchange/import/job/**");
        page.getByText(
                        Browsers.said("en", "exchange.state.DONE"),
                        new Page.GetByTextOptions().setExact(true))
                .waitFor();
        Browsers.settled(page);
    }

    private static Locator button(Page page, String key) {
        return page.locator("vaadin-button:text-is(\"" + Browsers.said("en", key) + "\")").first();
    }

    private static Map<String, Long> counts(Page page) {
        return Map.of(
                "CREATED",
                Browsers.figure(page, "Created"),
                "UNCHANGED",
                Browsers.figure(page, "Unchanged"));
    }

    // The page comes from the index.
    private static void awaitPublished(Product product, Page page, UUID organization) {
        page.waitForCondition(
                () -> {
                    page.navigate(product.url("/directory/organizations/" + organization));
                    return page.locator("main").innerText().contains(IMPORTED);
                },
                new Page.WaitForConditionOptions().setTimeout(60_000));
    }

    /** Looks past the product whether the rows of the file stand in the database as written. */
    private static UUID inMySql(Map<String, String> settings) throws SQLException {
        try (Connection database = connect(settings);
                var statement = database.createStatement();
                ResultSet names =
                        statement.executeQuery(
                                "select name, id from organization where source_id like '97000_'"
                                        + " order by source_id")) {
            assertThat(names.next()).isTrue();
            assertThat(names.getString(1)).isEqualTo(IMPORTED);
            ByteBuffer id = ByteBuffer.wrap(names.getBytes(2));
            assertThat(names.next()).isTrue();
            assertThat(names.getString(1)).isEqualTo("Ümlaut & Söhne Legal Aid 🕯");
            assertThat(names.next()).isFalse();
            return new UUID(id.getLong(), id.getLong());
        }
    }

    private static void drop(Map<String, String> settings) throws SQLException {
        try (Connection database = connect(settings);
                var statement = database.createStatement()) {
            statement.execute("drop database " + database.getCatalog());
        }
    }

    private static Connection connect(Map<String, String> settings) throws SQLException {
        return DriverManager.getConnection(
                settings.get("ATLAS_DB_URL"),
                settings.get("ATLAS_DB_USER"),
                settings.get("ATLAS_DB_PASSWORD"));
    }
}
