package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.Narrowing;
import org.coalitionatlas.directory.SearchAid;
import org.coalitionatlas.directory.SearchFilter;
import org.coalitionatlas.directory.SearchHelp;
import org.coalitionatlas.directory.SearchResult;
import org.coalitionatlas.directory.Searched;
import org.coalitionatlas.directory.WhyFound;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The search page: one address, one list of calls to make. */
@Controller
class SearchController {

    /** Only the searcher's own browser may keep what was searched for, and asks before showing. */
    private static final CacheControl OWN_BROWSER = CacheControl.noCache().cachePrivate();

    private static final int PAGES_AROUND = 2;

    private final DirectorySearch directory;
    private final Pages pages;
    private final ServiceTexts texts;
    private final SearchFilters filters;
    private final SearchThrottle throttle;
    private final RememberedPages remembered;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final SearchAid aid;
    private final WhyFound whyFound;
    private final CoalitionProfile coalition;

    SearchController(
            DirectorySearch directory,
            SearchAid aid,
            WhyFound whyFound,
            CoalitionProfile coalition,
            Pages pages,
            ServiceTexts texts,
            SearchFilters filters,
            SearchThrottle throttle,
            RememberedPages remembered,
            Taxonomy taxonomy,
            Geography geography) {
        this.directory = directory;
        this.pages = pages;
        this.texts = texts;
        this.filters = filters;
        this.throttle = throttle;
        this.remembered = remembered;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.aid = aid;
        this.whyFound = whyFound;
        this.coalition = coalition;
    }

    /** A filter that is on, with the address that drops it. */
    public record ChipLink(String label, String href) {}

    /** Another search that does find something. */
    public record Suggestion(String label, long count, String href) {}

    /** A county that has it. */
    public record NearbyCounty(String label, long miles, long count, String href) {}

    /** A page of the list; without an address the one that is shown, without a number a gap. */
    public record PageLink(@Nullable Integer number, @Nullable String href) {}

    @GetMapping({"/directory", "/es/directory"})
    @Nullable String search(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Page page = pages.open(request, response, model);
        long wait = throttle.secondsToWait(request.getRemoteAddr());
        if (wait > 0) {
            return tooMany(wait, response, model);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, OWN_BROWSER.getHeaderValue());
        RememberedPages.Sent known = remembered.find(request, key(request, page));
        if (known != null) {
            if (known.searched() != null) {
                aid.tell(known.searched());
            }
            return null;
        }
        Words words = pages.words(locale);
        var address =
                new SearchAddress(
                        Query.parse(request.getQueryString()), taxonomy, geography, words);
        var notices = new ArrayList<String>(address.notices());
        SearchResult result = directory.searchPublished(address.request());
        int lastPage = lastPage(result);
        int shown = address.page();
        if (shown > lastPage) {
            notices.add(words.say("published.unknown.lastPage", shown, lastPage));
            shown = lastPage;
            result =
                    directory.searchPublished(
                            address.with(address.query().with("page", String.valueOf(lastPage)))
                                    .request());
        }
        String path = page.base() + "/directory";
        model.addAttribute("address", address);
        model.addAttribute("distances", SearchAddress.DISTANCES);
        model.addAttribute("sorts", SearchAddress.SORTS.keySet());
        model.addAttribute("notices", notices);
        model.addAttribute("result", result);
        WhyFound.Sought sought = whyFound.seek(address.text(), locale);
        model.addAttribute(
                "cards",
                result.hits().stream()
                        .map(hit -> texts.of(hit, sought.why(hit.service()), words, page.base()))
                        .toList());
        model.addAttribute(
                "chips",
                address.chips().stream()
                        .map(chip -> new ChipLink(chip.label(), path + chip.without()))
                        .toList());
        model.addAttribute(
                "clear",
                path
                        + Query.parse(null)
                                .with("q", address.query().all("q"))
                                .with(
                                        SheetLinks.PARAMETER,
                                        address.query().all(SheetLinks.PARAMETER)));
        model.addAttribute("filters", filters.of(address, result, words));
        model.addAttribute("pager", pager(shown, lastPage, path, address.query()));
        model.addAttribute("shown", shown);
        model.addAttribute("lastPage", lastPage);
        if (shown == 1) {
            SearchHelp help = aid.publishedHelp(address.request(), result);
            help(address, help, path, model);
            model.addAttribute("related", related(address, help, path, words));
            model.addAttribute(
                    "lines",
                    help.lines().stream().map(line -> texts.of(line, words, page.base())).toList());
            if (!address.text().isEmpty() || !address.chips().isEmpty()) {
                Searched searched = aid.told(address.request(), result);
                remembered.expect(request, searched);
            }
        }
        model.addAttribute("listed", listed(locale));
        return "published/search";
    }

    private static RememberedPages.Key key(HttpServletRequest request, Page page) {
        return new RememberedPages.Key(
                page.lang(), page.site(), request.getRequestURI(), request.getQueryString());
    }

    /** What can be chosen while typing without any script: needs and the coalition's counties. */
    private List<String> listed(Locale locale) {
        return Stream.concat(
                        taxonomy.needs().stream().map(need -> need.label().in(locale)),
                        coalition.counties().stream().map(County::name))
                .distinct()
                .toList();
    }

    private static String tooMany(long wait, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("wait", wait);
        return "published/toomany";
    }

    private static void help(SearchAddress address, SearchHelp help, String path, Model model) {
        String corrected = help.corrected();
        if (corrected != null) {
            model.addAttribute(
                    "meant",
                    new Suggestion(
                            corrected,
                            help.correctedCount(),
                            path + address.query().with("q", corrected)));
        }
        model.addAttribute(
                "dropped",
                help.without().stream()
                        .filter(one -> !address.label(one.dropped()).isEmpty())
                        .map(
                                one ->
                                        new Suggestion(
                                                address.label(one.dropped()),
                                                one.count(),
                                                path + address.without(one.dropped())))
                        .toList());
        Query anywhere = address.without(new Narrowing(SearchFilter.ZIP, null)).without("within");
        model.addAttribute(
                "neighbours",
                help.near().stream()
                        .map(
                                one ->
                                        new NearbyCounty(
                                                one.county().nameWithState(),
                                                Math.round(one.miles()),
                                                one.count(),
                                                path
                                                        + anywhere.with(
                                                                "county", one.county().fips())))
                        .toList());
    }

    /** Needs close to the one asked for; the words give way to them when they named it. */
    private static List<Suggestion> related(
            SearchAddress address, SearchHelp help, String path, Words words) {
        boolean byFilter = !address.query().all("need").isEmpty();
        Query base = byFilter ? address.query() : address.query().without("q");
        return help.related().stream()
                .map(
                        one ->
                                new Suggestion(
                                        words.of(one.need().label()),
                                        one.count(),
                                        path + base.with("need", one.need().code())))
                .toList();
    }

    private static int lastPage(SearchResult result) {
        long pages = (result.total() + SearchAddress.PAGE_SIZE - 1) / SearchAddress.PAGE_SIZE;
        return (int) Math.clamp(pages, 1, SearchAddress.DEEPEST_PAGE);
    }

    private static List<PageLink> pager(int shown, int last, String path, Query query) {
        if (last == 1) {
            return List.of();
        }
        var links = new ArrayList<PageLink>();
        int previous = 0;
        for (int number : IntStream.rangeClosed(1, last).toArray()) {
            if (number == 1 || number == last || Math.abs(number - shown) <= PAGES_AROUND) {
                if (number > previous + 1) {
                    links.add(new PageLink(null, null));
                }
                String href =
                        path + (number == 1 ? query : query.with("page", String.valueOf(number)));
                links.add(new PageLink(number, number == shown ? null : href));
                previous = number;
            }
        }
        return links;
    }
}
