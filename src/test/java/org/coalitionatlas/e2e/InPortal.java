package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;

/** A person signed in to the portal of the shared product, in one language and one window. */
final class InPortal implements AutoCloseable {

    private final Page page;
    private final String language;

    private InPortal(Page page, String language) {
        this.page = page;
        this.language = language;
    }

    /**
     * Signs somebody in. The account's own language wins over the browser's, so the language is
     * chosen as people do.
     *
     * @param email the part before {@code @demo.example.org}
     */
    static InPortal signedIn(String email, int width, String language) throws IOException {
        var there = new InPortal(Browsers.visitor(width, language), language);
        Browsers.signIn(there.page, email + "@demo.example.org", false);
        there.speak();
        return there;
    }

    Page page() {
        return page;
    }

    void open(String path) throws IOException {
        page.navigate(Browsers.product().url(path));
        page.locator("h1").first().waitFor();
        Browsers.settled(page);
    }

    /** The product's own words in this person's language. */
    String said(String key, Object... arguments) {
        var texts = new Properties();
        String file =
                "/messages/"
                        + key.substring(0, key.indexOf('.'))
                        + (language.equals("es") ? "_es" : "")
                        + ".properties";
        try (var in = InPortal.class.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MessageFormat.format(texts.getProperty(key), arguments);
    }

    /** The first button that says just this. */
    Locator button(String key) {
        return page.locator("vaadin-button:text-is(\"" + said(key) + "\")").first();
    }

    /** The field with that label. */
    Locator field(String key) {
        return page.getByLabel(said(key), new Page.GetByLabelOptions().setExact(true)).first();
    }

    /** Presses a button and waits for the server's answer. */
    void press(String key) {
        button(key).click();
        Browsers.settled(page);
    }

    /** Accessible, and nothing wider than the window. */
    void isGood() {
        Browsers.settled(page);
        assertThat(Browsers.violations(page)).as(page.url()).isEmpty();
        assertThat(Browsers.overflows(page)).as("sideways scrolling at " + page.url()).isFalse();
    }

    @Override
    public void close() {
        page.context().close();
    }

    private void speak() {
        if (!language.equals(page.getAttribute("html", "lang"))) {
            page.locator("vaadin-menu-bar > vaadin-menu-bar-button:visible").first().click();
            page.locator("[role=menuitem][lang=" + language + "]").click();
            page.waitForFunction(
                    "language => document.documentElement.lang === language", language);
            Browsers.settled(page);
        }
    }
}
