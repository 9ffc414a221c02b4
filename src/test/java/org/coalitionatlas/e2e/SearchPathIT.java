package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Searching with the keyboard: a suggestion narrows, nothing found leads on, a search is saved;
 * both languages, desk and phone, with axe on every screen.
 */
class SearchPathIT {

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void from_a_suggestion_to_a_saved_search(String language, int width) throws IOException {
        Page page = Browsers.visitor(width, language);
        Browsers.signIn(page, "coordinator@demo.example.org", false);
        Browsers.speak(page, language);

        Browsers.open(page, "/portal/directory?county=17177");
        Locator field = page.locator(".directory-search .search-text input").first();
        field.focus();
        page.keyboard().type(language.equals("es") ? "alberg" : "shelt");
        Locator options = page.locator(".directory-search .suggest-field [role=option]");
        options.first().waitFor();
        assertThat(field.getAttribute("role")).isEqualTo("combobox");
        assertThat(field.getAttribute("aria-expanded")).isEqualTo("true");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("#" + field.getAttribute("aria-activedescendant")).textContent())
                .contains("A3");
        Browsers.isGood(page);
        page.keyboard().press("Enter");
        page.waitForURL("**/directory?*need=A3*");
        Browsers.settled(page);
        assertThat(page.url()).contains("county=17177").doesNotContain("q=");
        assertThat(field.inputValue()).isEmpty();

        // Nobody shelters in Stephenson County: the next one that does is named.
        Locator near =
                page.locator(".nothing-found a[href*='county=']:not([href*='county=17177'])")
                        .first();
        near.waitFor();
        Browsers.isGood(page);
        near.click();
        page.locator(".call-card").first().waitFor();
        assertThat(page.locator(".filter-chip").count()).isEqualTo(2);
        Browsers.isGood(page);

        page.locator(".save-search vaadin-button").click();
        Locator save = page.locator("vaadin-dialog vaadin-button[theme~=primary]:visible").first();
        save.waitFor();
        Browsers.isGood(page);
        save.click();
        save.waitFor(
                new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));

        Browsers.open(page, "/portal/saved");
        assertThat(page.locator(".saved-search a[href*='need=A3']").count()).isPositive();
        Browsers.isGood(page);
        Browsers.open(page, "/portal/demand");
        Browsers.isGood(page);
        page.context().close();
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 360", "es, 1280"})
    void anybody_is_helped_on_when_nothing_fits(String language, int width) throws IOException {
        String prefix = language.equals("es") ? "/es" : "";
        Page page = Browsers.visitor(width, language);
        page.navigate(Browsers.product().url(prefix + "/directory?q=sehlter"));
        Browsers.isGood(page);
        page.locator(".meant a").click();
        page.waitForURL("**/directory?q=shelter");
        assertThat(page.locator("mark").count()).isPositive();
        Browsers.isGood(page);
        page.navigate(Browsers.product().url(prefix + "/directory?need=A3&county=17177"));
        Browsers.isGood(page);
        page.locator(".none a[href*='county=']").first().click();
        page.locator("article.card").first().waitFor();
        page.context().close();
    }
}
