package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom to call at 2 a.m.: trained first, then who can be reached now, in either language. */
class ReferralContactsIT {

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void trained_contacts_come_first_and_those_to_be_reached_now_before_the_others(
            String language, int width) throws IOException {
        Page page = Browsers.visitor(width, language);
        Browsers.signIn(page, "member1@demo.example.org", false);
        Browsers.speak(page, language);
        Browsers.open(page, "/portal/referral-contacts");
        Locator people = page.locator(".referral-contacts > li");
        people.first().waitFor();
        Browsers.isGood(page);

        List<Integer> ranks = new ArrayList<>();
        for (Locator one : people.all()) {
            boolean trained = one.locator(".directory-badge.trained").count() > 0;
            boolean reachable =
                    one.getByText(Browsers.said(language, "training.contacts.reachable")).count()
                            > 0;
            ranks.add((trained ? 0 : 2) + (reachable ? 0 : 1));
        }
        assertThat(ranks).as("trained first, then reachable").contains(0);
        assertThat(ranks).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(people.first().locator("a[href^='tel:']").count()).isPositive();

        Browsers.open(page, "/portal/referral-contacts?county=17003&need=L9&serves=labor");
        page.locator(".referral-hotline a[href^='tel:']").first().waitFor();
        assertThat(page.content())
                .contains(Browsers.said(language, "training.contacts.none.title"));
        Browsers.isGood(page);
        page.context().close();
    }
}
