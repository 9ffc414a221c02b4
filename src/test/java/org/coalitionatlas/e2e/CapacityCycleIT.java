package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One organization from opening a review to its comparison with the next: two colleagues fill it in
 * at once, a coordinator accepts and closes it, and the year after is read beside it.
 */
class CapacityCycleIT {

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280, Spring 2027, Fall 2027", "es, 360, Primavera 2027, Otoño 2027"})
    void a_review_is_filled_in_by_two_colleagues_closed_and_compared_with_the_next(
            String language, int width, String cycle, String next) throws IOException {
        try (InPortal maria = InPortal.signedIn("member1", width, language);
                InPortal tomas = InPortal.signedIn("member3", width, language);
                InPortal elena = InPortal.signedIn("coordinator", width, language)) {
            String first = begin(maria, cycle);
            tomas.open(first);
            twoWriteTheSameAnswer(maria, tomas);
            answer(maria, "priorities", "A second night advocate");
            answer(tomas, "resources", "Two cars");
            handIn(maria);
            tomas.page().locator(".response-banner [role=alert]").waitFor();

            acceptAndClose(elena, first);
            maria.open(first);
            maria.page().locator(".state-CLOSED").waitFor();
            assertThat(maria.page().locator("[data-place] textarea").count()).isZero();
            maria.isGood();

            String second = begin(maria, next);
            answer(maria, "capacity", "Sixteen beds");
            answer(maria, "gaps", "No driver after nine");
            answer(maria, "priorities", "A second night advocate");
            answer(maria, "resources", "Two cars");
            handIn(maria);
            acceptAndClose(elena, second);

            maria.open(second + "/compare");
            Page page = maria.page();
            assertThat(page.locator("main#content").textContent())
                    .contains(cycle, next, "Sixteen beds", "Two cars");
            assertThat(page.locator(".change-same").count()).isPositive();
            assertThat(page.locator(".change-otherwise").count()).isPositive();
            maria.isGood();
        }
    }

    // The last word stands; whoever was overtaken is told, and both words are in the history.
    private static void twoWriteTheSameAnswer(InPortal maria, InPortal tomas) {
        answer(maria, "capacity", "Twelve beds");
        answer(maria, "gaps", "Nights");
        tomas.page()
                .waitForFunction(
                        "() => document.querySelector('[data-place=gaps] textarea').value"
                                + " === 'Nights'");
        answer(tomas, "gaps", "No driver after nine");
        maria.page()
                .waitForFunction(
                        "() => document.querySelector('[data-place=gaps] textarea').value"
                                + " === 'No driver after nine'");
        assertThat(maria.page().locator("[data-place=gaps]").textContent())
                .contains("Tomas Lindgren");
        maria.isGood();
    }

    private static void acceptAndClose(InPortal coordinator, String response) {
        coordinator.open(response);
        Page page = coordinator.page();
        verb(page, "ACCEPT").click();
        page.locator(".state-ACCEPTED").waitFor();
        verb(page, "CLOSE").click();
        page.locator(".state-CLOSED").waitFor();
        coordinator.isGood();
    }

    private static void handIn(InPortal person) {
        verb(person.page(), "SUBMIT").click();
        person.page().locator(".state-SUBMITTED").waitFor();
        person.isGood();
    }

    /** Returns the address of the new response, within the portal. */
    private static String begin(InPortal person, String cycle) {
        Page page = person.page();
        person.open("/portal/capacity");
        page.locator(".response-begin vaadin-select").click();
        page.locator("vaadin-select-item:visible")
                .filter(
                        new Locator.FilterOptions()
                                .setHasText(
                                        "es".equals(page.getAttribute("html", "lang"))
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
        String address = page.url().replaceAll("[?#].*", "");
        return address.substring(address.indexOf("/portal/"));
    }

    private static void answer(InPortal person, String question, String words) {
        Page page = person.page();
        text(page, question).fill(words);
        text(page, question).blur();
        page.waitForFunction(
                "() => Object.keys(sessionStorage).every(k => !k.startsWith('atlas.response'))");
    }

    private static Locator text(Page page, String question) {
        return page.locator("[data-place=" + question + "] textarea[data-kind=text]");
    }

    private static Locator verb(Page page, String verb) {
        return page.locator(".verb-" + verb);
    }
}
