package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where the site stands for the outside world: what canonical links, feeds and sitemaps need. The
 * setting {@code atlas.url} says it once; without it, each request says under which name it came.
 */
@Component
class SiteAddress {

    private final String url;

    SiteAddress(@Value("${atlas.url:}") String url) {
        this.url = url.strip().replaceAll("/+$", "");
        if (!this.url.isEmpty() && !this.url.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException(
                    "atlas.url: \""
                            + url
                            + "\" is not an address such as https://help.example.org");
        }
    }

    /** Scheme, host and context path, without a slash at the end. */
    String of(HttpServletRequest request) {
        return url.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : url;
    }
}
