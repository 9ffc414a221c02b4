package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalitionatlas.mail.GreenPost;
import org.junit.jupiter.api.Test;

/**
 * Coordinators ask by e-mail and by phone, one in English at a desk and one in Spanish on a phone;
 * the organizations answer through their links, each in the other language.
 */
class VerificationIT {

    private static final String PUBLIC = "https://directory.example.org";

    @Test
    void a_coordinator_asks_and_the_organization_answers_in_either_language() throws Exception {
        var mail = Product.postOffice();
        try (Product product = Product.sendingTo(mail, PUBLIC)) {
            var english = new Coordinator(product, "en", 1280);
            english.readsTheQueue();
            english.asks(0, "office@first.example.org", "es");
            theOrganizationAnswers(
                    product, link(mail, english.page, "first.example.org"), "es", 360);
            english.calls("keys");
            english.leaves();

            var spanish = new Coordinator(product, "es", 360);
            spanish.readsTheQueue();
            spanish.asks(1, "oficina@second.example.org", "en");
            theOrganizationAnswers(
                    product, link(mail, spanish.page, "second.example.org"), "en", 1280);
            spanish.calls("buttons");
            spanish.reachesNobody();
            spanish.leaves();
        } finally {
            mail.stop();
        }
    }

    private static String link(GreenMail mail, Page page, String domain) {
        page.waitForCondition(() -> mail.getReceivedMessagesForDomain(domain).length > 0);
        MimeMessage message = mail.getReceivedMessagesForDomain(domain)[0];
        Matcher link =
                Pattern.compile(Pattern.quote(PUBLIC) + "(/check/\\S+)")
                        .matcher(GreenPost.text(message));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void theOrganizationAnswers(
            Product product, String link, String language, int width) {
        Page page = Browsers.visitor(width, language);
        String own = product.url(link);
        assertThat(own).contains("lang=" + language);
        String other =
                own.replace("lang=" + language, "lang=" + (language.equals("es") ? "en" : "es"));
        for (String address : List.of(other, own)) {
            page.navigate(address);
            page.locator("fieldset").first().waitFor();
            Browsers.isGood(page);
        }
        page.getByLabel(Browsers.said(language, "verification.link.right")).first().check();
        page.getByLabel(Browsers.said(language, "verification.link.changed")).last().check();
        page.getByLabel(Browsers.said(language, "verification.link.words"))
                .last()
                .fill("Cambió el horario");
        assertThat(Browsers.violations(page)).isEmpty();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(Browsers.said(language, "verification.link.send")))
                .click();
        assertThat(page.locator("h1").textContent())
                .isEqualTo(Browsers.said(language, "verification.link.DONE.title"));
        assertThat(Browsers.violations(page)).isEmpty();
        page.navigate(own);
        assertThat(page.locator("h1").textContent())
                .isEqualTo(Browsers.said(language, "verification.link.USED.title"));
        page.context().close();
    }

    /** A coordinator at one window in one language. */
    private static final class Coordinator {

        private final Product product;
        private final String language;
        private final Page page;

        Coordinator(Product product, String language, int width) throws Exception {
            this.product = product;
            this.language = language;
            this.page = Browsers.visitor(width, language);
            Browsers.signIn(product, page, "coordinator@demo.example.org", false);
            Browsers.speak(page, language);
        }

        void readsTheQueue() {
            page.navigate(product.url("/portal/verification"));
            page.locator(".verify-item").first().waitFor();
            Browsers.isGood(page);
        }

        void asks(int which, String email, String answerIn) {
            page.navigate(product.url("/portal/verification?kind=SERVICE"));
            String label = said("verification.ask.label", "");
            Locator asking =
                    page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName(Pattern.compile(Browsers.beginning(label))));
            asking.first().waitFor();
            // The organization that was asked before may have more than one service in the list.
            String first = asking.first().getAttribute("aria-label");
            asking.all().stream()
                    .filter(one -> which == 0 || !first.equals(one.getAttribute("aria-label")))
                    .findFirst()
                    .orElseThrow()
                    .click();
            Locator dialog = page.getByRole(AriaRole.DIALOG);
            dialog.getByLabel(said("verification.ask.to"), exactly()).fill(email);
            dialog.getByLabel(said("verification.ask.language." + answerIn)).check();
            Browsers.isGood(page);
            dialog.getByText(
                            said("verification.ask.send"),
                            new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.getByText(said("verification.ask.done", email)).waitFor();
        }

        void calls(String by) {
            opensTheLast();
            Browsers.isGood(page);
            int rows = page.locator(".verify-row").count();
            if (by.equals("keys")) {
                page.locator(".verify-row vaadin-button").first().focus();
            }
            for (int asked = 1; asked <= rows; asked++) {
                if (by.equals("keys")) {
                    page.keyboard().press("1");
                } else {
                    page.locator(".verify-row")
                            .nth(asked - 1)
                            .locator("vaadin-button")
                            .first()
                            .click();
                }
                page.getByText(said("verification.sheet.progress", asked, rows)).waitFor();
            }
            Browsers.isGood(page);
            if (by.equals("keys")) {
                page.keyboard().press("Enter");
            } else {
                press("verification.finish");
            }
            page.getByText(said("verification.finished", "").strip()).waitFor();
        }

        void reachesNobody() {
            opensTheLast();
            page.getByLabel(said("verification.nobody.note")).fill("Contestó la máquina");
            press("verification.nobody");
            page.getByText(said("verification.nobody.done")).waitFor();
            Browsers.isGood(page);
        }

        void leaves() {
            page.context().close();
        }

        private void opensTheLast() {
            page.navigate(product.url("/portal/verification?kind=SERVICE"));
            page.locator(".verify-check").last().click();
            page.locator(".verify-row").first().waitFor();
            Browsers.settled(page);
        }

        private void press(String key) {
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(said(key)).setExact(true))
                    .first()
                    .click();
        }

        private String said(String key, Object... arguments) {
            return Browsers.said(language, key, arguments);
        }

        private static Locator.GetByLabelOptions exactly() {
            return new Locator.GetByLabelOptions().setExact(true);
        }
    }
}
