package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingDistanceTest {

    @Test
    void letters_that_changed_places_are_one_mistake() {
        assertThat(Spelling.distance("sehlter", "shelter")).isEqualTo(1);
    }

    @Test
    void a_letter_too_many_too_few_or_another_is_one_mistake() {
        assertThat(Spelling.distance("sheltter", "shelter")).isEqualTo(1);
        assertThat(Spelling.distance("sheter", "shelter")).isEqualTo(1);
        assertThat(Spelling.distance("shalter", "shelter")).isEqualTo(1);
        assertThat(Spelling.distance("shelter", "shelter")).isZero();
        assertThat(Spelling.distance("", "abc")).isEqualTo(3);
    }
}
