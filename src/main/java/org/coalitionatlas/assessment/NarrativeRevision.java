package org.coalitionatlas.assessment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * A text a narrative had. What one person types without a longer pause is one revision, so that the
 * history shows steps a reader can follow, and does not grow with every word.
 */
@Entity
@Table(name = "assessment_revision")
class NarrativeRevision {

    /** A pause after which the same person begins a new revision. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    /** The longest stretch of typing kept as one revision. */
    static final Duration STRETCH = Duration.ofHours(1);

    @Id private UUID id;
    @Version private @Nullable Long version;
    private UUID assessmentId;

    @Enumerated(EnumType.STRING)
    private NarrativeTopic topic;

    private String narrative;
    private UUID writtenById;
    private String writtenBy;
    private Instant begunAt;
    private Instant writtenAt;
    private @Nullable UUID restoredFrom;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected NarrativeRevision() {}

    NarrativeRevision(
            UUID assessmentId,
            NarrativeTopic topic,
            String text,
            SignedIn by,
            Instant now,
            @Nullable UUID restoredFrom) {
        this.id = Ids.newId();
        this.assessmentId = assessmentId;
        this.topic = topic;
        this.narrative = text;
        this.writtenById = by.id();
        this.writtenBy = by.name();
        this.begunAt = now;
        this.writtenAt = now;
        this.restoredFrom = restoredFrom;
    }

    /**
     * Whether what that person writes now belongs to this revision. A text of which half is gone
     * does not: whoever cleared the field by mistake finds it in the history.
     */
    boolean goesOn(SignedIn by, String text, Instant now) {
        return restoredFrom == null
                && writtenById.equals(by.id())
                && text.length() >= narrative.length() / 2
                && now.isBefore(writtenAt.plus(PAUSE))
                && now.isBefore(begunAt.plus(STRETCH));
    }

    void write(String text, Instant now) {
        narrative = text;
        writtenAt = now;
    }

    UUID id() {
        return id;
    }

    String narrative() {
        return narrative;
    }

    boolean belongsTo(UUID assessment, NarrativeTopic ofTopic) {
        return assessmentId.equals(assessment) && topic == ofTopic;
    }

    Narratives.Revision view() {
        return new Narratives.Revision(id, narrative, writtenBy, writtenAt, restoredFrom != null);
    }
}
