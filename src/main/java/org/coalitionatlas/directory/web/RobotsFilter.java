package org.coalitionatlas.directory.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps out of search engines what does not belong there: everything when the site is not meant for
 * them, and always the answers to searches and the field in a frame.
 */
final class RobotsFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Robots-Tag";

    private final boolean indexable;

    RobotsFilter(boolean indexable) {
        this.indexable = indexable;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!indexable) {
            response.setHeader(HEADER, "noindex, nofollow");
        } else if (request.getQueryString() != null || isEmbedded(request)) {
            response.setHeader(HEADER, "noindex");
        }
        chain.doFilter(request, response);
    }

    private static boolean isEmbedded(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .matches("(/es)?/embed/.*");
    }
}
