package org.coalitionatlas.capacity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.coalitionatlas.common.InvalidValue;
import org.junit.jupiter.api.Test;

/** Programs of every Unix stand for the operator's scanner. */
class FileScanTest {

    private static final byte[] FILE = new byte[200_000];
    private static final Duration LONG = Duration.ofSeconds(20);

    @Test
    void without_a_scanner_nothing_is_asked() {
        assertThatCode(() -> new FileScan(" ", LONG).check(FILE)).doesNotThrowAnyException();
    }

    @Test
    void a_file_the_scanner_has_nothing_against_is_taken() {
        assertThatCode(() -> new FileScan("cksum -", LONG).check(FILE)).doesNotThrowAnyException();
    }

    @Test
    void a_file_the_scanner_objects_to_is_refused_though_it_did_not_read_all_of_it() {
        assertRefused(new FileScan("false", LONG), "response.file.harmful");
        assertRefused(new FileScan("grep -q needle", LONG), "response.file.harmful");
    }

    @Test
    void a_scanner_that_is_missing_or_silent_refuses_too() {
        assertRefused(new FileScan("/nowhere/scanner -", LONG), "response.file.notScanned");
        assertRefused(
                new FileScan("tail -f /dev/null", Duration.ofMillis(50)),
                "response.file.notScanned");
    }

    private static void assertRefused(FileScan scan, String key) {
        assertThatThrownBy(() -> scan.check(FILE))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e ->
                                org.assertj.core.api.Assertions.assertThat(e.messageKey())
                                        .isEqualTo(key));
    }
}
