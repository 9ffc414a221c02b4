package org.coalitionatlas.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many needs wait for a coordinator because people disagree, by the same rules as a county's
 * sheet, for many counties at once.
 */
@Component
public class Disagreements {

    private final StatementRecords statements;
    private final ResolutionRecords resolutions;
    private final KnownRecords records;

    Disagreements(
            StatementRecords statements, ResolutionRecords resolutions, KnownRecords records) {
        this.statements = statements;
        this.resolutions = resolutions;
        this.records = records;
    }

    private record NeedOf(UUID cycle, String need) {}

    private record Cell(NeedOf need, UUID provider) {

        boolean isAboutTheNeed() {
            return provider.equals(AssessmentAnswer.THE_NEED_ITSELF);
        }
    }

    /**
     * Needs of the counties' open cycles on which people disagree and nobody has decided, by county
     * FIPS code; counties without any are absent. Five statements at most. For coordinators.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Map<String, Integer> open(Collection<String> countyFips) {
        var counties = new HashMap<UUID, String>();
        var said = new HashMap<Cell, List<Statement>>();
        if (!countyFips.isEmpty()) {
            for (Object[] row : statements.inOpenCyclesOf(countyFips)) {
                var cycle = (UUID) row[1];
                var spoken = (AssessmentStatement) row[2];
                counties.put(cycle, (String) row[0]);
                if (!spoken.view().isEmpty()) {
                    said.computeIfAbsent(
                                    cell(cycle, spoken.needCode(), spoken.providerId()),
                                    key -> new ArrayList<>())
                            .add(spoken.view());
                }
            }
        }
        if (said.isEmpty()) {
            return Map.of();
        }
        var ruled = new HashMap<Cell, List<Ruling>>();
        for (Object[] row : resolutions.inCycles(counties.keySet())) {
            var ruling = (AssessmentResolution) row[1];
            ruled.computeIfAbsent(
                            cell((UUID) row[0], ruling.needCode(), ruling.providerId()),
                            key -> new ArrayList<>())
                    .add(ruling.view());
        }
        var found = new HashMap<String, Integer>();
        disputed(said, ruled, records.today())
                .forEach(need -> found.merge(counties.get(need.cycle()), 1, Integer::sum));
        return found;
    }

    private static Set<NeedOf> disputed(
            Map<Cell, List<Statement>> said, Map<Cell, List<Ruling>> ruled, Known known) {
        var disputed = new HashSet<NeedOf>();
        var tied = new HashSet<NeedOf>();
        said.forEach(
                (cell, spoken) -> {
                    if (!cell.isAboutTheNeed()) {
                        Map<Question, Outcome<Answer>> holds =
                                Merged.answers(
                                        spoken,
                                        ruled.getOrDefault(cell, List.of()),
                                        known.of(cell.provider()));
                        if (holds.values().stream().anyMatch(Outcome::isContested)) {
                            disputed.add(cell.need());
                        }
                        if (isYes(holds.get(Question.CONTACT))
                                || isYes(holds.get(Question.PARTNER))) {
                            tied.add(cell.need());
                        }
                    }
                });
        said.forEach(
                (cell, spoken) -> {
                    if (cell.isAboutTheNeed()
                            && Merged.finding(
                                            spoken,
                                            ruled.getOrDefault(cell, List.of()),
                                            tied.contains(cell.need()))
                                    .isContested()) {
                        disputed.add(cell.need());
                    }
                });
        return disputed;
    }

    private static boolean isYes(@Nullable Outcome<Answer> outcome) {
        return outcome != null && outcome.value() == Answer.YES;
    }

    private static Cell cell(UUID cycle, String need, UUID provider) {
        return new Cell(new NeedOf(cycle, need), provider);
    }
}
