package org.coalitionatlas.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "her number is 078-05-1120",
                "ssn 078 05 1120",
                "078051120",
                "A123456789",
                "A#12345678",
                "born on 3/4/2001",
                "DOB 3-4-01",
                "d.o.b. unknown",
                "date of birth: see file",
                "2001-03-04",
                "nació en Puebla",
                "Fecha de nacimiento",
                "NACIDA en mayo"
            })
    void signs_of_a_person_are_noticed(String text) {
        assertThat(PersonalData.isLikelyIn(text, TODAY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call (815) 555-0100 or +1 815 555 0100",
                "8155550100",
                "since 12/1/2026 the intake line is closed",
                "on 2027-01-15 they move",
                "from 11/30/26 on",
                "Route 20, ZIP 61101-1234",
                "24/7, 365 days",
                "newborn clothes, nacional, nacimos juntos"
            })
    void what_belongs_into_a_suggestion_is_not(String text) {
        assertThat(PersonalData.isLikelyIn(text, TODAY)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void no_text_names_nobody() {
        assertThat(PersonalData.isLikelyIn(null, TODAY)).isFalse();
        assertThat(PersonalData.isLikelyIn("", TODAY)).isFalse();
    }
}
