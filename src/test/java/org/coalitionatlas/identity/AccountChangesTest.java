package org.coalitionatlas.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import jakarta.servlet.http.Cookie;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.OrganizationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** What an administrator changes about an account, and a person about their own, counts at once. */
@DemoTest
class AccountChangesTest {

    private static final String PASSWORD = "otter-violin-gravel-91";
    private static final String NEXT = "lantern-harbour-quartz-17";

    @Autowired MockMvc web;
    @Autowired People people;
    @Autowired Accounts accounts;
    @Autowired SignedInAs signedInAs;

    private String email;
    private UUID id;

    @BeforeEach
    void aCoordinatorOfTwoCounties() {
        email = UUID.randomUUID() + "@example.org";
        id =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR,
                        () ->
                                people.add(
                                        "Kim Test",
                                        Email.parse(email),
                                        PASSWORD,
                                        Role.COORDINATOR,
                                        null,
                                        Set.of("17007", "17037")));
    }

    @Test
    void another_county_or_role_is_in_force_with_the_next_request_of_the_same_session()
            throws Exception {
        MockHttpSession session = signIn(PASSWORD);
        assertThat(as(session).coordinates("17007")).isTrue();

        change(Role.COORDINATOR, null, Set.of("17201"));

        assertThat(as(session).counties()).containsExactly("17201");

        var shelter =
                new OrganizationId(
                        signedInAs.person(SignedInAs.MEMBER_OF_SHELTER).organizationId());
        change(Role.MEMBER, shelter, Set.of("17201"));

        SignedIn member = as(session);
        assertThat(member.role()).isEqualTo(Role.MEMBER);
        assertThat(member.reader()).isEqualTo(Reader.MEMBERS);
        assertThat(member.counties()).as("a member coordinates nothing").isEmpty();
        assertThat(member.speaksFor(shelter.value())).isTrue();
        web.perform(get("/portal/").session(session))
                .andExpect(authenticated().withRoles(Role.MEMBER.name()));
    }

    @Test
    void a_new_password_ends_every_session_and_every_remembered_browser() throws Exception {
        MockHttpSession session = signIn(PASSWORD);
        Cookie remembered =
                web.perform(signingIn(PASSWORD).param(RememberMe.PARAMETER, "true"))
                        .andReturn()
                        .getResponse()
                        .getCookie(RememberMe.COOKIE);

        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> people.givePassword(id, NEXT));

        web.perform(get("/portal/").session(session)).andExpect(unauthenticated());
        assertThat(session.isInvalid()).isTrue();
        web.perform(get("/portal/").cookie(remembered)).andExpect(unauthenticated());
        web.perform(signingIn(PASSWORD)).andExpect(redirectedUrl("/login?failed"));
        signIn(NEXT);
    }

    @Test
    void people_choose_their_own_password_with_the_present_one_only() throws Exception {
        signedInAs.run(email, () -> people.choosePassword(PASSWORD, NEXT));
        signIn(NEXT);

        assertThat(refusal(() -> people.choosePassword(PASSWORD, "another-good-phrase-52")))
                .isEqualTo("invalid.password.now");
        assertThat(refusal(() -> people.choosePassword(NEXT, "too short")))
                .isEqualTo("invalid.password.length");
        for (int i = 0; i < 10; i++) {
            refusal(() -> people.choosePassword("a guess of the present", NEXT));
        }
        assertThat(refusal(() -> people.choosePassword(NEXT, "another-good-phrase-52")))
                .as("whoever finds an open screen does not try for ever")
                .isEqualTo("invalid.password.tries");
    }

    @Test
    void nobody_writes_over_a_change_they_did_not_see() {
        long seen = version();
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> people.change(id, seen, "Kim T.", Role.ADMINISTRATOR, null, Set.of()));

        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        SignedInAs.ADMINISTRATOR,
                                        () ->
                                                people.change(
                                                        id,
                                                        seen,
                                                        "Kim",
                                                        Role.MEMBER,
                                                        null,
                                                        Set.of())))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(signedInAs.person(email).role()).isEqualTo(Role.ADMINISTRATOR);
    }

    @Test
    void somebody_is_left_to_administer() {
        change(Role.ADMINISTRATOR, null, Set.of());

        assertThat(
                        refusal(
                                () ->
                                        people.change(
                                                id,
                                                version(),
                                                "Kim Test",
                                                Role.MEMBER,
                                                null,
                                                Set.of())))
                .isEqualTo("invalid.role.self");
    }

    @ParameterizedTest
    @ValueSource(strings = {SignedInAs.COORDINATOR, SignedInAs.MEMBER_OF_SHELTER})
    void only_administrators_change_accounts(String who) {
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        who,
                                        () ->
                                                people.change(
                                                        id,
                                                        0,
                                                        "Kim",
                                                        Role.ADMINISTRATOR,
                                                        null,
                                                        Set.of())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> signedInAs.run(who, () -> people.givePassword(id, NEXT)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void change(Role role, OrganizationId organization, Set<String> counties) {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> people.change(id, version(), "Kim Test", role, organization, counties));
    }

    private long version() {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () ->
                        people.list(0, people.count()).stream()
                                .filter(account -> account.id().equals(id))
                                .findFirst()
                                .orElseThrow()
                                .version());
    }

    private String refusal(Runnable work) {
        try {
            signedInAs.run(email, work);
        } catch (InvalidValue e) {
            return e.messageKey();
        }
        throw new AssertionError("it was taken");
    }

    private SignedIn as(MockHttpSession session) throws Exception {
        MvcResult answer = web.perform(get("/portal/").session(session)).andReturn();
        var context =
                (org.springframework.security.core.context.SecurityContext)
                        answer.getRequest().getSession().getAttribute("SPRING_SECURITY_CONTEXT");
        return (SignedIn) context.getAuthentication().getPrincipal();
    }

    private MockHttpSession signIn(String password) throws Exception {
        return (MockHttpSession)
                web.perform(signingIn(password))
                        .andExpect(authenticated().withUsername(email))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder signingIn(
            String password) {
        return post("/login")
                .param("email", email)
                .param("password", password)
                .with(csrf())
                .with(
                        request -> {
                            request.setRemoteAddr("192.0.2.60");
                            return request;
                        });
    }
}
