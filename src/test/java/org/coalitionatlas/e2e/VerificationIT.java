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

/** A coordinator asks by e-mail and by phone; the organization answers through its link. */
class VerificationIT {

    private static final String PUBLIC = "https://directory.example.org";

    @Test
    void a_coordinator_asks_and_the_organization_answers_in_either_language() throws Exception {
        var mail = Product.postOffice();
        try (Product product = Product.sendingTo(mail, PUBLIC)) {
            Page coordinator = Browsers.visitor(1280, "en");
            Browsers.signIn(product, coordinator, "coordinator@demo.example.org", false);
            theQueueIsReadable(product, coordinator);
            ask(product, coordinator, "es");
            String link = link(mail);
            theOrganizationAnswers(product, link);
            aCallByKeys(product, coordinator);
        } finally {
            mail.stop();
        }
    }

    private static void theQueueIsReadable(Product product, Page page) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            page.navigate(product.url("/portal/verification"));
            page.locator(".verify-item").first().waitFor();
            Browsers.isGood(page);
        }
        page.setViewportSize(1280, 800);
    }

    private static void ask(Product product, Page page, String language) {
        page.navigate(product.url("/portal/verification?kind=SERVICE"));
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Ask by e-mail: ")))
                .first()
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByLabel("To").fill("office@asked.example.org");
        dialog.getByLabel(language.equals("es") ? "Spanish" : "English").check();
        dialog.getByText("Send", new Locator.GetByTextOptions().setExact(true)).click();
        page.getByText("is on its way").waitFor();
    }

    private static String link(GreenMail mail) {
        assertThat(mail.waitForIncomingEmail(40_000, 1)).isTrue();
        MimeMessage message = mail.getReceivedMessages()[0];
        Matcher link =
                Pattern.compile(Pattern.quote(PUBLIC) + "(/check/\\S+)")
                        .matcher(GreenPost.text(message));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void theOrganizationAnswers(Product product, String link) {
        Page page = Browsers.visitor(360, "es");
        String spanish = product.url(link);
        for (String address : List.of(spanish.replace("lang=es", "lang=en"), spanish)) {
            page.navigate(address);
            page.locator("fieldset").first().waitFor();
            Browsers.isGood(page);
        }
        page.getByLabel("Todo esto es correcto").first().check();
        page.getByLabel("Algo cambió").last().check();
        page.getByLabel("¿Qué más cambió?").last().fill("Cambió el horario");
        assertThat(Browsers.violations(page)).isEmpty();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enviar")).click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Muchas gracias");
        assertThat(Browsers.violations(page)).isEmpty();
        page.navigate(spanish);
        assertThat(page.locator("h1").textContent()).isEqualTo("Este enlace ya se usó");
        page.context().close();
    }

    private static void aCallByKeys(Product product, Page page) {
        page.navigate(product.url("/portal/verification?kind=SERVICE"));
        page.locator(".verify-check").last().click();
        page.locator(".verify-row").first().waitFor();
        Browsers.settled(page);
        assertThat(Browsers.violations(page)).isEmpty();
        page.locator(".verify-row vaadin-button").first().focus();
        int rows = page.locator(".verify-row").count();
        for (int asked = 1; asked <= rows; asked++) {
            page.keyboard().press("1");
            page.getByText(asked + " of " + rows + " asked").waitFor();
        }
        page.setViewportSize(360, 800);
        assertThat(Browsers.overflows(page)).isFalse();
        page.setViewportSize(1280, 800);
        page.keyboard().press("Enter");
        page.getByText("is verified as of today").waitFor();
    }
}
