package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalitionatlas.mail.GreenPost;
import org.junit.jupiter.api.Test;

/** A coordinator assigns a need and invites a provider, which answers through its link. */
class InvitationIT {

    private static final String PUBLIC = "https://directory.example.org";

    @Test
    void a_coordinator_invites_and_the_provider_answers_in_either_language() throws Exception {
        var mail = Product.postOffice();
        try (Product product = Product.sendingTo(mail, PUBLIC)) {
            Page coordinator = Browsers.visitor(1280, "en");
            Browsers.signIn(product, coordinator, "coordinator@demo.example.org", false);
            assign(product, coordinator);
            invite(product, coordinator);
            answer(product, link(mail));
            listed(product, coordinator);
        } finally {
            mail.stop();
        }
    }

    private static void assign(Product product, Page page) {
        page.navigate(product.url("/portal/assessment/17201"));
        page.getByText("Assign needs", new Page.GetByTextOptions().setExact(true)).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        dialog.getByText("Assigned now").waitFor();
        Browsers.settled(page);
        assertThat(Browsers.violations(page)).isEmpty();
        choose(page, dialog.getByLabel("Person"), "Elena Brandt");
        dialog.getByText("All of: Long-term", new Locator.GetByTextOptions()).first().click();
        dialog.getByText("Assign", new Locator.GetByTextOptions().setExact(true)).click();
        page.getByText("Elena Brandt: 10 needs assigned").waitFor();
        page.navigate(product.url("/portal/"));
        page.getByText("3 needs of Winnebago County wait for you").click();
        page.locator(".need-assigned").first().waitFor();
        Browsers.settled(page);
        assertThat(page.locator("section.need:visible").count()).isEqualTo(10);
        assertThat(Browsers.violations(page)).isEmpty();
    }

    private static void invite(Product product, Page page) {
        page.navigate(product.url("/portal/assessment/17201/invitations"));
        page.getByText("Invite a provider", new Page.GetByTextOptions().setExact(true)).click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        choose(page, dialog.getByLabel("Provider"), "City Mission");
        dialog.getByText("[your link stands here]").waitFor();
        dialog.getByLabel("Spanish").check();
        dialog.getByText("[aquí estará su enlace]").waitFor();
        Browsers.settled(page);
        assertThat(Browsers.violations(page)).isEmpty();
        dialog.getByText("Send the invitation").click();
        page.getByText("Invitation on its way to").waitFor();
    }

    private static void choose(Page page, Locator field, String text) {
        field.click();
        field.fill(text);
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first()
                .click();
        Browsers.settled(page);
    }

    private static String link(GreenMail mail) {
        assertThat(mail.waitForIncomingEmail(40_000, 1)).isTrue();
        Matcher link =
                Pattern.compile(Pattern.quote(PUBLIC) + "(/assessment/\\S+)")
                        .matcher(GreenPost.text(mail.getReceivedMessages()[0]));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void answer(Product product, String link) {
        Page page = Browsers.visitor(360, "es");
        String spanish = product.url(link);
        for (String address : new String[] {spanish.replace("lang=es", "lang=en"), spanish}) {
            page.navigate(address);
            page.locator("fieldset.panel").first().waitFor();
            page.locator("details").click();
            Browsers.isGood(page);
        }
        page.locator("fieldset.question").first().getByLabel("Sí").check();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Enviar nuestras respuestas"))
                .click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Muchas gracias");
        assertThat(Browsers.violations(page)).isEmpty();
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Enviarnos un enlace nuevo"))
                .click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Un enlace nuevo va en camino");
        assertThat(Browsers.violations(page)).isEmpty();
        page.navigate(spanish);
        assertThat(page.locator("h1").textContent()).isEqualTo("Este enlace no abre nada");
        page.navigate(product.url("/assessment/nothing"));
        assertThat(page.locator("h1").textContent()).isEqualTo("Este enlace no abre nada");
        assertThat(Browsers.violations(page)).isEmpty();
        page.context().close();
    }

    private static void listed(Product product, Page page) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            page.navigate(product.url("/portal/assessment/17201/invitations"));
            page.locator(".invitation.is-answered").first().waitFor();
            Browsers.settled(page);
            assertThat(page.locator(".invitation.is-answered").count()).isEqualTo(2);
            Browsers.isGood(page);
        }
    }
}
