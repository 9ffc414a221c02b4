package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Sends readers of a merged record's old address to the record that stayed, for good. */
final class Moved {

    private Moved() {}

    /** Answers 301 with the same address under the other id; there is nothing to render. */
    static @Nullable String to(
            HttpServletRequest request, HttpServletResponse response, String from, UUID into) {
        String address = request.getRequestURI();
        int at = address.lastIndexOf(from);
        String query = request.getQueryString();
        response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
        response.setHeader(
                HttpHeaders.LOCATION,
                address.substring(0, at)
                        + into
                        + address.substring(at + from.length())
                        + (query == null ? "" : "?" + query));
        // A merge can be taken back: browsers ask again.
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        return null;
    }
}
