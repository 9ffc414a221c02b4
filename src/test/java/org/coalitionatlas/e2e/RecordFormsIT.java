package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of a location and a contact by keyboard, and two people in the same record. */
class RecordFormsIT {

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void a_location_and_a_contact_are_written_by_keyboard(String language, int width)
            throws IOException {
        try (var elena = InPortal.signedIn("coordinator", width, language)) {
            openOrganization(elena, "Safe Harbor");
            String place = "Larkspur House " + language;

            elena.press("directory.action.addLocation");
            elena.isGood();
            write(elena, "directory.location.name", place);
            write(elena, "directory.address.city", "Rockford");
            write(elena, "directory.address.zip", "6110");
            elena.page()
                    .getByLabel(elena.said("directory.addressVisibility.hidden"))
                    .first()
                    .focus();
            elena.page().keyboard().press("Space");
            byKeyboard(elena, "common.save");
            elena.page().locator(".record-alert p").waitFor();
            elena.isGood();
            assertThat(elena.field("directory.location.name").inputValue()).isEqualTo(place);

            write(elena, "directory.address.zip", "61101");
            byKeyboard(elena, "common.save");
            elena.page().locator(".record-actions").waitFor();
            elena.page().getByText(place).first().waitFor();
            elena.isGood();

            String person = "Noor Haddad " + language;
            elena.press("directory.action.addContact");
            elena.isGood();
            write(elena, "directory.contact.name", person);
            write(elena, "directory.field.email", "noor@@example.org");
            byKeyboard(elena, "common.save");
            elena.page().locator(".record-alert p").waitFor();
            write(elena, "directory.field.email", "noor@example.org");
            byKeyboard(elena, "common.save");
            elena.page().locator(".record-actions").waitFor();
            elena.page().getByText(person).first().waitFor();
            elena.isGood();
        }
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 360", "es, 1280"})
    void whoever_saves_second_sees_both_versions_and_loses_nothing(String language, int width)
            throws IOException {
        try (var elena = InPortal.signedIn("coordinator", width, language);
                var ruth = InPortal.signedIn("admin", width, language)) {
            String record = openOrganization(elena, "City Mission");
            elena.press("directory.action.edit");
            ruth.open("/portal/directory/organization/" + record);
            ruth.press("directory.action.edit");

            String hers = "https://elena-" + language + ".example.org";
            String mine = "https://ruth-" + language + ".example.org";
            write(elena, "directory.field.url", hers);
            write(ruth, "directory.field.url", mine);
            byKeyboard(elena, "common.save");
            elena.page().locator(".record-actions").waitFor();

            byKeyboard(ruth, "common.save");
            ruth.page().locator(".record-alert .difference-table").waitFor();
            assertThat(ruth.page().locator(".record-alert").textContent()).contains(hers, mine);
            assertThat(ruth.field("directory.field.url").inputValue()).isEqualTo(mine);
            ruth.isGood();
            ruth.press("directory.conflict.overwrite");
            ruth.page().locator(".record-actions").waitFor();

            ruth.open("/portal/directory/history/organization/" + record);
            Locator entries = ruth.page().locator(".history > li");
            assertThat(entries.nth(0).textContent()).contains("Ruth Okafor", hers, mine);
            assertThat(entries.nth(1).textContent()).contains("Elena Brandt", hers);
        }
    }

    /** Returns the id of the organization. */
    private static String openOrganization(InPortal person, String name) throws IOException {
        person.open("/portal/directory?q=" + name.replace(" ", "%20"));
        Page page = person.page();
        page.locator("a[href*='directory/organization/']:has-text(\"" + name + "\")")
                .first()
                .click();
        page.locator(".record-actions").waitFor();
        Browsers.settled(page);
        String address = page.url().replaceAll("[?#].*", "");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static void write(InPortal person, String label, String text) {
        Locator field = person.field(label);
        field.focus();
        field.press("ControlOrMeta+a");
        person.page().keyboard().type(text);
        person.page().keyboard().press("Tab");
        Browsers.settled(person.page());
    }

    private static void byKeyboard(InPortal person, String button) {
        person.button(button).focus();
        person.page().keyboard().press("Enter");
        Browsers.settled(person.page());
    }
}
