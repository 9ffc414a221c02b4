package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.PublishedRecords;
import org.coalitionatlas.directory.PublishedRecords.Change;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What changed in the directory, for feed readers: the records as anybody may see them now. What
 * was in them before, and what is no longer public, is not told.
 */
@Controller
class FeedController {

    private static final int MOST = 50;

    private final PublishedRecords records;
    private final Pages pages;
    private final ServiceTexts texts;
    private final SiteAddress site;
    private final CoalitionProfile coalition;
    private final Taxonomy taxonomy;
    private final Geography geography;

    FeedController(
            PublishedRecords records,
            Pages pages,
            ServiceTexts texts,
            SiteAddress site,
            CoalitionProfile coalition,
            Taxonomy taxonomy,
            Geography geography) {
        this.records = records;
        this.pages = pages;
        this.texts = texts;
        this.site = site;
        this.coalition = coalition;
        this.taxonomy = taxonomy;
        this.geography = geography;
    }

    @GetMapping({"/directory/changes.atom", "/es/directory/changes.atom"})
    void all(HttpServletRequest request, HttpServletResponse response, Locale locale)
            throws IOException {
        write(null, request, response, locale);
    }

    @GetMapping({"/directory/county/{key}/changes.atom", "/es/directory/county/{key}/changes.atom"})
    void ofCounty(
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Optional<County> county = CountyController.find(key, geography);
        if (county.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            write(county.get(), request, response, locale);
        }
    }

    private void write(
            @Nullable County county,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        Words words = pages.words(locale);
        boolean spanish = locale.getLanguage().equals("es");
        String base = site.of(request) + (spanish ? "/es" : "");
        String page = county == null ? base + "/directory" : Addresses.county(base, county);
        List<Change> changes = records.changes(county, MOST);
        var feed =
                new Feed(
                        spanish ? "es" : "en",
                        county == null
                                ? words.say("published.feed.title", coalition.name())
                                : words.say("published.feed.county", county.nameWithState()),
                        coalition.name(),
                        page,
                        page + "/changes.atom",
                        changes.isEmpty() ? Instant.EPOCH : changes.getFirst().at());
        for (Change change : changes) {
            ServiceView service = change.service();
            OrganizationView organization = change.organization();
            if (service != null) {
                add(feed, change, service, words, base);
            } else if (organization != null) {
                add(feed, change, organization, words, base);
            }
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        response.setContentType(Feed.TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(feed.end());
    }

    private void add(Feed feed, Change change, ServiceView view, Words words, String base) {
        ServiceText service = texts.of(view, words, base);
        feed.entry(
                "urn:uuid:" + view.id(),
                view.name() + " – " + view.organization().name(),
                service.href(),
                change.at(),
                sentence(
                        service.needs().stream()
                                .map(ServiceText.NeedText::label)
                                .collect(Collectors.joining(", ")),
                        service.whereabouts(),
                        service.verified()));
    }

    private void add(Feed feed, Change change, OrganizationView view, Words words, String base) {
        String kind =
                taxonomy.organizationKind(view.kind())
                        .map(term -> words.of(term.label()))
                        .orElse("");
        feed.entry(
                "urn:uuid:" + view.id(),
                view.name(),
                Addresses.organization(base, view.id()),
                change.at(),
                sentence(kind, Links.host(view.url())));
    }

    private static String sentence(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
