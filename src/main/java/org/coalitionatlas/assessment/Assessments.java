package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.assessment.Worksheet.Narrative;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PastedText;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The needs-by-provider assessment of a county (003): reading the worksheet, and taking each answer
 * as it is given. Every answer is a person's statement; what holds follows from all of them by
 * {@link MergeRules}.
 */
@Component
public class Assessments {

    private final Cycles cycles;
    private final AssessmentRecords assessments;
    private final AnswerRecords answers;
    private final Answering answering;
    private final Narratives narratives;
    private final WorksheetReader reader;
    private final DirectoryCommands directory;
    private final ProviderFacts providerFacts;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final CurrentPerson currentPerson;
    private final SheetNews news;
    private final Tries tries;

    Assessments(
            Cycles cycles,
            AssessmentRecords assessments,
            AnswerRecords answers,
            Answering answering,
            Narratives narratives,
            WorksheetReader reader,
            DirectoryCommands directory,
            ProviderFacts providerFacts,
            Taxonomy taxonomy,
            Geography geography,
            CurrentPerson currentPerson,
            SheetNews news,
            Tries tries) {
        this.cycles = cycles;
        this.assessments = assessments;
        this.answers = answers;
        this.answering = answering;
        this.narratives = narratives;
        this.reader = reader;
        this.directory = directory;
        this.providerFacts = providerFacts;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.currentPerson = currentPerson;
        this.news = news;
        this.tries = tries;
    }

    /**
     * Opens the county's assessment for a cycle, or returns the one already open; {@link
     * Cycles#open} says more. For coordinators of the county.
     *
     * @param cycle a year or any short name
     */
    @PreAuthorize("@assessmentAccess.mayAssess(#countyFips)")
    public UUID open(String countyFips, String cycle) {
        return cycles.open(countyFips, cycle, null, false);
    }

    /** The name of the cycle that begins when nobody names one: this year. */
    public String currentCycle() {
        return cycles.thisYear();
    }

    /** The county's latest assessment; empty when there has been none. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Optional<Worksheet> worksheet(String countyFips) {
        return worksheet(countyFips, null);
    }

    /**
     * The county's assessment of a cycle; empty when there has been none. For members.
     *
     * @param cycle its name; {@code null} for the latest
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Optional<Worksheet> worksheet(String countyFips, @Nullable String cycle) {
        return geography
                .county(countyFips)
                .flatMap(
                        county -> {
                            List<Assessment> all =
                                    assessments.findByCountyFipsOrderByOpenedAtDescIdDesc(
                                            countyFips);
                            return all.stream()
                                    .filter(one -> cycle == null || one.cycle().equals(cycle))
                                    .findFirst()
                                    .map(one -> reader.read(one, all, county));
                        });
    }

    /** A row as it stands, after somebody else changed it. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public CellNow cell(UUID assessmentId, String needCode, UUID providerId) {
        return answering.look(assessmentId, needCode, providerId);
    }

    /** The same of several rows of a need at once: two statements. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Map<UUID, CellNow> cells(
            UUID assessmentId, String needCode, Collection<UUID> providerIds) {
        return answering.look(assessmentId, needCode, providerIds);
    }

    /**
     * Takes one answer of the current person about one provider for one need; {@code null} takes it
     * back. For coordinators of the county and members of an organization that works there.
     *
     * @return the row with everybody's statements
     */
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public CellNow answer(
            UUID assessmentId,
            String needCode,
            UUID providerId,
            Question question,
            @Nullable Answer answer) {
        return answer(assessmentId, needCode, providerId, question, answer, null);
    }

    /**
     * The same from a screen that may have been out of touch.
     *
     * @param when {@code null}: now, over whatever stands
     * @throws SaidLater when the person said something else later, elsewhere; nothing is saved
     */
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public CellNow answer(
            UUID assessmentId,
            String needCode,
            UUID providerId,
            Question question,
            @Nullable Answer answer,
            @Nullable SaidWhen when) {
        requireNeed(needCode);
        return said(
                assessmentId,
                needCode,
                providerId,
                () ->
                        answering.say(
                                assessmentId,
                                needCode,
                                providerId,
                                me(),
                                (own, now) -> {
                                    Statement before = own.view();
                                    requireLast(
                                            when, before.to(question), before.at(question), answer);
                                    own.answer(question, answer, dated(when, now));
                                    return answer != null;
                                }));
    }

    private static void requireLast(
            @Nullable SaidWhen when,
            @Nullable Enum<?> standing,
            Instant at,
            @Nullable Enum<?> wanted) {
        boolean blank = standing == null && (when == null || when.known().isEmpty());
        if (when != null && standing != wanted && !blank && when.isOvertakenBy(at)) {
            throw new SaidLater(standing, at);
        }
    }

    private static Instant dated(@Nullable SaidWhen when, Instant now) {
        return when == null ? now : when.dated(now);
    }

    /**
     * Confirms answers the person saw (what the directory has on record, or what was said in the
     * last cycle), for each question the person has not answered. For coordinators of the county
     * and members of an organization that works there.
     *
     * @param seen the answers the person confirms
     * @return the row with everybody's statements
     */
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public CellNow confirm(
            UUID assessmentId, String needCode, UUID providerId, Map<Question, Answer> seen) {
        return Objects.requireNonNull(
                confirm(assessmentId, needCode, Map.of(providerId, seen), null).get(providerId));
    }

    /**
     * The same for several providers at once: all of them or none.
     *
     * @param seen the answers the person confirms, by provider
     * @param when {@code null}: now
     * @return the rows with everybody's statements
     */
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public Map<UUID, CellNow> confirm(
            UUID assessmentId,
            String needCode,
            Map<UUID, Map<Question, Answer>> seen,
            @Nullable SaidWhen when) {
        requireNeed(needCode);
        var sayings = new LinkedHashMap<UUID, Answering.Saying>();
        seen.forEach((provider, answers) -> sayings.put(provider, confirming(answers, when)));
        Map<UUID, CellNow> rows =
                tries.until(() -> answering.sayAll(assessmentId, needCode, me(), sayings));
        news.tell(assessmentId, needCode, rows.keySet());
        return rows;
    }

    private static Answering.Saying confirming(
            Map<Question, Answer> seen, @Nullable SaidWhen when) {
        return (own, now) -> {
            Statement before = own.view();
            seen.forEach(
                    (question, answer) -> {
                        if (before.to(question) == null) {
                            own.answer(question, answer, dated(when, now));
                        }
                    });
            return true;
        };
    }

    /**
     * Says that nobody meets the need, or that it does not apply; {@code null} takes that back. For
     * coordinators of the county; members of an organization that works there may say "nobody".
     *
     * @param reason must be given when the need does not apply
     * @return what is said of the need
     * @throws InvalidValue {@code invalid.nobody} while a "yes" about some provider holds
     */
    @PreAuthorize(
            "@assessmentAccess.mayAnswer(#assessmentId) and (#finding?.name() != 'NOT_APPLICABLE'"
                    + " or @assessmentAccess.mayCoordinate(#assessmentId))")
    public CellNow find(
            UUID assessmentId,
            String needCode,
            @Nullable Finding finding,
            @Nullable String reason) {
        return find(assessmentId, needCode, finding, reason, null);
    }

    /**
     * The same from a screen that may have been out of touch.
     *
     * @param when {@code null}: now, over whatever stands
     * @throws SaidLater when the person said something else later, elsewhere; nothing is saved
     */
    @PreAuthorize(
            "@assessmentAccess.mayAnswer(#assessmentId) and (#finding?.name() != 'NOT_APPLICABLE'"
                    + " or @assessmentAccess.mayCoordinate(#assessmentId))")
    public CellNow find(
            UUID assessmentId,
            String needCode,
            @Nullable Finding finding,
            @Nullable String reason,
            @Nullable SaidWhen when) {
        requireNeed(needCode);
        if (finding == Finding.NOT_APPLICABLE) {
            PastedText.required(reason, 500);
        }
        UUID about = AssessmentAnswer.THE_NEED_ITSELF;
        return said(
                assessmentId,
                needCode,
                about,
                () -> {
                    answering.hold(assessmentId);
                    if (finding == Finding.NOBODY
                            && answers
                                    .findByAssessmentIdAndNeedCode(assessmentId, needCode)
                                    .stream()
                                    .anyMatch(AssessmentAnswer::saysYes)) {
                        throw new InvalidValue("invalid.nobody");
                    }
                    return answering.say(
                            assessmentId,
                            needCode,
                            about,
                            me(),
                            (own, now) -> {
                                Statement before = own.view();
                                Instant at = before.findingAt();
                                requireLast(
                                        when,
                                        before.finding(),
                                        at == null ? before.saidAt() : at,
                                        finding);
                                own.find(finding, reason, dated(when, now));
                                return false;
                            });
                });
    }

    /**
     * Decides a question on which people disagree; a later statement to the contrary opens it
     * again. For coordinators of the county.
     *
     * @param reason shown to everybody beside the answer
     */
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public CellNow resolve(
            UUID assessmentId,
            String needCode,
            UUID providerId,
            Question question,
            Answer answer,
            String reason) {
        requireNeed(needCode);
        PastedText.required(reason, 500);
        return said(
                assessmentId,
                needCode,
                providerId,
                () ->
                        answering.decide(
                                assessmentId,
                                needCode,
                                providerId,
                                question.name(),
                                answer,
                                reason));
    }

    /**
     * Decides what holds of a need as a whole when people disagree. For coordinators of the county.
     *
     * @param finding {@code null} when providers are there after all
     * @param reason shown to everybody
     */
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public CellNow resolve(
            UUID assessmentId, String needCode, @Nullable Finding finding, String reason) {
        requireNeed(needCode);
        PastedText.required(reason, 500);
        UUID about = AssessmentAnswer.THE_NEED_ITSELF;
        return said(
                assessmentId,
                needCode,
                about,
                () ->
                        answering.decide(
                                assessmentId,
                                needCode,
                                about,
                                AssessmentResolution.FINDING,
                                finding,
                                reason));
    }

    /**
     * Adds a provider the directory does not know yet: a draft organization with a draft service
     * for that need and county, to be completed and published in the directory. One that is there
     * already by that name is not added again. For coordinators of the county.
     *
     * @return the new organization, or the draft of that name
     */
    @Transactional
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public UUID addProvider(UUID assessmentId, String needCode, String name) {
        Need need = requireNeed(needCode);
        String county = answering.hold(assessmentId).countyFips();
        Optional<UUID> before = drafted(county, need, name);
        if (before.isPresent()) {
            return before.get();
        }
        UUID organization = directory.addOrganization(OrganizationDraft.named(name, "other"));
        ServiceDraft blank = ServiceDraft.named(need.label().en());
        directory.addService(
                organization,
                blank.meeting(
                        CodeSet.of(List.of(need.code())), Set.of(ServiceArea.county(county))));
        answering.withdrawNobody(assessmentId, needCode, me());
        return organization;
    }

    // Whoever holds the cycle sees what another press of the same button has just added.
    private Optional<UUID> drafted(String countyFips, Need need, String name) {
        String wanted = Texts.folded(name.strip());
        return geography.county(countyFips).stream()
                .flatMap(county -> providerFacts.visibleServicesFor(List.of(county)).stream())
                .filter(service -> service.publication() == Publication.DRAFT)
                .filter(service -> service.needs().contains(need.code()))
                .filter(service -> Texts.folded(service.organizationName()).equals(wanted))
                .map(ProviderFacts.ServiceFacts::organizationId)
                .findFirst();
    }

    /**
     * Saves a narrative as it is typed. For coordinators of the county.
     *
     * @return when it was saved
     */
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public Instant write(UUID assessmentId, NarrativeTopic topic, String text) {
        return narratives.write(assessmentId, topic, text);
    }

    /**
     * Saves a narrative over the one the person started from. For coordinators of the county.
     *
     * @see Narratives#write(UUID, NarrativeTopic, String, long)
     */
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public Narrative write(UUID assessmentId, NarrativeTopic topic, String text, long seen) {
        return narratives.write(assessmentId, topic, text, seen);
    }

    private CellNow said(
            UUID assessmentId, String needCode, UUID providerId, Supplier<CellNow> saying) {
        CellNow now = tries.until(saying);
        news.tell(assessmentId, needCode, providerId);
        return now;
    }

    private Speaker me() {
        return Speaker.of(currentPerson.get());
    }

    private Need requireNeed(String code) {
        return taxonomy.need(code).orElseThrow(() -> new InvalidValue("invalid.need", code));
    }
}
