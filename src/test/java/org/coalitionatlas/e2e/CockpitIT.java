package org.coalitionatlas.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A coordinator looks who is late, reads the reminder and sends it; the same in Spanish, small. */
class CockpitIT {

    @Test
    void from_a_figure_to_a_reminder() throws Exception {
        try (Product product = Product.start()) {
            Page page = Browsers.visitor(1280, "en");
            Browsers.signIn(product, page, "coordinator@demo.example.org", false);
            page.navigate(product.url("/portal/cockpit"));
            page.locator(".cockpit-figures .cockpit-late a").click();
            page.getByText("4 lines").waitFor();
            Browsers.isGood(page);
            aRoundIsOpened(page);
            aReminderIsSent(product, page);
            page.context().close();

            Page spanish = Browsers.visitor(360, "es");
            Browsers.signIn(product, spanish, "coordinator@demo.example.org", false);
            Browsers.speak(spanish, "es");
            for (String path : new String[] {"cockpit", "cockpit/reminders", "calendar"}) {
                spanish.navigate(product.url("/portal/" + path));
                spanish.locator(".cockpit h1").waitFor();
                Browsers.isGood(spanish);
            }
            spanish.context().close();
        }
    }

    private static void aRoundIsOpened(Page page) {
        press(page, "Open a round");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("Name of the cycle").fill("2027");
        Browsers.isGood(page);
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Open the round").setExact(true))
                .click();
        page.getByText(Pattern.compile("0 of \\d+ answered")).waitFor();
        Browsers.isGood(page);
    }

    private static void aReminderIsSent(Product product, Page page) {
        page.navigate(product.url("/portal/cockpit/reminders"));
        page.getByText("Before it is sent").waitFor();
        page.locator("vaadin-details-summary").first().click();
        page.locator(".cockpit-letter").first().waitFor();
        Browsers.isGood(page);
        Locator send =
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Send ")));
        send.first().click();
        opened(page);
        Browsers.isGood(page);
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^Send ")))
                .click();
        page.getByText(Pattern.compile("on the way")).waitFor();
        page.getByText("reminded less than seven days ago").first().waitFor();
        Browsers.isGood(page);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        opened(page);
    }

    // The dialog's own element has no size; what is in it has.
    private static void opened(Page page) {
        page.getByRole(AriaRole.DIALOG)
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }
}
