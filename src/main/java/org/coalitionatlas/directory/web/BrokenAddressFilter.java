package org.coalitionatlas.directory.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Leads an address with a broken query, as mail programs and robots make them, to the same page
 * with what can be read of it. The server would refuse to read any parameter of it.
 */
final class BrokenAddressFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String raw = request.getQueryString();
        if (Query.isWellFormed(raw)) {
            chain.doFilter(request, response);
        } else {
            // The normalized path: the raw one could begin with two slashes and lead to another
            // host.
            String path = UriUtils.encodePath(request.getServletPath(), StandardCharsets.UTF_8);
            response.sendRedirect(request.getContextPath() + path + Query.parse(raw));
        }
    }
}
