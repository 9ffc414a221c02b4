package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
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

    /** What 0.6 inches at either side leave of 8.5, in CSS pixels. */
    private static final int LETTER_WITHIN_MARGINS = 700;

    private static final String CUT_OFF =
            "() => [...document.querySelectorAll('.paper *')].filter(e =>"
                    + " e.getBoundingClientRect().right > innerWidth + 1 ||"
                    + " (getComputedStyle(e).overflowX !== 'visible' &&"
                    + " !e.classList.contains('visually-hidden') &&"
                    + " e.scrollWidth > e.clientWidth + 1)).map(e => e.textContent)";

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({
        "en, 1280, Capacity checklist, To improve, Better, Being filled in",
        "es, 360, Lista de verificación de capacidad, Por mejorar, Mejor, Llenándose"
    })
    void a_checklist_is_read_compared_printed_and_taken_along(
            String language,
            int width,
            String checklist,
            String toImprove,
            String better,
            String filling)
            throws IOException {
        try (InPortal member = InPortal.signedIn("member1", width, language)) {
            String before = response(member, "2025", checklist);
            String response = response(member, "2026", checklist);
            figureOpensToItsItems(member, response, toImprove);
            // The year before is answered to the last part.
            member.open(before + "/result?view=board");
            member.isGood();
            assertThat(Browsers.printedPages(member.page())).as("for the board").isOne();
            member.open(response + "/compare");
            assertThat(member.page().locator(".change-better").first().innerText())
                    .isEqualTo(better);
            member.isGood();
            member.open(response + "/paper");
            member.isGood();
            paperIsWhole(member.page());
            whatIsTakenAlongComesBack(member.page());
        }
        try (InPortal coordinator = InPortal.signedIn("coordinator", width, language)) {
            coordinator.open("/portal/capacity/coalition?form=capacity-checklist");
            Page page = coordinator.page();
            assertThat(page.locator(".capacity-apart").allInnerTexts())
                    .anyMatch(text -> text.contains(filling));
            List<String> levels = page.locator(".capacity-cell .capacity-level").allInnerTexts();
            assertThat(levels).isNotEmpty().noneMatch(String::isBlank);
            coordinator.isGood();
        }
    }

    private static void figureOpensToItsItems(InPortal member, String response, String toImprove)
            throws IOException {
        Page page = member.page();
        member.open(response + "/result");
        Locator figure = page.locator(".capacity-outcome.outcome-to-improve");
        int count = Integer.parseInt(figure.locator(".capacity-count").innerText());
        member.isGood();
        figure.click();
        page.waitForURL("**outcome=TO_IMPROVE");
        Browsers.settled(page);
        assertThat(page.locator(".capacity-places > li").count()).isEqualTo(count);
        assertThat(page.locator(".capacity-items h3").allInnerTexts()).containsExactly(toImprove);
        member.isGood();
        page.locator(".capacity-places vaadin-button").first().click();
        page.locator("vaadin-dialog textarea").waitFor();
        member.isGood();
    }

    private static void paperIsWhole(Page page) {
        assertThat(page.locator(".paper-number").allInnerTexts())
                .hasSize(24)
                .startsWith("1.1", "1.2", "2.1")
                .endsWith("9.3", "9.4");
        assertThat(Browsers.printedPages(page)).isBetween(4, 6);
        int width = page.viewportSize().width;
        int height = page.viewportSize().height;
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(LETTER_WITHIN_MARGINS, height);
        assertThat(page.evaluate(CUT_OFF)).as("wider than the paper").isEqualTo(List.of());
        page.setViewportSize(width, height);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void whatIsTakenAlongComesBack(Page page) throws IOException {
        Download file =
                page.waitForDownload(() -> page.locator(".capacity-files a").last().click());
        assertThat(Files.readString(file.path())).contains("\"topic-training/referral\"");
        var upload = new FilePayload("answers.csv", "text/csv", Files.readAllBytes(file.path()));
        page.locator(".capacity-files input[type=file]").setInputFiles(upload);
        page.locator(".capacity-files [role=status]:not(:empty)").first().waitFor();
        assertThat(page.locator(".capacity-problems li").count()).isZero();
    }

    /** The address of the organization's capacity checklist of a cycle of the demo. */
    private static String response(InPortal member, String cycle, String checklist) {
        member.open("/portal/capacity");
        Locator link =
                member.page()
                        .locator(
                                "section:has(h2:text-is('"
                                        + member.said("response.cycle.named", cycle)
                                        + "')) a[href*='capacity/']")
                        .filter(new Locator.FilterOptions().setHasText(checklist))
                        .first();
        link.waitFor();
        return "/portal/" + link.getAttribute("href").replaceFirst("[?].*", "");
    }
}
