package org.coalitionatlas.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/**
 * Asks for a sign-in, and lets the sign-in page say so when the browser still names a session that
 * has ended meanwhile: whoever was at work is then told that nothing is wrong, and that they come
 * back to where they were.
 */
final class EndedSession extends LoginUrlAuthenticationEntryPoint {

    static final String PARAMETER = "ended";

    EndedSession() {
        super("/login");
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException exception) {
        boolean ended =
                request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
        return getLoginFormUrl() + (ended ? "?" + PARAMETER : "");
    }
}
