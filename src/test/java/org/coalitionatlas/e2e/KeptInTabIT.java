package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing a person said on a county's sheet or a checklist is lost: every act is kept in the tab
 * until it is saved, over a lost connection, a reload, a restart, a killed server, a closed cycle
 * and a second device.
 */
class KeptInTabIT {

    private static final String COORDINATOR = "coordinator@demo.example.org";
    private static final String MEMBER = "member1@demo.example.org";
    private static final String WINNEBAGO = "/portal/assessment/17201";
    private static final String BOONE = "/portal/assessment/17007";

    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start();
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    // ---- a county's sheet ----

    @Test
    void an_answer_the_server_refused_is_there_after_a_reload_and_said_to_be_unsaved()
            throws IOException {
        Page page = signedIn(COORDINATOR);
        open(page, BOONE + "?need=A3");
        Locator row = page.locator("#need-A3 tr[data-provider]").first();
        String provider = row.getAttribute("data-provider");
        // Somebody else holds the cycle for longer than the server waits.
        List<String> asked = warnings(page);
        refuse(page, provider);
        assertThat(kept(page)).isEqualTo(1);
        Browsers.reload(page);
        assertThat(asked).containsExactly("beforeunload");
        Locator cell = page.locator(cell("A3", provider, "PARTNER"));
        cell.waitFor();
        page.waitForFunction(
                "selector => document.querySelector(selector).classList.contains('unsaved')",
                cell("A3", provider, "PARTNER"));
        assertThat(cell.textContent()).contains(said("assessment.cell.unsaved", said("common.no")));
        assertThat(kept(page)).isEqualTo(1);
        Browsers.settled(page);
        assertThat(Browsers.violations(page)).isEmpty();

        // What stands is chosen: the tab lets go, and leaving asks nothing.
        cell.locator("button[data-answer=YES]").click();
        settled(page);
        asked.clear();
        Browsers.reload(page);
        assertThat(asked).isEmpty();
        page.context().close();
    }

    /** A late word that another screen of the same person has overtaken. */
    private static void refuse(Page page, String provider) throws IOException {
        page.context().setOffline(true);
        page.locator(cell("A3", provider, "PARTNER")).focus();
        page.keyboard().press("n");
        page.locator(".sheet-waiting").waitFor();
        Page other = signedIn(COORDINATOR);
        open(other, BOONE + "?need=A3");
        other.locator(cell("A3", provider, "PARTNER")).focus();
        other.keyboard().press("y");
        other.locator(cell("A3", provider, "PARTNER") + " [data-answer=YES][aria-pressed=true]")
                .waitFor();
        settled(other);
        other.context().close();
        page.context().setOffline(false);
        page.locator(cell("A3", provider, "PARTNER") + ".unsaved").waitFor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "notApplicable", "takeBack"})
    void what_is_said_of_a_need_without_a_network_is_there_after_a_restart(String act)
            throws IOException {
        Page page = signedIn(COORDINATOR);
        String need = free(page);
        open(page, BOONE + "?need=" + need);
        if (act.equals("takeBack")) {
            act(page, need, "nobody").click();
            act(page, need, "takeBack").waitFor();
            settled(page);
        }
        if (act.equals("notApplicable")) {
            page.locator("#need-" + need + " .need-actions")
                    .getByText(said("assessment.notApplicable"))
                    .click();
            page.locator("#not-applicable-reason textarea").fill("The state does it");
            page.context().setOffline(true);
            page.locator("vaadin-button[data-need-act=notApplicable]").click();
        } else {
            page.context().setOffline(true);
            act(page, need, act).click();
        }
        page.locator(".sheet-waiting").waitFor();
        assertThat(kept(page)).isEqualTo(1);
        product.restart();
        page.context().setOffline(false);
        Browsers.reload(page);
        settled(page);
        Browsers.reload(page);
        page.locator("#need-" + need + " .need-toggle").waitFor();
        Browsers.settled(page);
        assertThat(page.locator("#need-" + need).getAttribute("class").contains("has-finding"))
                .isEqualTo(!act.equals("takeBack"));
        if (act.equals("notApplicable")) {
            assertThat(page.locator("#need-" + need).textContent()).contains("The state does it");
        }
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "confirmAll"})
    void what_is_confirmed_without_a_network_is_there_after_a_reload(String act)
            throws IOException {
        Page page = signedIn(COORDINATOR);
        open(page, WINNEBAGO);
        press(page, "assessment.expandAll");
        Browsers.settled(page);
        String offered =
                act.equals("confirm")
                        ? "button[data-act=confirm]:not([hidden])"
                        : "vaadin-button[data-need-act=confirmAll]:not([hidden])";
        Locator button = page.locator(offered).first();
        button.waitFor();
        String need =
                (String) button.evaluate("button => button.closest('[data-need]').dataset.need");
        int waiting = page.locator("#need-" + need + " td.prefilled").count();
        page.context().setOffline(true);
        button.click();
        page.locator(".sheet-waiting").waitFor();
        page.context().setOffline(false);
        Browsers.reload(page);
        settled(page);
        open(page, WINNEBAGO + "?need=" + need);
        page.locator("#need-" + need + " tr[data-provider]").first().waitFor();
        int left = page.locator("#need-" + need + " td.prefilled").count();
        assertThat(left).isLessThan(waiting);
        if (act.equals("confirmAll")) {
            assertThat(left).isZero();
        }
        page.context().close();
    }

    @Test
    void what_is_kept_when_its_cycle_closes_is_named_on_the_next_ones_sheet() throws IOException {
        String county = "/portal/assessment/17037";
        Page page = signedIn(COORDINATOR);
        open(page, county + "?need=A3");
        String provider =
                page.locator("#need-A3 tr[data-provider]").first().getAttribute("data-provider");
        page.context().setOffline(true);
        page.locator(cell("A3", provider, "TRAINED")).focus();
        page.keyboard().press("n");
        page.locator("[data-topic=GAPS] textarea").fill("Nights without a bed");
        page.locator(".sheet-waiting").waitFor();

        Page other = signedIn(COORDINATOR);
        open(other, county);
        press(other, "cycle.close");
        press(other, "cycle.close.do");
        other.locator(".introduction .read-only").waitFor();
        page.context().setOffline(false);
        Browsers.reload(page);
        Locator told = page.locator(".closed-meanwhile");
        told.waitFor();
        page.waitForFunction(
                "() => document.querySelectorAll('.closed-meanwhile li').length === 2");
        assertThat(told.textContent()).contains("Nights without a bed").contains(said("common.no"));

        press(other, "cycle.openNext");
        Locator name = other.locator("vaadin-dialog[opened] vaadin-text-field input");
        name.fill("Next");
        name.press("Tab");
        press(other, "cycle.openNext.do");
        button(other, "cycle.close").waitFor();
        other.context().close();

        Browsers.reload(page);
        page.waitForFunction(
                "() => document.querySelectorAll('.closed-meanwhile li').length === 2");
        Browsers.settled(page);
        assertThat(Browsers.violations(page)).isEmpty();
        press(page, "cycle.meanwhile.again", "Next");
        page.locator(cell("A3", provider, "TRAINED") + " [data-answer=NO][aria-pressed=true]")
                .waitFor();
        assertThat(page.locator("[data-topic=GAPS] textarea").inputValue())
                .contains("Nights without a bed");
        settled(page);
        Browsers.reload(page);
        page.locator("#need-A3 .need-toggle").waitFor();
        Browsers.settled(page);
        assertThat(page.locator(".closed-meanwhile").isVisible()).isFalse();
        page.context().close();
    }

    // ---- a checklist ----

    @Test
    void putting_off_without_a_network_is_there_after_a_reload() throws IOException {
        Page page = signedIn(MEMBER);
        begin(page, "IT later");
        page.context().setOffline(true);
        Locator later = page.locator("[data-place=gaps] button[data-act=later]");
        later.click();
        page.locator(".response-waiting").waitFor();
        product.restart();
        page.context().setOffline(false);
        Browsers.reload(page);
        text(page, "gaps").waitFor();
        settled(page);
        Browsers.reload(page);
        text(page, "gaps").waitFor();
        assertThat(later.getAttribute("aria-pressed")).isEqualTo("true");
        page.context().close();
    }

    @Test
    void of_two_devices_the_word_said_last_stands_and_the_other_is_in_the_history()
            throws IOException {
        Page first = signedIn(MEMBER);
        String address = begin(first, "IT devices");
        first.context().setOffline(true);
        text(first, "gaps").fill("Said first, without a network");
        first.locator(".response-waiting").waitFor();
        Page second = signedIn(MEMBER);
        second.navigate(address);
        text(second, "gaps").fill("Said last");
        text(second, "gaps").blur();
        settled(second);

        first.context().setOffline(false);
        Browsers.reload(first);
        text(first, "gaps").waitFor();
        settled(first);
        first.waitForFunction(
                "() => document.querySelector('[data-place=gaps] textarea').value === 'Said last'");
        assertThat(first.locator("[data-place=gaps] .place-news").textContent())
                .contains("Said first, without a network");
        first.context().close();
        second.context().close();
    }

    // ---- a killed server ----

    @Test
    void a_server_killed_while_people_save_loses_nothing_acknowledged_and_gets_all_that_is_kept()
            throws IOException {
        Page checklist = signedIn(MEMBER);
        begin(checklist, "IT killed");
        text(checklist, "capacity").fill("Acknowledged");
        text(checklist, "capacity").blur();
        settled(checklist);
        Page sheet = signedIn(COORDINATOR);
        open(sheet, BOONE + "?need=A4");
        String provider =
                sheet.locator("#need-A4 tr[data-provider]").first().getAttribute("data-provider");
        sheet.locator(cell("A4", provider, "CONTACT")).focus();
        sheet.keyboard().press("y");
        sheet.locator(cell("A4", provider, "CONTACT") + " [data-answer=YES][aria-pressed=true]")
                .waitFor();
        settled(sheet);

        for (int round = 0; round < 3; round++) {
            text(checklist, "gaps").fill("Words of round " + round);
            if (!note(checklist).isVisible()) {
                checklist.locator("[data-place=gaps] button[data-act=note]").click();
            }
            note(checklist).fill("Note of round " + round);
            sheet.locator("[data-topic=GAPS] textarea").fill("Narrative of round " + round);
            sheet.locator(cell("A4", provider, "PARTNER")).focus();
            sheet.keyboard().press(round % 2 == 0 ? "n" : "y");
            text(checklist, "gaps").blur();
            product.kill();
            product.returns();
            for (Page page : List.of(checklist, sheet)) {
                Browsers.reload(page);
            }
            text(checklist, "gaps").waitFor();
            sheet.locator("#need-A4 tr[data-provider]").first().waitFor();
            settled(checklist);
            settled(sheet);
            Browsers.reload(checklist);
            Browsers.reload(sheet);
            text(checklist, "gaps").waitFor();
            sheet.locator(
                            cell("A4", provider, "PARTNER")
                                    + " [aria-pressed=true][data-answer="
                                    + (round % 2 == 0 ? "NO" : "YES")
                                    + "]")
                    .waitFor();
            assertThat(text(checklist, "capacity").inputValue()).isEqualTo("Acknowledged");
            assertThat(text(checklist, "gaps").inputValue()).isEqualTo("Words of round " + round);
            assertThat(note(checklist).inputValue()).isEqualTo("Note of round " + round);
            assertThat(sheet.locator("[data-topic=GAPS] textarea").inputValue())
                    .isEqualTo("Narrative of round " + round);
            assertThat(
                            sheet.locator(
                                            cell("A4", provider, "CONTACT")
                                                    + " [data-answer=YES][aria-pressed=true]")
                                    .count())
                    .isEqualTo(1);
        }
        checklist.context().close();
        sheet.context().close();
    }

    // ---- with ----

    private static Page signedIn(String who) throws IOException {
        Page page = Browsers.visitor(1280, "en");
        Browsers.signIn(product, page, who, true);
        return page;
    }

    private static void open(Page page, String path) {
        Browsers.open(product, page, path);
    }

    private static String begin(Page page, String cycle) {
        open(page, "/portal/capacity");
        page.locator(".response-begin vaadin-select").click();
        page.locator("vaadin-select-item:visible")
                .filter(new Locator.FilterOptions().setHasText("Internal capacity review"))
                .first()
                .click();
        Locator named = page.locator(".response-begin vaadin-text-field input");
        named.fill(cycle);
        named.press("Tab");
        page.locator(".response-begin vaadin-button").click();
        text(page, "capacity").waitFor();
        Browsers.settled(page);
        return page.url();
    }

    /** A need nothing is said of. */
    private static String free(Page page) {
        open(page, BOONE);
        page.locator(".need").first().waitFor();
        return page.locator(".need:not(.is-assessed):not(.has-finding)")
                .first()
                .getAttribute("data-need");
    }

    private static Locator act(Page page, String need, String act) {
        return page.locator("#need-" + need + " vaadin-button[data-need-act=" + act + "]");
    }

    private static String cell(String need, String provider, String question) {
        return "#need-%s tr[data-provider='%s'] [data-question=%s]"
                .formatted(need, provider, question);
    }

    private static Locator text(Page page, String item) {
        return page.locator("[data-place=" + item + "] textarea[data-kind=text]");
    }

    private static Locator note(Page page) {
        return page.locator("[data-place=gaps] textarea[data-kind=note]");
    }

    private static Locator button(Page page, String key, Object... arguments) {
        return page.locator("vaadin-button:text-is(\"" + said(key, arguments) + "\")").first();
    }

    private static void press(Page page, String key, Object... arguments) {
        button(page, key, arguments).click();
    }

    private static String said(String key, Object... arguments) {
        return Browsers.said("en", key, arguments);
    }

    private static final String KEPT =
            "Object.entries(sessionStorage).filter(([key]) => key.startsWith('atlas.sheet ') ||"
                    + " key.startsWith('atlas.response ')).flatMap(([, all]) =>"
                    + " Object.keys(JSON.parse(all)))";

    private static int kept(Page page) {
        return ((Number) page.evaluate("() => " + KEPT + ".length")).intValue();
    }

    /** Waits until the tab keeps nothing any more. */
    private static void settled(Page page) {
        page.waitForFunction("() => " + KEPT + ".length === 0");
        Browsers.settled(page);
    }

    private static List<String> warnings(Page page) {
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onDialog(
                (Dialog dialog) -> {
                    asked.add(dialog.type());
                    dialog.accept();
                });
        return asked;
    }
}
