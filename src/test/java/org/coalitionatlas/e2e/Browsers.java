package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real Chromium, one product, and what the browser tests do again and again. */
final class Browsers {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private static Product product;
    private static Browser browser;

    private Browsers() {}

    /** The product the tests of a class share; started with the first that asks for it. */
    static synchronized Product product() throws IOException {
        if (product == null) {
            product = Product.start();
        }
        return product;
    }

    /** Lets the tests of this class share a product of its own. */
    static synchronized void share(Product started) {
        product = started;
    }

    /** The next class begins with the untouched demo coalition. */
    static synchronized void leaveProduct() {
        if (product != null) {
            product.kill();
            product = null;
        }
    }

    /**
     * A fresh visitor.
     *
     * @param width of the window, in CSS pixels
     * @param language {@code en} or {@code es}
     */
    static synchronized Page visitor(int width, String language) {
        if (browser == null) {
            browser = launch();
        }
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, width < 600 ? 740 : 900)
                                .setLocale(language.equals("es") ? "es-US" : "en-US")
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setTimezoneId("America/Chicago"));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    /** Signs in through the sign-in page and waits for the portal. */
    static void signIn(Page page, String email, boolean remember) throws IOException {
        signIn(product(), page, email, remember);
    }

    /** The same at another product than the shared one. */
    static void signIn(Product where, Page page, String email, boolean remember)
            throws IOException {
        page.navigate(where.url("/login"));
        page.locator("input[name=email]:visible").first().fill(email);
        page.locator("input[name=password]:visible").first().fill(where.password());
        if (remember) {
            page.locator("input[name=remember-me]:visible").first().check();
        }
        page.locator("form:has(#email) button[type=submit]").click();
        page.waitForURL("**/portal/**");
        settled(page);
    }

    /** Waits until a portal screen has finished talking to its server. */
    static void settled(Page page) {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        page.waitForFunction(
                "() => !window.Vaadin?.Flow?.clients"
                        + " || Object.values(window.Vaadin.Flow.clients)"
                        + ".every(c => !c.isActive || !c.isActive())");
    }

    /**
     * Loads the page again. After a restart of its server a portal page also reloads by itself;
     * whichever comes second finds the page it wanted to reload gone, and asks the new one.
     */
    static void reload(Page page) {
        for (int tries = 1; ; tries++) {
            try {
                page.reload();
                return;
            } catch (PlaywrightException overtaken) {
                String said = String.valueOf(overtaken.getMessage());
                boolean byItself =
                        said.contains("Not attached to an active page")
                                || said.contains("ERR_ABORTED")
                                || said.contains("interrupted by another navigation");
                if (!byItself || tries == 5) {
                    throw overtaken;
                }
                page.waitForLoadState(LoadState.DOMCONTENTLOADED);
            }
        }
    }

    /** Opens a screen and waits until it stands. */
    static void open(Page page, String path) {
        try {
            open(product(), page, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same at another product than the shared one. */
    static void open(Product where, Page page, String path) {
        page.navigate(where.url(path));
        page.locator("h1").first().waitFor();
        settled(page);
    }

    /** Chooses the language as people do: the account's own wins over the browser's. */
    static void speak(Page page, String language) {
        if (!language.equals(page.getAttribute("html", "lang"))) {
            page.locator("vaadin-menu-bar > vaadin-menu-bar-button:visible").first().click();
            page.locator("[role=menuitem][lang=" + language + "]").click();
            page.waitForFunction(
                    "language => document.documentElement.lang === language", language);
            settled(page);
        }
    }

    /** A text of the bundles, with its arguments. */
    static String said(String language, String key, Object... arguments) {
        var texts = new Properties();
        String file =
                "/messages/"
                        + key.substring(0, key.indexOf('.'))
                        + (language.equals("es") ? "_es" : "")
                        + ".properties";
        try (var in = Objects.requireNonNull(Browsers.class.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = Objects.requireNonNull(texts.getProperty(key), key);
        return MessageFormat.format(text, arguments);
    }

    /** What matches texts that begin so; the browser, which reads it, knows no quoting. */
    static String beginning(String words) {
        return "^" + words.replaceAll("[\\\\.*+?^${}()|\\[\\]]", "\\\\$0");
    }

    /** The screen stands, and neither axe nor the width of the window has anything to say. */
    static void isGood(Page page) {
        settled(page);
        assertThat(violations(page)).as(page.url()).isEmpty();
        assertThat(overflows(page)).as("sideways scrolling at " + page.url()).isFalse();
    }

    /** The number beside its name in a list of figures. */
    static long figure(Page page, String name) {
        String text = page.locator("dt:text-is('" + name + "') + dd").innerText();
        return Long.parseLong(text.replaceAll("\\D", ""));
    }

    /** What axe finds wrong, in words; empty when nothing is. */
    static List<String> violations(Page page) {
        // Without this axe describes every element that passes, too, which nobody reads.
        var onlyViolations = new AxeRunOptions();
        onlyViolations.setResultTypes(List.of("violations"));
        // The other mode opens a page of its own for each result, for the sake of frames from other
        // sites; none of our screens has one.
        return new AxeBuilder(page)
                        .options(onlyViolations)
                        .setLegacyMode(true)
                        .withTags(WCAG)
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Browsers::describe)
                        .toList();
    }

    /** Whether something is wider than the window, so that one would have to scroll sideways. */
    static boolean overflows(Page page) {
        return (Boolean)
                page.evaluate(
                        "() => document.documentElement.scrollWidth >"
                                + " document.documentElement.clientWidth + 1");
    }

    /** How many Letter pages the screen is on paper, as it says itself how it is to be printed. */
    static int printedPages(Page page) {
        String pdf =
                new String(
                        page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)),
                        StandardCharsets.ISO_8859_1);
        assertThat(pdf).contains("/MediaBox [0 0 612 792]");
        return (int) Pattern.compile("/Type /Page\\b(?!s)").matcher(pdf).results().count();
    }

    private static String describe(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + " "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    private static Browser launch() {
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Playwright playwright =
                Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        return playwright
                .chromium()
                .launch(
                        new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium())
                                .setArgs(
                                        List.of(
                                                "--no-sandbox",
                                                "--disable-gpu",
                                                "--disable-quic",
                                                "--no-first-run",
                                                "--disable-background-networking",
                                                "--disable-component-update",
                                                "--disable-sync")));
    }

    private static Path chromium() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv("ATLAS_CHROMIUM")).stream(),
                        Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser"))
                .map(Path::of)
                .filter(path -> path.toFile().canExecute())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Chromium: ./atlas test finds one"));
    }
}
