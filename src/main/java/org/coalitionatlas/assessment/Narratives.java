package org.coalitionatlas.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.assessment.Worksheet.Narrative;
import org.coalitionatlas.common.PastedText;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The four narratives of a county's assessment, and every text they had. */
@Component
public class Narratives {

    /** Revisions a history shows, the newest first. */
    static final int SHOWN = 200;

    private final AssessmentRecords assessments;
    private final NarrativeRecords narratives;
    private final RevisionRecords revisions;
    private final CurrentPerson currentPerson;
    private final Tries tries;
    private final Clock clock;

    Narratives(
            AssessmentRecords assessments,
            NarrativeRecords narratives,
            RevisionRecords revisions,
            CurrentPerson currentPerson,
            Tries tries,
            Clock clock) {
        this.assessments = assessments;
        this.narratives = narratives;
        this.revisions = revisions;
        this.currentPerson = currentPerson;
        this.tries = tries;
        this.clock = clock;
    }

    /**
     * A text a narrative had.
     *
     * @param at when the last word of it was written
     * @param restored whether it was brought back rather than typed
     */
    public record Revision(UUID id, String text, String by, Instant at, boolean restored) {}

    /**
     * Saves a narrative over whatever stands there. For coordinators of the county.
     *
     * @return when it was saved
     */
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public Instant write(UUID assessmentId, NarrativeTopic topic, String text) {
        String words = tidied(text);
        return tries.until(() -> put(hold(assessmentId, topic), words, null).at());
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
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public Narrative write(UUID assessmentId, NarrativeTopic topic, String text, long seen) {
        String words = tidied(text);
        return tries.until(
                () -> {
                    AssessmentNarrative record = hold(assessmentId, topic);
                    return record.narrative().equals(words) && record.isWritten()
                            ? view(record)
                            : put(seen(record, seen), words, null);
                });
    }

    /**
     * Brings a former text back; what stood there stays in the history. For coordinators of the
     * county.
     *
     * @throws NarrativeChanged when somebody else wrote meanwhile
     */
    @PreAuthorize("@assessmentAccess.mayCoordinate(#assessmentId)")
    public Narrative restore(UUID assessmentId, NarrativeTopic topic, UUID revision, long seen) {
        Supplier<Narrative> work =
                () -> {
                    AssessmentNarrative record = seen(hold(assessmentId, topic), seen);
                    NarrativeRevision former =
                            revisions
                                    .findById(revision)
                                    .filter(r -> r.belongsTo(assessmentId, topic))
                                    .orElseThrow();
                    return put(record, former.narrative(), former.id());
                };
        return tries.until(work);
    }

    /** Every text the narrative had, the newest first. For members. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Revision> history(UUID assessmentId, NarrativeTopic topic) {
        return revisions
                .findByAssessmentIdAndTopicOrderByWrittenAtDescIdDesc(
                        assessmentId, topic, Limit.of(SHOWN))
                .stream()
                .map(NarrativeRevision::view)
                .toList();
    }

    static Narrative view(AssessmentNarrative record) {
        return new Narrative(
                record.narrative(), record.writtenBy(), record.writtenAt(), record.version());
    }

    private static String tidied(String text) {
        String tidied = PastedText.plain(text, AssessmentNarrative.LONGEST);
        return tidied == null ? "" : tidied;
    }

    private AssessmentNarrative hold(UUID assessmentId, NarrativeTopic topic) {
        assessments.lock(assessmentId).orElseThrow().requireOpen();
        return narratives
                .findByAssessmentIdAndTopic(assessmentId, topic)
                .orElseGet(() -> new AssessmentNarrative(assessmentId, topic));
    }

    private static AssessmentNarrative seen(AssessmentNarrative record, long seen) {
        if (record.isWritten() && record.version() != seen) {
            throw new NarrativeChanged(view(record));
        }
        return record;
    }

    private Narrative put(AssessmentNarrative record, String text, @Nullable UUID restoredFrom) {
        Instant now = clock.instant();
        SignedIn by = currentPerson.get();
        record.write(text, by.name(), now);
        AssessmentNarrative saved = narratives.saveAndFlush(record);
        NarrativeRevision last =
                revisions
                        .findFirstByAssessmentIdAndTopicOrderByWrittenAtDescIdDesc(
                                saved.assessmentId(), saved.topic())
                        .orElse(null);
        if (last != null && restoredFrom == null && last.goesOn(by, text, now)) {
            last.write(text, now);
        } else {
            revisions.save(
                    new NarrativeRevision(
                            saved.assessmentId(), saved.topic(), text, by, now, restoredFrom));
        }
        return view(saved);
    }
}
