package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a checklist says, as an organization and a coordinator read it: result, words for a meeting,
 * comparison with the cycle before, paper and CSV, the coalition's table; both languages, desk and
 * phone, with axe on every screen.
 */
class CapacityResultIT {

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({
        "en, 1280, To improve, Better, Being filled in",
        "es, 360, Por mejorar, Mejor, Llenándose"
    })
    void a_checklist_is_read_compared_printed_and_taken_along(
            String language, int width, String toImprove, String better, String filling)
            throws IOException {
        Page page = Browsers.visitor(width, language);
        Browsers.signIn(page, "member1@demo.example.org", false);
        CountyPathIT.speak(page, language);
        String response = response(page);

        open(page, response + "/result");
        Locator figure = page.locator(".capacity-outcome.outcome-to-improve");
        int count = Integer.parseInt(figure.locator(".capacity-count").innerText());
        isGood(page);
        figure.click();
        page.waitForURL("**outcome=TO_IMPROVE");
        Browsers.settled(page);
        assertThat(page.locator(".capacity-places > li").count())
                .as("the figure opens to its items")
                .isEqualTo(count);
        assertThat(page.locator(".capacity-items h3").allInnerTexts()).containsExactly(toImprove);
        isGood(page);
        page.locator(".capacity-places vaadin-button").first().click();
        page.locator("vaadin-dialog textarea, vaadin-dialog-overlay textarea").waitFor();
        isGood(page);

        open(page, response + "/result?view=board");
        isGood(page);
        open(page, response + "/compare");
        assertThat(page.locator(".change-better").first().innerText()).isEqualTo(better);
        isGood(page);
        open(page, response + "/paper");
        isGood(page);
        Download file =
                page.waitForDownload(
                        () ->
                                page.locator(".capacity-files a[download], .capacity-files a")
                                        .last()
                                        .click());
        assertThat(Files.readString(file.path())).contains("\"topic-training/referral\"");
        page.locator(".capacity-files input[type=file]").setInputFiles(file.path());
        page.locator(".capacity-files [role=status]:not(:empty)").first().waitFor();
        assertThat(page.locator(".capacity-problems li").count())
                .as("what was written is read again without a complaint")
                .isZero();
        page.context().close();

        Page coordinator = Browsers.visitor(width, language);
        Browsers.signIn(coordinator, "coordinator@demo.example.org", false);
        CountyPathIT.speak(coordinator, language);
        open(coordinator, "/portal/capacity/coalition?form=capacity-checklist");
        assertThat(coordinator.locator(".capacity-apart").allInnerTexts())
                .anyMatch(text -> text.contains(filling));
        List<String> cells = coordinator.locator(".capacity-cell .capacity-level").allInnerTexts();
        assertThat(cells).isNotEmpty().noneMatch(String::isBlank);
        isGood(coordinator);
        coordinator.context().close();
    }

    /** The address of the organization's checklist of the latest cycle. */
    private static String response(Page page) throws IOException {
        open(page, "/portal/capacity");
        Locator link = page.locator("#content a[href*='capacity/0']").first();
        link.waitFor();
        return "/portal/" + link.getAttribute("href").replaceFirst("[?].*", "");
    }

    private static void open(Page page, String path) throws IOException {
        page.navigate(Browsers.product().url(path));
        page.locator("#content h1").first().waitFor();
        Browsers.settled(page);
    }

    private static void isGood(Page page) {
        assertThat(Browsers.violations(page)).as(page.url()).isEmpty();
        assertThat(Browsers.overflows(page)).as("overflow of " + page.url()).isFalse();
    }
}
