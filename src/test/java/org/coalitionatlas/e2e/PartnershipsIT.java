package org.coalitionatlas.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A member says whom they know and with whom they work; a coordinator renews and ends it. */
class PartnershipsIT {

    private String provider = "Castle Bluff";
    private String language = "en";
    private int width = 1280;

    @Test
    void a_partnership_from_its_record_to_its_end() throws Exception {
        try (Product product = Product.start()) {
            fromRecordToEnd(product);
            provider = "Bright Mile";
            language = "es";
            width = 360;
            fromRecordToEnd(product);
            allOfItIsReadable(product);
        }
    }

    private void fromRecordToEnd(Product product) throws Exception {
        Page member = signedIn(product, "member2@demo.example.org");
        aMemberRecords(product, member);
        member.context().close();
        Page coordinator = signedIn(product, "coordinator@demo.example.org");
        aCoordinatorRenewsAndEnds(product, coordinator);
        coordinator.context().close();
    }

    private Page signedIn(Product product, String email) throws Exception {
        Page page = Browsers.visitor(width, language);
        Browsers.signIn(product, page, email, false);
        Browsers.speak(page, language);
        return page;
    }

    private void aMemberRecords(Product product, Page page) {
        page.navigate(product.url("/portal/partnerships"));
        page.locator(".partner-card").first().waitFor();
        Browsers.isGood(page);
        press(page, "partnership.contact.record");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        choose(page, dialog, provider);
        dialog.getByLabel(said("partnership.field.note")).fill("The front desk");
        Browsers.isGood(page);
        inDialog(dialog, "common.save");
        page.getByText(said("partnership.contact.recorded", "Priya Raman", "").strip()).waitFor();

        press(page, "partnership.record");
        choose(page, dialog, provider);
        dialog.getByLabel(said("partnership.kind.REFERRAL")).check();
        dialog.getByLabel(said("partnership.agreement.MOU")).check();
        type(page, dialog, "partnership.field.signedOn", LocalDate.now().minusDays(300));
        type(page, dialog, "partnership.field.expiresOn", LocalDate.now().plusDays(20));
        Browsers.isGood(page);
        inDialog(dialog, "common.save");
        page.getByText(withBlackhawk("partnership.recorded")).waitFor();
    }

    private void aCoordinatorRenewsAndEnds(Product product, Page page) {
        page.navigate(product.url("/portal/verification"));
        page.getByText(said("partnership.renewals"), exactly()).waitFor();
        Browsers.isGood(page);
        page.locator(".partner-section > a").click();
        page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName(said("partnership.show.RENEW")))
                .waitFor();
        button(page, "partnership.renew").click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Browsers.isGood(page);
        inDialog(dialog, "partnership.renew");
        page.getByText(withBlackhawk("partnership.renewed")).waitFor();
        page.navigate(product.url("/portal/partnerships?show=in-force"));
        button(page, "partnership.end").click();
        dialog.getByLabel(said("partnership.field.endReason")).fill("The desk was closed");
        Browsers.isGood(page);
        inDialog(dialog, "partnership.end");
        page.getByText(withBlackhawk("partnership.ended")).waitFor();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(said("common.undo")).setExact(true))
                .click();
        page.getByText(said("partnership.resumed")).waitFor();
    }

    private void allOfItIsReadable(Product product) throws Exception {
        Page page = signedIn(product, "coordinator@demo.example.org");
        for (String show : new String[] {"all", "fragile", "renew", "ended"}) {
            page.navigate(product.url("/portal/partnerships?show=" + show));
            page.locator(".partner-card").first().waitFor();
            Browsers.isGood(page);
        }
        page.locator(".partner-card h3 a").first().click();
        page.locator(".partner-section").waitFor();
        Browsers.isGood(page);
        page.context().close();
    }

    private void choose(Page page, Locator dialog, String name) {
        dialog.getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(said("partnership.field.provider")))
                .fill(name);
        page.locator("vaadin-combo-box-item:visible", new Page.LocatorOptions().setHasText(name))
                .first()
                .click();
    }

    // The day is typed; the calendar would open over the form a moment later.
    private void type(Page page, Locator dialog, String label, LocalDate day) {
        page.evaluate(
                "() => document.querySelectorAll('vaadin-date-picker')"
                        + ".forEach(picker => (picker.autoOpenDisabled = true))");
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName(said(label)))
                .fill(
                        DateTimeFormatter.ofPattern(language.equals("es") ? "d/M/yyyy" : "M/d/yyyy")
                                .format(day));
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
    }

    private void press(Page page, String key) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(said(key)).setExact(true))
                .click();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(said("common.cancel")))
                .waitFor();
        Browsers.settled(page);
    }

    /** The button of this partnership that does it. */
    private Locator button(Page page, String verb) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(withBlackhawk("partnership.action", said(verb))))
                .first();
    }

    private void inDialog(Locator dialog, String key) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(said(key)).setExact(true))
                .click();
    }

    // Whole names of organizations are longer than what is typed of them.
    private Pattern withBlackhawk(String key, Object... before) {
        Object[] arguments = Arrays.copyOf(before, before.length + 2);
        arguments[before.length] = "PROVIDER";
        arguments[before.length + 1] = "PARTNER";
        return Pattern.compile(
                Browsers.beginning(said(key, arguments))
                        .replace("PROVIDER", provider + ".*")
                        .replace("PARTNER", "Blackhawk.*"));
    }

    private String said(String key, Object... arguments) {
        return Browsers.said(language, key, arguments);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
