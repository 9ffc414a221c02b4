package org.coalitionatlas.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsAndPlacesTest {

    @Test
    void textsLoseBlanksAroundThemAndNothingElse() {
        assertThat(Texts.tidy("  two\r\nlines\tand tab ", 50)).isEqualTo("two\nlines\tand tab");
        assertThat(Texts.tidy(" \n ", 50)).isNull();
        assertThat(Texts.tidy(null, 50)).isNull();
    }

    @Test
    void charactersThatCouldReverseANumberAreDropped() {
        assertThat(Texts.tidy("call \u202E2410-555\u202C now\u0007\uFEFF", 50))
                .isEqualTo("call 2410-555 now");
    }

    @Test
    void inSpanishOnlyTheFirstOfAListBeginsWithACapital() {
        assertThat(Texts.running(Stream.of("Inglés", "Español", "LGBTQ"), Locale.of("es", "US")))
                .containsExactly("Inglés", "español", "LGBTQ");
        assertThat(Texts.running(Stream.of("English", "Spanish"), Locale.US))
                .containsExactly("English", "Spanish");
        assertThat(Texts.running(Stream.of(), Locale.of("es"))).isEmpty();
    }

    @Test
    void accentsAreComposedSoThatEqualTextsAreEqual() {
        assertThat(Texts.tidy("Jose\u0301", 50)).isEqualTo("Jos\u00e9");
        assertThat(Texts.folded("Jos\u00e9 NI\u00d1O")).isEqualTo("jose nino");
    }

    @Test
    void tooLongSaysTheLimitAndTheLength() {
        assertThatThrownBy(() -> Texts.tidy("abcdef", 5))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> {
                            assertThat(e.messageKey()).isEqualTo("invalid.tooLong");
                            assertThat(e.arguments()).containsExactly(5, 6);
                        });
    }

    @Test
    void somethingRequiredMustRemain() {
        assertThatThrownBy(() -> Texts.required("   ", 5))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invalid.missing"));
    }

    @Test
    void anAddressIsTidiedPartByPart() {
        assertThat(PostalAddress.of(" 214 Mill St ", "", " Rockford", "il", "61104-1234 "))
                .isEqualTo(new PostalAddress("214 Mill St", null, "Rockford", "IL", "61104-1234"));
    }

    @ParameterizedTest
    @CsvSource({
        "Illinois, 61104, invalid.state",
        "I1, 61104, invalid.state",
        "IL, 6110, invalid.zip",
        "IL, 61104-12, invalid.zip",
        "IL, abcde, invalid.zip"
    })
    void anImpossibleStateOrZipIsRefused(String state, String zip, String key) {
        assertThatThrownBy(() -> PostalAddress.of(null, null, null, state, zip))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.messageKey()).isEqualTo(key));
    }

    @Test
    void agesMayBeOpenAtEitherEnd() {
        assertThat(AgeRange.of(18, null)).isEqualTo(new AgeRange(18, null));
        assertThat(AgeRange.of(null, 17)).isEqualTo(new AgeRange(null, 17));
        assertThat(AgeRange.of(12, 12)).isEqualTo(new AgeRange(12, 12));
        assertThat(AgeRange.of(null, null)).isEqualTo(AgeRange.ANY);
    }

    @ParameterizedTest
    @CsvSource({"18, 17", "-1, 5", "0, 121"})
    void agesThatCannotBeAreRefused(int from, int to) {
        assertThatThrownBy(() -> AgeRange.of(from, to))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invalid.ageRange"));
    }
}
