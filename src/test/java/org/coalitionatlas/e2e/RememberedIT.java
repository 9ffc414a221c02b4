package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** After a restart of the server a remembered person is back on the same screen. */
class RememberedIT {

    @Test
    void a_restart_brings_the_person_back_to_the_same_screen_with_every_saved_answer()
            throws Exception {
        try (Product product = Product.start()) {
            Page page = Browsers.visitor(1280, "en");
            Browsers.signIn(product, page, "coordinator@demo.example.org", true);
            String screen = product.url("/portal/assessment/17201?need=L4");
            page.navigate(screen);
            Locator no =
                    page.locator("#need-L4 tr[data-provider]")
                            .first()
                            .locator("[data-question=TRAINED] button[data-answer=UNKNOWN]");
            no.waitFor();
            no.click();
            page.waitForCondition(() -> "true".equals(no.getAttribute("aria-pressed")));
            Browsers.settled(page);

            product.restart();

            Browsers.reload(page);
            no.waitFor();
            assertThat(page.url()).isEqualTo(screen);
            assertThat(no.getAttribute("aria-pressed")).isEqualTo("true");
            page.context().close();
        }
    }
}
