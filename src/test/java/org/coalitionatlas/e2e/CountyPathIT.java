package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The main job from end to end: a coordinator answers for a need of Stephenson County, with the
 * keyboard alone, and the gap changes; both languages, desk and phone, with axe on every screen.
 */
class CountyPathIT {

    private static final String STEPHENSON = "17177";

    @ParameterizedTest(name = "{0}, {1} px, need {2}")
    @CsvSource({
        "en, 1280, A2, y, Trained partner",
        "es, 1280, T9, s, Socio capacitado",
        "en, 360, L7, y, Trained partner",
        "es, 360, L8, s, Socio capacitado"
    })
    void answering_by_keyboard_changes_the_gap(
            String language, int width, String need, String yes, String level) throws IOException {
        Page page = Browsers.visitor(width, language);
        Browsers.signIn(page, "coordinator@demo.example.org", false);
        Browsers.speak(page, language);
        Browsers.isGood(page);

        String before = cellName(page, need);
        Browsers.open(page, "/portal/assessment");
        begin(page);

        Browsers.open(page, "/portal/assessment/" + STEPHENSON + "?need=" + need);
        Locator answers = page.locator("#need-" + need + " [data-question=CONTACT]").first();
        answers.waitFor();
        Browsers.isGood(page);
        tabTo(page, "#need-" + need + " [data-question=CONTACT]");
        for (int question = 0; question < 3; question++) {
            page.keyboard().press(yes);
            page.keyboard().press("ArrowRight");
        }
        Locator given =
                page.locator("#need-" + need + " tr[data-provider]")
                        .first()
                        .locator("button[data-answer=YES][aria-pressed=true]");
        page.waitForCondition(() -> given.count() == 3);
        Browsers.settled(page);

        Browsers.open(page, "/portal/assessment/" + STEPHENSON + "?need=" + need);
        answers.waitFor();
        assertThat(given.count()).as("answers after a reload").isEqualTo(3);

        String after = cellName(page, need);
        assertThat(after).isNotEqualTo(before).containsIgnoringCase(level);
        Browsers.open(page, "/portal/gaps/" + STEPHENSON + "/" + need);
        Browsers.isGood(page);
        page.context().close();
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "en, 360", "es, 1280", "es, 360"})
    void every_portal_screen_is_accessible_and_fits(String language, int width) throws IOException {
        Page page = Browsers.visitor(width, language);
        Browsers.signIn(page, "admin@demo.example.org", false);
        Browsers.speak(page, language);
        for (String path :
                new String[] {
                    "/portal/",
                    "/portal/directory?q=shelter",
                    "/portal/assessment/17201",
                    "/portal/gaps?view=list",
                    "/portal/exchange/import",
                    "/portal/directory/organization/new",
                    "/portal/nowhere"
                }) {
            Browsers.open(page, path);
            Browsers.isGood(page);
        }
        Browsers.open(page, "/portal/directory?q=confidential");
        page.locator("main a[href*='directory/service/'], a[href*='directory/service/']")
                .first()
                .click();
        page.waitForURL("**/directory/service/**");
        Browsers.settled(page);
        Browsers.isGood(page);
        page.context().close();
    }

    private static void begin(Page page) {
        Locator row = page.locator("tr:has(a[href*='" + STEPHENSON + "'])");
        row.waitFor();
        Locator begin = row.locator("vaadin-button");
        if (begin.count() > 0) {
            begin.first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/assessment/" + STEPHENSON + "**");
            Browsers.settled(page);
        }
    }

    private static String cellName(Page page, String need) throws IOException {
        Browsers.open(page, "/portal/gaps");
        Locator cell = page.locator("a[href*='gaps/" + STEPHENSON + "/" + need + "']").first();
        cell.waitFor();
        Browsers.isGood(page);
        return cell.getAttribute("aria-label");
    }

    private static void tabTo(Page page, String selector) {
        for (int press = 0; press < 80; press++) {
            boolean there =
                    (Boolean)
                            page.evaluate(
                                    "selector => document.activeElement?.matches(selector) ?? false",
                                    selector);
            if (there) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }
}
