package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A confidential shelter as a seeker, a member of another organization and a coordinator see it.
 */
class ConfidentialIT {

    private static final String STREET = "Wrenfield";
    private static final String SHELTER = "Confidential shelter";

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void it_is_found_by_what_it_does_and_never_by_where_it_is(String language, int width)
            throws IOException {
        String prefix = language.equals("es") ? "/es" : "";
        Page page = Browsers.visitor(width, language);
        open(page, prefix + "/directory?q=confidential%20shelter");
        page.locator(".card h3 a:has-text(\"" + SHELTER + "\")").first().click();
        page.waitForURL("**/directory/services/**");
        Browsers.isGood(page);
        assertThat(page.locator("main").innerText())
                .contains("(800) 555-0101", "Winnebago County")
                .contains(Browsers.said(language, "published.place.confidential"));
        assertThat(page.content()).doesNotContain(STREET, "61126", "PostalAddress");

        open(page, prefix + "/directory?q=" + STREET);
        Browsers.isGood(page);
        assertThat(page.locator(".card").count()).as("its street finds nothing").isZero();
        open(page, prefix + "/directory/map?county=17201");
        assertThat(page.locator(".map-list").innerText()).doesNotContain(SHELTER);
        assertThat(page.content()).doesNotContain(STREET);
        page.context().close();

        try (var member = InPortal.signedIn("member2", width, language)) {
            member.open("/portal/directory?q=" + STREET);
            member.isGood();
            assertThat(member.page().locator(".call-card").count()).isZero();
            openShelter(member);
            member.isGood();
            assertThat(member.page().locator("main#content").innerText())
                    .contains("(800) 555-0101")
                    .doesNotContain(STREET, "61126");
        }
        try (var elena = InPortal.signedIn("coordinator", width, language)) {
            openShelter(elena);
            elena.page().locator("main#content a[href*='directory/organization/']").first().click();
            elena.page().getByText(STREET + " house").first().waitFor();
            elena.isGood();
            assertThat(elena.page().locator("main#content").innerText())
                    .contains(elena.said("directory.addressVisibility.hidden"));
        }
    }

    private static void openShelter(InPortal person) {
        person.open("/portal/directory?q=confidential%20shelter");
        person.page().locator(".call-card a:has-text(\"" + SHELTER + "\")").first().click();
        person.page().waitForURL("**/directory/service/**");
        person.page().locator("h1:has-text(\"" + SHELTER + "\")").waitFor();
        Browsers.settled(person.page());
    }

    private static void open(Page page, String path) throws IOException {
        page.navigate(Browsers.product().url(path));
    }
}
