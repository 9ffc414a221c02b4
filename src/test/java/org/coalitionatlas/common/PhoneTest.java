package org.coalitionatlas.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
        "(815) 555-0142, +18155550142",
        "815.555.0142, +18155550142",
        "+1 815 555 0142, +18155550142",
        "1-888-373-7888, +18883737888",
        "988, 988",
        "233733, 233733",
        "+52 55 1234 5678, +525512345678"
    })
    void anyUsualWayOfWritingANumberIsRead(String typed, String number) {
        assertThat(Phone.parse(typed)).isEqualTo(new Phone(number, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"815-555-0142 x12", "(815) 555-0142 ext. 12", "8155550142 ext 12"})
    void anExtensionIsKeptApart(String typed) {
        assertThat(Phone.parse(typed)).isEqualTo(new Phone("+18155550142", "12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "call me", "555-0142-0142-0142-0142", "1234"})
    void whatNobodyCanDialIsRefusedWithTheTextItself(String typed) {
        assertThatThrownBy(() -> Phone.parse(typed))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> {
                            assertThat(e.messageKey()).isEqualTo("invalid.phone");
                            assertThat(e.arguments()).containsExactly(typed);
                        });
    }

    @Test
    void isPrintedAsPeopleWriteIt() {
        assertThat(new Phone("+18155550142", "2").display()).isEqualTo("(815) 555-0142 ext. 2");
        assertThat(new Phone("988", null).display()).isEqualTo("988");
        assertThat(new Phone("+525512345678", null).display()).startsWith("+52 ");
    }

    @Test
    void dialsWithItsExtension() {
        assertThat(new Phone("+18155550142", null).uri()).isEqualTo("tel:+18155550142");
        assertThat(new Phone("+18155550142", "2").uri()).isEqualTo("tel:+18155550142;ext=2");
    }

    @Test
    void whatItPrintsItCanReadAgain() {
        var phone = new Phone("+18155550142", "2");
        assertThat(Phone.parse(phone.display())).isEqualTo(phone);
    }
}
