package org.coalitionatlas.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log keeps of a failure. */
class FaultsTest {

    @Test
    void where_and_of_what_kind_but_not_what_somebody_typed() {
        var cause = new SQLException("Value too long: 'Ana Secret, 815 555 0142'", "22001", 22001);
        var failure = new IllegalArgumentException("not a number: Ana Secret", cause);

        String logged = printed(Faults.loggable(failure));

        assertThat(logged)
                .contains(
                        "java.lang.IllegalArgumentException",
                        "java.sql.SQLException: 22001/22001",
                        "FaultsTest.where_and_of_what_kind")
                .doesNotContain("Secret", "0142");
    }

    @Test
    void what_the_language_says_about_code_stays() {
        assertThat(printed(Faults.loggable(new NullPointerException("because \"x\" is null"))))
                .contains("because \"x\" is null");
        assertThat(printed(Faults.loggable(new InvalidValue("invalid.phone", "815 555 0142"))))
                .contains("invalid.phone")
                .doesNotContain("0142");
    }

    @ParameterizedTest
    @CsvSource({
        "/check/abc-DEF_1, /check/…",
        "/assessment/abc, /assessment/…",
        "/setup/abc, /setup/…",
        "/mail/stop/reminder/who/signature, /mail/stop/…",
        "/directory/services/x, /directory/services/x",
        "/portal/assessment/17201, /portal/assessment/17201"
    })
    void the_secret_of_a_link_is_left_out(String path, String logged) {
        assertThat(Faults.path(path)).isEqualTo(logged);
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
