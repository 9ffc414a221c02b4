package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing a coordinator does to a record is lost: what it said before is read and restored, a place
 * or a person that was retired is put back, and a merge that can no longer be taken back says why.
 * Records of the demo are left as they were found.
 */
class HistoryIT {

    private static final String COORDINATOR = "Elena Brandt";

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1280 | Mobile dental care | Cleanings, fillings and extractions, no insurance"
                        + " needed. | The van is in the workshop until spring.",
                "es | 360 | Apprenticeships | Paid training in welding, nursing assistance and"
                        + " commercial driving. | Este curso cambia de taller en la primavera."
            })
    void a_former_version_is_read_restored_and_the_restoring_taken_back(
            String language, int width, String service, String former, String changed)
            throws IOException {
        try (var elena = InPortal.signedIn("coordinator", width, language)) {
            Page page = elena.page();
            String id = openRecord(elena, "service", service);
            String published = published(language, "services", id);
            Page reader = Browsers.visitor(width, language);
            shows(reader, published, former);
            describe(elena, changed);
            shows(reader, published, changed);

            page.locator(".record-links")
                    .getByRole(
                            AriaRole.LINK,
                            new Locator.GetByRoleOptions()
                                    .setName(elena.said("review.action.history"))
                                    .setExact(true))
                    .click();
            page.waitForURL("**/directory/history/service/" + id);
            Locator entries = page.locator(".history > li");
            entries.first().waitFor();
            elena.isGood();
            int told = entries.count();
            String title =
                    elena.said(
                            "review.history.entry", elena.said("review.record.service"), service);
            Locator change = entries.first();
            assertThat(change.locator("h2").textContent()).isEqualTo(title);
            assertThat(change.locator(".history-line").textContent())
                    .contains(
                            elena.said("review.action.revised"),
                            elena.said("review.history.by", COORDINATOR),
                            language.equals("es") ? "hoy (" : "today (");
            beforeAndAfter(change, former, changed);
            assertThat(entries.last().locator(".history-line").textContent())
                    .contains(elena.said("review.action.added"));

            Locator asked = restore(elena, entries.last());
            assertThat(asked.textContent())
                    .contains(
                            elena.said("review.restore.title", service),
                            elena.said("review.restore.text"));
            beforeAndAfter(asked, changed, former);
            hasRoom(asked, width);
            elena.isGood();
            asked.locator("vaadin-button[slot=cancel-button]").click();
            asked.waitFor(hidden());
            assertThat(entries.count()).isEqualTo(told);

            confirmed(elena, restore(elena, entries.last()), entries, told + 1);
            noticed(elena, "review.restored", service);
            assertThat(change.locator(".history-line").textContent())
                    .contains(
                            elena.said("review.action.restored"),
                            elena.said("review.history.by", COORDINATOR));
            beforeAndAfter(change, changed, former);
            elena.isGood();
            shows(reader, published, former);

            press(elena, change.locator("vaadin-button"));
            noticed(elena, "review.restore.same");
            assertThat(entries.count()).isEqualTo(told + 1);

            confirmed(elena, restore(elena, entries.nth(1)), entries, told + 2);
            beforeAndAfter(change, former, changed);
            shows(reader, published, changed);

            confirmed(elena, restore(elena, entries.last()), entries, told + 3);
            elena.open("/portal/directory/service/" + id);
            page.getByText(former).first().waitFor();
            assertThat(page.getByText(changed).count()).isZero();
            elena.isGood();
            shows(reader, published, former);
            Browsers.isGood(reader);
            reader.context().close();
        }
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1280 | Rock River Public Benefits Office | DeKalb office"
                        + " | 88 Prairie Exchange Street | Applying for benefits in DeKalb"
                        + " | Dolores Vance",
                "es | 360 | Rock River Works Career Center | DeKalb center | 140 Seedcorn Street"
                        + " | Job placement | Victor Amadi"
            })
    void a_place_and_a_person_are_no_longer_there_and_are_put_back(
            String language,
            int width,
            String organization,
            String place,
            String street,
            String service,
            String person)
            throws IOException {
        try (var elena = InPortal.signedIn("coordinator", width, language)) {
            Page page = elena.page();
            String id = openRecord(elena, "organization", organization);
            String published = published(language, "organizations", id);
            Page reader = Browsers.visitor(width, language);
            shows(reader, published, street);
            Locator gone = page.locator(".retired-parts li");
            assertThat(gone.count()).isZero();

            Locator asked = retire(elena, place);
            assertThat(asked.textContent())
                    .contains(
                            elena.said("directory.retire.title", place),
                            elena.said("directory.retire.text"),
                            elena.said("directory.retire.services", 1, service));
            elena.isGood();
            press(elena, asked.locator("vaadin-button[slot=confirm-button]"));
            gone.waitFor();
            assertThat(gone.textContent()).contains(place, street, COORDINATOR);
            assertThat(card(page, place).count()).isZero();
            noticed(elena, "directory.retired.done", place);
            elena.isGood();
            showsNoMore(reader, published, street);
            Browsers.isGood(reader);

            press(elena, gone.locator("vaadin-button"));
            gone.waitFor(hidden());
            card(page, place).waitFor();
            shows(reader, published, street);

            press(elena, retire(elena, person).locator("vaadin-button[slot=confirm-button]"));
            gone.waitFor();
            assertThat(gone.textContent()).contains(person);
            assertThat(card(page, person).count()).isZero();
            press(
                    elena,
                    page.locator("vaadin-notification-card")
                            .filter(
                                    new Locator.FilterOptions()
                                            .setHasText(
                                                    elena.said("directory.retired.done", person)))
                            .getByText(elena.said("common.undo")));
            gone.waitFor(hidden());
            card(page, person).waitFor();
            elena.isGood();

            elena.open("/portal/directory/history/organization/" + id);
            Locator lines = page.locator(".history > li");
            for (int i = 0; i < 4; i++) {
                assertThat(lines.nth(i).textContent())
                        .contains(
                                i < 2 ? person : place,
                                elena.said(
                                        i % 2 == 0
                                                ? "review.action.put_back"
                                                : "review.action.retired"));
            }
            elena.isGood();
            reader.context().close();
        }
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280, Osprey Quern, Vantablick Foundry", "es, 360, Zarzaparra, Quelonio Gris"})
    void a_merge_whose_record_was_changed_since_says_why_it_stays(
            String language, int width, String kept, String doubled) throws IOException {
        try (var elena = InPortal.signedIn("coordinator", width, language)) {
            Page page = elena.page();
            String stays = addDraft(elena, kept);
            String goes = addDraft(elena, doubled);
            elena.open("/portal/duplicates/merge/organization/" + stays + "/" + goes);
            page.locator(".merge-fields").waitFor();
            elena.press("duplicates.action.merge");
            page.waitForURL("**/directory/organization/" + stays);
            page.locator(".record-actions").waitFor();
            describe(elena, "Changed after the merge");

            elena.open("/portal/duplicates");
            Locator separate = named(elena, "duplicates.action.undoOf", doubled, kept);
            press(elena, separate);
            noticed(elena, "duplicates.problem.changed", kept);
            separate.waitFor();
            elena.isGood();

            page.navigate(Browsers.product().url("/portal/directory/organization/" + goes));
            page.waitForURL("**/directory/organization/" + stays);
            page.getByText("Changed after the merge").first().waitFor();
        }
    }

    /** Returns the id of the record with that name, which stands open. */
    private static String openRecord(InPortal person, String kind, String name) {
        Page page = person.page();
        person.open("/portal/directory?q=" + name.replace(" ", "%20"));
        page.locator("a[href*='directory/" + kind + "/']:has-text(\"" + name + "\")")
                .first()
                .click();
        page.locator(".record-actions").waitFor();
        Browsers.settled(page);
        return idOf(page);
    }

    /** Returns the id of a new organization, which is never published. */
    private static String addDraft(InPortal person, String name) {
        Page page = person.page();
        person.open("/portal/directory/organization/new");
        Locator field = page.locator(".record-editor vaadin-text-field input").first();
        field.fill(name);
        field.press("Tab");
        Browsers.settled(page);
        page.locator(".record-editor vaadin-combo-box input").first().focus();
        page.keyboard().press("ArrowDown");
        // Until the choices have come, empty ones stand in their places, and nothing follows a
        // click.
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("\\S")))
                .first()
                .click();
        page.locator(".record-editor vaadin-combo-box:not([opened])").first().waitFor();
        Browsers.settled(page);
        person.press("common.save");
        page.waitForURL("**/directory/organization/*-*");
        page.locator(".record-actions").waitFor();
        return idOf(page);
    }

    private static String idOf(Page page) {
        String address = page.url().replaceAll("[?#].*", "");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static void describe(InPortal person, String text) {
        person.press("directory.action.edit");
        Locator field = person.field("directory.field.description");
        field.fill(text);
        field.press("Tab");
        Browsers.settled(person.page());
        person.press("common.save");
        person.page().locator(".record-actions").waitFor();
        person.page().getByText(text).first().waitFor();
    }

    /** Asks to restore what an entry left behind; returns the question. */
    private static Locator restore(InPortal person, Locator entry) {
        press(person, entry.locator("vaadin-button"));
        return question(person);
    }

    /** Says of a place or a person that it is no longer there; returns the question. */
    private static Locator retire(InPortal person, String name) {
        press(person, named(person, "directory.action.retireOf", name));
        return question(person);
    }

    private static Locator question(InPortal person) {
        Locator question = person.page().locator("vaadin-confirm-dialog");
        question.locator("vaadin-button[slot=confirm-button]").waitFor();
        Browsers.settled(person.page());
        return question;
    }

    private static void confirmed(
            InPortal person, Locator question, Locator entries, int expected) {
        press(person, question.locator("vaadin-button[slot=confirm-button]"));
        person.page().waitForCondition(() -> entries.count() == expected);
    }

    private static void press(InPortal person, Locator button) {
        button.click();
        Browsers.settled(person.page());
    }

    private static Locator named(InPortal person, String key, Object... arguments) {
        return person.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions()
                                .setName(person.said(key, arguments))
                                .setExact(true));
    }

    private static void noticed(InPortal person, String key, Object... arguments) {
        person.page()
                .locator("vaadin-notification-card")
                .getByText(person.said(key, arguments))
                .first()
                .waitFor();
    }

    private static Locator card(Page page, String name) {
        return page.locator(".part-card h3:text-is(\"" + name + "\")");
    }

    // One row, the description: nothing else was touched by the way.
    private static void beforeAndAfter(Locator within, String before, String after) {
        assertThat(within.locator(".difference-table tbody td").allTextContents())
                .containsExactly(before, after);
    }

    private static String published(String language, String kind, String id) throws IOException {
        String prefix = language.equals("es") ? "/es" : "";
        return Browsers.product().url(prefix + "/directory/" + kind + "/" + id);
    }

    // As wide as what it compares, a phone's whole screen; rows stack there.
    private static void hasRoom(Locator question, int width) {
        double wide = question.locator("[part=overlay]").first().boundingBox().width;
        Locator cells = question.locator(".difference-table tbody td");
        boolean sideBySide = cells.first().boundingBox().y == cells.last().boundingBox().y;
        if (width < 640) {
            assertThat(wide).isEqualTo(width);
            assertThat(sideBySide).isFalse();
        } else {
            assertThat(wide).isBetween(560.0, 900.0);
            assertThat(sideBySide).isTrue();
        }
    }

    // The page follows its record a moment later.
    private static void shows(Page reader, String address, String text) {
        reader.waitForCondition(() -> main(reader, address).contains(text));
    }

    private static void showsNoMore(Page reader, String address, String text) {
        reader.waitForCondition(() -> !main(reader, address).contains(text));
    }

    private static String main(Page reader, String address) {
        // Without reloading: a browser that has the page asks whether it is still the same.
        reader.navigate(address);
        return reader.locator("main").textContent();
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }
}
