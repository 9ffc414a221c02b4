package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The search field in a frame of a partner's site, and of a site nobody named. */
class EmbeddedIT {

    private static final String PARTNER = "https://partner.example.org";
    private static final String STRANGER = "https://stranger.example.org";

    private static Product product;

    @BeforeAll
    static void start() throws IOException {
        product = Product.start(Map.of("ATLAS_EMBED_ORIGINS", PARTNER));
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 360"})
    void a_partners_page_searches_and_no_other_sites_page_does(String language, int width) {
        String prefix = language.equals("es") ? "/es" : "";
        String field = product.url(prefix + "/embed/search?county=17201");
        Page page = Browsers.visitor(width, language);
        FrameLocator frame = framed(page, PARTNER, language, field);
        frame.locator("#q").waitFor();
        Browsers.isGood(page);
        assertThat(frame.locator("a[href='tel:911']").count()).isEqualTo(1);

        frame.locator("#q").fill(language.equals("es") ? "comida" : "food");
        frame.locator("#q").press("Enter");
        page.waitForURL(product.url(prefix + "/directory?*"));
        assertThat(page.locator(".card").count()).isPositive();
        assertThat(page.url()).contains("county=17201");
        assertThat(page.context().cookies()).isEmpty();
        page.context().close();

        Page stranger = Browsers.visitor(width, language);
        FrameLocator refused = framed(stranger, STRANGER, language, field);
        assertThat(refused.locator("#q").count()).isZero();
        FrameLocator whole =
                framed(stranger, PARTNER, language, product.url(prefix + "/directory"));
        assertThat(whole.locator("#q").count()).as("only the field, no other page").isZero();
        stranger.context().close();
    }

    /** A page of that site which shows the address in a frame, once that has ended well or not. */
    private static FrameLocator framed(Page page, String site, String language, String shown) {
        // Browsers ask before a page of the internet may reach this machine.
        page.context()
                .grantPermissions(
                        List.of("local-network-access"),
                        new com.microsoft.playwright.BrowserContext.GrantPermissionsOptions()
                                .setOrigin(site));
        String body =
                "<!doctype html><html lang='%s'><title>Partner</title><main><h1>Partner</h1><iframe title='Search' width='300' height='420' src='%s'></iframe></main></html>"
                        .formatted(language, shown);
        page.route(
                site + "/**",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/html; charset=utf-8")
                                        .setBody(body)));
        // It is loaded when its frames are, or when they were refused.
        page.navigate(site + "/");
        page.waitForLoadState();
        return page.frameLocator("iframe");
    }
}
