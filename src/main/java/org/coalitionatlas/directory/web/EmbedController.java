package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.EmbedOrigins;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The search field for partners' sites, and how they put it there. */
@Controller
class EmbedController {

    private static final int HEIGHT = 360;

    private final Pages pages;
    private final Geography geography;
    private final EmbedOrigins origins;

    EmbedController(Pages pages, Geography geography, EmbedOrigins origins) {
        this.pages = pages;
        this.geography = geography;
        this.origins = origins;
    }

    /** The field in a frame; {@code county} narrows what it finds. */
    @GetMapping({"/embed/search", "/es/embed/search"})
    String search(HttpServletRequest request, HttpServletResponse response, Model model) {
        pages.openWithoutRecords(request, response, model);
        Optional<County> county =
                Query.parse(request.getQueryString()).first("county").flatMap(geography::county);
        model.addAttribute("county", county.orElse(null));
        return "published/embed";
    }

    @GetMapping({"/help/embed", "/es/help/embed"})
    String help(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Page page = pages.openWithoutRecords(request, response, model);
        Words words = pages.words(locale);
        String address = page.base() + "/embed/search";
        model.addAttribute("address", address);
        model.addAttribute("allowed", !origins.origins().isEmpty());
        model.addAttribute("snippet", snippet(page, page.site() + address, words));
        model.addAttribute(
                "snippetCounty",
                page.counties().isEmpty()
                        ? null
                        : snippet(page, page.site() + address + "?county=" + firstCounty(), words));
        return "published/embedding";
    }

    private String firstCounty() {
        return pages.firstCounty().map(County::fips).orElse("");
    }

    private static String snippet(Page page, String source, Words words) {
        return """
        <iframe src="%s"
          title="%s"
          lang="%s" width="100%%" height="%d"
          loading="lazy" referrerpolicy="no-referrer"></iframe>"""
                .formatted(source, words.say("published.embed.title"), page.lang(), HEIGHT);
    }
}
