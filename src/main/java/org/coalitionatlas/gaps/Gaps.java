package org.coalitionatlas.gaps;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.coalitionatlas.assessment.AssessmentFacts;
import org.coalitionatlas.assessment.AssessmentFacts.NeedAnswers;
import org.coalitionatlas.assessment.AssessmentFacts.ProviderAnswers;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.Known;
import org.coalitionatlas.assessment.KnownRecords;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.directory.ProviderFacts.ServiceFacts;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.gaps.Assumption.Change;
import org.coalitionatlas.gaps.CellDetail.ProviderState;
import org.coalitionatlas.gaps.CellDetail.ServiceState;
import org.coalitionatlas.gaps.CellFacts.Offer;
import org.coalitionatlas.gaps.CellFacts.Provider;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Reader;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coverage and gaps, worked out from the directory and the latest assessments whenever somebody
 * asks. Four SQL statements, whatever the number of counties and providers.
 */
@Component
public class Gaps {

    private static final Comparator<ProviderState> USABLE_FIRST =
            Comparator.comparing((ProviderState state) -> !state.usable())
                    .thenComparing(
                            state -> state.provider().standing(),
                            Comparator.nullsFirst(Comparator.<Standing>naturalOrder()).reversed())
                    .thenComparing(state -> state.provider().name());

    private final ProviderFacts providerFacts;
    private final KnownRecords records;
    private final AssessmentFacts assessmentFacts;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final CoalitionProfile coalition;
    private final DirectorySearch directory;
    private final CurrentPerson currentPerson;
    private final CoverageSettings settings;
    private final Clock clock;

    Gaps(
            ProviderFacts providerFacts,
            KnownRecords records,
            AssessmentFacts assessmentFacts,
            Taxonomy taxonomy,
            Geography geography,
            CoalitionProfile coalition,
            DirectorySearch directory,
            CurrentPerson currentPerson,
            CoverageSettings settings,
            Clock clock) {
        this.providerFacts = providerFacts;
        this.records = records;
        this.assessmentFacts = assessmentFacts;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.coalition = coalition;
        this.directory = directory;
        this.currentPerson = currentPerson;
        this.settings = settings;
        this.clock = clock;
    }

    /** The coalition's counties × needs. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public GapMap ofCoalition() {
        return of(coalition.counties());
    }

    /** The needs of one county, of the coalition or not; none for an unknown one. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Map<Need, Cell> ofCounty(String countyFips) {
        return geography
                .county(countyFips)
                .map(county -> of(List.of(county)).cells().getOrDefault(county, Map.of()))
                .orElse(Map.of());
    }

    /** One need in one county. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Optional<Cell> cell(String countyFips, String needCode) {
        Optional<Need> need = taxonomy.need(needCode);
        return geography
                .county(countyFips)
                .flatMap(
                        county ->
                                need.map(
                                        n ->
                                                of(List.of(county))
                                                        .cells()
                                                        .getOrDefault(county, Map.of())
                                                        .get(n)));
    }

    /**
     * One need in one county with all that stands behind it. What the reader may not know of has no
     * name. For members.
     *
     * @return empty for an unknown county or need
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Optional<CellDetail> detail(String countyFips, String needCode) {
        Optional<County> county = geography.county(countyFips);
        Optional<Need> need = taxonomy.need(needCode);
        if (county.isEmpty() || need.isEmpty()) {
            return Optional.empty();
        }
        Judging judging = judging(List.of(county.get()), currentPerson.reader());
        return Optional.of(judging.detail(county.get(), need.get()));
    }

    /**
     * The cell as it would be if all that were true; nothing is stored or looked up. For members.
     */
    @PreAuthorize("isAuthenticated()")
    public Cell whatIf(CellDetail detail, Collection<Assumption> assumptions) {
        return new CoverageRules(taxonomy.profiles(), settings, detail.today())
                .judge(detail.cell().facts(), assumptions);
    }

    /**
     * Judges every county that is valid today, one after the other, so that no more than one is
     * held at a time. For coordinators and administrators.
     *
     * @param sink takes each county with its 33 cells
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public void ofAllCounties(BiConsumer<County, Map<Need, Cell>> sink) {
        LocalDate today = today();
        List<County> counties =
                geography.counties().stream()
                        .filter(county -> county.valid().contains(today))
                        .toList();
        var judging =
                new Judging(
                        today,
                        providerFacts.allServices(),
                        assessmentFacts.latestOfAll(),
                        Reader.COORDINATORS);
        counties.forEach(county -> sink.accept(county, judging.county(county)));
    }

    private GapMap of(Collection<County> counties) {
        Judging judging = judging(counties, currentPerson.reader());
        var cells = new LinkedHashMap<County, Map<Need, Cell>>();
        counties.forEach(county -> cells.put(county, judging.county(county)));
        return new GapMap(cells);
    }

    private Judging judging(Collection<County> counties, Reader reader) {
        return new Judging(
                today(),
                providerFacts.servicesFor(counties),
                assessmentFacts.latest(counties.stream().map(County::fips).toList()),
                reader);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The facts of one day, arranged for looking up. */
    private final class Judging {

        private final LocalDate today;
        private final Reader reader;
        private final CoverageRules rules;
        private final Map<String, List<ServiceFacts>> servicesByArea = new HashMap<>();
        private final Map<String, Map<String, NeedAnswers>> answers;
        private final Known known;
        private final Map<UUID, String> names = new HashMap<>();
        private final Map<UUID, Offer> near = new HashMap<>();
        private final Map<UUID, Offer> far = new HashMap<>();

        Judging(
                LocalDate today,
                List<ServiceFacts> services,
                Map<String, Map<String, NeedAnswers>> answers,
                Reader reader) {
            this.today = today;
            this.reader = reader;
            this.rules = new CoverageRules(taxonomy.profiles(), settings, today);
            this.answers = answers;
            this.known = records.on(today);
            for (ServiceFacts service : services) {
                if (service.publication() != Publication.ARCHIVED) {
                    if (service.audience().includes(reader)) {
                        names.put(service.organizationId(), service.organizationName());
                    }
                    service.areas()
                            .forEach(
                                    area ->
                                            servicesByArea
                                                    .computeIfAbsent(
                                                            area, code -> new ArrayList<>())
                                                    .add(service));
                }
            }
        }

        Map<Need, Cell> county(County county) {
            Map<String, Map<UUID, List<ServiceFacts>>> byNeed = byNeed(county);
            Map<String, NeedAnswers> said = answers.getOrDefault(county.fips(), Map.of());
            var cells = new LinkedHashMap<Need, Cell>();
            for (Need need : taxonomy.needs()) {
                cells.put(
                        need,
                        rules.judge(
                                facts(
                                        county,
                                        need,
                                        byNeed.getOrDefault(need.code(), Map.of()),
                                        said.getOrDefault(need.code(), NeedAnswers.NONE))));
            }
            return cells;
        }

        CellDetail detail(County county, Need need) {
            CellFacts facts =
                    facts(
                            county,
                            need,
                            byNeed(county).getOrDefault(need.code(), Map.of()),
                            answers.getOrDefault(county.fips(), Map.of())
                                    .getOrDefault(need.code(), NeedAnswers.NONE));
            facts = withNamesOfUnlisted(facts);
            Cell cell = rules.judge(facts);
            Set<UUID> usable = new HashSet<>();
            cell.usable().forEach(candidate -> usable.add(candidate.provider().id()));
            List<ProviderState> states =
                    facts.providers().stream()
                            .map(provider -> state(provider, usable.contains(provider.id())))
                            .sorted(USABLE_FIRST)
                            .toList();
            List<Assumption> assumptions =
                    cell.isNotApplicable()
                            ? List.of()
                            : states.stream()
                                    .filter(state -> !state.provider().name().isEmpty())
                                    .flatMap(state -> possible(state).stream())
                                    .toList();
            return new CellDetail(county, need, cell, today, settings, states, assumptions);
        }

        // Somebody spoke of an organization that lists no service here; the directory names it if
        // the reader may know of it. Rare, and never more than a handful in one cell.
        private CellFacts withNamesOfUnlisted(CellFacts facts) {
            return new CellFacts(
                    facts.allHours(),
                    facts.nobody(),
                    facts.notApplicable(),
                    facts.providers().stream()
                            .map(
                                    provider ->
                                            provider.services().isEmpty()
                                                            && provider.name().isEmpty()
                                                    ? named(provider)
                                                    : provider)
                            .toList());
        }

        private Provider named(Provider provider) {
            String name =
                    directory.organization(provider.id()).map(OrganizationView::name).orElse("");
            return new Provider(
                    provider.id(),
                    provider.rootId(),
                    name,
                    provider.standing(),
                    provider.services());
        }

        private ProviderState state(Provider provider, boolean usable) {
            return new ProviderState(
                    provider,
                    usable,
                    provider.services().stream()
                            .map(offer -> new ServiceState(offer, rules.obstacles(offer)))
                            .toList());
        }

        private List<Assumption> possible(ProviderState state) {
            UUID id = state.provider().id();
            var possible = new ArrayList<Assumption>();
            // A service that is closed stays closed, however fresh its record.
            List<ServiceState> open =
                    state.services().stream()
                            .filter(service -> !service.obstacles().contains(Obstacle.CLOSED))
                            .toList();
            if (open.stream().anyMatch(s -> s.obstacles().contains(Obstacle.STALE))) {
                possible.add(new Assumption(id, Change.VERIFIED));
            }
            if (open.stream().anyMatch(s -> s.obstacles().contains(Obstacle.NO_ROOM))) {
                possible.add(new Assumption(id, Change.ROOM));
            }
            if (!state.provider().isPartner()) {
                possible.add(new Assumption(id, Change.AGREEMENT));
            }
            if (state.provider().standing() != Standing.TRAINED_PARTNER) {
                possible.add(new Assumption(id, Change.TRAINED));
            }
            return possible;
        }

        private Map<String, Map<UUID, List<ServiceFacts>>> byNeed(County county) {
            Map<String, Map<UUID, List<ServiceFacts>>> byNeed = new HashMap<>();
            // One that names a former county and its successor stands under both.
            var seen = new HashSet<UUID>();
            for (String area : ServiceArea.codesCovering(county)) {
                for (ServiceFacts service : servicesByArea.getOrDefault(area, List.of())) {
                    if (!seen.add(service.id())) {
                        continue;
                    }
                    for (String need : service.needs().codes()) {
                        byNeed.computeIfAbsent(need, code -> new LinkedHashMap<>())
                                .computeIfAbsent(service.organizationId(), id -> new ArrayList<>())
                                .add(service);
                    }
                }
            }
            return byNeed;
        }

        private CellFacts facts(
                County county, Need need, Map<UUID, List<ServiceFacts>> listed, NeedAnswers said) {
            Map<UUID, ProviderAnswers> answersOf = new HashMap<>();
            said.providers().forEach(answer -> answersOf.put(answer.providerId(), answer));
            var providers = new ArrayList<Provider>();
            listed.forEach(
                    (id, services) ->
                            providers.add(provider(id, county, services, answersOf.remove(id))));
            answersOf.forEach(
                    (id, answer) -> providers.add(provider(id, county, List.of(), answer)));
            return new CellFacts(
                    need.allHours(),
                    said.finding() == Finding.NOBODY,
                    said.finding() == Finding.NOT_APPLICABLE
                            ? Optional.ofNullable(said.reason()).orElse("")
                            : null,
                    providers);
        }

        private Provider provider(
                UUID id,
                County county,
                List<ServiceFacts> services,
                @Nullable ProviderAnswers answer) {
            return new Provider(
                    id,
                    services.isEmpty() ? id : services.getFirst().rootOrganizationId(),
                    names.getOrDefault(id, ""),
                    answer == null ? null : StandingRule.of(answer, known.of(id), today),
                    services.stream().map(service -> offer(service, county)).toList());
        }

        private Offer offer(ServiceFacts service, County county) {
            boolean elsewhere =
                    !service.locationCounties().isEmpty()
                            && !service.locationCounties().contains(county.fips());
            boolean onlyRemote = service.remote() && service.locationCounties().isEmpty();
            boolean reachable = !elsewhere && !onlyRemote;
            return (reachable ? near : far)
                    .computeIfAbsent(service.id(), id -> offer(service, reachable));
        }

        // A statewide service stands in a hundred counties and several needs; it is made twice.
        private Offer offer(ServiceFacts service, boolean reachable) {
            return new Offer(
                    service.id(),
                    service.audience().includes(reader) ? service.name() : "",
                    service.active() && service.publication() == Publication.PUBLISHED,
                    service.capacity(),
                    service.assuredOn(),
                    Set.copyOf(service.accepts().codes()),
                    service.weekly(),
                    reachable,
                    Set.copyOf(service.languages().codes()),
                    service.interpretation());
        }
    }
}
