package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call sheet made, put in order, written on and printed; the map walked by keyboard. */
class CallSheetIT {

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360", "en, 320"})
    void a_sheet_is_made_ordered_and_printed_without_an_account(String language, int width)
            throws IOException {
        boolean spanish = language.equals("es");
        Page page = Browsers.visitor(width, language);
        open(page, (spanish ? "/es" : "") + "/directory?q=" + (spanish ? "albergue" : "shelter"));
        for (int service = 0; service < 3; service++) {
            page.locator(".card .pick a[href*='sheet=']:not(b + a)").nth(service).click();
            page.locator(".sheetbar").waitFor();
        }
        Browsers.isGood(page);
        page.locator(".sheetbar .open-sheet").click();
        page.waitForURL("**/call-sheet?*");
        Browsers.isGood(page);
        assertThat(page.locator(".entry").count()).isEqualTo(3);

        String last = page.locator(".entry h2 a").last().textContent();
        page.locator(".entry").last().locator(".entry-tools a").first().click();
        page.waitForURL("**/call-sheet?*");
        assertThat(page.locator(".entry h2 a").nth(1).textContent()).isEqualTo(last);

        page.locator(".entry textarea").first().fill("born 3/4/2001, ask for the night desk");
        assertThat(page.locator(".note-warning").first().isVisible()).isTrue();
        Browsers.isGood(page);
        page.locator(".entry textarea").first().fill("ask for the night desk");
        assertThat(page.locator(".note-warning").first().isVisible()).isFalse();
        String address = page.url();
        Browsers.reload(page);
        assertThat(page.locator(".entry textarea").first().inputValue()).contains("night desk");
        assertThat(address).doesNotContain("night");
        assertThat(page.content()).doesNotContain("placeholder=\"ask");

        assertThat(Browsers.printedPages(page)).isBetween(1, 2);
        page.locator("a[href*='size=wallet']").click();
        page.waitForURL("**size=wallet**");
        Browsers.isGood(page);
        assertThat(Browsers.printedPages(page)).isEqualTo(1);
        page.goBack();
        page.locator("[data-forget]").click();
        Browsers.reload(page);
        assertThat(page.locator(".entry textarea").first().inputValue()).isEmpty();
        assertThat(page.context().cookies()).isEmpty();
        page.context().close();
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 320"})
    void the_list_beside_the_map_is_its_equal_by_keyboard(String language, int width)
            throws IOException {
        Page page = Browsers.visitor(width, language);
        open(page, (language.equals("es") ? "/es" : "") + "/directory/map?county=17201");
        Browsers.isGood(page);
        page.locator(".map-list .number").nth(1).focus();
        assertThat(page.locator("#pin-2").getAttribute("class")).contains("now");
        page.keyboard().press("Enter");
        assertThat(page.locator("#pin-2").getAttribute("class")).contains("chosen");
        Browsers.isGood(page);
        page.locator("#place-2 div a").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/directory/services/**");
        page.context().close();
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void members_have_map_and_call_sheet_in_the_portal(String language, int width)
            throws IOException {
        Page page = Browsers.visitor(width, language);
        Browsers.signIn(page, "coordinator@demo.example.org", false);
        Browsers.speak(page, language);
        open(page, "/portal/directory/map?q=legal");
        page.locator(".map-list .number").first().waitFor();
        Browsers.settled(page);
        Browsers.isGood(page);
        page.locator(".map-list .number").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.url()).contains("/portal/directory/map");
        assertThat(page.locator("#pin-1").getAttribute("class")).contains("chosen");

        open(page, "/portal/directory?q=shelter");
        page.locator(".pick-service").first().waitFor();
        page.locator(".pick-service input").first().check();
        page.locator(".sheet-picker a").click();
        page.locator(".sheet-entry textarea").first().waitFor();
        Browsers.settled(page);
        Browsers.isGood(page);
        page.context().close();
    }

    private static void open(Page page, String path) throws IOException {
        page.navigate(Browsers.product().url(path));
    }
}
