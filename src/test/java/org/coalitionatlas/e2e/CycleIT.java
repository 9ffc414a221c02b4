package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A county from one cycle to the comparison with the next, by two people at the same time: one
 * confirms last time's answer with one key, the other says otherwise, both see it at once, and the
 * coordinator decides.
 */
class CycleIT {

    private static final String NEXT = "Next";

    private String language = "en";

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({
        "en, 1280, 17177, T11, member2@demo.example.org, y",
        "es, 360, 17007, A4, member1@demo.example.org, s"
    })
    void a_county_from_one_cycle_to_the_comparison_with_the_next(
            String spoken, int width, String county, String need, String other, String yes)
            throws IOException {
        language = spoken;
        String sheet = "/portal/assessment/" + county + "?need=" + need;
        String contact = "#need-" + need + " tr[data-provider]:first-child [data-question=CONTACT]";

        Page coordinator = Browsers.visitor(width, language);
        Browsers.signIn(coordinator, "coordinator@demo.example.org", false);
        Browsers.speak(coordinator, language);
        Browsers.open(coordinator, sheet);
        begin(coordinator);
        Browsers.open(coordinator, sheet);
        coordinator.locator(contact).first().focus();
        coordinator.keyboard().press(yes);
        coordinator
                .locator(contact + " button[data-answer=YES][aria-pressed=true]")
                .first()
                .waitFor();
        Browsers.settled(coordinator);

        button(coordinator, "cycle.close").click();
        button(coordinator, "cycle.close.do").waitFor();
        Browsers.isGood(coordinator);
        button(coordinator, "cycle.close.do").click();
        coordinator.locator(".introduction .read-only").waitFor();
        Browsers.isGood(coordinator);
        button(coordinator, "cycle.openNext").click();
        Locator name = coordinator.locator("vaadin-dialog[opened] vaadin-text-field input");
        name.fill(NEXT);
        name.press("Tab");
        Browsers.isGood(coordinator);
        button(coordinator, "cycle.openNext.do").click();
        button(coordinator, "cycle.close").waitFor();

        Browsers.open(coordinator, sheet);
        Locator first = coordinator.locator(contact).first();
        first.waitFor();
        assertThat(coordinator.locator("#need-" + need + ".is-assessed").count())
                .as("last time's answers count for nothing")
                .isZero();
        assertThat(first.getAttribute("aria-label"))
                .contains(Browsers.said(language, "cycle.last", "").strip());
        Browsers.isGood(coordinator);

        Page member = Browsers.visitor(width, language);
        Browsers.signIn(member, other, false);
        Browsers.speak(member, language);
        Browsers.open(member, sheet);
        member.locator(contact).first().waitFor();
        Browsers.isGood(member);

        // The coordinator's one key arrives on the member's screen, and the other way round.
        first.focus();
        coordinator.keyboard().press("u");
        member.locator(contact + ".held").first().waitFor();
        member.locator(contact).first().focus();
        member.keyboard().press("n");
        coordinator.locator(contact + ".contested").first().waitFor();
        Browsers.isGood(coordinator);
        Browsers.settled(coordinator);

        first.focus();
        coordinator.keyboard().press("i");
        Locator dialog = coordinator.locator("vaadin-dialog[opened]");
        dialog.locator("vaadin-radio-button input").first().check();
        Locator reason = dialog.locator(".resolve textarea");
        reason.fill("Asked by phone.");
        reason.press("Tab");
        Browsers.isGood(coordinator);
        button(coordinator, "cycle.resolve.save").click();
        coordinator.locator(contact + ":not(.contested)").first().waitFor();
        member.locator(contact + ":not(.contested)").first().waitFor();
        assertThat(member.locator(contact).first().textContent())
                .contains(
                        Browsers.said(language, "cycle.cell.RESOLVED", "")
                                .strip()
                                .replaceFirst("^, ", ""));

        Browsers.open(coordinator, "/portal/assessment/" + county);
        coordinator.locator(".cycle-links a[href*='/compare']").first().click();
        coordinator.locator(".comparison-table").first().waitFor();
        Browsers.isGood(coordinator);
        assertThat(
                        coordinator
                                .locator(".comparison-table tr:has(a[href$='/" + need + "'])")
                                .textContent())
                .contains(Browsers.said(language, "cycle.comparison.is.SAME"));
        coordinator.context().close();
        member.context().close();
    }

    private void begin(Page page) throws IOException {
        Locator begin = page.locator(".empty-state vaadin-button");
        if (begin.count() > 0) {
            begin.first().click();
        }
        button(page, "cycle.close").waitFor();
    }

    private Locator button(Page page, String key) throws IOException {
        return page.locator("vaadin-button:text-is(\"" + Browsers.said(language, key) + "\")")
                .first();
    }
}
