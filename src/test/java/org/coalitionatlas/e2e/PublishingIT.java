package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A record from a member's first words to its public page and off it again, and the training of one
 * contact from its form to the list of those that end.
 */
class PublishingIT {

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void a_draft_is_handed_in_sent_back_and_published(String language, int width)
            throws IOException {
        String service = "Wage theft desk " + language;
        String reason = "Say who may come, " + language;
        try (InPortal priya = InPortal.signedIn("member2", width, language);
                InPortal elena = InPortal.signedIn("coordinator", width, language)) {
            Page member = priya.page();
            member.locator("a[href*='directory/organization/']").first().click();
            member.locator(".record-actions").waitFor();
            priya.press("directory.action.addService");
            priya.isGood();
            priya.field("directory.field.name").fill(service);
            priya.field("directory.field.name").press("Tab");
            priya.press("common.save");
            member.locator(".record-actions").waitFor();
            String id = member.url().replaceAll("[?#].*", "").replaceAll(".*/", "");
            assertThat(status(id, language)).as("a draft has no public page").isEqualTo(404);
            priya.press("review.action.submit");
            priya.isGood();

            open(elena, service);
            elena.isGood();
            elena.press("review.sendBack.publication");
            assertThat(elena.page().locator(".review-case [invalid]").count())
                    .as("a reason is asked for")
                    .isPositive();
            elena.field("review.answer").fill(reason);
            elena.field("review.answer").press("Tab");
            elena.press("review.sendBack.publication");
            elena.page().waitForURL("**/portal/review");

            priya.open("/portal/directory/service/" + id);
            member.getByText(reason).first().waitFor();
            priya.isGood();
            priya.press("review.action.submit");

            open(elena, service);
            elena.press("review.approve.publication");
            elena.page().waitForURL("**/portal/review");
            assertThat(status(id, language)).isEqualTo(200);

            elena.open("/portal/directory/service/" + id);
            elena.press("review.action.withhold");
            elena.isGood();
            Locator dialog = elena.page().locator("vaadin-dialog");
            dialog.locator("textarea").fill("They asked for it.");
            dialog.locator("textarea").press("Tab");
            dialog.locator("vaadin-button[theme~=primary]").click();
            elena.button("review.action.publishAgain").waitFor();
            assertThat(status(id, language)).as("withheld: gone at once").isNotEqualTo(200);
        }
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 360", "es, 1280"})
    void a_training_is_written_down_ends_and_is_taken_again(String language, int width)
            throws IOException {
        String person = "Odile Marchand " + language;
        try (InPortal elena = InPortal.signedIn("coordinator", width, language)) {
            Page page = elena.page();
            elena.open("/portal/directory?q=Rock%20River%20Works");
            page.locator("a[href*='directory/organization/']:has-text('Works Career')")
                    .first()
                    .click();
            page.locator(".record-actions").waitFor();
            Browsers.settled(page);
            elena.press("directory.action.addContact");
            elena.field("directory.contact.name").fill(person);
            elena.press("directory.trainings.add");
            takenOn(elena, language, LocalDate.now().plusDays(1));
            elena.press("common.save");
            page.locator(".record-alert p").first().waitFor();
            elena.isGood();
            takenOn(elena, language, LocalDate.now().minusMonths(11));
            elena.press("common.save");
            page.locator(".record-actions").waitFor();
            page.getByText(person).first().waitFor();
            elena.isGood();

            elena.open("/portal/trainings");
            Locator line = page.locator(".review-list li:has-text('" + person + "')");
            line.waitFor();
            assertThat(line.locator(".soon").innerText()).isNotBlank();
            elena.isGood();
            line.locator("a").click();
            page.locator(".record-actions").waitFor();
            Browsers.settled(page);
            page.locator("vaadin-button[aria-label*='" + person + "']").first().click();
            Browsers.settled(page);
            takenOn(elena, language, LocalDate.now());
            elena.press("common.save");
            page.locator(".record-actions").waitFor();
            elena.open("/portal/trainings");
            assertThat(line.count()).as("taken again, it no longer ends soon").isZero();
        }
    }

    private static void takenOn(InPortal person, String language, LocalDate day) {
        // The day is typed; the calendar would open over the form a moment later.
        person.page()
                .evaluate(
                        "() => document.querySelectorAll('vaadin-date-picker')"
                                + ".forEach(picker => (picker.autoOpenDisabled = true))");
        Locator field = person.field("directory.training.takenOn");
        field.fill(
                DateTimeFormatter.ofPattern(language.equals("es") ? "d/M/yyyy" : "M/d/yyyy")
                        .format(day));
        field.press("Enter");
        field.press("Tab");
        Browsers.settled(person.page());
    }

    private static void open(InPortal coordinator, String record) {
        coordinator.open("/portal/review");
        coordinator.page().locator(".review-list a:has-text(\"" + record + "\")").first().click();
        coordinator.page().locator(".review-case h2").first().waitFor();
        Browsers.settled(coordinator.page());
    }

    private static int status(String service, String language) throws IOException {
        Page page = Browsers.visitor(1280, language);
        Response answer =
                page.navigate(
                        Browsers.product()
                                .url(
                                        (language.equals("es") ? "/es" : "")
                                                + "/directory/services/"
                                                + service));
        page.context().close();
        return answer.status();
    }
}
