package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.mail.GreenPost;
import org.junit.jupiter.api.Test;

/**
 * Two members save a search that finds nothing yet, one in English and one in Spanish on a phone. A
 * service that matches is published, and each is told in their language: at home, in the list of
 * their searches and by e-mail, without the service's name.
 */
class SavedSearchIT {

    private static final String PUBLIC = "https://directory.example.org";
    private static final String WORD = "Kittiwake";
    private static final String SERVICE = WORD + " tattoo cover studio";

    @Test
    void whoever_saved_a_search_is_told_when_something_new_matches() throws Exception {
        GreenMail mail = Product.postOffice();
        try (Product product =
                Product.sendingTo(
                        mail,
                        PUBLIC,
                        Map.of(
                                "ATLAS_DEMAND_LOOK", "PT1S",
                                "ATLAS_DEMAND_LOOK_FIRST", "PT1S",
                                "ATLAS_DEMAND_MAIL", "PT1S",
                                "ATLAS_DEMAND_MAIL_FIRST", "PT1S"))) {
            var maria = new Member(product, "member1", "en", 1280);
            var priya = new Member(product, "member2", "es", 360);
            List<Member> members = List.of(maria, priya);
            members.forEach(Member::savesTheSearch);
            publish(product, priya);
            for (Member member : members) {
                member.isToldAtHome();
                member.isToldByMail(mail);
                member.hasSeenIt();
                member.leaves();
            }
        } finally {
            mail.stop();
        }
    }

    // One of the two writes it and hands it in; a coordinator publishes it.
    private static void publish(Product product, Member writer) throws Exception {
        Page page = writer.page;
        Browsers.open(product, page, "/portal");
        page.locator("a[href*='directory/organization/']").first().click();
        page.locator(".record-actions").waitFor();
        writer.press("directory.action.addService");
        Locator name =
                page.getByLabel(
                                writer.said("directory.field.name"),
                                new Page.GetByLabelOptions().setExact(true))
                        .first();
        name.fill(SERVICE);
        name.press("Tab");
        writer.press("common.save");
        page.locator(".record-actions").waitFor();
        writer.press("review.action.submit");

        var elena = new Member(product, "coordinator", "en", 1280);
        Browsers.open(product, elena.page, "/portal/review");
        elena.page.locator(".review-list a:has-text(\"" + SERVICE + "\")").first().click();
        elena.page.locator(".review-case h2").first().waitFor();
        Browsers.settled(elena.page);
        elena.press("review.approve.publication");
        elena.page.waitForURL("**/portal/review");
        elena.leaves();
    }

    /** Somebody signed in to the portal at one window in one language. */
    private static final class Member {

        private final Product product;
        private final String email;
        private final String language;
        private final Page page;

        Member(Product product, String account, String language, int width) throws Exception {
            this.product = product;
            this.email = account + "@demo.example.org";
            this.language = language;
            this.page = Browsers.visitor(width, language);
            Browsers.signIn(product, page, email, false);
            Browsers.speak(page, language);
        }

        void savesTheSearch() {
            Browsers.open(product, page, "/portal/directory?q=" + WORD);
            press("seeking.save");
            page.getByLabel(said("seeking.save.name"), new Page.GetByLabelOptions().setExact(true))
                    .fill("Covers " + language);
            Browsers.isGood(page);
            press("common.save");
            page.getByText(said("seeking.save.done", "Covers " + language)).waitFor();
            Browsers.open(product, page, "/portal/saved");
            page.getByText("Covers " + language).first().waitFor();
            page.getByText(said("seeking.news.none")).waitFor();
            page.getByText(said("seeking.saved.mailed")).waitFor();
            Browsers.isGood(page);
        }

        void isToldAtHome() {
            Locator line =
                    page.locator(".card a:text-is(\"" + said("seeking.saved.home", 1) + "\")");
            page.waitForCondition(
                    () -> {
                        Browsers.open(product, page, "/portal");
                        return line.isVisible();
                    });
            Browsers.isGood(page);
            line.click();
            page.locator(".saved-search a:text-is(\"" + SERVICE + "\")").waitFor();
            Browsers.settled(page);
            assertThat(page.locator(".saved-search", with(SERVICE)).innerText())
                    .contains("Covers " + language);
            Browsers.isGood(page);
        }

        void isToldByMail(GreenMail mail) throws Exception {
            page.waitForCondition(() -> letters(mail).size() == 1);
            MimeMessage letter = letters(mail).getFirst();
            assertThat(letter.getSubject()).isEqualTo(said("seeking.mail.subject", 1));
            assertThat(GreenPost.text(letter))
                    .contains(said("seeking.mail.line", "Covers " + language, 1))
                    .contains(PUBLIC + "/portal/saved")
                    .doesNotContain(WORD);
        }

        void hasSeenIt() {
            press("seeking.news.seen");
            page.getByText(said("seeking.news.none")).waitFor();
            Browsers.open(product, page, "/portal");
            assertThat(page.getByText(said("seeking.saved.home", 1)).count()).isZero();
        }

        void leaves() {
            page.context().close();
        }

        void press(String key) {
            page.locator("vaadin-button:text-is(\"" + said(key) + "\"):visible").first().click();
            Browsers.settled(page);
        }

        String said(String key, Object... arguments) {
            return Browsers.said(language, key, arguments);
        }

        private List<MimeMessage> letters(GreenMail mail) {
            return Arrays.stream(mail.getReceivedMessages())
                    .filter(letter -> GreenPost.isFor(letter, email))
                    .filter(letter -> subject(letter).equals(said("seeking.mail.subject", 1)))
                    .toList();
        }

        private static String subject(MimeMessage letter) {
            try {
                return letter.getSubject();
            } catch (jakarta.mail.MessagingException e) {
                throw new AssertionError(e);
            }
        }

        private static Page.LocatorOptions with(String text) {
            return new Page.LocatorOptions().setHasText(text);
        }
    }
}
