package org.coalitionatlas.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PastedText;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cycles of a county's assessment: opened with a name and a due date, closed, reopened with a
 * reason, carried forward into the next. {@link CycleVerb} says what is possible when.
 */
@Component
public class Cycles {

    /** Longest name of a cycle. */
    public static final int LONGEST_NAME = 20;

    /** Longest reason for reopening one. */
    public static final int LONGEST_REASON = 1000;

    private final AssessmentRecords assessments;
    private final CycleEvents log;
    private final Answering answering;
    private final KnownRecords records;
    private final ListedAtClosing listed;
    private final Geography geography;
    private final CurrentPerson currentPerson;
    private final Tries tries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cycles(
            AssessmentRecords assessments,
            CycleEvents log,
            Answering answering,
            KnownRecords records,
            ListedAtClosing listed,
            Geography geography,
            CurrentPerson currentPerson,
            Tries tries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.assessments = assessments;
        this.log = log;
        this.answering = answering;
        this.records = records;
        this.listed = listed;
        this.geography = geography;
        this.currentPerson = currentPerson;
        this.tries = tries;
        this.events = events;
        this.clock = clock;
    }

    /** The name of the cycle that begins when nobody names one: this year. */
    public String thisYear() {
        return String.valueOf(Year.now(clock.withZone(ZoneOffset.UTC)));
    }

    /**
     * Opens a cycle of the county's assessment; opening the one that is open changes nothing. For
     * coordinators of the county.
     *
     * @param name a year or any short name, unique in the county
     * @param dueOn the day by which answers are wanted, if any
     * @param carryForward whether the answers of the last closed cycle are shown as last time's
     * @throws InvalidValue {@code cycle.problem.open} while another is open, {@code
     *     cycle.problem.name} when a closed one has the name
     */
    @PreAuthorize("@assessmentAccess.mayAssess(#countyFips)")
    public UUID open(
            String countyFips, String name, @Nullable LocalDate dueOn, boolean carryForward) {
        if (geography.county(countyFips).isEmpty()) {
            throw new InvalidValue("invalid.county", countyFips);
        }
        String tidied = Texts.required(name, LONGEST_NAME);
        return tries.until(
                () -> {
                    List<Assessment> all = all(countyFips);
                    Optional<Assessment> open = open(all);
                    if (open.isPresent() && open.get().cycle().equals(tidied)) {
                        return open.get().id();
                    }
                    if (open.isPresent()) {
                        throw new InvalidValue("cycle.problem.open", open.get().cycle());
                    }
                    if (all.stream().anyMatch(other -> other.cycle().equals(tidied))) {
                        throw new InvalidValue("cycle.problem.name", tidied);
                    }
                    Instant now = clock.instant();
                    var assessment = new Assessment(countyFips, tidied, dueOn, now);
                    if (carryForward && !all.isEmpty()) {
                        assessment.carryForward(all.getFirst().id());
                    }
                    assessments.saveAndFlush(assessment);
                    note(assessment, CycleVerb.OPEN, null, now);
                    return assessment.id();
                });
    }

    /**
     * Sets, moves or takes away the due date. For coordinators of the county.
     *
     * @param version {@link CycleView#version()} the person saw
     */
    @PreAuthorize("@assessmentAccess.mayCoordinate(#id)")
    public CycleView reschedule(UUID id, long version, @Nullable LocalDate dueOn) {
        return done(
                id,
                version,
                CycleVerb.RESCHEDULE,
                dueOn == null ? null : dueOn.toString(),
                assessment -> assessment.reschedule(dueOn));
    }

    /**
     * Shows the answers of the county's last closed cycle as last time's, in a cycle that was
     * opened without. Nothing counts as assessed by it. For coordinators of the county.
     */
    @PreAuthorize("@assessmentAccess.mayCoordinate(#id)")
    public CycleView carryForward(UUID id, long version) {
        return done(
                id,
                version,
                CycleVerb.CARRY_FORWARD,
                null,
                assessment ->
                        assessment.carryForward(
                                all(assessment.countyFips()).stream()
                                        .filter(other -> other.state() == CycleState.CLOSED)
                                        .findFirst()
                                        .orElseThrow(
                                                () -> new InvalidValue("cycle.problem.noFormer"))
                                        .id()));
    }

    /**
     * Closes the cycle: its answers are frozen as they hold with everything on record that day,
     * together with who is listed and what they are called, and {@link AssessmentClosed} lets other
     * rooms keep their figures. For coordinators of the county.
     */
    @PreAuthorize("@assessmentAccess.mayCoordinate(#id)")
    public CycleView close(UUID id, long version) {
        return done(
                id,
                version,
                CycleVerb.CLOSE,
                null,
                assessment -> {
                    Known known = records.today();
                    answering.settleAll(id, known::of);
                    listed.keep(id, geography.county(assessment.countyFips()).orElseThrow(), known);
                    assessment.close(clock.instant());
                });
    }

    /**
     * Takes answers again. For coordinators of the county.
     *
     * @param reason why, kept with the cycle
     * @throws InvalidValue {@code cycle.problem.newer} unless it is the county's latest cycle
     */
    @PreAuthorize("@assessmentAccess.mayCoordinate(#id)")
    public CycleView reopen(UUID id, long version, String reason) {
        String why = PastedText.required(reason, LONGEST_REASON);
        return done(
                id,
                version,
                CycleVerb.REOPEN,
                why,
                assessment -> {
                    Assessment latest = all(assessment.countyFips()).getFirst();
                    if (!latest.id().equals(id)) {
                        throw new InvalidValue("cycle.problem.newer", latest.cycle());
                    }
                    assessment.reopen();
                    listed.forget(id);
                    answering.settleAll(id, provider -> Map.of());
                });
    }

    /** All cycles of the county, the latest first. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<CycleView> of(String countyFips) {
        return all(countyFips).stream().map(Assessment::view).toList();
    }

    /** What was done to a cycle, in order. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<CycleStep> steps(UUID id) {
        return log.findByAssessmentIdOrderByDoneAtAscIdAsc(id).stream()
                .map(CycleEvent::view)
                .toList();
    }

    private interface Doing {
        void to(Assessment assessment);
    }

    private CycleView done(
            UUID id, long version, CycleVerb verb, @Nullable String note, Doing doing) {
        Supplier<CycleView> work =
                () -> {
                    Assessment assessment = assessments.lock(id).orElseThrow();
                    if (assessment.view().version() != version) {
                        throw new SeenChanged(id);
                    }
                    doing.to(assessment);
                    assessments.saveAndFlush(assessment);
                    note(assessment, verb, note, clock.instant());
                    if (verb == CycleVerb.CLOSE) {
                        events.publishEvent(new AssessmentClosed(id, assessment.countyFips()));
                    }
                    return assessment.view();
                };
        return tries.until(work);
    }

    /** The cycle is no longer as the person saw it; trying again would not help. */
    private static final class SeenChanged extends ObjectOptimisticLockingFailureException {
        SeenChanged(UUID id) {
            super(Assessment.class, id);
        }
    }

    private void note(Assessment assessment, CycleVerb verb, @Nullable String reason, Instant now) {
        log.save(new CycleEvent(assessment.id(), verb, reason, currentPerson.get(), now));
    }

    private List<Assessment> all(String countyFips) {
        return assessments.findByCountyFipsOrderByOpenedAtDescIdDesc(countyFips);
    }

    private static Optional<Assessment> open(List<Assessment> all) {
        return all.stream().filter(assessment -> assessment.state() == CycleState.OPEN).findFirst();
    }
}
