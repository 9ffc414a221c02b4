package org.coalitionatlas.directory.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.directory.web.Page.CountyLink;
import org.coalitionatlas.directory.web.Page.HotlineCard;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Hotline;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out what all published pages share. */
@Component
class Pages {

    private static final String SPANISH = "/es";
    private static final String CHOSEN_ENGLISH = "/?lang=en";
    private static final CacheControl FRESH_FOR_TEN_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private static final int LONGEST_DESCRIPTION = 155;

    private final CoalitionProfile coalition;
    private final Taxonomy taxonomy;
    private final MessageSource messages;
    private final SiteAddress site;
    private final WaysOn waysOn;

    Pages(
            CoalitionProfile coalition,
            Taxonomy taxonomy,
            MessageSource messages,
            SiteAddress site,
            WaysOn waysOn) {
        this.coalition = coalition;
        this.taxonomy = taxonomy;
        this.messages = messages;
        this.site = site;
        this.waysOn = waysOn;
    }

    Words words(Locale locale) {
        return new Words(messages, locale);
    }

    /**
     * The page at the request's address. It may be kept, but is shown again only after asking
     * whether it is still the same: a record it names may have been hidden since.
     */
    Page open(HttpServletRequest request, HttpServletResponse response, Model model) {
        return open(request, response, model, true);
    }

    /** A page that shows nothing of any record: anybody may keep and show it for a while. */
    Page openWithoutRecords(HttpServletRequest request, HttpServletResponse response, Model model) {
        Page page = open(request, response, model);
        response.setHeader(HttpHeaders.CACHE_CONTROL, FRESH_FOR_TEN_MINUTES.getHeaderValue());
        return page;
    }

    private Page open(
            HttpServletRequest request, HttpServletResponse response, Model model, boolean exists) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        Locale locale = LocaleContextHolder.getLocale();
        boolean spanish = locale.getLanguage().equals("es");
        String path = asked(request).substring(request.getContextPath().length());
        boolean underSpanish = path.equals(SPANISH) || path.startsWith(SPANISH + "/");
        String english = underSpanish ? path.substring(SPANISH.length()) : path;
        english = english.isEmpty() ? "/" : english;
        String inSpanish = SPANISH + (english.equals("/") ? "" : english);
        Query query = Query.parse(request.getQueryString()).without("lang");
        String base = spanish ? SPANISH : "";
        var page =
                new Page(
                        spanish ? "es" : "en",
                        base,
                        spanish ? SPANISH : CHOSEN_ENGLISH,
                        spanish
                                ? english + (english.equals("/") ? query.with("lang", "en") : query)
                                : inSpanish + query,
                        site.of(request),
                        english,
                        inSpanish,
                        exists && query.isEmpty(),
                        coalition.name(),
                        coalition.counties().stream()
                                .map(county -> CountyLink.of(county, base))
                                .toList(),
                        taxonomy.hotlines().stream()
                                .map(hotline -> card(hotline, locale))
                                .toList());
        model.addAttribute("page", page);
        model.addAttribute("sheet", new SheetLinks(base, path, query));
        return page;
    }

    // Addresses elsewhere that lead nowhere are led here; their own words are what may help on.
    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String address
                ? address
                : request.getRequestURI();
    }

    /** The county named first by the coalition; an example where one is needed. */
    Optional<County> firstCounty() {
        return coalition.counties().stream().findFirst();
    }

    /** What search engines show below the title; cut at a word. */
    static void describe(Model model, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() > LONGEST_DESCRIPTION) {
            int end = line.lastIndexOf(' ', LONGEST_DESCRIPTION);
            line = line.substring(0, end < 0 ? LONGEST_DESCRIPTION : end) + "…";
        }
        model.addAttribute("description", line);
    }

    /** The page that says a record is not there; the same whether it is unknown or not public. */
    String notFound(HttpServletRequest request, HttpServletResponse response, Model model) {
        return missing(request, response, model, HttpStatus.NOT_FOUND);
    }

    /**
     * The page that says a public record was taken out of the directory, and nothing else of it.
     */
    String gone(HttpServletRequest request, HttpServletResponse response, Model model) {
        return missing(request, response, model, HttpStatus.GONE);
    }

    private String missing(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            HttpStatus status) {
        Page page = open(request, response, model, false);
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("gone", status == HttpStatus.GONE);
        model.addAttribute(
                "near", waysOn.from(page, words(LocaleContextHolder.getLocale()), coalition));
        return "published/notfound";
    }

    private static HotlineCard card(Hotline hotline, Locale locale) {
        LocalText languages = hotline.languages();
        return new HotlineCard(
                hotline,
                hotline.name().in(locale),
                hotline.note().in(locale),
                languages == null ? null : languages.in(locale),
                new Phone(hotline.phone(), null).uri(),
                RelativeDate.plain(hotline.checkedOn(), locale));
    }
}
