package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Texts two fifths longer than the product's own break no screen: nothing is wider than the window,
 * and no button, heading or label is cut off or runs out of its box.
 */
class LongTextsIT {

    private static final int DESK = 1280;
    private static final int PHONE = 360;

    /** How often a screen is looked at that does not hold yet. */
    private static final int PATIENCE = 20;

    /** Pages that anybody may read, and the doors of the portal. */
    private static final List<String> PUBLISHED =
            List.of(
                    "/",
                    "/directory?q=shelter",
                    "/directory?q=housing+minor&county=17201&open=now",
                    "/directory?q=zzzzqqqq",
                    "/directory/counties",
                    "/directory/county/17201-winnebago-county-il",
                    "/directory/needs",
                    "/directory/need/A3",
                    "/directory/map",
                    "/directory/call-sheet",
                    "/directory/suggest/new",
                    "/help",
                    "/help/embed",
                    "/embed/search",
                    "/directory/nowhere",
                    "/login");

    /** Each is linked from the one before; the first from a search. */
    private static final List<String> RECORDS =
            List.of("/directory/services/", "/directory/organizations/");

    @BeforeAll
    static void start() throws IOException {
        Browsers.share(Product.inLongTexts());
    }

    @Test
    void words_get_longer_and_arguments_stay() {
        assertThat(LongTexts.longer("Save {0,choice,0#no part|1<{0,number} parts} of {1}: a@b.org"))
                .isEqualTo("Säöévé {0,choice,0#nöö päöért|1<{0,number} päöérts} ööf {1}: a@b.org");
    }

    @Test
    void published_pages_hold_texts_two_fifths_longer() throws IOException {
        var wrong = new LinkedHashMap<String, List<?>>();
        Page page = Browsers.visitor(DESK, "en");
        for (String path : PUBLISHED) {
            page.navigate(Browsers.product().url(path));
            look(page, path, wrong);
        }
        page.navigate(Browsers.product().url("/directory?q=shelter"));
        for (String record : RECORDS) {
            page.locator("main a[href*='" + record + "']").first().click();
            page.waitForURL("**" + record + "**");
            look(page, record, wrong);
        }
        page.context().close();

        assertThat(wrong).isEmpty();
    }

    @Test
    void portal_screens_hold_texts_two_fifths_longer() throws IOException {
        var wrong = new LinkedHashMap<String, List<?>>();
        try (InPortal ruth = InPortal.signedIn("admin", DESK, "en")) {
            EveryScreenIT.somebodySuggestsAnOrganization(DESK, "en");
            for (String route : EveryScreenIT.routes()) {
                ruth.open("/portal/" + EveryScreenIT.address(ruth, route));
                look(ruth.page(), route, wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static void look(Page page, String where, Map<String, List<?>> wrong) {
        for (int width : List.of(DESK, PHONE)) {
            page.setViewportSize(width, width == PHONE ? 740 : 900);
            Browsers.settled(page);
            List<?> found = (List<?>) page.evaluate(BROKEN);
            // Components measure themselves some time after the window has changed.
            for (int tries = 0; tries < PATIENCE && !found.isEmpty(); tries++) {
                found = (List<?>) page.evaluate(BROKEN);
            }
            if (!found.isEmpty()) {
                wrong.put(where + " at " + width, found);
            }
        }
    }

    /** What does not fit where it stands, also inside of components. */
    private static final String BROKEN =
            """
            async () => {
              await document.fonts.ready;
              await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
              const found = new Set();
              const name = e => e.localName + (e.id ? '#' + e.id : '')
                  + (typeof e.className === 'string' && e.className ? '.' + e.className : '')
                  + (e.getAttribute('part') ? '[' + e.getAttribute('part') + ']' : '')
                  + ' in ' + (e.getRootNode().host?.localName ?? e.parentElement?.localName)
                  + ' "' + said(e).slice(0, 60) + '"';
              const said = e => (e.innerText || e.assignedNodes?.({flatten: true})
                  .map(n => n.textContent).join(' ') || [...e.querySelectorAll('slot')]
                  .flatMap(s => s.assignedNodes({flatten: true})).map(n => n.textContent).join(' '))
                  .trim();
              // What is read aloud only stands in a pixel.
              const unseen = e => {
                for (let at = e; at; at = at.parentElement ?? at.getRootNode().host) {
                  if (at.offsetWidth < 3 && getComputedStyle(at).overflowX !== 'visible') {
                    return true;
                  }
                }
                return false;
              };
              const labels = 'button, vaadin-button, a, h1, h2, h3, h4, label, legend, summary, th,'
                  + ' dt, vaadin-tab, [part=label]';
              const look = root => {
                for (const e of root.querySelectorAll('*')) {
                  if (e.shadowRoot) {
                    look(e.shadowRoot);
                  }
                  const box = e.getBoundingClientRect();
                  const style = getComputedStyle(e);
                  // A coalition's name is its own, and stands in full on its home page.
                  if (unseen(e) || e.matches('.atlas-title') || box.width < 3 || box.height < 3 || style.visibility === 'hidden'
                      || ['INPUT', 'TEXTAREA', 'SELECT'].includes(e.tagName)
                      || e instanceof SVGElement || e.clientWidth === 0 || !said(e)) {
                    continue;
                  }
                  const over = e.scrollWidth - e.clientWidth;
                  if (over > 1 && (['hidden', 'clip'].includes(style.overflowX)
                      || e.matches('main, body') || e.matches(labels))) {
                    found.add('cut by ' + over + ': ' + name(e));
                  }
                  if (e.matches('button, vaadin-button, vaadin-tab')
                      && e.scrollHeight - e.clientHeight > 3) {
                    found.add('too low: ' + name(e));
                  }
                }
              };
              look(document);
              const wide = document.documentElement.scrollWidth
                  - document.documentElement.clientWidth;
              if (wide > 1) {
                found.add('scrolls sideways by ' + wide);
              }
              return [...found].slice(0, 12);
            }
            """;
}
