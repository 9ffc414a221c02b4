package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.coalitionatlas.directory.PublishedRecords;
import org.coalitionatlas.directory.PublishedRecords.Extent;
import org.coalitionatlas.directory.PublishedRecords.Kind;
import org.coalitionatlas.directory.PublishedRecords.Listed;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** What search engines are told: which pages there are, and which they may read. */
@Controller
class SitemapController {

    /** Records in one sitemap: twice as many addresses, and less than half of what is allowed. */
    static final int RECORDS = 10_000;

    private static final Pattern PART = Pattern.compile("(services|organizations)-([1-9]\\d{0,4})");

    /** Addresses and days only: what a hidden record's address answers is asked anew. */
    private static final CacheControl FRESH_FOR_AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final PublishedRecords records;
    private final PublishedProperties properties;
    private final SiteAddress site;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final CoalitionProfile coalition;

    SitemapController(
            PublishedRecords records,
            PublishedProperties properties,
            SiteAddress site,
            Taxonomy taxonomy,
            Geography geography,
            CoalitionProfile coalition) {
        this.records = records;
        this.properties = properties;
        this.site = site;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.coalition = coalition;
    }

    /** Searches are endless combinations of the same few records: robots need not follow them. */
    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(FRESH_FOR_AN_HOUR)
                .contentType(MediaType.TEXT_PLAIN)
                .body(robots(site.of(request), properties.indexable()));
    }

    static String robots(String site, boolean indexable) {
        if (!indexable) {
            return """
            User-agent: *
            Disallow: /
            """;
        }
        return """
        User-agent: *
        Disallow: /directory?
        Disallow: /es/directory?
        Disallow: /directory/call-sheet
        Disallow: /es/directory/call-sheet
        Disallow: /directory/suggest/
        Disallow: /es/directory/suggest/
        Disallow: /directory/unsafe/
        Disallow: /es/directory/unsafe/
        Disallow: /embed/
        Disallow: /es/embed/
        Disallow: /portal/
        Disallow: /login
        Disallow: /setup/

        Sitemap: %s/sitemap.xml
        """
                .formatted(site);
    }

    @GetMapping("/sitemap.xml")
    void sitemaps(HttpServletRequest request, HttpServletResponse response)
            throws IOException, XMLStreamException {
        Extent services = records.extent(Kind.SERVICE);
        Extent organizations = records.extent(Kind.ORGANIZATION);
        if (isHidden(response) || isKnown(request, response, tag("all", services, organizations))) {
            return;
        }
        Sitemap sitemap = Sitemap.ofSitemaps(response.getOutputStream(), site.of(request));
        sitemap.part("/sitemap-pages.xml", null);
        for (Kind kind : Kind.values()) {
            Extent extent = kind == Kind.SERVICE ? services : organizations;
            for (int number = 1; number <= parts(extent); number++) {
                sitemap.part("/sitemap-" + name(kind) + "-" + number + ".xml", extent.changedAt());
            }
        }
        sitemap.end();
    }

    @GetMapping("/sitemap-{part}.xml")
    void sitemap(
            @PathVariable String part, HttpServletRequest request, HttpServletResponse response)
            throws IOException, XMLStreamException {
        if (isHidden(response)) {
            return;
        }
        Matcher matcher = PART.matcher(part);
        if (part.equals("pages")) {
            writePages(request, response);
        } else if (matcher.matches()) {
            Kind kind = matcher.group(1).equals("services") ? Kind.SERVICE : Kind.ORGANIZATION;
            writeRecords(kind, Integer.parseInt(matcher.group(2)), request, response);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    private void writePages(HttpServletRequest request, HttpServletResponse response)
            throws IOException, XMLStreamException {
        var counties = new TreeSet<String>();
        Stream.concat(coalition.counties().stream(), records.reach().named().stream())
                .map(County::fips)
                .forEach(counties::add);
        if (isKnown(request, response, "W/\"pages-" + counties.hashCode() + "\"")) {
            return;
        }
        Sitemap sitemap = Sitemap.ofPages(response.getOutputStream(), site.of(request));
        for (String path :
                new String[] {
                    "/", "/directory", "/directory/counties", "/directory/needs", "/help"
                }) {
            sitemap.page(path, null);
        }
        for (var need : taxonomy.needs()) {
            sitemap.page(Addresses.need("", need), null);
        }
        for (String fips : counties) {
            sitemap.page(Addresses.county("", geography.county(fips).orElseThrow()), null);
        }
        sitemap.end();
    }

    private void writeRecords(
            Kind kind, int number, HttpServletRequest request, HttpServletResponse response)
            throws IOException, XMLStreamException {
        Extent extent = records.extent(kind);
        if (number > parts(extent)) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return;
        }
        if (isKnown(request, response, tag(name(kind) + number, extent))) {
            return;
        }
        Sitemap sitemap = Sitemap.ofPages(response.getOutputStream(), site.of(request));
        records.each(
                kind,
                (long) (number - 1) * RECORDS,
                RECORDS,
                listed -> write(sitemap, kind, listed));
        sitemap.end();
    }

    private static void write(Sitemap sitemap, Kind kind, Listed listed) {
        try {
            sitemap.page(
                    kind == Kind.SERVICE
                            ? Addresses.service("", listed.id())
                            : Addresses.organization("", listed.id()),
                    listed.changedAt());
        } catch (XMLStreamException e) {
            // The reader hung up; the rest need not be read from the index.
            throw new IllegalStateException(e);
        }
    }

    private boolean isHidden(HttpServletResponse response) throws IOException {
        if (!properties.indexable()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
        return !properties.indexable();
    }

    // Told from how many there are and when one last changed: no page must be written to know it.
    private static boolean isKnown(
            HttpServletRequest request, HttpServletResponse response, String tag) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, FRESH_FOR_AN_HOUR.getHeaderValue());
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return true;
        }
        response.setContentType(MediaType.APPLICATION_XML_VALUE);
        return false;
    }

    private static String tag(String name, Extent... extents) {
        var tag = new StringBuilder("W/\"").append(name);
        for (Extent extent : extents) {
            @Nullable Instant changedAt = extent.changedAt();
            tag.append('-')
                    .append(extent.total())
                    .append('-')
                    .append(changedAt == null ? 0 : changedAt.toEpochMilli());
        }
        return tag.append('"').toString();
    }

    private static long parts(Extent extent) {
        return (extent.total() + RECORDS - 1) / RECORDS;
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "s";
    }
}
