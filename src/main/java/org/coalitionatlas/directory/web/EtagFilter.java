package org.coalitionatlas.directory.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.coalitionatlas.directory.web.RememberedPages.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A page somebody has already is not sent again, and one that is remembered is sent as it was.
 * Pages with records are asked for each time they are shown, so most answers to returning readers
 * say 304. Spring's filter for the former digests with MD5 and flushes each answer before it ends,
 * which sends it in several small packets; under load that was a tenth of the work of a page.
 */
final class EtagFilter extends OncePerRequestFilter {

    private static final String GZIP = "gzip";

    private final Supplier<RememberedPages> remembered;

    EtagFilter(Supplier<RememberedPages> remembered) {
        this.remembered = remembered;
    }

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
        Sent known = RememberedPages.known(request);
        if (known != null) {
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            send(request, response, known, null);
            return;
        }
        byte[] body = answer.getContentAsByteArray();
        Sent kept = remembered.get().keep(request, body);
        if (kept != null) {
            send(request, response, kept, body);
        } else if (!isKnownToReader(request, response, RememberedPages.tag(body))) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    // What is kept is compressed already; the server would compress it once more for each reader.
    private static void send(
            HttpServletRequest request,
            HttpServletResponse response,
            Sent page,
            byte @Nullable [] body)
            throws IOException {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (isKnownToReader(request, response, page.tag())) {
            return;
        }
        byte[] sent;
        if (takesGzip(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
            sent = page.compressed();
        } else {
            sent = body == null ? page.body() : body;
        }
        response.setContentLength(sent.length);
        response.getOutputStream().write(sent);
    }

    // checkNotModified answers 304 by itself and says so.
    private static boolean isKnownToReader(
            HttpServletRequest request, HttpServletResponse response, String tag) {
        return new ServletWebRequest(request, response).checkNotModified(tag);
    }

    /** Whether the reader says that it can read gzip, and does not take it back with a zero. */
    static boolean takesGzip(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (accepted == null) {
            return false;
        }
        for (String one : accepted.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = one.strip().split("\\s*;\\s*");
            if (parts[0].equals(GZIP)) {
                return parts.length == 1 || !parts[1].matches("q\\s*=\\s*0(\\.0*)?");
            }
        }
        return false;
    }

    private static boolean isKeptNowhere(HttpServletResponse response) {
        String cached = response.getHeader(HttpHeaders.CACHE_CONTROL);
        return cached != null && cached.contains("no-store");
    }
}
