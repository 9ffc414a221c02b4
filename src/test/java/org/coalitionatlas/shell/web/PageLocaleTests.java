package org.coalitionatlas.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PageLocaleTests {

    private final PageLocale locale = new PageLocale();

    @ParameterizedTest
    @CsvSource({
        "/, en",
        "/directory, en",
        "/directory/service/1, en",
        "/help, en",
        "/es, es",
        "/es/directory, es",
        "/es/help, es",
        "/estate, en"
    })
    void theAddressDecidesForPublishedPages(String path, String language) {
        var request = new MockHttpServletRequest("GET", path);
        request.addPreferredLocale(Locale.forLanguageTag(language.equals("es") ? "en" : "fr"));

        assertThat(locale.resolveLocale(request).getLanguage()).isEqualTo(language);
    }

    @Test
    void aBrowserThatPrefersSpanishGetsItOnTheSignInPage() {
        var request = new MockHttpServletRequest("GET", "/login");
        request.addPreferredLocale(Locale.ENGLISH);
        request.addPreferredLocale(Locale.forLanguageTag("es-MX"));

        assertThat(locale.resolveLocale(request).getLanguage()).isEqualTo("es");
    }

    @Test
    void aLanguageWeDoNotSpeakIsPassedOver() {
        var request = new MockHttpServletRequest("GET", "/login");
        request.addPreferredLocale(Locale.forLanguageTag("es"));
        request.addPreferredLocale(Locale.FRENCH);

        assertThat(locale.resolveLocale(request).getLanguage()).isEqualTo("es");
    }

    @Test
    void askingForALanguageWinsOverTheBrowser() {
        var request = new MockHttpServletRequest("GET", "/login");
        request.addPreferredLocale(Locale.forLanguageTag("es"));
        request.setParameter("lang", "en");

        assertThat(locale.resolveLocale(request)).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void anErrorPageSpeaksTheLanguageOfThePageThatFailed() {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/es/directory/nowhere");

        assertThat(locale.resolveLocale(request).getLanguage()).isEqualTo("es");
    }
}
