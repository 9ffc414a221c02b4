package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The home page, help, and what no other page answers to. */
@Controller
class PublishedController {

    private final Pages pages;
    private final Taxonomy taxonomy;

    PublishedController(Pages pages, Taxonomy taxonomy) {
        this.pages = pages;
        this.taxonomy = taxonomy;
    }

    /** A phase of recovery with its needs, as links. */
    record Tile(String code, String label, String help, String href, List<NeedLink> needs) {}

    record NeedLink(String label, String href) {}

    @GetMapping("/")
    String home(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        boolean chosen =
                Query.parse(request.getQueryString())
                        .first("lang")
                        .filter("en"::equals)
                        .isPresent();
        return !chosen && prefersSpanish(request)
                ? "redirect:/es"
                : homePage(request, response, locale, model);
    }

    @GetMapping("/es")
    String homeInSpanish(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return homePage(request, response, locale, model);
    }

    @GetMapping({"/help", "/es/help"})
    String help(HttpServletRequest request, HttpServletResponse response, Model model) {
        pages.open(request, response, model);
        return "published/help";
    }

    @GetMapping({"/directory/**", "/es/directory/**"})
    String notFound(HttpServletRequest request, HttpServletResponse response, Model model) {
        return pages.notFound(request, response, model);
    }

    /** Searches are endless combinations of the same few records: robots need not follow them. */
    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return """
        User-agent: *
        Disallow: /directory?
        Disallow: /directory/call-sheet
        Disallow: /directory/suggest/
        Disallow: /directory/unsafe/
        Disallow: /es/directory?
        Disallow: /portal/
        Disallow: /login
        Disallow: /setup/
        """;
    }

    private String homePage(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Page page = pages.open(request, response, model);
        String search = page.base() + "/directory";
        model.addAttribute(
                "tiles",
                taxonomy.phases().stream()
                        .map(
                                phase ->
                                        new Tile(
                                                phase.code(),
                                                phase.label().in(locale),
                                                phase.help().in(locale),
                                                search + Query.of("phase", phase.code()),
                                                taxonomy.needs(phase).stream()
                                                        .map(
                                                                need ->
                                                                        new NeedLink(
                                                                                need.label()
                                                                                        .in(locale),
                                                                                search
                                                                                        + Query.of(
                                                                                                "need",
                                                                                                need
                                                                                                        .code())))
                                                        .toList()))
                        .toList());
        return "published/home";
    }

    private static boolean prefersSpanish(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null) {
            return false;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()).getLanguage())
                    .filter(language -> language.equals("es") || language.equals("en"))
                    .findFirst()
                    .filter("es"::equals)
                    .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
