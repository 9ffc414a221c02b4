package org.coalitionatlas.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What a stranger is told who asks for an address that is not published. In the portal they are
 * asked to sign in; anywhere else a sign-in would lead nowhere, so they get the published page that
 * helps on, whether something is at that address or not. The address stays refused either way.
 */
final class UnknownAddresses implements AuthenticationEntryPoint {

    /** Published addresses that no page answers to. */
    static final String NOWHERE = "/directory/nowhere";

    private static final String SPANISH = "/es/";

    private static final Pattern PORTAL = Pattern.compile("/portal(?:[/.-].*)?");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final AuthenticationEntryPoint signIn = new LoginUrlAuthenticationEntryPoint("/login");

    /** Which requests it is for. */
    static RequestMatcher matcher() {
        return UnknownAddresses::isUnknown;
    }

    private static boolean isUnknown(HttpServletRequest request) {
        return READING.contains(request.getMethod()) && !PORTAL.matcher(path(request)).matches();
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException, ServletException {
        if (!isUnknown(request)) {
            // It may also be asked for what no other entry point is for.
            signIn.commence(request, response, refused);
            return;
        }
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        boolean spanish = path(request).startsWith(SPANISH);
        request.getRequestDispatcher((spanish ? "/es" : "") + NOWHERE).forward(request, response);
    }
}
