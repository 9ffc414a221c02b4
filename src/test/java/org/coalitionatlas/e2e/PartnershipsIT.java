package org.coalitionatlas.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A member says whom they know and with whom they work; a coordinator renews and ends it. */
class PartnershipsIT {

    private static final String PROVIDER = "Castle Bluff";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy");

    @Test
    void a_partnership_from_its_record_to_its_end() throws Exception {
        try (Product product = Product.start()) {
            Page member = Browsers.visitor(1280, "en");
            Browsers.signIn(product, member, "member2@demo.example.org", false);
            aMemberRecords(product, member);
            member.context().close();
            Page coordinator = Browsers.visitor(1280, "en");
            Browsers.signIn(product, coordinator, "coordinator@demo.example.org", false);
            aCoordinatorRenewsAndEnds(product, coordinator);
            coordinator.context().close();
            Page spanish = Browsers.visitor(360, "es");
            Browsers.signIn(product, spanish, "coordinator@demo.example.org", false);
            Browsers.speak(spanish, "es");
            itIsReadableInSpanishOnAPhone(product, spanish);
            spanish.context().close();
        }
    }

    private static void aMemberRecords(Product product, Page page) {
        page.navigate(product.url("/portal/partnerships"));
        page.locator(".partner-card").first().waitFor();
        Browsers.isGood(page);
        press(page, "Record a contact held");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        choose(page, dialog, "Provider", PROVIDER);
        dialog.getByLabel("Somebody not in the list").fill("The front desk");
        Browsers.isGood(page);
        inDialog(dialog, "Save");
        page.getByText("Recorded: Priya Raman knows somebody at").waitFor();

        press(page, "Record a partnership");
        choose(page, dialog, "Provider", PROVIDER);
        dialog.getByLabel("Referral").check();
        dialog.getByLabel("MOU").check();
        type(page, dialog, "Signed on", LocalDate.now().minusDays(300));
        type(page, dialog, "Expires on", LocalDate.now().plusDays(20));
        Browsers.isGood(page);
        inDialog(dialog, "Save");
        page.getByText(Pattern.compile("Recorded: " + PROVIDER + ".* with Blackhawk")).waitFor();
    }

    private static void aCoordinatorRenewsAndEnds(Product product, Page page) {
        page.navigate(product.url("/portal/verification"));
        page.getByText("MOUs to renew").waitFor();
        Browsers.isGood(page);
        page.locator(".partner-section > a").click();
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("MOUs for you to renew"))
                .waitFor();
        named(page, "Renew: " + PROVIDER + ".* with Blackhawk").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Browsers.isGood(page);
        inDialog(dialog, "Renew");
        page.getByText("Renewed: " + PROVIDER).waitFor();
        page.navigate(product.url("/portal/partnerships?show=in-force"));
        named(page, "End: " + PROVIDER + ".* with Blackhawk").click();
        dialog.getByLabel("Why it ended").fill("The desk was closed");
        inDialog(dialog, "End");
        page.getByText("Ended: " + PROVIDER).waitFor();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Undo")).click();
        page.getByText("It is no longer ended.").waitFor();
    }

    private static void itIsReadableInSpanishOnAPhone(Product product, Page page) {
        for (String show : new String[] {"all", "fragile", "renew", "ended"}) {
            page.navigate(product.url("/portal/partnerships?show=" + show));
            page.locator(".partner-card").first().waitFor();
            Browsers.isGood(page);
        }
        page.locator(".partner-card h3 a").first().click();
        page.locator(".partner-section").waitFor();
        Browsers.isGood(page);
    }

    private static void choose(Page page, Locator dialog, String label, String name) {
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label))
                .fill(name);
        page.locator("vaadin-combo-box-item:visible", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
    }

    // The day is typed; the calendar would open over the form a moment later.
    private static void type(Page page, Locator dialog, String label, LocalDate day) {
        page.evaluate(
                "() => document.querySelectorAll('vaadin-date-picker')"
                        + ".forEach(picker => (picker.autoOpenDisabled = true))");
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(label))
                .fill(DAY.format(day));
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
                .waitFor();
        Browsers.settled(page);
    }

    private static Locator named(Page page, String pattern) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^" + pattern)))
                .first();
    }

    private static void inDialog(Locator dialog, String name) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
