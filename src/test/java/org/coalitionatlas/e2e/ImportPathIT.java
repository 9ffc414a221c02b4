package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A real directory, by hand in the browser: imported with the mapping the product suggests,
 * published, found by anybody; and the same files once more, on a phone, change nothing.
 */
@EnabledIf(
        value = "filesAreThere",
        disabledReason = "the folder shared/data/ilao is not beside the project")
class ImportPathIT {

    private static final Path FILES = Path.of("..", "shared", "data", "ilao");
    private static final List<String> IN_ORDER =
            List.of("organizations.csv", "locations.csv", "services.csv");

    static boolean filesAreThere() {
        return Files.isRegularFile(FILES.resolve("services.csv"));
    }

    @Test
    void a_real_directory_is_imported_published_and_found() throws Exception {
        try (Product product = Product.start()) {
            Page desk = Browsers.visitor(1280, "en");
            Browsers.signIn(product, desk, "admin@demo.example.org", false);
            for (String file : IN_ORDER) {
                importFile(product, desk, file);
                assertThat(Browsers.figure(desk, "Created")).as("%s", file).isPositive();
                assertThat(Browsers.figure(desk, "Rows"))
                        .isEqualTo(
                                Browsers.figure(desk, "Created")
                                        + Browsers.figure(desk, "Updated")
                                        + Browsers.figure(desk, "Unchanged")
                                        + Browsers.figure(desk, "Rejected"));
            }
            Page anybody = Browsers.visitor(1280, "en");
            awaitFound(product, anybody, "North Lawndale legal clinic");

            Page phone = Browsers.visitor(360, "en");
            Browsers.signIn(product, phone, "admin@demo.example.org", false);
            for (String file : IN_ORDER) {
                importFile(product, phone, file);
                assertThat(Browsers.figure(phone, "Created")).as("%s again", file).isZero();
                assertThat(Browsers.figure(phone, "Updated")).as("%s again", file).isZero();
                assertThat(Browsers.figure(phone, "Unchanged")).as("%s again", file).isPositive();
            }
        }
    }

    private static void importFile(Product product, Page page, String file) throws IOException {
        page.navigate(product.url("/portal/exchange/import"));
        page.locator("h1").first().waitFor();
        Browsers.settled(page);
        Browsers.isGood(page);
        page.locator("input[type=file]").setInputFiles(FILES.resolve(file));
        Locator look = button(page, "Look at the first rows");
        look.waitFor();
        Browsers.isGood(page);
        look.click();
        Locator run = button(page, "Import");
        run.waitFor();
        Browsers.isGood(page);
        page.getByLabel("Publish what is imported").check();
        run.click();
        page.waitForURL("**/exchange/import/job/**");
        page.getByText("Done", new Page.GetByTextOptions().setExact(true)).waitFor();
        Browsers.settled(page);
        Browsers.isGood(page);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void awaitFound(Product product, Page page, String name) {
        page.waitForCondition(
                () -> {
                    page.navigate(product.url("/directory?q=" + name.replace(' ', '+')));
                    return page.locator("body")
                            .innerText()
                            .toLowerCase()
                            .contains(name.toLowerCase());
                });
    }
}
