package org.coalitionatlas.e2e;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Renews the pictures of the README: {@code ./atlas screenshots}. */
@EnabledIfSystemProperty(named = "atlas.screenshots", matches = "true")
class ReadmeScreenshotsIT {

    private static final Path IMAGES = Path.of("src", "docs", "images");

    @Test
    void pictures_of_the_main_screens() throws IOException {
        Files.createDirectories(IMAGES);
        Page page = Browsers.visitor(1100, "en");
        page.navigate(Browsers.product().url("/directory?q=housing+minor+spanish"));
        shoot(page, "search");
        page.navigate(Browsers.product().url("/directory/county/17201"));
        shoot(page, "county");
        Browsers.signIn(page, "coordinator@demo.example.org", false);
        page.navigate(Browsers.product().url("/portal/assessment/17201?need=A3"));
        page.locator("#need-A3 [data-question=CONTACT]").first().waitFor();
        Browsers.settled(page);
        page.locator("#need-A3").evaluate("need => need.scrollIntoView({block: 'start'})");
        shoot(page, "worksheet");
        page.navigate(Browsers.product().url("/portal/gaps"));
        page.locator(".gap-map").waitFor();
        Browsers.settled(page);
        page.locator(".gap-map").evaluate("map => map.scrollIntoView({block: 'start'})");
        shoot(page, "gaps");
        page.navigate(Browsers.product().url("/portal/referral-contacts?county=17201"));
        page.locator(".referral-contacts li").first().waitFor();
        Browsers.settled(page);
        shoot(page, "contacts");
        page.navigate(Browsers.product().url("/portal/cockpit"));
        page.locator("h1").first().waitFor();
        Browsers.settled(page);
        shoot(page, "cockpit");
        Page member = Browsers.visitor(1100, "en");
        Browsers.signIn(member, "member1@demo.example.org", false);
        member.navigate(Browsers.product().url("/portal/capacity"));
        member.locator(".responses .card a:visible").first().click();
        member.waitForURL("**/capacity/*-*");
        Browsers.settled(member);
        shoot(member, "checklist");
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }
}
