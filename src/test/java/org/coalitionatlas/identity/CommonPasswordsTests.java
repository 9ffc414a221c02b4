package org.coalitionatlas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTests {

    private final CommonPasswords common = new CommonPasswords();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcabcabcabcabc",
                "1111111111111111",
                "qwertyuiopasdfgh",
                "Password-Password",
                "passwordpassword123",
                "Human Trafficking",
                "correct horse battery staple",
                "letmein letmein"
            })
    void whatGuessingProgramsTryFirstIsRecognised(String password) {
        assertThat(common.contains(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otter-violin-gravel-91",
                "seven blue kites over Peoria",
                "mi abuela canta boleros"
            })
    void aFewUnrelatedWordsAreFine(String password) {
        assertThat(common.contains(password)).isFalse();
    }
}
