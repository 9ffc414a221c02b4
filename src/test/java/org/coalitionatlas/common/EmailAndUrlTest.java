package org.coalitionatlas.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAndUrlTest {

    @Test
    void anAddressKeepsItsLocalPartAndLowersItsDomain() {
        assertThat(Email.parse("  Intake.Team@Example.ORG ").address())
                .isEqualTo("Intake.Team@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "intake",
                "intake@",
                "@example.org",
                "a b@example.org",
                "a@b",
                "a@b.c,d@e.f"
            })
    void whatIsNotOneAddressIsRefused(String typed) {
        assertThatThrownBy(() -> Email.parse(typed))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invalid.email"));
    }

    @ParameterizedTest
    @CsvSource({
        "www.example.org, https://www.example.org",
        "HTTP://Example.org/Intake, http://example.org/Intake",
        "https://example.org/a b, https://example.org/a%20b",
        "https://example.org:8443/x?y=1#z, https://example.org:8443/x?y=1#z"
    })
    void anAddressOfTheWebIsMadeAbsolute(String typed, String address) {
        assertThat(Url.parse(typed).address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://example.org",
                "https://user:secret@example.org",
                "nowhere",
                "https://",
                ""
            })
    void whatIsNotALinkToTheWebIsRefused(String typed) {
        assertThatThrownBy(() -> Url.parse(typed))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invalid.url"));
    }

    @Test
    void aLongAddressSaysHowLongItMayBe() {
        assertThatThrownBy(() -> Url.parse("https://example.org/" + "a".repeat(500)))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invalid.tooLong"));
    }

    @Test
    void theHostIsShownWithoutWww() {
        assertThat(Url.parse("https://www.example.org/x").host()).isEqualTo("example.org");
    }
}
