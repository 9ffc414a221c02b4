package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A county's sheet under strain: hundreds of providers for a need, a server that goes away or ends
 * the session while somebody answers, a sheet that is open too long, one that is carried forward.
 */
class CountySheetIT {

    private static final String COORDINATOR = "coordinator@demo.example.org";
    private static final String BOONE = "/portal/assessment/17007";
    private static final String WINNEBAGO = "/portal/assessment/17201";
    private static final int BATCH = 20;

    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start();
        product.restart(
                database -> {
                    generate(database, 300, "T9");
                    generate(database, 800, "L10");
                });
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void of_hundreds_of_providers_a_bounded_number_is_drawn_and_all_are_reached_by_keyboard()
            throws IOException {
        Page page = signedIn(1280);
        for (var need : Map.of("T9", 300, "L10", 800).entrySet()) {
            open(page, BOONE + "?need=" + need.getKey());
            Locator rows = page.locator("#need-" + need.getKey() + " tr[data-provider]");
            Locator table = page.locator("#need-" + need.getKey() + " table");
            rows.first().waitFor();
            assertThat(rows.count()).isEqualTo(BATCH);
            int all = Integer.parseInt(table.getAttribute("aria-rowcount")) - 1;
            assertThat(all).isGreaterThanOrEqualTo(need.getValue());

            rows.last().locator("[data-question=PARTNER]").focus();
            for (int seen = BATCH; seen < all; seen += BATCH) {
                page.keyboard().press("ArrowDown");
                assertThat(focused(page, ".need-more")).isTrue();
                page.keyboard().press("Enter");
                Browsers.settled(page);
                assertThat(rows.count()).isLessThanOrEqualTo(2 * BATCH);
                Locator here = page.locator("tr[data-provider]:focus-within");
                assertThat(here.getAttribute("aria-rowindex"))
                        .as("the first of the new rows; the header is row 1")
                        .isEqualTo(String.valueOf(seen + 2));
                rows.last().locator("[data-question=PARTNER]").focus();
            }
            assertThat(rows.last().getAttribute("aria-rowindex"))
                    .isEqualTo(String.valueOf(all + 1));
            assertThat(page.locator("#need-" + need.getKey() + " .need-more:not(.need-earlier)"))
                    .satisfies(more -> assertThat(more.isVisible()).isFalse());

            rows.first().locator("[data-question=CONTACT]").focus();
            page.keyboard().press("ArrowUp");
            assertThat(focused(page, ".need-earlier")).isTrue();
            page.keyboard().press("Enter");
            Browsers.settled(page);
            assertThat(rows.count()).isLessThanOrEqualTo(2 * BATCH);
        }
        page.context().close();
    }

    @Test
    void the_matrix_names_its_rows_columns_and_states_to_a_screen_reader() throws IOException {
        Page page = signedIn(1280);
        open(page, BOONE + "?need=T9");
        Locator grid = page.locator("#need-T9 table[role=grid]");
        grid.waitFor();
        assertThat(grid.getAttribute("aria-label")).isNotBlank();
        assertThat(grid.locator("[role=columnheader]").allTextContents())
                .containsExactly(
                        said("assessment.table.provider"),
                        said("assessment.question.CONTACT"),
                        said("assessment.question.PARTNER"),
                        said("assessment.question.TRAINED"),
                        said("assessment.table.status"));
        Locator row = grid.locator("tr[data-provider][role=row]").nth(3);
        String provider = row.locator("[role=rowheader] .provider-name").textContent();
        Locator cell = row.locator("[role=gridcell][data-question=TRAINED]");
        assertThat(cell.getAttribute("aria-label"))
                .startsWith(provider)
                .contains(said("assessment.question.TRAINED"))
                .contains(said("assessment.cell.blank"));
        cell.focus();
        page.keyboard().press("y");
        row.locator("[data-question=TRAINED] button[aria-pressed=true]").waitFor();
        assertThat(cell.getAttribute("aria-label")).endsWith(said("common.yes"));
        assertThat(row.locator("button[data-act=invite]").getAttribute("aria-label"))
                .contains(provider);
        assertThat(Browsers.violations(page)).isEmpty();
        page.context().close();
    }

    @Test
    void a_restart_that_ends_the_session_loses_no_answer() throws IOException {
        Page page = signedIn(1280);
        String sheet = BOONE + "?need=A3";
        open(page, sheet);
        Locator row = page.locator("#need-A3 tr[data-provider]").first();
        String provider = row.getAttribute("data-provider");
        row.locator("[data-question=CONTACT]").focus();
        page.keyboard().press("n");
        row.locator("[data-question=CONTACT] button[data-answer=NO][aria-pressed=true]").waitFor();
        Browsers.settled(page);

        page.context().setOffline(true);
        row.locator("[data-question=PARTNER]").focus();
        page.keyboard().press("y");
        page.locator(".sheet-waiting").waitFor();
        product.restart();
        page.context().clearCookies();
        page.context().setOffline(false);

        page.navigate(product.url(sheet));
        page.locator("input[name=email]:visible").first().fill(COORDINATOR);
        page.locator("input[name=password]:visible").first().fill(product.password());
        page.locator("form:has(#email) button[type=submit]").click();
        page.waitForURL("**/portal/assessment/**");
        String again = "#need-A3 tr[data-provider='" + provider + "'] ";
        page.locator(again + "[data-question=PARTNER] button[data-answer=YES][aria-pressed=true]")
                .waitFor();
        page.locator(again + "[data-question=CONTACT] button[data-answer=NO][aria-pressed=true]")
                .waitFor();
        Browsers.settled(page);
        Browsers.reload(page);
        page.locator(again + "[data-question=PARTNER] button[data-answer=YES][aria-pressed=true]")
                .waitFor();
        page.context().close();
    }

    @Test
    void a_session_that_ends_while_a_sheet_is_filled_in_leads_back_to_it_with_every_word()
            throws IOException {
        Page page = signedIn(1280);
        String sheet = BOONE + "?need=A4";
        open(page, sheet);
        Locator row = page.locator("#need-A4 tr[data-provider]").first();
        String answered =
                "#need-A4 tr[data-provider='"
                        + row.getAttribute("data-provider")
                        + "'] [data-question=TRAINED] button[data-answer=YES][aria-pressed=true]";
        assertThat(page.locator(answered).count()).isZero();

        // A browser that names a session the server does not know: what an expired one looks like.
        page.context()
                .addCookies(
                        List.of(
                                new Cookie("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF")
                                        .setUrl(product.url("/"))));
        // The first answer is under way until everything is said.
        Predicate<String> talk = url -> url.contains("v-r=uidl");
        var held = new ArrayList<Route>();
        page.route(talk, held::add);
        row.locator("[data-question=TRAINED]").focus();
        page.keyboard().press("y");
        narrative(page).fill("A rota of two volunteers");
        page.unroute(talk);
        held.forEach(Route::resume);

        page.waitForURL("**/login");
        assertThat(page.locator(".notice").textContent()).isEqualTo(said("identity.login.ended"));
        page.locator("#email").fill(COORDINATOR);
        page.locator("#password").fill(product.password());
        page.locator("form:has(#email) button[type=submit]").click();
        page.waitForURL("**/portal/assessment/**");
        assertThat(page.url()).startsWith(product.url(BOONE)).contains("need=A4");
        page.locator(answered).waitFor();
        page.waitForFunction(
                "() => Object.keys(sessionStorage).every(k => !k.startsWith('atlas.sheet'))");
        assertThat(narrative(page).inputValue()).isEqualTo("A rota of two volunteers");
        Browsers.settled(page);
        Browsers.reload(page);
        page.locator(answered).waitFor();
        assertThat(narrative(page).inputValue()).isEqualTo("A rota of two volunteers");
        page.context().close();
    }

    /** The demo's 2026 cycle shows the answers of 2025, and nobody has said T4 and L1 again. */
    @Test
    void unchanged_is_one_key_or_one_button_for_a_whole_need_and_stands_at_the_next_visit()
            throws IOException {
        Page page = signedIn(1280);
        open(page, WINNEBAGO + "?need=L1");
        Locator waiting = page.locator("#need-L1 button[data-act=unchanged]:not([hidden])");
        waiting.first().waitFor();
        String provider =
                (String) waiting.first().evaluate("b => b.closest('tr').dataset.provider");
        page.locator("#need-L1 .need-toggle").focus();
        page.keyboard().press("u");
        String contact = "#need-L1 tr[data-provider='" + provider + "'] [data-question=CONTACT]";
        page.locator(contact + " button[aria-pressed=true]").waitFor();
        assertThat(waiting.count()).isZero();

        open(page, WINNEBAGO + "?need=T4");
        Locator rows = page.locator("#need-T4 tr:has(button[data-act=unchanged]:not([hidden]))");
        rows.first().waitFor();
        assertThat(rows.count()).isEqualTo(2);
        Locator confirmed = page.locator("#need-T4 tr:has(button[aria-pressed=true])");
        int answered = confirmed.count();
        button(page, "cycle.allUnchanged", 2).click();
        page.waitForFunction(
                "wanted => document.querySelectorAll("
                        + "'#need-T4 tr:has(button[aria-pressed=true])').length === wanted",
                answered + 2);
        assertThat(rows.count()).isZero();
        Browsers.settled(page);

        open(page, WINNEBAGO + "?need=T4");
        confirmed.first().waitFor();
        assertThat(confirmed.count()).isEqualTo(answered + 2);
        assertThat(rows.count()).isZero();
        assertThat(page.locator("#need-T4").getAttribute("class")).contains("is-assessed");
        open(page, WINNEBAGO + "?need=L1");
        page.locator(contact + " button[aria-pressed=true]").waitFor();
        assertThat(page.locator("#need-L1").getAttribute("class")).contains("is-assessed");
        page.context().close();
    }

    @Test
    void a_double_click_on_adding_a_provider_makes_one_draft() throws IOException {
        Page page = signedIn(1280);
        open(page, WINNEBAGO + "?need=L5");
        page.locator("#need-L5 .need-actions vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(said("assessment.another")))
                .click();
        Locator name = page.locator("vaadin-dialog vaadin-text-field input");
        name.fill("Pressed Twice House");
        page.locator("vaadin-dialog vaadin-button[theme~=primary]").dblclick();
        page.locator("#need-L5 .need-added").waitFor();
        Browsers.settled(page);
        Locator drafts =
                page.locator("#need-L5 tr[data-provider]")
                        .filter(new Locator.FilterOptions().setHasText("Pressed Twice House"));
        assertThat(drafts.count()).isEqualTo(1);
        open(page, WINNEBAGO + "?need=L5");
        drafts.first().waitFor();
        assertThat(drafts.count()).isEqualTo(1);
        page.context().close();
    }

    @Test
    void on_a_sheet_that_was_open_too_long_an_answer_is_told_apart_and_said_in_the_next_cycle()
            throws IOException {
        String sheet = "/portal/assessment/17037?need=A3";
        Page late = signedIn(360);
        open(late, sheet);
        Locator row = late.locator("#need-A3 tr[data-provider]").first();
        row.waitFor();
        String provider = row.getAttribute("data-provider");

        Page other = signedIn(1280);
        open(other, sheet);
        button(other, "cycle.close").click();
        button(other, "cycle.close.do").click();
        other.locator(".introduction .read-only").waitFor();
        button(other, "cycle.openNext").click();
        Locator name = other.locator("vaadin-dialog[opened] vaadin-text-field input");
        name.fill("Later");
        name.press("Tab");
        button(other, "cycle.openNext.do").click();
        button(other, "cycle.close").waitFor();

        row.locator("[data-question=TRAINED]").focus();
        late.keyboard().press("n");
        Locator told = late.locator(".closed-meanwhile");
        told.waitFor();
        assertThat(told.locator("li").allTextContents())
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(said("common.no")));
        assertThat(Browsers.violations(late)).isEmpty();
        assertThat(Browsers.overflows(late)).isFalse();
        told.locator("vaadin-button").first().click();
        late.locator(
                        "#need-A3 tr[data-provider='"
                                + provider
                                + "'] [data-question=TRAINED]"
                                + " button[data-answer=NO][aria-pressed=true]")
                .waitFor();
        late.waitForFunction("() => !document.querySelector('.closed-meanwhile:not([hidden])')");
        late.context().close();
        other.context().close();
    }

    // ---- with ----

    private static Page signedIn(int width) throws IOException {
        Page page = Browsers.visitor(width, "en");
        Browsers.signIn(product, page, COORDINATOR, false);
        return page;
    }

    private static void open(Page page, String path) {
        page.navigate(product.url(path));
        page.locator("h1").first().waitFor();
        Browsers.settled(page);
    }

    private static Locator button(Page page, String key, Object... arguments) {
        return page.locator("vaadin-button:text-is(\"" + said(key, arguments) + "\")").first();
    }

    private static Locator narrative(Page page) {
        return page.locator("[data-topic=HOW_FILLED] textarea");
    }

    private static String said(String key, Object... arguments) {
        return Browsers.said("en", key, arguments);
    }

    private static boolean focused(Page page, String selector) {
        return (Boolean)
                page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    /** Copies a published organization and a service of it, to be listed for the need in Boone. */
    private static void generate(Connection database, int count, String need) throws SQLException {
        for (int i = 0; i < count; i++) {
            byte[] organization = id();
            byte[] service = id();
            String name = "Generated %s %03d".formatted(need, i);
            copy(
                    database,
                    "organization",
                    "publication = 'PUBLISHED' and parent_id is null",
                    Map.of("id", organization, "name", name));
            copy(
                    database,
                    "service",
                    "publication = 'PUBLISHED'",
                    Map.of(
                            "id",
                            service,
                            "organization_id",
                            organization,
                            "name",
                            name,
                            "needs",
                            need));
            try (PreparedStatement area =
                    database.prepareStatement(
                            "insert into service_area (service_id, area_code) values (?, ?)")) {
                area.setBytes(1, service);
                area.setString(2, areaOfBoone(database));
                area.executeUpdate();
            }
        }
    }

    private static String areaOfBoone(Connection database) throws SQLException {
        try (var areas =
                database.createStatement()
                        .executeQuery(
                                "select distinct area_code from service_area where area_code like"
                                        + " '%17007'")) {
            areas.next();
            return areas.getString(1);
        }
    }

    private static void copy(
            Connection database, String table, String where, Map<String, Object> changed)
            throws SQLException {
        var columns = new ArrayList<String>();
        var values = new ArrayList<Object>();
        try (ResultSet row =
                database.createStatement()
                        .executeQuery(
                                "select * from "
                                        + table
                                        + " where "
                                        + where
                                        + " order by id limit 1")) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                String column =
                        row.getMetaData().getColumnName(i).toLowerCase(java.util.Locale.ROOT);
                boolean unique = column.startsWith("source");
                columns.add(column);
                values.add(unique ? null : changed.getOrDefault(column, row.getObject(i)));
            }
        }
        List<String> blanks = Collections.nCopies(columns.size(), "?");
        try (PreparedStatement insert =
                database.prepareStatement(
                        "insert into "
                                + table
                                + " ("
                                + String.join(", ", columns)
                                + ") values ("
                                + String.join(", ", blanks)
                                + ")")) {
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.executeUpdate();
        }
    }

    private static byte[] id() {
        UUID id = UUID.randomUUID();
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
