package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A duplicate from its entry to its end: found while it is typed, saved anyway, found again in the
 * list, merged, its old page leading on, and separated again.
 */
class DuplicatesIT {

    private static final String UNLIKE = "Wickerfield Ring";

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280, Quartz Lake Advocacy", "es, 360, Amatista Ayuda"})
    void a_duplicate_is_found_on_entry_merged_redirected_and_separated(
            String language, int width, String name) throws IOException {
        InPortal elena = InPortal.signedIn("coordinator", width, language);
        Page page = elena.page();

        String known = add(elena, name, false);
        String doubled = add(elena, name + ", Inc.", true);

        elena.open("/portal/duplicates");
        Locator pair = page.locator(".duplicate-list li:has(a[href*='" + doubled + "'])").first();
        page.waitForCondition(
                () -> {
                    // The index follows a change within a second; a scan at once may come before.
                    Locator start = elena.button("duplicates.scan.start");
                    if (start.isVisible() && start.isEnabled()) {
                        start.click();
                        Browsers.settled(page);
                    }
                    Browsers.reload(page);
                    Browsers.settled(page);
                    page.locator("h1").first().waitFor();
                    return pair.count() > 0;
                });
        elena.isGood();

        elena.open("/portal/duplicates/merge/organization/" + known + "/" + doubled);
        page.locator(".merge-fields").waitFor();
        elena.isGood();
        elena.button("duplicates.action.merge").click();
        page.waitForURL("**/directory/organization/" + known);

        Page reader = Browsers.visitor(width, language);
        String old = (language.equals("es") ? "/es" : "") + "/directory/organizations/" + doubled;
        reader.waitForCondition(
                () -> {
                    reader.navigate(url(old));
                    return reader.url().endsWith(known);
                });
        assertThat(Browsers.violations(reader)).isEmpty();

        elena.open("/portal/duplicates");
        elena.isGood();
        elena.button("duplicates.action.undo").click();
        reader.waitForCondition(
                () -> {
                    reader.navigate(url(old));
                    return reader.url().endsWith(doubled)
                            && reader.locator("h1").textContent().contains("Inc.");
                });
        reader.context().close();
        elena.close();
    }

    // Returns the id of the new organization, which is published.
    private static String add(InPortal elena, String name, boolean looksLikeAnother)
            throws IOException {
        Page page = elena.page();
        elena.open("/portal/directory/organization/new");
        page.locator(".record-editor vaadin-text-field input").first().fill(name);
        page.keyboard().press("Tab");
        Browsers.settled(page);
        Locator panel = page.locator(".lookalikes li");
        if (looksLikeAnother) {
            panel.first().waitFor();
            elena.isGood();
            // Saved all the same, the pair would count as told apart; it becomes alike later.
            page.locator(".record-editor vaadin-text-field input").first().fill(UNLIKE);
            page.keyboard().press("Tab");
            Browsers.settled(page);
        }
        page.locator(".record-editor vaadin-combo-box input").first().focus();
        page.keyboard().press("ArrowDown");
        page.locator("vaadin-combo-box-item").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        elena.button("common.save").click();
        page.waitForURL("**/directory/organization/*-*");
        Browsers.settled(page);
        elena.button("directory.action.publish").click();
        Browsers.settled(page);
        if (looksLikeAnother) {
            elena.button("directory.action.edit").click();
            page.locator(".record-editor vaadin-text-field input").first().fill(name);
            page.keyboard().press("Tab");
            Browsers.settled(page);
            elena.button("common.save").click();
            page.locator(".record-actions").waitFor();
            Browsers.settled(page);
        }
        String address = page.url();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String url(String path) {
        try {
            return Browsers.product().url(path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
