package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import org.coalitionatlas.directory.OpenState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hours written by keyboard: two spans on a day, a night that ends the next day, a date with other
 * hours and a season, and told in words on the record.
 */
class HoursIT {

    private String language = "en";

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void hours_are_written_by_keyboard_and_told_in_words(String spoken, int width)
            throws IOException {
        language = spoken;
        Page page = Browsers.visitor(width, language);
        Browsers.signIn(page, "coordinator@demo.example.org", false);
        Browsers.speak(page, language);
        Browsers.open(page, "/portal/directory?q=Blackhawk");
        page.locator("a[href*='directory/organization/']").first().click();
        page.locator(".record-actions").waitFor();
        button(page, "directory.action.addService").first().click();
        Locator editor = page.locator(".record-editor");
        editor.waitFor();
        editor.locator("vaadin-text-field input").first().fill("Night desk " + language);

        String monday = day(DayOfWeek.MONDAY);
        span(page, monday, 0, "09:00", "12:00");
        span(page, monday, 1, "13:00", "5 pm");
        Locator afternoon = row(page, monday).locator(".span").nth(1).locator("input");
        assertThat(plain(afternoon.nth(0).inputValue())).isEqualTo(plain(told(13)));
        assertThat(plain(afternoon.nth(1).inputValue())).isEqualTo(plain(told(17)));
        String friday = day(DayOfWeek.FRIDAY);
        span(page, friday, 0, "22:00", "06:00");
        Locator night = row(page, friday).locator(".over-night");
        page.waitForCondition(() -> !night.textContent().isBlank());
        assertThat(night.textContent())
                .isEqualTo(Browsers.said(language, "directory.hours.untilNextDay"));

        press(button(page, "hours.exceptions.add"));
        Locator exception = page.locator(".exception").first();
        exception.waitFor();
        type(page, exception.locator("vaadin-date-picker input").first(), "12/12/2030");
        season(page);
        Browsers.settled(page);
        Browsers.isGood(page);

        button(page, "common.save").click();
        page.locator(".record-actions").waitFor();
        Browsers.settled(page);
        String told = page.locator("main, vaadin-app-layout").first().innerText();
        assertThat(told)
                .contains("Night desk " + language)
                .contains("2030")
                .contains(told(17))
                .doesNotContain(Browsers.said(language, "directory.hours.notStated"));
        Browsers.isGood(page);
        page.context().close();
    }

    private String told(int hour) {
        return OpenState.time(LocalTime.of(hour, 0), Locale.of(language));
    }

    // Browsers write "p.m.", "p. m." and the spaces around it in ways of their own.
    private static String plain(String time) {
        return time.replaceAll("[\\s\u00a0\u202f.]", "").toLowerCase(Locale.ROOT);
    }

    private void span(Page page, String day, int which, String opens, String closes) {
        press(
                row(page, day)
                        .locator(
                                "vaadin-button[aria-label=\""
                                        + Browsers.said(language, "directory.hours.add", day)
                                        + "\"]"));
        Locator times = row(page, day).locator(".span").nth(which).locator("input");
        times.first().waitFor();
        type(page, times.nth(0), opens);
        type(page, times.nth(1), closes);
    }

    private void season(Page page) {
        press(button(page, "hours.seasons.add"));
        Locator season = page.locator(".season").first();
        season.waitFor();
        choose(page, season.locator("vaadin-select").nth(0));
        type(page, season.locator("vaadin-integer-field input").nth(0), "1");
        choose(page, season.locator("vaadin-select").nth(1));
        type(page, season.locator("vaadin-integer-field input").nth(1), "31");
    }

    // Opens the list and takes the month it offers first.
    private static void choose(Page page, Locator select) {
        select.locator("[role=button], vaadin-select-value-button").first().focus();
        page.keyboard().press("ArrowDown");
        page.locator("[role=option]:visible, vaadin-select-item:visible").first().waitFor();
        page.keyboard().press("Enter");
        Browsers.settled(page);
    }

    private static void type(Page page, Locator field, String text) {
        field.fill(text);
        field.press("Enter");
        field.press("Tab");
        Browsers.settled(page);
    }

    private static void press(Locator button) {
        button.first().focus();
        button.first().press("Enter");
        Browsers.settled(button.page());
    }

    private static Locator row(Page page, String day) {
        return page.locator(".hours-field .day-row[aria-label=\"" + day + "\"]").first();
    }

    private Locator button(Page page, String key) {
        return page.locator("vaadin-button:text-is(\"" + Browsers.said(language, key) + "\")");
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, Locale.of(language));
    }
}
