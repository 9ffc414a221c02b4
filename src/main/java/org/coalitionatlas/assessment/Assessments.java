package org.coalitionatlas.assessment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Narrative;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.directory.ProviderFacts.ServiceFacts;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.partnership.Partnerships;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The needs-by-provider assessment of a county (003): reading the worksheet, and taking each answer
 * as it is given.
 */
@Component
public class Assessments {

    private static final int TRIES = 4;

    private final AssessmentRecords assessments;
    private final AnswerRecords answers;
    private final NarrativeRecords narratives;
    private final ProviderFacts providerFacts;
    private final Partnerships partnerships;
    private final DirectoryCommands directory;
    private final DirectorySearch directorySearch;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final CurrentPerson currentPerson;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Assessments(
            AssessmentRecords assessments,
            AnswerRecords answers,
            NarrativeRecords narratives,
            ProviderFacts providerFacts,
            Partnerships partnerships,
            DirectoryCommands directory,
            DirectorySearch directorySearch,
            Taxonomy taxonomy,
            Geography geography,
            CurrentPerson currentPerson,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.assessments = assessments;
        this.answers = answers;
        this.narratives = narratives;
        this.providerFacts = providerFacts;
        this.partnerships = partnerships;
        this.directory = directory;
        this.directorySearch = directorySearch;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.currentPerson = currentPerson;
        this.transactions = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /**
     * Opens the county's assessment for a cycle, or returns the one already open. For coordinators
     * of the county.
     *
     * @param cycle a year or any short name
     */
    @PreAuthorize("@assessmentAccess.mayAssess(#countyFips)")
    public UUID open(String countyFips, String cycle) {
        if (geography.county(countyFips).isEmpty()) {
            throw new InvalidValue("invalid.county", countyFips);
        }
        return retrying(
                () ->
                        assessments
                                .findByCountyFipsAndCycle(countyFips, cycle)
                                .orElseGet(
                                        () ->
                                                assessments.save(
                                                        new Assessment(
                                                                countyFips,
                                                                cycle,
                                                                clock.instant())))
                                .id());
    }

    /** The name of the cycle that begins when nobody names one: this year. */
    public String currentCycle() {
        return String.valueOf(Year.now(clock.withZone(ZoneOffset.UTC)));
    }

    /** The county's latest assessment; empty when there has been none. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Optional<Worksheet> worksheet(String countyFips) {
        Optional<County> county = geography.county(countyFips);
        if (county.isEmpty()) {
            return Optional.empty();
        }
        return assessments
                .findFirstByCountyFipsOrderByOpenedAtDescIdDesc(countyFips)
                .map(assessment -> worksheet(assessment, county.get()));
    }

    /**
     * Takes one answer about one provider for one need; {@code null} takes it back. For
     * coordinators of the county.
     *
     * @return when it was saved
     */
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public Instant answer(
            UUID assessmentId,
            String needCode,
            UUID providerId,
            Question question,
            @Nullable Answer answer) {
        requireNeed(needCode);
        return retrying(
                () -> {
                    Instant now = clock.instant();
                    answerOf(assessmentId, needCode, providerId, now)
                            .answer(question, answer, by(), now);
                    if (answer != null) {
                        withdrawNobody(assessmentId, needCode, now);
                    }
                    return now;
                });
    }

    /**
     * Confirms what the directory already knows about a provider, for each question nobody has
     * answered. For coordinators of the county.
     *
     * @param known the answers the person saw and confirms
     * @return when it was saved
     */
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public Instant confirm(
            UUID assessmentId, String needCode, UUID providerId, Map<Question, Answer> known) {
        requireNeed(needCode);
        return retrying(
                () -> {
                    Instant now = clock.instant();
                    AssessmentAnswer record = answerOf(assessmentId, needCode, providerId, now);
                    known.forEach(
                            (question, answer) -> {
                                if (record.to(question) == null) {
                                    record.answer(question, answer, by(), now);
                                }
                            });
                    withdrawNobody(assessmentId, needCode, now);
                    return now;
                });
    }

    /**
     * Says that nobody meets the need, or that it does not apply; {@code null} takes that back. For
     * coordinators of the county.
     *
     * @param reason must be given when the need does not apply
     * @return when it was saved
     * @throws InvalidValue {@code invalid.nobody} while a "yes" about some provider stands
     */
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public Instant find(
            UUID assessmentId,
            String needCode,
            @Nullable Finding finding,
            @Nullable String reason) {
        requireNeed(needCode);
        if (finding == Finding.NOT_APPLICABLE) {
            Texts.required(reason, 500);
        }
        return retrying(
                () -> {
                    Instant now = clock.instant();
                    if (finding == Finding.NOBODY
                            && answers
                                    .findByAssessmentIdAndNeedCode(assessmentId, needCode)
                                    .stream()
                                    .anyMatch(AssessmentAnswer::saysYes)) {
                        throw new InvalidValue("invalid.nobody");
                    }
                    answerOf(assessmentId, needCode, AssessmentAnswer.THE_NEED_ITSELF, now)
                            .find(finding, reason, by(), now);
                    return now;
                });
    }

    /**
     * Adds a provider the directory does not know yet: a draft organization with a draft service
     * for that need and county, to be completed and published in the directory. For coordinators of
     * the county.
     *
     * @return the new organization
     */
    @Transactional
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public UUID addProvider(UUID assessmentId, String needCode, String name) {
        Need need = requireNeed(needCode);
        String county = assessments.findById(assessmentId).orElseThrow().countyFips();
        UUID organization = directory.addOrganization(OrganizationDraft.named(name, "other"));
        ServiceDraft blank = ServiceDraft.named(need.label().en());
        directory.addService(
                organization,
                blank.meeting(
                        CodeSet.of(List.of(need.code())), Set.of(ServiceArea.county(county))));
        withdrawNobody(assessmentId, needCode, clock.instant());
        return organization;
    }

    /**
     * Saves a narrative as it is typed. For coordinators of the county.
     *
     * @return when it was saved
     */
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public Instant write(UUID assessmentId, NarrativeTopic topic, String text) {
        String tidied = Texts.tidy(text, AssessmentNarrative.LONGEST);
        return retrying(
                () -> {
                    Instant now = clock.instant();
                    AssessmentNarrative record =
                            narratives
                                    .findByAssessmentIdAndTopic(assessmentId, topic)
                                    .orElseGet(() -> new AssessmentNarrative(assessmentId, topic));
                    record.write(tidied == null ? "" : tidied, by(), now);
                    narratives.save(record);
                    return now;
                });
    }

    /**
     * Saves a narrative over the one the person started from, so that two people who write at the
     * same time do not lose each other's words. For coordinators of the county.
     *
     * @param seen {@link Narrative#version()} of the text the person started from, or {@link
     *     Narrative#UNWRITTEN}
     * @return the narrative as it stands now
     * @throws NarrativeChanged when somebody else's words stand there by now; nothing is saved
     */
    @PreAuthorize("@assessmentAccess.mayAnswer(#assessmentId)")
    public Narrative write(UUID assessmentId, NarrativeTopic topic, String text, long seen) {
        String tidied = Texts.tidy(text, AssessmentNarrative.LONGEST);
        String words = tidied == null ? "" : tidied;
        return narrative(
                retrying(
                        () -> {
                            AssessmentNarrative record =
                                    narratives
                                            .findByAssessmentIdAndTopic(assessmentId, topic)
                                            .orElseGet(
                                                    () ->
                                                            new AssessmentNarrative(
                                                                    assessmentId, topic));
                            if (record.narrative().equals(words) && record.isWritten()) {
                                return record;
                            }
                            if (record.isWritten() && record.version() != seen) {
                                throw new NarrativeChanged(narrative(record));
                            }
                            record.write(words, by(), clock.instant());
                            return narratives.save(record);
                        }));
    }

    // Two people may answer different questions of one row at the same moment; both answers stay,
    // because the loser of the race reads the row again and adds its own.
    private <T> T retrying(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = transactions.execute(status -> work.get());
                return java.util.Objects.requireNonNull(result);
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private AssessmentAnswer answerOf(
            UUID assessmentId, String needCode, UUID providerId, Instant now) {
        return answers.findByAssessmentIdAndNeedCodeAndProviderId(
                        assessmentId, needCode, providerId)
                .orElseGet(
                        () ->
                                answers.save(
                                        new AssessmentAnswer(
                                                assessmentId, needCode, providerId, by(), now)));
    }

    // A provider that is spoken of contradicts "nobody".
    private void withdrawNobody(UUID assessmentId, String needCode, Instant now) {
        answers.findByAssessmentIdAndNeedCodeAndProviderId(
                        assessmentId, needCode, AssessmentAnswer.THE_NEED_ITSELF)
                .filter(record -> record.finding() == Finding.NOBODY)
                .ifPresent(record -> record.find(null, null, by(), now));
    }

    private Worksheet worksheet(Assessment assessment, County county) {
        Map<String, Map<UUID, AssessmentAnswer>> given = new HashMap<>();
        for (AssessmentAnswer answer : answers.findByAssessmentId(assessment.id())) {
            given.computeIfAbsent(answer.needCode(), code -> new HashMap<>())
                    .put(answer.providerId(), answer);
        }
        List<ServiceFacts> services =
                providerFacts.visibleServicesFor(List.of(county)).stream()
                        .filter(service -> service.publication() != Publication.ARCHIVED)
                        .toList();
        var known = new Known(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var names = new HashMap<UUID, String>();
        var lines = new ArrayList<Line>();
        for (Need need : taxonomy.needs()) {
            Map<UUID, AssessmentAnswer> ofNeed = given.getOrDefault(need.code(), Map.of());
            lines.add(line(need, services, ofNeed, known, names));
        }
        var texts = new EnumMap<NarrativeTopic, Narrative>(NarrativeTopic.class);
        for (AssessmentNarrative record : narratives.findByAssessmentId(assessment.id())) {
            texts.put(record.topic(), narrative(record));
        }
        return new Worksheet(assessment.id(), county, assessment.cycle(), lines, texts);
    }

    private Line line(
            Need need,
            List<ServiceFacts> services,
            Map<UUID, AssessmentAnswer> given,
            Known known,
            Map<UUID, String> names) {
        Map<UUID, List<ServiceFacts>> byProvider = new LinkedHashMap<>();
        for (ServiceFacts service : services) {
            if (service.needs().contains(need.code())) {
                byProvider
                        .computeIfAbsent(service.organizationId(), id -> new ArrayList<>())
                        .add(service);
            }
        }
        var rows = new TreeMap<String, Row>(Comparator.naturalOrder());
        byProvider.forEach(
                (id, ofProvider) -> {
                    String name = ofProvider.getFirst().organizationName();
                    boolean listed =
                            ofProvider.stream()
                                    .anyMatch(s -> s.publication() == Publication.PUBLISHED);
                    List<String> serviceNames =
                            ofProvider.stream().map(ServiceFacts::name).distinct().toList();
                    rows.put(
                            name + "|" + id,
                            row(id, name, serviceNames, listed, given.get(id), known.of(id)));
                });
        // What was said of a provider stays on the sheet even when the directory dropped it.
        given.forEach(
                (id, answer) -> {
                    if (!answer.isAboutTheNeed() && !byProvider.containsKey(id)) {
                        String name =
                                names.computeIfAbsent(
                                        id,
                                        gone ->
                                                directorySearch
                                                        .organization(gone)
                                                        .map(OrganizationView::name)
                                                        .orElse(""));
                        rows.put(
                                name + "|" + id,
                                row(id, name, List.of(), false, answer, known.of(id)));
                    }
                });
        AssessmentAnswer about = given.get(AssessmentAnswer.THE_NEED_ITSELF);
        return new Line(
                need,
                List.copyOf(rows.values()),
                about == null ? null : about.finding(),
                about == null ? null : about.reason());
    }

    private static Row row(
            UUID id,
            String name,
            List<String> services,
            boolean listed,
            @Nullable AssessmentAnswer answer,
            Map<Question, Answer> known) {
        Map<Question, Answer> given =
                answer == null
                        ? Map.of()
                        : Row.answers(
                                answer.to(Question.CONTACT),
                                answer.to(Question.PARTNER),
                                answer.to(Question.TRAINED));
        return new Row(
                id,
                name,
                services,
                listed,
                given,
                known,
                answer == null ? null : answer.answeredBy(),
                answer == null ? null : answer.answeredAt());
    }

    /** What dated records of the directory say about providers. */
    private final class Known {

        private final LocalDate today;
        private final Set<UUID> withContact = partnerships.providersWithContact();
        private final Map<UUID, Boolean> partners;
        private final Map<UUID, LocalDate> trainedUntil = providerFacts.trainedUntil();

        Known(LocalDate today) {
            this.today = today;
            this.partners = partnerships.partnersOn(today);
        }

        Map<Question, Answer> of(UUID provider) {
            LocalDate until = trainedUntil.get(provider);
            Boolean partner = partners.get(provider);
            return Row.answers(
                    withContact.contains(provider) ? Answer.YES : null,
                    partner == null ? null : partner ? Answer.YES : Answer.NO,
                    until == null ? null : today.isBefore(until) ? Answer.YES : Answer.NO);
        }
    }

    private static Narrative narrative(AssessmentNarrative record) {
        return new Narrative(
                record.narrative(), record.writtenBy(), record.writtenAt(), record.version());
    }

    private Need requireNeed(String code) {
        return taxonomy.need(code).orElseThrow(() -> new InvalidValue("invalid.need", code));
    }

    private String by() {
        return currentPerson.get().name();
    }
}
