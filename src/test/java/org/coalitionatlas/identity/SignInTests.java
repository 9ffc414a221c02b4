package org.coalitionatlas.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DemoTest
class SignInTests {

    private static final String PASSWORD = "otter-violin-gravel-91";

    @Autowired MockMvc web;
    @Autowired People people;
    @Autowired SignedInAs signedInAs;

    private String email;
    private UUID id;

    @BeforeEach
    void somebodyWithAnAccount() {
        email = UUID.randomUUID() + "@example.org";
        id = asAdministrator(() -> addWith(PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/portal/",
                "/portal/directory",
                "/portal/admin",
                "/portal/nowhere",
                "/portal",
                "/portal-files/00000000-0000-0000-0000-000000000000"
            })
    void whatIsNotPublishedWantsASignIn(String path) throws Exception {
        web.perform(get(path)).andExpect(status().isFound()).andExpect(redirectedUrl("/login"));
        web.perform(get(path).accept("application/json"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, /directory/nowhere",
        "/api/anything, /directory/nowhere",
        "/actuator/env, /directory/nowhere",
        "/portals, /directory/nowhere",
        "/es/nowhere, /es/directory/nowhere"
    })
    void whereNothingIsAStrangerIsHelpedOnAndNotAskedToSignIn(String path, String shown)
            throws Exception {
        web.perform(get(path)).andExpect(status().isNotFound()).andExpect(forwardedUrl(shown));
    }

    @Test
    void nothingIsChangedWhereNothingIs() throws Exception {
        web.perform(post("/nowhere").with(csrf()))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/login"));
    }

    @Test
    void theRightPasswordLeadsToThePortal() throws Exception {
        web.perform(signIn(email, PASSWORD))
                .andExpect(redirectedUrl("/portal/"))
                .andExpect(authenticated().withUsername(email));
    }

    @Test
    void signingInLeadsBackToTheAddressAskedFor() throws Exception {
        MvcResult asked = web.perform(get("/portal/directory?q=bed")).andReturn();

        web.perform(
                        signIn(email, PASSWORD)
                                .session((MockHttpSession) asked.getRequest().getSession()))
                .andExpect(redirectedUrlPattern("**/portal/directory?q=bed*"));
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonGetTheSameAnswer() throws Exception {
        web.perform(signIn(email, "otter-violin-gravel-92").with(from("192.0.2.10")))
                .andExpect(redirectedUrl("/login?failed"))
                .andExpect(unauthenticated());
        web.perform(signIn("nobody@example.org", PASSWORD).with(from("192.0.2.10")))
                .andExpect(redirectedUrl("/login?failed"))
                .andExpect(unauthenticated());
    }

    @Test
    void aFailedSignInKeepsTheAddressTypedWhetherOrNotAnybodyHasAnAccountWithIt() throws Exception {
        String unknown = "<nobody>@example.org";
        var pages = new java.util.ArrayList<String>();
        for (String typed : java.util.List.of(email, unknown)) {
            var session = new MockHttpSession();
            String failed =
                    web.perform(
                                    signIn(typed, "otter-violin-gravel-92")
                                            .session(session)
                                            .with(from("192.0.2.60")))
                            .andReturn()
                            .getResponse()
                            .getRedirectedUrl();
            assertThat(failed).isEqualTo("/login?failed");
            String page = page(failed, session);
            String escaped = typed.replace("<", "&lt;").replace(">", "&gt;");
            assertThat(page).contains("value=\"" + escaped + "\"");
            assertThat(page(failed, session)).as("told once").doesNotContain(escaped);
            pages.add(page.replace(escaped, "").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
        }
        assertThat(pages.getFirst()).isEqualTo(pages.getLast());
    }

    private String page(String address, MockHttpSession session) throws Exception {
        return web.perform(get(address).session(session))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        web.perform(post("/login").param("email", email).param("password", PASSWORD))
                .andExpect(status().isForbidden())
                .andExpect(unauthenticated());
    }

    @Test
    void anAddressThatFailedTooOftenWaitsAndOthersDoNot() throws Exception {
        for (int i = 0; i < 10; i++) {
            web.perform(signIn("guess" + i + "@example.org", "x").with(from("192.0.2.20")))
                    .andExpect(redirectedUrl("/login?failed"));
        }

        web.perform(signIn(email, PASSWORD).with(from("192.0.2.20")))
                .andExpect(redirectedUrl("/login?wait"))
                .andExpect(unauthenticated());
        web.perform(signIn(email, PASSWORD).with(from("192.0.2.21"))).andExpect(authenticated());
    }

    @Test
    void everyAddressOfOneLineCountsTogether() throws Exception {
        for (int i = 0; i < 10; i++) {
            web.perform(signIn("line" + i + "@example.org", "x").with(from("2001:db8:1:2::" + i)))
                    .andExpect(redirectedUrl("/login?failed"));
        }

        web.perform(signIn(email, PASSWORD).with(from("2001:db8:1:2:ffff::1")))
                .andExpect(redirectedUrl("/login?wait"));
        web.perform(signIn(email, PASSWORD).with(from("2001:db8:1:3::1")))
                .andExpect(authenticated());
    }

    @Test
    void whoeverSignsInRightIsNotCounted() throws Exception {
        for (int i = 0; i < 15; i++) {
            web.perform(signIn(email, PASSWORD).with(from("192.0.2.50")))
                    .andExpect(authenticated());
        }
    }

    @Test
    void noMoreThanTenOfManyTriesAtOnceAreLookedAt() throws Exception {
        try (var tries = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    java.util.stream.IntStream.range(0, 40)
                            .mapToObj(
                                    i ->
                                            tries.submit(
                                                    () ->
                                                            web.perform(
                                                                            signIn(
                                                                                            "m"
                                                                                                    + i
                                                                                                    + "@example.org",
                                                                                            "x")
                                                                                    .with(
                                                                                            from(
                                                                                                    "192.0.2.70")))
                                                                    .andReturn()
                                                                    .getResponse()
                                                                    .getRedirectedUrl()))
                            .toList();
            int looked = 0;
            for (var answer : answers) {
                looked += "/login?failed".equals(answer.get()) ? 1 : 0;
            }
            assertThat(looked).isEqualTo(10);
        }
    }

    @Test
    void aSessionIsGivenAnotherNameAtSignIn() throws Exception {
        var session = new MockHttpSession();
        String before = session.getId();
        web.perform(signIn(email, PASSWORD).session(session)).andExpect(authenticated());
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void aRememberedBrowserIsSignedInWithoutASession() throws Exception {
        Cookie remembered = signInRemembered();

        web.perform(get("/portal/").cookie(remembered))
                .andExpect(authenticated().withUsername(email));
    }

    @Test
    void theRememberingCookieIsNoneOfAScriptsBusiness() throws Exception {
        Cookie remembered = signInRemembered();

        assertThat(remembered.isHttpOnly()).isTrue();
        assertThat(remembered.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(remembered.getMaxAge()).isEqualTo(12 * 60 * 60);
    }

    @Test
    void withoutAskingNothingIsRemembered() throws Exception {
        web.perform(signIn(email, PASSWORD)).andExpect(cookie().doesNotExist(RememberMe.COOKIE));
    }

    @Test
    void anInventedRememberingCookieIsTakenAway() throws Exception {
        web.perform(get("/portal/").cookie(new Cookie(RememberMe.COOKIE, "invented")))
                .andExpect(unauthenticated())
                .andExpect(cookie().maxAge(RememberMe.COOKIE, 0));
    }

    @Test
    void aClosedAccountIsOutAtItsNextRequest() throws Exception {
        Cookie remembered = signInRemembered();
        var session =
                (MockHttpSession)
                        web.perform(signIn(email, PASSWORD)).andReturn().getRequest().getSession();
        web.perform(get("/portal/").session(session)).andExpect(authenticated());

        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> people.disable(id));

        web.perform(get("/portal/").session(session)).andExpect(unauthenticated());
        assertThat(session.isInvalid()).isTrue();
        web.perform(get("/portal/").cookie(remembered)).andExpect(unauthenticated());
        web.perform(signIn(email, PASSWORD).with(from("192.0.2.30")))
                .andExpect(redirectedUrl("/login?failed"));
    }

    @Test
    void anOpenedAccountSignsInAgain() throws Exception {
        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> people.disable(id));
        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> people.enable(id));

        web.perform(signIn(email, PASSWORD)).andExpect(authenticated());
    }

    @Test
    void nobodyClosesTheirOwnAccount() {
        UUID administrator = signedInAs.person(SignedInAs.ADMINISTRATOR).id();

        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        SignedInAs.ADMINISTRATOR,
                                        () -> people.disable(administrator)))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invalid.disable.self"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SignedInAs.COORDINATOR, SignedInAs.MEMBER_OF_SHELTER})
    void onlyAdministratorsKeepPeople(String who) {
        assertDenied(who, () -> people.disable(id));
        assertDenied(who, () -> people.enable(id));
        assertDenied(who, () -> people.list(0, 10));
        assertDenied(who, people::count);
        assertDenied(who, () -> addWith(PASSWORD));
    }

    @Test
    void aShortOrCommonPasswordIsRefused() {
        assertRefused("otter-violin", "invalid.password.length");
        assertRefused("o".repeat(129), "invalid.password.length");
        assertRefused("passwordpassword123", "invalid.password.common");
    }

    @Test
    void aSetupLinkThatIsNoneDoesNotExist() throws Exception {
        web.perform(get("/setup/guess")).andExpect(status().isNotFound());
    }

    @Test
    void theSignInPageSpeaksTheLanguageAskedFor() throws Exception {
        web.perform(get("/login?lang=es"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"es\">")))
                .andExpect(content().string(containsString("Iniciar sesión")));
        web.perform(get("/login").header("Accept-Language", "es-MX,es;q=0.9,en;q=0.5"))
                .andExpect(content().string(containsString("<html lang=\"es\">")));
        web.perform(get("/login?lang=en").header("Accept-Language", "es"))
                .andExpect(content().string(containsString("<html lang=\"en\">")));
    }

    @Test
    void aFailedSignInKeepsTheLanguage() throws Exception {
        web.perform(
                        post("/login?lang=es")
                                .param("email", email)
                                .param("password", "wrong")
                                .with(csrf())
                                .with(from("192.0.2.40")))
                .andExpect(redirectedUrl("/login?failed&lang=es"));
    }

    private Cookie signInRemembered() throws Exception {
        return web.perform(signIn(email, PASSWORD).param(RememberMe.PARAMETER, "true"))
                .andExpect(cookie().exists(RememberMe.COOKIE))
                .andReturn()
                .getResponse()
                .getCookie(RememberMe.COOKIE);
    }

    private static MockHttpServletRequestBuilder signIn(String email, String password) {
        return post("/login").param("email", email).param("password", password).with(csrf());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(
            String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private UUID addWith(String password) {
        return people.add("Sam Test", Email.parse(email), password, Role.MEMBER, null, Set.of());
    }

    private UUID asAdministrator(java.util.function.Supplier<UUID> work) {
        return signedInAs.call(SignedInAs.ADMINISTRATOR, work);
    }

    private void assertRefused(String password, String key) {
        email = UUID.randomUUID() + "@example.org";
        assertThatThrownBy(() -> asAdministrator(() -> addWith(password)))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.messageKey()).isEqualTo(key));
    }

    private void assertDenied(String who, Runnable work) {
        assertThatThrownBy(() -> signedInAs.run(who, work))
                .isInstanceOf(AccessDeniedException.class);
    }
}
