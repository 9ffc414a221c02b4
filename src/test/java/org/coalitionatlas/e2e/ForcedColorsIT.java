package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where the reader's own few colours replace all others, the map of gaps and a county's sheet still
 * say everything: in words, by their patterns, and by what is drawn around an answer.
 */
class ForcedColorsIT {

    private static final Pattern LEVEL = Pattern.compile("gap-level-\\d");

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void nothing_is_said_by_colour_alone(String language, int width) throws IOException {
        try (InPortal elena = InPortal.signedIn("coordinator", width, language)) {
            Page page = elena.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));

            elena.open("/portal/gaps");
            assertThat(page.evaluate("() => matchMedia('(forced-colors: active)').matches"))
                    .isEqualTo(true);
            theMapReads(page);
            elena.isGood();

            elena.open("/portal/assessment/17201?need=A3");
            theSheetReads(page);
            elena.isGood();
        }
    }

    private static void theMapReads(Page page) {
        Locator cells = page.locator(".gap-map td a[href*='gaps/']");
        cells.first().waitFor();
        assertThat(page.locator(".gap-map td .gap-level").allInnerTexts())
                .hasSize(cells.count())
                .noneMatch(String::isBlank);
        Map<String, String> patternOfLevel = new HashMap<>();
        Map<String, String> wordsOfLevel = new HashMap<>();
        for (Locator cell : page.locator(".gap-map td:not(.gap-aside)").all()) {
            var level = LEVEL.matcher(cell.getAttribute("class"));
            if (level.find() && !patternOfLevel.containsKey(level.group())) {
                patternOfLevel.put(level.group(), picture(cell.locator(".gap-bars")));
                wordsOfLevel.put(level.group(), cell.locator(".gap-level").innerText());
            }
        }
        assertThat(patternOfLevel).as("levels on the map").hasSizeGreaterThan(2);
        assertThat(new HashSet<>(patternOfLevel.values()))
                .as("patterns told apart")
                .hasSameSizeAs(patternOfLevel.keySet());
        assertThat(new HashSet<>(wordsOfLevel.values())).hasSameSizeAs(wordsOfLevel.keySet());
        assertThat(page.locator(".gap-sample.gap-not-assessed").first().evaluate(BACKGROUND))
                .as("the hatch of what nobody assessed")
                .asString()
                .contains("gradient");
    }

    private static void theSheetReads(Page page) {
        Locator row = page.locator("#need-A3 tr[data-provider]:has(button[aria-pressed=true])");
        Locator pressed = row.first().locator("button[aria-pressed=true]").first();
        Locator other = row.first().locator("button[aria-pressed=false]").first();
        pressed.waitFor();
        assertThat(pressed.innerText()).isNotBlank();
        assertThat(number(pressed, BORDER))
                .as("what is drawn around an answer that is given")
                .isGreaterThan(number(other, BORDER));
        assertThat(page.locator("#need-A3 .need-state").first().innerText()).isNotBlank();
        pressed.focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                .as("what is drawn around where the keyboard is")
                .isNotEqualTo("none");
    }

    private static final String BACKGROUND = "element => getComputedStyle(element).backgroundImage";
    private static final String BORDER =
            "element => parseFloat(getComputedStyle(element).borderTopWidth)";

    private static double number(Locator element, String what) {
        return ((Number) element.evaluate(what)).doubleValue();
    }

    // What surrounds an element stays out of its picture, so equal ones have equal bytes.
    private static String picture(Locator element) {
        element.scrollIntoViewIfNeeded();
        return Base64.getEncoder().encodeToString(element.screenshot());
    }
}
