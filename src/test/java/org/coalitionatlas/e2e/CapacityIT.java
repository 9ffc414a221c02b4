package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.util.List;
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

        Browsers.reload(first);
        first.locator(".review-comment").first().waitFor();
        assertThat(first.locator("[data-item=gaps]").textContent()).contains("Which nights?");
        Browsers.isGood(first);
        text(first, "gaps").fill("Friday nights");
        saved(first, "gaps");
        verb(first, "SUBMIT").click();
        first.locator(".state-SUBMITTED").waitFor();
        Browsers.reload(coordinator);
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
        Browsers.reload(page);
        text(page, "priorities").waitFor();
        saved(page, "priorities");
        Browsers.reload(page);
        text(page, "capacity").waitFor();
        assertThat(text(page, "capacity").inputValue()).isEqualTo("Typed without a network");
        assertThat(text(page, "priorities").inputValue())
                .isEqualTo("Typed while the server was away");
        page.context().close();
    }

    @ParameterizedTest(name = "{0}, remembered: {1}")
    @CsvSource({"en, true", "es, false"})
    void a_session_that_ends_while_somebody_types_loses_nothing_and_the_person_is_told(
            String spoken, boolean remembered) throws IOException {
        language = spoken;
        Page page = signedIn(MEMBER, 1280, remembered);
        String address = begin(page, "IT ended " + spoken);
        text(page, "gaps").fill("Before the session ended");
        saved(page, "gaps");

        // What the server sees of a session that has expired: a browser that names one it does not
        // know.
        page.context()
                .addCookies(
                        List.of(
                                new Cookie("JSESSIONID", "0123456789ABCDEF0123456789ABCDEF")
                                        .setUrl(product.url("/"))));
        text(page, "priorities").click();
        page.keyboard().type("Typed as the session ended");
        if (!remembered) {
            page.waitForURL("**/login");
            assertThat(page.locator(".notice").textContent())
                    .isEqualTo(Browsers.said(language, "identity.login.ended"));
            assertThat(Browsers.violations(page)).isEmpty();
            page.locator("#email").fill(MEMBER);
            page.locator("#password").fill(product.password());
            page.locator("form:has(#email) button[type=submit]").click();
        }

        Locator told = page.locator(".response-back");
        told.waitFor();
        page.waitForFunction(
                "said => document.querySelector('.response-back')?.textContent === said",
                Browsers.said(language, "response.back.saved"));
        assertThat(page.url()).startsWith(address);
        page.waitForFunction(
                "() => document.activeElement?.closest('[data-place]')?.dataset.place ==="
                        + " 'priorities'");
        assertThat(text(page, "priorities").inputValue()).isEqualTo("Typed as the session ended");
        Browsers.isGood(page);
        Browsers.reload(page);
        text(page, "priorities").waitFor();
        assertThat(text(page, "priorities").inputValue()).isEqualTo("Typed as the session ended");
        assertThat(text(page, "gaps").inputValue()).isEqualTo("Before the session ended");
        assertThat(page.locator(".response-back").count()).isZero();
        page.context().close();
    }

    @Test
    void two_clicks_and_two_tabs_hand_in_once_and_the_tab_left_behind_says_how_it_stands()
            throws IOException {
        Page page = signedIn(MEMBER, 1280);
        String address = begin(page, "IT twice");
        for (String item : List.of("capacity", "gaps", "priorities", "resources")) {
            text(page, item).fill("Said.");
            saved(page, item);
        }
        Page behind = page.context().newPage();
        behind.navigate(address);
        text(behind, "gaps").waitFor();
        Browsers.settled(behind);

        verb(page, "SUBMIT").dblclick();
        page.locator(".state-SUBMITTED").waitFor();
        page.locator(".response-trail summary").click();
        assertThat(page.locator(".response-trail li").count()).as("opened, submitted").isEqualTo(2);

        verb(behind, "SUBMIT").click();
        Locator problem = behind.locator(".response-state .place-problem");
        problem.filter(
                        new Locator.FilterOptions()
                                .setHasText(Browsers.said(language, "response.notDone.SUBMITTED")))
                .waitFor();
        text(behind, "gaps").fill("Said too late.");
        text(behind, "gaps").blur();
        Locator kept = behind.locator(".response-unsaved textarea");
        kept.waitFor();
        assertThat(kept.inputValue()).isEqualTo("Said too late.");
        assertThat(behind.locator(".response-unsaved p").textContent())
                .isEqualTo(Browsers.said(language, "response.notSaved.SUBMITTED"));
        Browsers.isGood(behind);
        Browsers.reload(page);
        page.locator("[data-place=gaps]").waitFor();
        assertThat(page.locator("[data-place=gaps] .place-said").textContent()).isEqualTo("Said.");
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
        return signedIn(who, width, true);
    }

    private Page signedIn(String who, int width, boolean remembered) throws IOException {
        Page page = Browsers.visitor(width, language);
        Browsers.signIn(product, page, who, remembered);
        Browsers.speak(page, language);
        return page;
    }
}
