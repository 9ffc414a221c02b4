package org.coalitionatlas.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes that the browser named a session that has ended, so that the sign-in page can say so:
 * whoever was at work is told that nothing is wrong, and that they come back to where they were.
 * The request that finds out is rarely the one that asks for a sign-in.
 */
final class EndedSession extends OncePerRequestFilter {

    private static final String NOTED = EndedSession.class.getName();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
            request.getSession().setAttribute(NOTED, true);
        }
        chain.doFilter(request, response);
    }

    /** Whether this browser's session had ended before somebody asked it to sign in. */
    static boolean isNoted(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(NOTED) != null;
    }
}
