package org.coalitionatlas.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** A verb done to a cycle; never changed. */
@Entity
@Table(name = "assessment_event")
class CycleEvent {

    @Id private UUID id;
    private UUID assessmentId;

    @Enumerated(EnumType.STRING)
    private CycleVerb verb;

    @Column(length = 1000)
    private @Nullable String reason;

    private UUID doneById;
    private String doneBy;
    private Instant doneAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected CycleEvent() {}

    CycleEvent(
            UUID assessmentId, CycleVerb verb, @Nullable String reason, SignedIn by, Instant now) {
        this.id = Ids.newId();
        this.assessmentId = assessmentId;
        this.verb = verb;
        this.reason = reason;
        this.doneById = by.id();
        this.doneBy = by.name();
        this.doneAt = now;
    }

    CycleStep view() {
        return new CycleStep(verb, reason, doneBy, doneAt);
    }
}
