package org.coalitionatlas.directory.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A page somebody has already is not sent again. Spring's filter for the same purpose digests with
 * MD5 and flushes each answer before it ends, which sends it in several small packets; under load
 * that was a tenth of the work of a page.
 */
final class EtagFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (response.isCommitted()
                || answer.getStatus() != HttpStatus.OK.value()
                || isKeptNowhere(answer)) {
            answer.copyBodyToResponse();
            return;
        }
        byte[] body = answer.getContentAsByteArray();
        // checkNotModified answers 304 by itself and says so.
        if (!new ServletWebRequest(request, response).checkNotModified(tag(body))) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private static boolean isKeptNowhere(HttpServletResponse response) {
        String cached = response.getHeader(HttpHeaders.CACHE_CONTROL);
        return cached != null && cached.contains("no-store");
    }

    // Weak, because a strong tag forbids gzip. Two sums of 32 bits and the length: a page changed
    // by accident is told apart, and nobody gains anything by making two that are not.
    private static String tag(byte[] body) {
        var first = new CRC32();
        first.update(body);
        var second = new CRC32C();
        second.update(body);
        return "W/\"%x-%08x%08x\"".formatted(body.length, first.getValue(), second.getValue());
    }
}
