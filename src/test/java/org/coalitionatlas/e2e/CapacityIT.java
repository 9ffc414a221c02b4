package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A checklist from opening to acceptance, with two people in it at once, and everything that gets
 * in the way: no network, an ended session, a server that restarts.
 */
class CapacityIT {

    private static final String MEMBER = "member1@demo.example.org";
    private static final String COORDINATOR = "coordinator@demo.example.org";

    private static Product product;

    private String language = "en";

    @BeforeAll
    static void start() throws IOException {
        product = Product.start();
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void a_checklist_is_filled_in_by_two_people_returned_resubmitted_and_accepted(
            String spoken, int width) throws IOException {
        language = spoken;
        Page first = signedIn(MEMBER, width);
        String address = begin(first, "IT " + spoken);
        Browsers.isGood(first);
        Page second = signedIn(MEMBER, width);
        second.navigate(address);
        text(second, "gaps").waitFor();

        text(first, "capacity").fill("Twelve beds " + spoken);
        second.waitForFunction(
                "() => document.querySelector('[data-place=capacity] textarea').value"
                        + ".startsWith('Twelve beds')");
        text(second, "gaps").fill("Nights");
        first.waitForFunction(
                "() => document.querySelector('[data-place=gaps] textarea').value === 'Nights'");

        verb(first, "SUBMIT").click();
        Locator missing = first.locator(".response-banner li a");
        missing.first().waitFor();
        assertThat(missing.count()).isEqualTo(2);
        Browsers.isGood(first);
        missing.first().click();
        first.waitForFunction(
                "() => document.activeElement?.closest('[data-place]')?.dataset.place ==="
                        + " 'priorities'");
        text(first, "priorities").fill("Training");
        text(first, "resources").fill("Money");
        saved(first, "resources");
        verb(first, "SUBMIT").click();
        first.locator(".state-SUBMITTED").waitFor();
        second.locator(".response-banner [role=alert]").waitFor();
        Browsers.isGood(first);

        Page coordinator = signedIn(COORDINATOR, width);
        coordinator.navigate(product.url("/portal/capacity?cycle=IT%20" + spoken));
        coordinator.locator(".response-table").waitFor();
        Browsers.isGood(coordinator);
        coordinator.locator(".response-table a").first().click();
        coordinator.locator("#comment-gaps").waitFor();
        coordinator.locator("#comment-gaps").fill("Which nights?");
        coordinator.locator("#comment-gaps").blur();
        Browsers.settled(coordinator);
        Browsers.isGood(coordinator);
        verb(coordinator, "RETURN").click();
        coordinator.locator(".state-RETURNED").waitFor();

        first.reload();
        first.locator(".review-comment").first().waitFor();
        assertThat(first.locator("[data-item=gaps]").textContent()).contains("Which nights?");
        Browsers.isGood(first);
        text(first, "gaps").fill("Friday nights");
        saved(first, "gaps");
        verb(first, "SUBMIT").click();
        first.locator(".state-SUBMITTED").waitFor();
        coordinator.reload();
        verb(coordinator, "ACCEPT").click();
        coordinator.locator(".state-ACCEPTED").waitFor();
        Browsers.isGood(coordinator);

        first.context().close();
        second.context().close();
        coordinator.context().close();
    }

    @Test
    void nothing_typed_is_lost_without_a_network_or_over_a_restart_that_ends_the_session()
            throws Exception {
        Page page = signedIn(MEMBER, 1280);
        begin(page, "IT lost");

        page.context().setOffline(true);
        text(page, "capacity").fill("Typed without a network");
        page.locator(".response-waiting").waitFor();
        assertThat(page.locator(".response-waiting").textContent())
                .isEqualTo(Browsers.said(language, "response.waiting"));
        page.context().setOffline(false);
        saved(page, "capacity");
        page.waitForFunction("() => !document.querySelector('.response-waiting')");

        // The restart ends the session as well; the remembered sign-in brings the person back.
        page.context().setOffline(true);
        text(page, "priorities").fill("Typed while the server was away");
        page.locator(".response-waiting").waitFor();
        product.restart();
        page.context().setOffline(false);
        page.reload();
        text(page, "priorities").waitFor();
        saved(page, "priorities");
        page.reload();
        text(page, "capacity").waitFor();
        assertThat(text(page, "capacity").inputValue()).isEqualTo("Typed without a network");
        assertThat(text(page, "priorities").inputValue())
                .isEqualTo("Typed while the server was away");
        page.context().close();
    }

    private String begin(Page page, String cycle) throws IOException {
        page.navigate(product.url("/portal/capacity"));
        page.locator(".response-begin").waitFor();
        Browsers.settled(page);
        Browsers.isGood(page);
        page.locator(".response-begin vaadin-select").click();
        page.locator("vaadin-select-item:visible")
                .filter(
                        new Locator.FilterOptions()
                                .setHasText(
                                        language.equals("es")
                                                ? "Revisión"
                                                : "Internal capacity review"))
                .first()
                .click();
        Locator named = page.locator(".response-begin vaadin-text-field input");
        named.fill(cycle);
        named.press("Tab");
        page.locator(".response-begin vaadin-button").click();
        text(page, "capacity").waitFor();
        Browsers.settled(page);
        return page.url();
    }

    private static Locator text(Page page, String item) {
        return page.locator("[data-place=" + item + "] textarea[data-kind=text]");
    }

    private static Locator verb(Page page, String verb) {
        return page.locator(".verb-" + verb);
    }

    private static void saved(Page page, String item) {
        text(page, item).blur();
        page.waitForFunction(
                "() => Object.keys(sessionStorage).every(k => !k.startsWith('atlas.response'))");
        assertThat(page.locator("[data-place=" + item + "] .place-status").first().textContent())
                .isNotBlank();
    }

    private Page signedIn(String who, int width) throws IOException {
        Page page = Browsers.visitor(width, language);
        Browsers.signIn(product, page, who, true);
        Browsers.speak(page, language);
        return page;
    }
}
