package org.coalitionatlas.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before every other filter: what is refused here costs nothing, and what is refused later by the
 * server or the firewall, which write no headers of their own, carries strict ones already.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OuterDoor extends OncePerRequestFilter {

    // Some servlets see the address before it is tidied and fail; nobody means such an address.
    private static final Pattern TWISTED =
            Pattern.compile("(?i)/(?:\\.|%2e){1,2}(?:/|$)|//|\\\\|;");

    private static final String PORTAL = "/portal";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", SecurityConfiguration.PUBLISHED_CSP);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (TWISTED.matcher(path).find()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (path.equals("/error")) {
            // Only a failure leads there.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (isUpload(request.getContentType()) && !isFromWithin(request)) {
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isUpload(@Nullable String contentType) {
        return contentType != null
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    // Reading any parameter of an upload first writes all of it to the disk, long before a filter
    // asks who sends it. Only the portal takes files, and only from people who are signed in.
    private static boolean isFromWithin(HttpServletRequest request) {
        if (!PORTAL.equals(request.getServletPath())) {
            return false;
        }
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(
                                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedIn;
    }
}
