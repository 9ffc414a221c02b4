package org.coalitionatlas.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.InvitedAnswers.Outcome;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PastedText;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.Proposer;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Suggestion;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.SystemActor;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an invited provider sees and says through its link, without an account. A link takes answers
 * once; a wrong, used, replaced, expired or withdrawn link and one of a closed cycle are all the
 * same nothing. Its answers become statements in its own name about its own rows; what would change
 * the directory becomes a remark that waits for a coordinator.
 */
@Component
public class InvitedProviders {

    /** Longest note. */
    public static final int LONGEST_NOTE = 1000;

    private static final int LONGEST_FORM = 40;

    private final InvitationStore store;
    private final InvitationLetters letters;
    private final AssessmentRecords assessments;
    private final Answering answering;
    private final OwnRows ownRows;
    private final KnownRecords records;
    private final Proposals proposals;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final SheetNews news;
    private final Tries tries;
    private final MessageSource messages;
    private final Clock clock;

    InvitedProviders(
            InvitationStore store,
            InvitationLetters letters,
            AssessmentRecords assessments,
            Answering answering,
            OwnRows ownRows,
            KnownRecords records,
            Proposals proposals,
            Taxonomy taxonomy,
            Geography geography,
            SheetNews news,
            Tries tries,
            MessageSource messages,
            Clock clock) {
        this.store = store;
        this.letters = letters;
        this.assessments = assessments;
        this.answering = answering;
        this.ownRows = ownRows;
        this.records = records;
        this.proposals = proposals;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.news = news;
        this.tries = tries;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * What the link opens; empty when nothing, for whatever reason. Open to whoever has it. That it
     * was opened is noted, nothing else changes: a mail filter does no harm.
     */
    @Transactional
    @PreAuthorize("permitAll()")
    public Optional<InvitedPage> open(String token) {
        return working(token)
                .flatMap(
                        link ->
                                rows(link)
                                        .map(
                                                provider -> {
                                                    if (link.invitation().openedAt() == null) {
                                                        store.opened(
                                                                link.invitation().id(),
                                                                clock.instant());
                                                    }
                                                    return page(link, provider);
                                                }));
    }

    /**
     * Takes what the provider says and uses the link up; {@link #freshLink} is for putting things
     * right. Open to whoever has the link.
     *
     * @throws InvalidValue when nothing was said or the note is too long; nothing is taken then
     */
    @PreAuthorize("permitAll()")
    public Outcome answer(String token, InvitedAnswers given) {
        Outcome[] outcome = {Outcome.CLOSED};
        List<Runnable> afterwards =
                tries.until(
                        () -> {
                            var told = new ArrayList<Runnable>();
                            outcome[0] = take(token, given, told);
                            return told;
                        });
        afterwards.forEach(Runnable::run);
        return outcome[0];
    }

    /**
     * Sends a new link to the address that a used one was sent to, so that something can be put
     * right. Open to whoever has the used link, once, while it would still work.
     *
     * @return false when nothing is sent, for whatever reason
     */
    @PreAuthorize("permitAll()")
    public boolean freshLink(String token) {
        return tries.until(() -> sendFresh(token));
    }

    private boolean sendFresh(String token) {
        Optional<InvitationStore.Linked> found =
                standing(token).filter(InvitationStore.Linked::used);
        if (found.isEmpty()) {
            return false;
        }
        // As in answering: what was read before the cycle was held may have changed.
        assessments.lock(found.get().invitation().assessmentId()).orElseThrow();
        InvitationStore.Linked link =
                standing(token).filter(InvitationStore.Linked::used).orElse(null);
        OwnRows.Provider provider = link == null ? null : rows(link).orElse(null);
        if (link == null || provider == null) {
            return false;
        }
        Invitation invitation = link.invitation();
        Instant now = clock.instant();
        if (letters.isStopped(new Email(invitation.email()))) {
            return false;
        }
        store.sentAgain(invitation.id(), now, letters.until(now));
        letters.send(
                new InvitationLetters.To(
                        invitation.id(),
                        provider.name(),
                        invitation.email(),
                        invitation.locale(),
                        invitation.invitedBy()),
                link.countyFips(),
                invitation.sent() + 1,
                now);
        return true;
    }

    /** The link that takes answers now. */
    private Optional<InvitationStore.Linked> working(String token) {
        return standing(token).filter(link -> !link.used());
    }

    /** The link, used or not, unless its time is over. */
    private Optional<InvitationStore.Linked> standing(String token) {
        Instant now = clock.instant();
        return store.linked(InvitationToken.hash(token))
                .filter(link -> link.cycleOpen() && now.isBefore(link.linkExpiresAt()))
                .filter(link -> !link.revoked() && link.invitation().withdrawnAt() == null);
    }

    private Optional<OwnRows.Provider> rows(InvitationStore.Linked link) {
        return SystemActor.call(
                link.invitation().provider(),
                () -> ownRows.of(link.countyFips(), link.invitation().providerId()));
    }

    private InvitedPage page(InvitationStore.Linked link, OwnRows.Provider provider) {
        Invitation invitation = link.invitation();
        Map<String, Map<Question, Answer>> said =
                store.ownWords(invitation.assessmentId(), provider.id());
        var own = new ArrayList<InvitedPage.Own>();
        var others = new ArrayList<Need>();
        for (Need need : taxonomy.needs()) {
            if (provider.needs().contains(need.code())) {
                own.add(
                        new InvitedPage.Own(
                                need,
                                said.getOrDefault(need.code(), Map.of()),
                                invitation.noLonger().contains(need.code())));
            } else {
                others.add(need);
            }
        }
        return new InvitedPage(
                provider.name(),
                geography.county(link.countyFips()).orElseThrow(),
                own,
                others,
                invitation.also(),
                invitation.note(),
                invitation.answeredAt(),
                link.linkExpiresAt());
    }

    private Outcome take(String token, InvitedAnswers given, List<Runnable> afterwards) {
        Optional<InvitationStore.Linked> found = standing(token);
        if (found.isEmpty()) {
            return Outcome.CLOSED;
        }
        UUID assessmentId = found.get().invitation().assessmentId();
        // From here on nobody else writes into the cycle: what was read before may have changed.
        Assessment cycle = assessments.lock(assessmentId).orElseThrow();
        InvitationStore.Linked link = standing(token).orElse(null);
        OwnRows.Provider provider = link == null ? null : rows(link).orElse(null);
        if (link == null || provider == null || cycle.state() != CycleState.OPEN) {
            return Outcome.CLOSED;
        }
        Invitation invitation = link.invitation();
        String form = Texts.required(given.form(), LONGEST_FORM);
        if (link.used()) {
            return form.equals(link.lastForm()) ? Outcome.TAKEN : Outcome.USED;
        }
        Said said = said(provider, given);
        if (said.isEmpty() && invitation.answers() == 0) {
            throw new InvalidValue("invitation.link.nothing");
        }
        return SystemActor.call(
                provider.name(),
                () -> {
                    String remark = remark(link, provider, said);
                    if (!store.use(InvitationToken.hash(token), clock.instant())) {
                        return Outcome.USED;
                    }
                    store.answered(
                            invitation.id(),
                            new InvitationStore.Told(
                                    form, said.noLonger(), said.also(), said.note(), remark),
                            clock.instant());
                    speak(assessmentId, provider, said, afterwards);
                    if (!Objects.equals(remark, link.remark())) {
                        propose(link, provider, remark);
                    }
                    return Outcome.TAKEN;
                });
    }

    /** What was sent, without anything that is not the provider's to say. */
    private record Said(
            Map<String, Map<Question, Answer>> answers,
            Set<String> noLonger,
            Set<String> also,
            @Nullable String note) {

        boolean isEmpty() {
            return answers.isEmpty() && noLonger.isEmpty() && also.isEmpty() && note == null;
        }

        boolean claimsTraining() {
            return answers.values().stream()
                    .anyMatch(row -> row.get(Question.TRAINED) == Answer.YES);
        }
    }

    private Said said(OwnRows.Provider provider, InvitedAnswers given) {
        Set<String> noLonger = new TreeSet<>(given.noLonger());
        noLonger.retainAll(provider.needs());
        var answers = new HashMap<String, Map<Question, Answer>>();
        given.answers()
                .forEach(
                        (need, row) -> {
                            if (provider.needs().contains(need)
                                    && !noLonger.contains(need)
                                    && !row.isEmpty()) {
                                answers.put(need, new EnumMap<>(row));
                            }
                        });
        Set<String> also =
                given.also().stream()
                        .filter(need -> taxonomy.need(need).isPresent())
                        .filter(need -> !provider.needs().contains(need))
                        .collect(Collectors.toCollection(TreeSet::new));
        return new Said(answers, noLonger, also, PastedText.plain(given.note(), LONGEST_NOTE));
    }

    // One statement of a person or provider is one row, written through the one door there is.
    private void speak(
            UUID assessmentId, OwnRows.Provider provider, Said said, List<Runnable> afterwards) {
        var speaker = new Speaker(SaidBy.PROVIDER, provider.id(), provider.name(), provider.id());
        Map<String, Map<Question, Answer>> before = store.ownWords(assessmentId, provider.id());
        for (String need : provider.needs()) {
            Map<Question, Answer> row = said.answers().getOrDefault(need, Map.of());
            boolean takesBack =
                    said.noLonger().contains(need)
                            && !before.getOrDefault(need, Map.of()).isEmpty();
            if (row.isEmpty() && !takesBack) {
                continue;
            }
            answering.say(
                    assessmentId,
                    need,
                    provider.id(),
                    speaker,
                    (own, now) -> {
                        if (takesBack) {
                            for (Question question : Question.values()) {
                                own.answer(question, null, now);
                            }
                        }
                        row.forEach((question, answer) -> own.answer(question, answer, now));
                        return false;
                    });
            afterwards.add(() -> news.tell(assessmentId, need, provider.id()));
        }
    }

    // ---- what would change the directory ----

    private @Nullable String remark(
            InvitationStore.Linked link, OwnRows.Provider provider, Said said) {
        Locale locale = link.readerLocale();
        var lines = new ArrayList<String>();
        if (!said.noLonger().isEmpty()) {
            lines.add(say("invitation.remark.noLonger", locale, labels(said.noLonger(), locale)));
        }
        if (!said.also().isEmpty()) {
            lines.add(say("invitation.remark.also", locale, labels(said.also(), locale)));
        }
        if (said.claimsTraining()) {
            MergeRules.Fact<Answer> known = records.today().of(provider.id()).get(Question.TRAINED);
            if (known == null || known.value() != Answer.YES) {
                lines.add(
                        say(
                                known == null
                                        ? "cycle.suggestion.TRAINED"
                                        : "cycle.suggestion.TRAINED.over",
                                locale));
            }
        }
        if (said.note() != null) {
            lines.add(say("invitation.remark.note", locale, said.note()));
        }
        if (lines.isEmpty()) {
            return null;
        }
        lines.addFirst(from(link, locale));
        return String.join("\n", lines);
    }

    private String from(InvitationStore.Linked link, Locale locale) {
        County county = geography.county(link.countyFips()).orElseThrow();
        return say("invitation.remark.from", locale, county.nameWithState());
    }

    /**
     * Tells the directory's coordinators.
     *
     * @param remark {@code null} when it takes back all it had said that they were told
     */
    private void propose(
            InvitationStore.Linked link, OwnRows.Provider provider, @Nullable String remark) {
        Locale locale = link.readerLocale();
        String message;
        if (remark == null) {
            message = from(link, locale) + "\n" + say("invitation.remark.takenBack", locale);
        } else if (link.remark() == null) {
            message = remark;
        } else {
            message = remark + "\n" + say("invitation.remark.instead", locale);
        }
        // No address: the weekly limit of e-mails to it would not hold for the answer.
        proposals.suggest(
                new Suggestion(
                        RecordKind.ORGANIZATION,
                        provider.id(),
                        provider.id(),
                        link.countyFips(),
                        null,
                        message,
                        new Proposer(null, provider.name(), null, link.invitation().locale())));
    }

    private String labels(Set<String> needs, Locale locale) {
        return needs.stream()
                .map(code -> taxonomy.need(code).orElse(null))
                .filter(Objects::nonNull)
                .map(need -> need.label().in(locale) + " (" + need.code() + ")")
                .collect(Collectors.joining("; "));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
