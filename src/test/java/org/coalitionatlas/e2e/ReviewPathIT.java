package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A member's change from their form to the public page: it waits, the coordinator sees both
 * versions and approves, the history tells it and takes it back.
 */
class ReviewPathIT {

    private static final String ORGANIZATION = "Blackhawk Hills Legal Aid";

    private String language = "en";

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void a_change_waits_is_approved_told_and_taken_back(String spoken, int width)
            throws IOException {
        language = spoken;
        String changed = ORGANIZATION + " (" + spoken + ")";

        Page member = Browsers.visitor(width, language);
        Browsers.signIn(member, "member2@demo.example.org", false);
        Browsers.speak(member, language);
        member.locator("a[href*='directory/organization/']").first().click();
        member.locator(".record-actions").waitFor();
        String record = member.url().substring(member.url().lastIndexOf('/') + 1);
        rename(member, changed);
        member.locator(".record-proposals a").first().waitFor();
        assertThat(member.locator("h1").first().textContent()).isEqualTo(ORGANIZATION);
        Browsers.isGood(member);

        Page coordinator = Browsers.visitor(width, language);
        Browsers.signIn(coordinator, "coordinator@demo.example.org", false);
        Browsers.speak(coordinator, language);
        Browsers.open(coordinator, "/portal/review");
        Browsers.isGood(coordinator);
        coordinator.locator(".review-list a:has-text(\"" + changed + "\")").click();
        coordinator.locator(".difference-table").waitFor();
        assertThat(coordinator.locator(".difference-table").textContent())
                .contains(ORGANIZATION, changed);
        Browsers.isGood(coordinator);
        button(coordinator, "review.approve.change").first().click();
        coordinator.waitForURL("**/portal/review");

        Browsers.open(coordinator, "/portal/directory/history/organization/" + record);
        Locator entry = coordinator.locator(".history > li").first();
        assertThat(entry.textContent()).contains("Priya Raman", "Elena Brandt", changed);
        Browsers.isGood(coordinator);
        Browsers.open(coordinator, "/portal/directory/organization/" + record);
        rename(coordinator, ORGANIZATION);
        assertThat(coordinator.locator("h1").first().textContent()).isEqualTo(ORGANIZATION);

        member.context().close();
        coordinator.context().close();
    }

    private void rename(Page page, String name) throws IOException {
        button(page, "directory.action.edit").first().click();
        Locator field = page.locator(".record-editor vaadin-text-field input").first();
        field.fill(name);
        field.press("Tab");
        Browsers.settled(page);
        button(page, "common.save").click();
        page.locator(".record-actions").waitFor();
        Browsers.settled(page);
    }

    private Locator button(Page page, String key) throws IOException {
        return page.locator("vaadin-button:text-is(\"" + Browsers.said(language, key) + "\")");
    }
}
