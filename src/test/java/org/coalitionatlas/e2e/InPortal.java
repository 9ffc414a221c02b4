package org.coalitionatlas.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;

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
        Browsers.speak(there.page, language);
        return there;
    }

    Page page() {
        return page;
    }

    void open(String path) {
        Browsers.open(page, path);
    }

    /** The product's own words in this person's language. */
    String said(String key, Object... arguments) {
        return Browsers.said(language, key, arguments);
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
        Browsers.isGood(page);
    }

    @Override
    public void close() {
        page.context().close();
    }
}
