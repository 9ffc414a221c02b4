package org.coalitionatlas.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class TranslationsTests {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    private final StaticMessageSource messages = new StaticMessageSource();

    @BeforeEach
    void twoTexts() {
        messages.addMessage("a.count", Locale.ENGLISH, "Don''t count {0}");
        messages.addMessage("a.count", SPANISH, "No cuente {0}");
        messages.addMessage("a.plain", Locale.ENGLISH, "Don''t");
    }

    @Test
    void aReaderOfAnyOtherLanguageGetsEnglish() {
        var texts = new Translations(messages, false);

        assertThat(texts.getTranslation("a.count", Locale.forLanguageTag("es-MX"), "3"))
                .isEqualTo("No cuente 3");
        assertThat(texts.getTranslation("a.count", Locale.FRENCH, "3")).isEqualTo("Don't count 3");
    }

    @Test
    void aTextWithoutArgumentsFollowsTheSameRuleForApostrophes() {
        assertThat(new Translations(messages, false).getTranslation("a.plain", Locale.ENGLISH))
                .isEqualTo("Don't");
    }

    @Test
    void aMissingTextShowsItsKey() {
        assertThat(new Translations(messages, false).getTranslation("a.none", Locale.ENGLISH))
                .isEqualTo("!a.none!");
    }

    @Test
    void aMissingTextFailsWhereTextsAreStrict() {
        var texts = new Translations(messages, true);

        assertThatThrownBy(() -> texts.getTranslation("a.none", Locale.ENGLISH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.none");
    }
}
