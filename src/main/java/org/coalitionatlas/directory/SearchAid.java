package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.coalitionatlas.directory.SearchHelp.NearCounty;
import org.coalitionatlas.directory.SearchHelp.RelatedNeed;
import org.coalitionatlas.directory.SearchHelp.Without;
import org.coalitionatlas.directory.SearchPass.Sideways;
import org.coalitionatlas.directory.SearchResult.CountyCounts;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * What surrounds a search on its screen: help for whoever found nothing or little, and word of what
 * was searched for. Asks the index and never the database.
 */
@Component
public class SearchAid {

    /** So few hits that a better spelling is worth naming. */
    private static final int LITTLE = 3;

    private static final int MOST = 5;
    private static final int MOST_COUNTIES = 3;
    private static final int MOST_LINES = 2;
    private static final int LINES_LOOKED_AT = 50;

    private final DirectorySearch directory;
    private final QueryWords queryWords;
    private final NeedWords needWords;
    private final Spelling spelling;
    private final Geography geography;
    private final CurrentPerson currentPerson;
    private final ApplicationEventPublisher events;

    SearchAid(
            DirectorySearch directory,
            QueryWords queryWords,
            NeedWords needWords,
            Spelling spelling,
            Geography geography,
            CurrentPerson currentPerson,
            ApplicationEventPublisher events) {
        this.directory = directory;
        this.queryWords = queryWords;
        this.needWords = needWords;
        this.spelling = spelling;
        this.geography = geography;
        this.currentPerson = currentPerson;
        this.events = events;
    }

    /** What the current reader can do about a search that found nothing or little. */
    @PreAuthorize("permitAll()")
    public SearchHelp help(SearchRequest request, SearchResult result) {
        return help(request, result, currentPerson.reader());
    }

    /** The same for anybody. */
    @PreAuthorize("permitAll()")
    public SearchHelp publishedHelp(SearchRequest request, SearchResult result) {
        return help(request, result, Reader.PUBLIC);
    }

    /**
     * What the search was about, in needs and a county; what else was typed is not in it. Whoever
     * listens learns that somebody searched, not who.
     *
     * @return what was told
     */
    @PreAuthorize("permitAll()")
    public Searched told(SearchRequest request, SearchResult result) {
        Searched searched = about(request, result);
        tell(searched);
        return searched;
    }

    /** What the search was about. */
    @PreAuthorize("permitAll()")
    public Searched about(SearchRequest request, SearchResult result) {
        return new Searched(
                asked(request),
                Optional.ofNullable(request.countyFips())
                        .flatMap(geography::county)
                        .or(() -> needWords.county(request.text()))
                        .map(County::fips)
                        .orElse(null),
                result.total() > 0);
    }

    /** Lets the other rooms know. */
    @PreAuthorize("permitAll()")
    public void tell(Searched searched) {
        events.publishEvent(searched);
    }

    private SearchHelp help(SearchRequest request, SearchResult result, Reader reader) {
        boolean nothing = result.total() == 0;
        if (!nothing && !result.relaxed() && result.total() > LITTLE) {
            return SearchHelp.NONE;
        }
        String corrected = null;
        long correctedCount = 0;
        Optional<String> better = spelling.corrected(request.text(), reader);
        if (better.isPresent()) {
            SearchResult found = directory.search(request.withText(better.get()), reader);
            // Worth saying only when it finds more, and finds it with all of the words.
            if (found.total() > 0
                    && (result.relaxed() ? !found.relaxed() : found.total() > result.total())) {
                corrected = better.get();
                correctedCount = found.total();
            }
        }
        if (!nothing) {
            return new SearchHelp(
                    corrected, correctedCount, List.of(), List.of(), List.of(), List.of());
        }
        Sideways sideways = sideways(request, reader);
        return new SearchHelp(
                corrected,
                correctedCount,
                without(sideways),
                near(request, sideways),
                lines(request, reader),
                related(request, sideways));
    }

    private Sideways sideways(SearchRequest request, Reader reader) {
        Sideways strict = directory.sideways(request, reader, false);
        boolean several = queryWords.understand(request.text()).units().size() > 1;
        return several && strict.without().values().stream().allMatch(count -> count == 0)
                ? directory.sideways(request, reader, true)
                : strict;
    }

    private static List<Without> without(Sideways sideways) {
        return sideways.without().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new Without(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingLong(Without::count)
                                .reversed()
                                .thenComparing(one -> one.dropped().filter()))
                .limit(MOST)
                .toList();
    }

    private List<NearCounty> near(SearchRequest request, Sideways sideways) {
        Optional<ZipCode> zip = queryWords.understand(request.text()).zip();
        Optional<County> asked =
                Optional.ofNullable(request.countyFips()).flatMap(geography::county);
        SearchFilter dropped = asked.isPresent() ? SearchFilter.COUNTY : SearchFilter.ZIP;
        Point from = asked.map(County::center).or(() -> zip.map(ZipCode::center)).orElse(null);
        String without = asked.or(() -> zip.map(ZipCode::county)).map(County::fips).orElse("");
        if (from == null) {
            return List.of();
        }
        Map<String, Long> byArea =
                sideways.counts()
                        .getOrDefault(Narrowing.of(dropped), Map.of())
                        .getOrDefault(IndexFields.AREAS, Map.of());
        var counts = new CountyCounts(byArea);
        return byArea.keySet().stream()
                .flatMap(code -> new ServiceArea(code).countyFips().stream())
                .filter(fips -> !fips.equals(without))
                .flatMap(fips -> geography.county(fips).stream())
                .map(
                        county ->
                                new NearCounty(
                                        county, from.milesTo(county.center()), counts.of(county)))
                .sorted(Comparator.comparingDouble(NearCounty::miles))
                .limit(MOST_COUNTIES)
                .toList();
    }

    private List<ServiceView> lines(SearchRequest request, Reader reader) {
        @Nullable String usps =
                Optional.ofNullable(request.countyFips())
                        .flatMap(geography::county)
                        .or(() -> needWords.county(request.text()))
                        .map(county -> county.state().usps())
                        .orElse(null);
        Set<String> asked = asked(request);
        return directory.lines(usps, reader, LINES_LOOKED_AT).stream()
                .sorted(
                        Comparator.comparing(
                                        (ServiceView view) ->
                                                view.needs().stream().noneMatch(asked::contains))
                                .thenComparing(view -> !view.active())
                                .thenComparing(view -> !view.hours().hours().isAlways()))
                .limit(MOST_LINES)
                .toList();
    }

    private List<RelatedNeed> related(SearchRequest request, Sideways sideways) {
        Set<String> asked = asked(request);
        Map<String, Long> counts =
                Stream.of(SearchFilter.NEED, SearchFilter.TEXT)
                        .map(filter -> sideways.counts().get(Narrowing.of(filter)))
                        .flatMap(Stream::ofNullable)
                        .map(fields -> fields.getOrDefault(IndexFields.NEEDS, Map.of()))
                        .findFirst()
                        .orElse(Map.of());
        var related = new ArrayList<RelatedNeed>();
        needWords
                .related(asked)
                .forEach(
                        need ->
                                related.add(
                                        new RelatedNeed(
                                                need, counts.getOrDefault(need.code(), 0L))));
        return related.stream().filter(one -> one.count() > 0).limit(MOST).toList();
    }

    private Set<String> asked(SearchRequest request) {
        var asked = new LinkedHashSet<>(request.needs());
        asked.addAll(needWords.needs(request.text()));
        return asked;
    }
}
