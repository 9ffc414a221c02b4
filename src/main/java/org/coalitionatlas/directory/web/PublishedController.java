package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.directory.PublishedRecords;
import org.coalitionatlas.directory.PublishedRecords.Reach;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page, help, and what no other page answers to. */
@Controller
class PublishedController {

    private final Pages pages;
    private final PublishedRecords records;
    private final Taxonomy taxonomy;

    PublishedController(Pages pages, PublishedRecords records, Taxonomy taxonomy) {
        this.pages = pages;
        this.records = records;
        this.taxonomy = taxonomy;
    }

    /** A phase of recovery with its needs, as links to the services that help. */
    public record Tile(
            String code,
            String label,
            String help,
            String href,
            long count,
            List<NeedLink> needs) {}

    public record NeedLink(String label, String href, long count) {}

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
        pages.openWithoutRecords(request, response, model);
        return "published/help";
    }

    @GetMapping({"/directory/**", "/es/directory/**"})
    String notFound(HttpServletRequest request, HttpServletResponse response, Model model) {
        return pages.notFound(request, response, model);
    }

    private String homePage(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Page page = pages.open(request, response, model);
        Reach reach = records.reach();
        model.addAttribute(
                "tiles",
                taxonomy.phases().stream().map(phase -> tile(phase, reach, locale, page)).toList());
        Pages.describe(model, pages.words(locale).say("published.home.lead"));
        return "published/home";
    }

    private Tile tile(Phase phase, Reach reach, Locale locale, Page page) {
        return new Tile(
                phase.code(),
                phase.label().in(locale),
                phase.help().in(locale),
                Addresses.search(page.base(), Query.of("phase", phase.code())),
                reach.phases().getOrDefault(phase.code(), 0L),
                taxonomy.needs(phase).stream()
                        .map(
                                need ->
                                        new NeedLink(
                                                need.label().in(locale),
                                                Addresses.search(
                                                        page.base(), Query.of("need", need.code())),
                                                reach.needs().getOrDefault(need.code(), 0L)))
                        .toList());
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
