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

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void a_change_waits_is_approved_told_and_taken_back(String language, int width)
            throws IOException {
        String changed = ORGANIZATION + " (" + language + ")";

        InPortal priya = InPortal.signedIn("member2", width, language);
        Page member = priya.page();
        member.locator("a[href*='directory/organization/']").first().click();
        member.locator(".record-actions").waitFor();
        String record = member.url().substring(member.url().lastIndexOf('/') + 1);
        rename(priya, changed);
        member.locator(".record-proposals a").first().waitFor();
        assertThat(member.locator("h1").first().textContent()).isEqualTo(ORGANIZATION);
        priya.isGood();

        InPortal elena = InPortal.signedIn("coordinator", width, language);
        Page coordinator = elena.page();
        elena.open("/portal/review");
        elena.isGood();
        coordinator.locator(".review-list a:has-text(\"" + changed + "\")").click();
        coordinator.locator(".difference-table").waitFor();
        assertThat(coordinator.locator(".difference-table").textContent())
                .contains(ORGANIZATION, changed);
        elena.isGood();
        elena.button("review.approve.change").click();
        coordinator.waitForURL("**/portal/review");

        elena.open("/portal/directory/history/organization/" + record);
        Locator entry = coordinator.locator(".history > li").first();
        assertThat(entry.textContent()).contains("Priya Raman", "Elena Brandt", changed);
        elena.isGood();
        elena.open("/portal/directory/organization/" + record);
        rename(elena, ORGANIZATION);
        assertThat(coordinator.locator("h1").first().textContent()).isEqualTo(ORGANIZATION);

        priya.close();
        elena.close();
    }

    private static void rename(InPortal person, String name) {
        Page page = person.page();
        person.button("directory.action.edit").click();
        Locator field = page.locator(".record-editor vaadin-text-field input").first();
        field.fill(name);
        field.press("Tab");
        Browsers.settled(page);
        person.button("common.save").click();
        page.locator(".record-actions").waitFor();
        Browsers.settled(page);
    }
}
