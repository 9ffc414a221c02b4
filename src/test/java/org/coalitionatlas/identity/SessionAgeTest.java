package org.coalitionatlas.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** However often somebody comes back, a session ends with the working day. */
class SessionAgeTest {

    private static final IdentityProperties PROPERTIES =
            new IdentityProperties(Duration.ofHours(12), 10, 5, Duration.ofHours(12));

    @Test
    void a_session_of_more_than_twelve_hours_is_over_with_its_next_request() throws Exception {
        assertThat(isOverAfter(Duration.ofMinutes(719))).isFalse();
        assertThat(isOverAfter(Duration.ofMinutes(721))).isTrue();
    }

    private static boolean isOverAfter(Duration age) throws Exception {
        var session = new MockHttpSession();
        var request = new MockHttpServletRequest("GET", "/portal/");
        request.setSession(session);
        Clock later = Clock.offset(Clock.systemUTC(), age);
        new SignInGuard(PROPERTIES, later)
                .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return session.isInvalid();
    }
}
