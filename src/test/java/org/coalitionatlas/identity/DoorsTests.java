package org.coalitionatlas.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.coalitionatlas.DemoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** What every answer of the two doors carries, and what it must not leave behind. */
@DemoTest
class DoorsTests {

    @Autowired MockMvc web;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/es",
                "/directory",
                "/directory?q=bed",
                "/es/directory",
                "/help",
                "/es/help",
                "/assets/leave.js",
                "/portal.css",
                "/favicon.svg",
                "/robots.txt",
                "/actuator/health",
                "/actuator/health/liveness",
                "/actuator/health/readiness"
            })
    void thePublishedSiteAndTheProbesMakeNoSessionAndSetNoCookie(String path) throws Exception {
        MvcResult answer = web.perform(get(path)).andReturn();

        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/es",
                "/directory",
                "/help",
                "/directory/nowhere",
                "/login",
                "/setup/guess",
                "/nowhere"
            })
    void plainPagesRunNoScriptButOurOwnFile(String path) throws Exception {
        MockHttpServletResponse answer = web.perform(get(path)).andReturn().getResponse();

        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http:", "https:");
        assertStrict(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portal/", "/portal/directory", "/login"})
    void whatASignedInPersonSeesIsKeptNowhere(String path) throws Exception {
        MockHttpServletResponse answer = web.perform(get(path)).andReturn().getResponse();

        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src", "frame-ancestors 'none'")
                .doesNotContain("http:", "https:", "*");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertStrict(answer);
    }

    @Test
    void overAnEncryptedConnectionBrowsersAreToldToStayThere() throws Exception {
        web.perform(get("/login").secure(true))
                .andExpect(header().exists("Strict-Transport-Security"));
    }

    @Test
    void theWayOutIsServedToEverybody() throws Exception {
        web.perform(get("/assets/leave.js")).andExpect(status().isOk());
        web.perform(get("/assets/leave.css")).andExpect(status().isOk());
    }

    private static void assertStrict(MockHttpServletResponse answer) {
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("Permissions-Policy")).contains("geolocation=()");
    }
}
