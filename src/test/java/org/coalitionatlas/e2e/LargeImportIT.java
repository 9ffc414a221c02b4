package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file larger than all memory the product has goes through it as people send it: uploaded, looked
 * at, tried and imported, with every row accounted for.
 */
class LargeImportIT {

    /** Megabytes of the product's heap, and of the file; no larger one is taken than 250. */
    private static final int HEAP = 190;

    private static final int FILE = 205;

    /** A column that nothing takes makes the file large without making the directory so. */
    private static final int REMARK = 80_000;

    private static final int SHORT_ROWS = 1_000;
    private static final double LONGEST = 240_000;

    @Test
    void a_file_larger_than_the_memory_is_tried_and_imported_with_every_row_accounted_for(
            @TempDir Path folder) throws Exception {
        Path file = folder.resolve("organizations.csv");
        long rows = write(file);
        assertThat(Files.size(file) >> 20).isGreaterThan(HEAP);
        try (Product product = Product.withHeap(HEAP)) {
            Page page = Browsers.visitor(1280, "en");
            Browsers.signIn(product, page, "admin@demo.example.org", false);
            begin(product, page, file, "exchange.dryRun", "exchange.job.dryDone");
            isAccountedFor(page, rows, rows - 1);

            begin(product, page, file, "exchange.run", "exchange.state.DONE");
            isAccountedFor(page, rows, rows - 1);
            page.context().close();
            assertThat(product.home().resolve("log.txt")).content().doesNotContain("OutOfMemory");
        }
    }

    private static void begin(Product product, Page page, Path file, String way, String done) {
        Browsers.open(product, page, "/portal/exchange/import");
        page.locator("input[type=file]").setInputFiles(file);
        Locator look = button(page, "exchange.look");
        var patiently = new Locator.WaitForOptions().setTimeout(LONGEST);
        look.waitFor(patiently);
        look.click();
        button(page, way).waitFor(patiently);
        button(page, way).click();
        page.waitForURL("**/exchange/import/job/**");
        page.getByText(said(done), new Page.GetByTextOptions().setExact(true)).waitFor(patiently);
        Browsers.settled(page);
    }

    private static void isAccountedFor(Page page, long rows, long created) {
        assertThat(Browsers.figure(page, said("exchange.count.rows"))).isEqualTo(rows);
        assertThat(Browsers.figure(page, said("exchange.count.created"))).isEqualTo(created);
        assertThat(Browsers.figure(page, said("exchange.count.rejected")))
                .as("only the row whose last quote is missing")
                .isEqualTo(1);
    }

    private static Locator button(Page page, String key) {
        return page.locator("vaadin-button:text-is(\"" + said(key) + "\")").first();
    }

    private static String said(String key) {
        return Browsers.said("en", key);
    }

    private static long write(Path file) throws IOException {
        String remark = "Ring twice, then say \"\"shelter\"\".\nOr wait; somebody comes. ";
        String remarks = '"' + remark.repeat(REMARK / remark.length()) + "\"\n";
        long rows = 0;
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(
                    "Organization ID,Title,Alternate name,Body,Display physical address to public"
                            + " users?,Mailing address,Phone number,Website address,Email,Remarks\n");
            for (long written = 0; written < (long) FILE << 20; written += remarks.length()) {
                out.write(row(rows++) + remarks);
            }
            out.write(row(rows++) + "\"Never closed\n");
            for (int more = 0; more < SHORT_ROWS; more++) {
                out.write(row(rows++) + "\n");
            }
        }
        return rows;
    }

    private static String row(long number) {
        return "98%06d,Ledger Stone Advice Desk %d,,Advice.,No,,8155550171,,,"
                .formatted(number, number);
    }
}
