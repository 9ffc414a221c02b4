package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * A person whose account is closed is out within five seconds, on screens that ask nothing of the
 * server, too; and stays out, although the browser was to remember them.
 */
class ClosedAccountIT {

    private static final String EMAIL = "noor.lahiri@example.org";
    private static final String PASSWORD = "otter violin gravel 91";
    private static final String NAME = "Noor Lahiri";

    @Test
    void the_open_screens_of_a_closed_account_close_by_themselves() throws IOException {
        try (InPortal admin = InPortal.signedIn("admin", 1280, "en")) {
            add(admin);
            Page noor = Browsers.visitor(1280, "en");
            signIn(noor);
            noor.waitForURL("**/portal/**");
            Browsers.open(noor, "/portal/assessment/17201");
            noor.evaluate(
                    "() => addEventListener('pagehide',"
                            + " () => localStorage.setItem('test-hidden', String(Date.now())))");

            admin.page()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName(admin.said("identity.people.disable.of", NAME)))
                    .click();
            Locator confirm =
                    admin.page()
                            .locator(
                                    "vaadin-confirm-dialog vaadin-button:text-is(\""
                                            + admin.said("identity.people.disable")
                                            + "\")");
            confirm.waitFor();
            double closed = now(admin.page());
            confirm.click();

            noor.waitForURL("**/login**");
            // How long the browser then takes to draw the door is not the product's.
            double hidden =
                    Double.parseDouble(
                            (String) noor.evaluate("() => localStorage.getItem('test-hidden')"));
            assertThat(hidden - closed).as("milliseconds").isBetween(0.0, 5_000.0);

            noor.navigate(Browsers.product().url("/portal/"));
            noor.waitForURL("**/login**");
            signIn(noor);
            noor.waitForURL("**/login?failed**");
            noor.context().close();
        }
    }

    private static void add(InPortal admin) {
        admin.open("/portal/admin");
        admin.press("identity.people.add");
        Locator dialog = admin.page().locator("vaadin-dialog");
        dialog.getByLabel(admin.said("identity.name")).first().fill(NAME);
        dialog.getByLabel(admin.said("identity.email")).first().fill(EMAIL);
        dialog.locator("vaadin-password-field input").first().fill(PASSWORD);
        dialog.locator("vaadin-button:text-is(\"" + admin.said("identity.people.add") + "\")")
                .click();
        admin.page().getByText(admin.said("identity.people.added", NAME)).first().waitFor();
        Browsers.settled(admin.page());
    }

    private static void signIn(Page page) throws IOException {
        page.navigate(Browsers.product().url("/login"));
        page.locator("#email").fill(EMAIL);
        page.locator("#password").fill(PASSWORD);
        page.locator("input[name=remember-me]:visible").first().check();
        page.locator("form:has(#email) button[type=submit]").click();
    }

    private static double now(Page page) {
        return ((Number) page.evaluate("() => Date.now()")).doubleValue();
    }
}
