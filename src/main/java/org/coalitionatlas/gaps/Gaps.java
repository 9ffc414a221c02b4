package org.coalitionatlas.gaps;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.directory.ProviderFacts.ServiceFacts;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.gaps.CellFacts.Offer;
import org.coalitionatlas.gaps.CellFacts.Provider;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.partnership.Partnerships;
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

    private final ProviderFacts providerFacts;
    private final Partnerships partnerships;
    private final AssessmentFacts assessmentFacts;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final CoalitionProfile coalition;
    private final CoverageSettings settings;
    private final Clock clock;

    Gaps(
            ProviderFacts providerFacts,
            Partnerships partnerships,
            AssessmentFacts assessmentFacts,
            Taxonomy taxonomy,
            Geography geography,
            CoalitionProfile coalition,
            CoverageSettings settings,
            Clock clock) {
        this.providerFacts = providerFacts;
        this.partnerships = partnerships;
        this.assessmentFacts = assessmentFacts;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.coalition = coalition;
        this.settings = settings;
        this.clock = clock;
    }

    /** The coalition's counties × needs. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public GapMap ofCoalition() {
        return of(coalition.counties());
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
                new Judging(today, providerFacts.allServices(), assessmentFacts.latestOfAll());
        counties.forEach(county -> sink.accept(county, judging.county(county)));
    }

    private GapMap of(Collection<County> counties) {
        var judging =
                new Judging(
                        today(),
                        providerFacts.servicesFor(counties),
                        assessmentFacts.latest(counties.stream().map(County::fips).toList()));
        var cells = new LinkedHashMap<County, Map<Need, Cell>>();
        counties.forEach(county -> cells.put(county, judging.county(county)));
        return new GapMap(cells);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The facts of one day, arranged for looking up. */
    private final class Judging {

        private final LocalDate today;
        private final CoverageRules rules;
        private final Map<String, List<ServiceFacts>> servicesByArea = new HashMap<>();
        private final Map<String, Map<String, NeedAnswers>> answers;
        private final Map<UUID, Boolean> partners;
        private final Map<UUID, LocalDate> trainedUntil = providerFacts.trainedUntil();
        private final Map<UUID, String> names = new HashMap<>();
        private final Map<UUID, Offer> near = new HashMap<>();
        private final Map<UUID, Offer> far = new HashMap<>();

        Judging(
                LocalDate today,
                List<ServiceFacts> services,
                Map<String, Map<String, NeedAnswers>> answers) {
            this.today = today;
            this.rules = new CoverageRules(taxonomy.profiles(), settings, today);
            this.answers = answers;
            this.partners = partnerships.partnersOn(today);
            for (ServiceFacts service : services) {
                if (service.publication() != Publication.ARCHIVED) {
                    names.put(service.organizationId(), service.organizationName());
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
            Map<String, Map<UUID, List<ServiceFacts>>> byNeed = new HashMap<>();
            for (String area : ServiceArea.codesCovering(county)) {
                for (ServiceFacts service : servicesByArea.getOrDefault(area, List.of())) {
                    for (String need : service.needs().codes()) {
                        byNeed.computeIfAbsent(need, code -> new LinkedHashMap<>())
                                .computeIfAbsent(service.organizationId(), id -> new ArrayList<>())
                                .add(service);
                    }
                }
            }
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
                    StandingRule.of(answer, partners.get(id), trainedUntil.get(id), today),
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
        private static Offer offer(ServiceFacts service, boolean reachable) {
            return new Offer(
                    service.id(),
                    service.name(),
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
