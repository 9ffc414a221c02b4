package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.PublishedRecords;
import org.coalitionatlas.directory.PublishedRecords.Reach;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.directory.SearchResult;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** What each of the needs means in plain words, and who helps with it where. */
@Controller
class NeedController {

    private static final Pattern KEY = Pattern.compile("([A-Za-z]\\d{1,2})(?:-.*)?");
    private static final int SHOWN = 6;

    private final DirectorySearch directory;
    private final PublishedRecords records;
    private final Pages pages;
    private final ServiceTexts texts;
    private final NearestHelp nearest;
    private final Taxonomy taxonomy;
    private final CoalitionProfile coalition;

    NeedController(
            DirectorySearch directory,
            PublishedRecords records,
            Pages pages,
            ServiceTexts texts,
            NearestHelp nearest,
            Taxonomy taxonomy,
            CoalitionProfile coalition) {
        this.directory = directory;
        this.records = records;
        this.pages = pages;
        this.texts = texts;
        this.nearest = nearest;
        this.taxonomy = taxonomy;
        this.coalition = coalition;
    }

    /** A need with its page. */
    public record NeedLink(String label, String help, String href, long count) {}

    /** The needs of a phase. */
    public record PhaseList(String code, String label, String help, List<NeedLink> needs) {}

    /** A kind of support in plain words. */
    public record Support(String label, String help) {}

    /** A county of the coalition; without services of its own the nearest that has some. */
    public record CountyRow(
            String name, long count, String href, NearestHelp.@Nullable Elsewhere elsewhere) {}

    @GetMapping({"/directory/needs", "/es/directory/needs"})
    String needs(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Page page = pages.open(request, response, model);
        Words words = pages.words(locale);
        Reach reach = records.reach();
        model.addAttribute("principle", words.of(taxonomy.principle()));
        model.addAttribute(
                "phases",
                taxonomy.phases().stream()
                        .map(
                                phase ->
                                        new PhaseList(
                                                phase.code(),
                                                words.of(phase.label()),
                                                words.of(phase.help()),
                                                taxonomy.needs(phase).stream()
                                                        .map(n -> link(n, reach, words, page))
                                                        .toList()))
                        .toList());
        Pages.describe(model, words.say("published.needs.lead"));
        return "published/needs";
    }

    @GetMapping({"/directory/need/{key}", "/es/directory/need/{key}"})
    String need(
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Matcher matcher = KEY.matcher(key);
        Optional<Need> found =
                matcher.matches()
                        ? taxonomy.need(matcher.group(1).toUpperCase(Locale.ROOT))
                        : Optional.empty();
        if (found.isEmpty()) {
            return pages.notFound(request, response, model);
        }
        Need need = found.get();
        Page page = pages.open(request, response, model);
        String lasting = Addresses.need(page.base(), need);
        if (!page.canonical().endsWith(lasting)) {
            request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.MOVED_PERMANENTLY);
            return "redirect:" + lasting + Query.parse(request.getQueryString());
        }
        Words words = pages.words(locale);
        Reach reach = records.reach();
        SearchResult open = directory.searchPublished(openNow(need));
        Query search =
                Query.parse(request.getQueryString())
                        .only(SheetLinks.PARAMETER)
                        .with("need", need.code());
        model.addAttribute("label", words.of(need.label()));
        model.addAttribute("help", words.of(need.help()));
        model.addAttribute("phase", words.of(need.phase().label()));
        model.addAttribute("principle", words.of(taxonomy.principle()));
        model.addAttribute(
                "support",
                need.categories().stream()
                        .map(c -> new Support(words.of(c.label()), words.of(c.help())))
                        .toList());
        model.addAttribute("total", reach.needs().getOrDefault(need.code(), 0L));
        model.addAttribute(
                "counties",
                coalition.counties().stream()
                        .map(county -> row(county, need, search, reach, words, page.base()))
                        .toList());
        model.addAttribute("openTotal", open.total());
        model.addAttribute(
                "open",
                open.hits().stream()
                        .map(hit -> texts.of(hit.service(), words, page.base()))
                        .toList());
        model.addAttribute(
                "related",
                taxonomy.needs().stream()
                        .filter(other -> isRelated(need, other))
                        .map(other -> link(other, reach, words, page))
                        .toList());
        model.addAttribute("search", Addresses.search(page.base(), search));
        model.addAttribute("searchOpen", Addresses.search(page.base(), search.with("open", "1")));
        Pages.describe(model, words.of(need.help()));
        return "published/need";
    }

    private static NeedLink link(Need need, Reach reach, Words words, Page page) {
        return new NeedLink(
                words.of(need.label()),
                words.of(need.help()),
                Addresses.need(page.base(), need),
                reach.needs().getOrDefault(need.code(), 0L));
    }

    private CountyRow row(
            County county, Need need, Query search, Reach reach, Words words, String base) {
        long count = reach.of(need, county);
        Query query = search.with("county", county.fips());
        return new CountyRow(
                county.nameWithState(),
                count,
                count > 0 ? Addresses.search(base, query) : Addresses.county(base, county),
                count > 0 ? null : nearest.to(county, need, reach, words, base));
    }

    // The same kind of support, the same row of the referral matrix, or the same name in another
    // phase.
    private static boolean isRelated(Need need, Need other) {
        return !other.equals(need)
                && (!Collections.disjoint(need.categories(), other.categories())
                        || !Collections.disjoint(need.matrixRows(), other.matrixRows())
                        || need.label().equals(other.label()));
    }

    private static SearchRequest openNow(Need need) {
        return new SearchRequest(
                "",
                Set.of(need.code()),
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                true,
                false,
                false,
                Set.of(),
                null,
                null,
                Sort.NAME,
                0,
                SHOWN);
    }
}
