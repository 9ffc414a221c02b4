package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalitionatlas.common.TimeOfDay;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OpenState;
import org.coalitionatlas.directory.PublishedRecords;
import org.coalitionatlas.directory.PublishedRecords.Reach;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.directory.SearchResult;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.State;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** What there is in a county, what there is not, and the way to any county. */
@Controller
class CountyController {

    private static final Pattern KEY = Pattern.compile("(\\d{5})(?:-.*)?");
    private static final int SHOWN = 6;

    private final DirectorySearch directory;
    private final PublishedRecords records;
    private final Pages pages;
    private final ServiceTexts texts;
    private final NearestHelp nearest;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final CoalitionProfile coalition;
    private final Clock clock;

    CountyController(
            DirectorySearch directory,
            PublishedRecords records,
            Pages pages,
            ServiceTexts texts,
            NearestHelp nearest,
            Taxonomy taxonomy,
            Geography geography,
            CoalitionProfile coalition,
            Clock clock) {
        this.directory = directory;
        this.records = records;
        this.pages = pages;
        this.texts = texts;
        this.nearest = nearest;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.coalition = coalition;
        this.clock = clock;
    }

    /**
     * A need in the county.
     *
     * @param href the search for it there
     * @param about the page that explains the need
     */
    public record NeedRow(String label, long count, String href, String about) {}

    /** A need nobody helps with there. */
    public record MissingRow(
            String label, String about, NearestHelp.@Nullable Elsewhere elsewhere) {}

    /** The needs of a phase. */
    public record PhaseBlock(
            String code, String label, List<NeedRow> offered, List<MissingRow> missing) {}

    /** A county with the number of services for its people. */
    public record CountyRow(String name, String href, long count) {}

    /** A state or territory. */
    public record StateRow(String name, String href) {}

    @GetMapping({"/directory/county/{key}", "/es/directory/county/{key}"})
    String county(
            @PathVariable String key,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<County> found = find(key, geography);
        if (found.isEmpty()) {
            return pages.notFound(request, response, model);
        }
        County county = found.get();
        Page page = pages.open(request, response, model);
        String lasting = Addresses.county(page.base(), county);
        if (!page.canonical().endsWith(lasting)) {
            request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.MOVED_PERMANENTLY);
            return "redirect:" + lasting + Query.parse(request.getQueryString());
        }
        Words words = pages.words(locale);
        Reach reach = records.reach();
        SearchResult all = directory.searchPublished(search(county, false, 1));
        SearchResult open = directory.searchPublished(search(county, true, SHOWN));
        Query inCounty =
                Query.parse(request.getQueryString())
                        .only(SheetLinks.PARAMETER)
                        .with("county", county.fips());
        model.addAttribute("county", county);
        model.addAttribute("served", coalition.counties().contains(county));
        model.addAttribute("total", all.total());
        model.addAttribute("naming", reach.naming(county));
        model.addAttribute("trained", all.facets().trained());
        model.addAttribute("openTotal", open.total());
        model.addAttribute(
                "open",
                open.hits().stream()
                        .map(hit -> texts.of(hit.service(), words, page.base()))
                        .toList());
        model.addAttribute("asOf", asOf(county, words));
        model.addAttribute(
                "phases",
                taxonomy.phases().stream()
                        .map(
                                phase ->
                                        block(
                                                phase,
                                                county,
                                                inCounty,
                                                all,
                                                reach,
                                                words,
                                                page.base()))
                        .toList());
        model.addAttribute(
                "afar",
                records.fromAfar(county, SHOWN).stream()
                        .map(service -> texts.of(service, words, page.base()))
                        .toList());
        model.addAttribute(
                "neighbours",
                geography.neighboursOf(county).stream()
                        .filter(next -> next.valid().until() == null)
                        .map(next -> row(next, reach, page.base()))
                        .toList());
        model.addAttribute("search", Addresses.search(page.base(), inCounty));
        model.addAttribute("searchOpen", Addresses.search(page.base(), inCounty.with("open", "1")));
        model.addAttribute(
                "searchTrained", Addresses.search(page.base(), inCounty.with("trained", "1")));
        model.addAttribute("feed", lasting + "/changes.atom");
        Pages.describe(
                model,
                words.say("published.county.description", county.nameWithState(), all.total()));
        return "published/county";
    }

    @GetMapping({"/directory/counties", "/es/directory/counties"})
    String counties(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Page page = pages.open(request, response, model);
        Query query = Query.parse(request.getQueryString());
        String wanted = query.first("find").orElse("");
        List<County> found = wanted.isEmpty() ? List.of() : find(wanted);
        if (found.size() == 1) {
            return "redirect:" + Addresses.county(page.base(), found.getFirst());
        }
        Words words = pages.words(locale);
        Reach reach = records.reach();
        Optional<State> state =
                query.first("state")
                        .map(usps -> usps.toUpperCase(Locale.ROOT))
                        .flatMap(geography::state);
        model.addAttribute("wanted", wanted);
        model.addAttribute("notFound", !wanted.isEmpty() && found.isEmpty());
        model.addAttribute(
                "found", found.stream().map(county -> row(county, reach, page.base())).toList());
        model.addAttribute(
                "ours",
                coalition.counties().stream()
                        .map(county -> row(county, reach, page.base()))
                        .toList());
        model.addAttribute("state", state.map(s -> words.of(s.name())).orElse(null));
        model.addAttribute(
                "ofState",
                state.map(s -> geography.countiesOf(s.usps(), today())).orElse(List.of()).stream()
                        .map(county -> row(county, reach, page.base()))
                        .toList());
        model.addAttribute(
                "states",
                geography.states().stream()
                        .map(
                                s ->
                                        new StateRow(
                                                words.of(s.name()),
                                                page.base()
                                                        + "/directory/counties"
                                                        + Query.of("state", s.usps())
                                                        + "#state"))
                        .toList());
        Pages.describe(model, words.say("published.counties.description", page.coalition()));
        return "published/counties";
    }

    /** The county of a key in an address: its code, and whatever follows it. */
    static Optional<County> find(String key, Geography geography) {
        Matcher matcher = KEY.matcher(key);
        return matcher.matches() ? geography.county(matcher.group(1)) : Optional.empty();
    }

    // A ZIP code, a code, or a name with or without its state; at home first.
    private List<County> find(String wanted) {
        if (wanted.matches("\\d{5}(-\\d{4})?")) {
            return geography.zip(wanted).map(ZipCode::county).map(List::of).orElse(List.of());
        }
        String[] parts = wanted.split("\\s*,\\s*", 2);
        var found = new ArrayList<County>();
        for (State state : geography.states()) {
            if (parts.length == 1
                    || parts[1].equalsIgnoreCase(state.usps())
                    || parts[1].equalsIgnoreCase(state.name().in(Locale.ENGLISH))) {
                geography.countyByName(parts[0], state.usps()).ifPresent(found::add);
            }
        }
        List<County> atHome = found.stream().filter(coalition.counties()::contains).toList();
        return atHome.size() == 1 ? atHome : found;
    }

    private PhaseBlock block(
            Phase phase,
            County county,
            Query inCounty,
            SearchResult all,
            Reach reach,
            Words words,
            String base) {
        var offered = new ArrayList<NeedRow>();
        var missing = new ArrayList<MissingRow>();
        for (Need need : taxonomy.needs(phase)) {
            String label = words.of(need.label());
            String about = Addresses.need(base, need);
            long count = all.facets().needs().getOrDefault(need.code(), 0L);
            if (count > 0) {
                Query query = inCounty.with("need", need.code());
                offered.add(new NeedRow(label, count, Addresses.search(base, query), about));
            } else {
                missing.add(
                        new MissingRow(label, about, nearest.to(county, need, reach, words, base)));
            }
        }
        return new PhaseBlock(phase.code(), words.of(phase.label()), offered, missing);
    }

    private static CountyRow row(County county, Reach reach, String base) {
        return new CountyRow(
                county.nameWithState(), Addresses.county(base, county), reach.of(county));
    }

    // Told with the clock of the county, because a page may be a minute old and printed for longer.
    private String asOf(County county, Words words) {
        Locale locale = words.locale();
        return words.say(
                "published.county.asOf",
                OpenState.time(LocalTime.ofInstant(clock.instant(), county.zone()), locale),
                county.zone().getDisplayName(TextStyle.FULL, TimeOfDay.region(locale)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static SearchRequest search(County county, boolean open, int size) {
        return new SearchRequest(
                "",
                Set.of(),
                Set.of(),
                county.fips(),
                Set.of(),
                Set.of(),
                open,
                false,
                false,
                Set.of(),
                null,
                null,
                Sort.NAME,
                0,
                size);
    }
}
