package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published directory in a browser: both languages, desk and phone, with axe. */
class PublishedIT {

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "en, 360", "en, 320", "es, 1280", "es, 360", "es, 320"})
    void from_the_first_page_to_a_phone_number(String language, int width) throws IOException {
        String prefix = language.equals("es") ? "/es" : "";
        Page page = Browsers.visitor(width, language);

        open(page, prefix.isEmpty() ? "/?lang=en" : prefix, language);
        page.locator("input[name=q]").first().fill(language.equals("es") ? "albergue" : "shelter");
        page.keyboard().press("Enter");
        page.waitForURL("**/directory?*");
        isGood(page, language);
        assertThat(page.locator("a[href^='tel:']").count()).isPositive();

        page.locator("a[href*='/directory/services/']").first().click();
        page.waitForURL("**/directory/services/**");
        isGood(page, language);
        assertThat(page.locator("a[href^='tel:']").count()).isPositive();

        page.locator("a[href*='/directory/organizations/']").first().click();
        page.waitForURL("**/directory/organizations/**");
        isGood(page, language);

        open(page, prefix + "/help", language);
        open(page, prefix + "/directory?q=zzzzqqqq", language);
        Response missing =
                page.navigate(Browsers.product().url(prefix + "/directory/services/none"));
        assertThat(missing.status()).isEqualTo(404);
        isGood(page, language);
        assertThat(page.context().cookies()).isEmpty();
        page.context().close();
    }

    @ParameterizedTest(name = "counties and needs in {0}, {1} px")
    @CsvSource({"en, 1280", "en, 360", "en, 320", "es, 1280", "es, 360", "es, 320"})
    void from_a_county_to_what_it_has_and_what_it_lacks(String language, int width)
            throws IOException {
        String prefix = language.equals("es") ? "/es" : "";
        Page page = Browsers.visitor(width, language);
        var refused = new ArrayList<String>();
        page.onConsoleMessage(
                message -> {
                    if (message.text().contains("Content Security Policy")) {
                        refused.add(message.text());
                    }
                });

        open(page, prefix.isEmpty() ? "/?lang=en" : prefix, language);
        page.locator(".counties a[href*='/directory/county/17201']").click();
        page.waitForURL("**/directory/county/17201-winnebago-county-il");
        isGood(page, language);
        assertThat(page.locator(".callrow a[href^='tel:']").count()).isPositive();
        assertThat(page.locator(".missing a[href*='county=']").count()).isPositive();

        page.locator(".missing > li > a").first().click();
        page.waitForURL("**/directory/need/**");
        isGood(page, language);
        open(page, prefix + "/directory/need/A3-housing", language);
        open(page, prefix + "/directory/needs", language);

        open(page, prefix + "/directory/counties", language);
        page.locator("#find").fill("60601");
        page.keyboard().press("Enter");
        page.waitForURL("**/directory/county/17031-cook-county-il");
        isGood(page, language);
        open(page, prefix + "/directory/counties?state=IL", language);
        open(page, prefix + "/directory/counties?find=Lee", language);

        open(page, prefix + "/help/embed", language);
        open(page, prefix + "/embed/search?county=17201", language);
        Response missing =
                page.navigate(Browsers.product().url(prefix + "/directory/winnebago-housing"));
        assertThat(missing.status()).isEqualTo(404);
        isGood(page, language);
        Response elsewhere =
                page.navigate(Browsers.product().url(prefix + "/winnebago-housing.html"));
        assertThat(elsewhere.status()).isEqualTo(404);
        assertThat(page.url()).endsWith(prefix + "/winnebago-housing.html");
        isGood(page, language);
        page.locator("main a[href*='/directory/county/17201']").first().click();
        page.waitForURL("**/directory/county/17201-winnebago-county-il");
        assertThat(refused).isEmpty();
        assertThat(page.context().cookies()).isEmpty();
        page.context().close();
    }

    @ParameterizedTest(name = "leaving with {0}")
    @CsvSource({"the button", "Shift three times"})
    void leaving_covers_the_page_and_replaces_it(String way) throws IOException {
        Page page = Browsers.visitor(1280, "en");
        page.route("https://weather.gov/**", route -> route.fulfill());
        page.navigate(Browsers.product().url("/directory?q=shelter"));
        if (way.equals("the button")) {
            page.locator("a.leave, [data-leave]").first().click();
        } else {
            for (int press = 0; press < 3; press++) {
                page.keyboard().press("Shift");
            }
        }
        page.waitForURL("https://weather.gov/**");
        page.context().close();
    }

    private static void open(Page page, String path, String language) throws IOException {
        page.navigate(Browsers.product().url(path));
        isGood(page, language);
    }

    private static void isGood(Page page, String language) {
        assertThat(page.getAttribute("html", "lang")).isEqualTo(language);
        assertThat(Browsers.violations(page)).as(page.url()).isEmpty();
        assertThat(Browsers.overflows(page)).as("sideways scrolling at " + page.url()).isFalse();
    }
}
