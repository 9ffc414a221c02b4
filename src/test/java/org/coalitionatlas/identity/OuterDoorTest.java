package org.coalitionatlas.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.coalitionatlas.DemoTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** What strangers and programs try at the door costs nothing and tells nothing. */
@DemoTest
class OuterDoorTest {

    private static final String UPLOAD = "multipart/form-data; boundary=x";

    @Autowired MockMvc web;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/setup/guess",
                "/directory/suggest/new",
                "/check/guess",
                "/assessment/guess",
                "/mail/stop/a/b/c",
                "/nowhere",
                "/portal/",
                "/portal-files/00000000-0000-0000-0000-000000000000"
            })
    void a_file_from_somebody_who_is_not_signed_in_is_refused_unread(String path) throws Exception {
        MvcResult answer =
                web.perform(post(path).contentType(UPLOAD).content("--x--").with(csrf()))
                        .andExpect(status().isUnsupportedMediaType())
                        .andReturn();
        assertThat(answer.getResponse().getContentAsByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/directory/../portal/",
                "/portal-files/../portal/admin",
                "/directory/./x",
                "/directory/%2e%2e/portal/",
                "//evil.example/",
                "/directory;jsessionid=1",
                "/portal/.."
            })
    void a_twisted_address_is_refused_with_strict_headers(String path) throws Exception {
        MockHttpServletResponse answer =
                web.perform(get(URI.create("http://localhost" + path)))
                        .andExpect(status().isBadRequest())
                        .andReturn()
                        .getResponse();
        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void nobody_asks_for_the_error_page_itself() throws Exception {
        web.perform(get("/error")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/.git/config",
                "/wp-login.php",
                "/actuator/env",
                "/portal-files/00000000-0000-0000-0000-000000000000"
            })
    void an_address_that_programs_try_makes_no_session(String path) throws Exception {
        MvcResult answer = web.perform(get(path)).andReturn();
        assertThat(answer.getResponse().getStatus()).isIn(302, 404);
        assertThat(answer.getRequest().getSession(false)).isNull();
    }
}
