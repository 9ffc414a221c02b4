package org.coalitionatlas.demand;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.demand.Matches.State;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.SearchParameters;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.SearchResult;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The searches people saved, each their own, and what newly matches them. */
@Component
public class SavedSearches {

    /** Most searches a person can save. */
    public static final int MOST = 50;

    /** A search that finds more is too wide for anybody to be told what is new in it. */
    public static final int WIDEST = 500;

    private static final int MOST_NEW = 100;
    private static final int MOST_SHOWN = 100;

    private final SavedSearchRecords records;
    private final Matches matches;
    private final DirectorySearch directory;
    private final CurrentPerson currentPerson;
    private final Geography geography;
    private final Clock clock;

    SavedSearches(
            SavedSearchRecords records,
            Matches matches,
            DirectorySearch directory,
            CurrentPerson currentPerson,
            Geography geography,
            Clock clock) {
        this.records = records;
        this.matches = matches;
        this.directory = directory;
        this.currentPerson = currentPerson;
        this.geography = geography;
        this.clock = clock;
    }

    /**
     * A saved search.
     *
     * @param address as the search screen writes it, without a question mark
     * @param fresh services that newly match and were not looked at yet
     * @param tooWide whether it has come to find more than {@link #WIDEST}, so that nothing is told
     */
    public record Saved(
            UUID id,
            String name,
            String address,
            boolean tellsNew,
            boolean byMail,
            boolean tooWide,
            long fresh,
            Instant createdAt) {}

    /** A service that newly matches one or more saved searches, as the person may see it. */
    public record News(ServiceView service, List<String> searches, Instant foundAt) {}

    /**
     * Saves a search for the current person. What it finds now is known and never told.
     *
     * @throws InvalidValue {@code seeking.invalid.most}, {@code seeking.invalid.wide}, {@code
     *     invalid.missing} or {@code invalid.tooLong}
     */
    @Transactional
    @PreAuthorize("isAuthenticated()")
    public UUID save(String name, String address, boolean tellNew, boolean byMail) {
        UUID person = currentPerson.get().id();
        if (records.countByPersonId(person) >= MOST) {
            throw new InvalidValue("seeking.invalid.most", MOST);
        }
        var search = new SavedSearch(person, name, address, clock.instant());
        records.saveAndFlush(search);
        if (tellNew) {
            begin(search, byMail);
        }
        return search.id();
    }

    /** The searches of the current person by name. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Saved> list() {
        UUID person = currentPerson.get().id();
        Map<UUID, Long> fresh = matches.countFresh(person);
        return records.findByPersonIdOrderByNameAscIdAsc(person).stream()
                .map(
                        search ->
                                new Saved(
                                        search.id(),
                                        search.name(),
                                        search.address(),
                                        search.tellsNew(),
                                        search.isByMail(),
                                        search.tellsNew() && search.matches() > WIDEST,
                                        fresh.getOrDefault(search.id(), 0L),
                                        search.createdAt()))
                .toList();
    }

    /**
     * Gives a search of the current person another name.
     *
     * @throws InvalidValue {@code invalid.missing}, {@code invalid.tooLong}, or {@code
     *     common.noSuchRecord}
     */
    @Transactional
    @PreAuthorize("isAuthenticated()")
    public void rename(UUID id, String name) {
        own(id).rename(name);
    }

    /** Deletes a search of the current person with all that was noted for it. */
    @Transactional
    @PreAuthorize("isAuthenticated()")
    public void delete(UUID id) {
        SavedSearch search = own(id);
        matches.forget(id);
        records.delete(search);
    }

    /**
     * Begins or ends telling what is new in a search of the current person.
     *
     * @throws InvalidValue {@code seeking.invalid.wide}
     */
    @Transactional
    @PreAuthorize("isAuthenticated()")
    public void tell(UUID id, boolean tellNew, boolean byMail) {
        SavedSearch search = own(id);
        if (tellNew && !search.tellsNew()) {
            matches.forget(id);
            begin(search, byMail);
        } else if (tellNew) {
            search.tell(true, byMail);
        } else {
            matches.forget(id);
            search.tell(false, false);
        }
    }

    /** How many services newly match; for the home screen, one statement. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public long countNews() {
        return matches.countFreshServices(currentPerson.get().id());
    }

    /**
     * Services that newly match searches of the current person, latest first. One that the person
     * may not see any more, or that was withdrawn, is left out.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<News> news() {
        UUID person = currentPerson.get().id();
        List<Matches.New> fresh = matches.fresh(person, MOST_SHOWN);
        Map<UUID, String> names =
                records.findByPersonIdOrderByNameAscIdAsc(person).stream()
                        .collect(Collectors.toMap(SavedSearch::id, SavedSearch::name));
        Set<UUID> services =
                fresh.stream()
                        .map(Matches.New::serviceId)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<UUID, ServiceView> views =
                directory.services(List.copyOf(services)).stream()
                        .filter(view -> view.publication() == Publication.PUBLISHED)
                        .collect(Collectors.toMap(ServiceView::id, Function.identity()));
        var news = new ArrayList<News>();
        for (UUID service : services) {
            ServiceView view = views.get(service);
            if (view != null) {
                List<Matches.New> ofService =
                        fresh.stream().filter(one -> one.serviceId().equals(service)).toList();
                news.add(
                        new News(
                                view,
                                ofService.stream()
                                        .map(one -> names.get(one.searchId()))
                                        .filter(Objects::nonNull)
                                        .sorted()
                                        .toList(),
                                ofService.getFirst().foundAt()));
            }
        }
        return news;
    }

    /** The current person has seen the news; none of it comes again. */
    @Transactional
    @PreAuthorize("isAuthenticated()")
    public void seen() {
        matches.see(currentPerson.get().id());
    }

    /**
     * Notes what newly matches a search. Runs as the person whose search it is, so that only what
     * they may see can match; called again it finds nothing more.
     *
     * @return how many services are new
     */
    @Transactional
    @PreAuthorize("isAuthenticated()")
    public int look(UUID id) {
        SavedSearch search = own(id);
        if (!search.tellsNew()) {
            return 0;
        }
        Found found = find(search);
        search.looked(found.total, clock.instant());
        if (found.total > WIDEST) {
            return 0;
        }
        Set<UUID> gone = matches.unseen(id);
        gone.removeAll(Set.copyOf(found.services));
        matches.withdraw(id, gone);
        Set<UUID> known = matches.of(id);
        List<UUID> fresh =
                found.services.stream()
                        .filter(one -> !known.contains(one))
                        .limit(MOST_NEW)
                        .toList();
        matches.add(id, fresh, State.NEW, clock.instant());
        return fresh.size();
    }

    private void begin(SavedSearch search, boolean byMail) {
        Found found = find(search);
        if (found.total > WIDEST) {
            throw new InvalidValue("seeking.invalid.wide", WIDEST, found.total);
        }
        search.tell(true, byMail);
        search.looked(found.total, clock.instant());
        matches.add(search.id(), found.services, State.KNOWN, clock.instant());
    }

    private record Found(long total, List<UUID> services) {}

    // What is open at the moment of looking says nothing about what is new, and neither does a hit
    // that has only some of the words.
    private Found find(SavedSearch search) {
        SearchRequest request =
                SearchParameters.request(SearchParameters.parse(search.address()), geography);
        var services = new LinkedHashSet<UUID>();
        long total = 0;
        for (int page = 0; page < WIDEST / SearchRequest.MOST; page++) {
            SearchResult result = directory.search(request.with(page, SearchRequest.MOST, false));
            if (result.relaxed()) {
                return new Found(0, List.of());
            }
            total = result.total();
            result.hits().stream()
                    .map(SearchResult.Hit::service)
                    .filter(view -> view.publication() == Publication.PUBLISHED)
                    .forEach(view -> services.add(view.id()));
            if (total > WIDEST || (page + 1L) * SearchRequest.MOST >= total) {
                break;
            }
        }
        return new Found(total, List.copyOf(services));
    }

    private SavedSearch own(UUID id) {
        return records.findByIdAndPersonId(id, currentPerson.get().id())
                .orElseThrow(() -> new InvalidValue("common.noSuchRecord"));
    }
}
