package org.coalitionatlas.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;

/** One of the four narratives of an assessment. */
@Entity
@Table(name = "assessment_narrative")
class AssessmentNarrative {

    static final int LONGEST = 8000;

    @Id private UUID id;
    @Version private @Nullable Long version;
    private UUID assessmentId;

    @Enumerated(EnumType.STRING)
    private NarrativeTopic topic;

    @Column(length = LONGEST)
    private String narrative;

    private String writtenBy;
    private Instant writtenAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected AssessmentNarrative() {}

    AssessmentNarrative(UUID assessmentId, NarrativeTopic topic) {
        this.id = Ids.newId();
        this.assessmentId = assessmentId;
        this.topic = topic;
        this.narrative = "";
        this.writtenBy = "";
        this.writtenAt = Instant.EPOCH;
    }

    void write(String text, String by, Instant now) {
        narrative = text;
        writtenBy = by;
        writtenAt = now;
    }

    boolean isWritten() {
        return version != null;
    }

    UUID assessmentId() {
        return assessmentId;
    }

    NarrativeTopic topic() {
        return topic;
    }

    String narrative() {
        return narrative;
    }

    String writtenBy() {
        return writtenBy;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
