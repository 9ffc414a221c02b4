package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody without an account says what is wrong, and a coordinator reads it. */
class SuggestionIT {

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 320"})
    void a_suggestion_reaches_the_queue(String language, int width) throws IOException {
        boolean spanish = language.equals("es");
        String prefix = spanish ? "/es" : "";
        Page page = Browsers.visitor(width, language);
        open(page, prefix + "/directory?q=" + (spanish ? "comida" : "food"));
        page.locator(".card h3 a").first().click();
        page.waitForURL("**/directory/services/**");
        page.locator(".tell a[href*='/suggest/']").click();
        page.waitForURL("**/suggest/services/**");
        Browsers.isGood(page);

        page.locator("#email").fill("nobody");
        send(page);
        page.locator(".problems").first().waitFor();
        Browsers.isGood(page);
        assertThat(page.locator("#email").inputValue()).isEqualTo("nobody");

        String said = "The line opens at nine, seen at the door " + language;
        page.locator("#email").fill("");
        page.locator("#part-who").check();
        page.locator("#text").fill(said);
        sendUntilTaken(page);
        Browsers.isGood(page);
        String named = "Kishwaukee Clothes Closet " + language;
        open(page, prefix + "/directory/suggest/new");
        Browsers.isGood(page);
        suggest(page, language, named);
        Browsers.isGood(page);
        assertThat(page.context().cookies()).isEmpty();
        page.context().close();

        Page coordinator = Browsers.visitor(1280, "en");
        Browsers.signIn(coordinator, "coordinator@demo.example.org", false);
        open(coordinator, "/portal/review");
        Browsers.settled(coordinator);
        coordinator.locator("a[href*='review/']").first().waitFor();
        assertThat(coordinator.content()).contains(said, named);
        coordinator.context().close();
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"es, 1280", "en, 360"})
    void what_is_reported_unsafe_is_hidden_at_once_until_a_coordinator_shows_it_again(
            String language, int width) throws IOException {
        Page page = Browsers.visitor(width, language);
        open(page, (language.equals("es") ? "/es" : "") + "/directory?need=T8&sort=name");
        Locator card = page.locator(".card h3 a").nth(language.equals("es") ? 0 : 1);
        String service = card.innerText();
        card.click();
        page.waitForURL("**/directory/services/**");
        String address = page.url();
        page.locator(".tell a[href*='/unsafe/']").click();
        page.waitForURL("**/unsafe/services/**");
        Browsers.isGood(page);
        send(page);
        page.locator(".problems").first().waitFor();
        Browsers.isGood(page);
        page.locator("#reason-CONTROL").check();
        sendUntilTaken(page);
        Browsers.isGood(page);
        assertThat(page.navigate(address).status()).isIn(404, 410);
        Browsers.isGood(page);

        try (InPortal elena = InPortal.signedIn("coordinator", width, language)) {
            elena.open("/portal/review");
            elena.isGood();
            elena.page().locator(".review-list a:has-text(\"" + service + "\")").first().click();
            elena.field("review.answer").fill("Asked by phone: it is their own line.");
            elena.field("review.answer").press("Tab");
            Browsers.settled(elena.page());
            elena.isGood();
            elena.press("review.sendBack.unsafe");
            elena.page().waitForURL("**/portal/review");
        }
        // It is hidden at once; shown again it is as soon as the index has followed.
        page.waitForCondition(() -> page.navigate(address).status() == 200);
        assertThat(page.locator("h1").innerText()).isEqualTo(service);
        page.context().close();
    }

    /** Somebody without an account names an organization that the directory does not have. */
    static void suggest(Page page, String language, String name) throws IOException {
        open(page, (language.equals("es") ? "/es" : "") + "/directory/suggest/new");
        page.locator("#name").fill(name);
        page.locator("#kind").selectOption(new SelectOption().setIndex(1));
        page.locator("#what").fill("Food on weekday nights, seen on its door.");
        page.locator("#county").selectOption("17037");
        sendUntilTaken(page);
    }

    // A form sent faster than a person can write comes back once more, with everything typed.
    private static void sendUntilTaken(Page page) {
        page.waitForCondition(
                () -> {
                    if (!page.url().contains("/thanks")) {
                        send(page);
                    }
                    return page.url().contains("/thanks");
                });
    }

    private static void send(Page page) {
        page.locator("main form button[type=submit]").click();
    }

    private static void open(Page page, String path) throws IOException {
        page.navigate(Browsers.product().url(path));
    }
}
