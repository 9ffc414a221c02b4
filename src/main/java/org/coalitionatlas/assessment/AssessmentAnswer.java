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
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** What is said about one provider for one need, or about the need as a whole. */
@Entity
@Table(name = "assessment_answer")
class AssessmentAnswer {

    /** Stands in for a provider in the row that speaks about the need as a whole. */
    static final UUID THE_NEED_ITSELF = new UUID(0, 0);

    @Id private UUID id;
    @Version private @Nullable Long version;
    private UUID assessmentId;
    private String needCode;
    private UUID providerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "has_contact")
    private @Nullable Answer contact;

    @Enumerated(EnumType.STRING)
    @Column(name = "partners")
    private @Nullable Answer partner;

    @Enumerated(EnumType.STRING)
    private @Nullable Answer trained;

    @Enumerated(EnumType.STRING)
    private @Nullable Finding finding;

    @Column(length = 500)
    private @Nullable String reason;

    private String answeredBy;
    private Instant answeredAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected AssessmentAnswer() {}

    AssessmentAnswer(UUID assessmentId, String needCode, UUID providerId, String by, Instant now) {
        this.id = Ids.newId();
        this.assessmentId = assessmentId;
        this.needCode = needCode;
        this.providerId = providerId;
        this.answeredBy = by;
        this.answeredAt = now;
    }

    /** Takes an answer, or takes it back with {@code null}. */
    void answer(Question question, @Nullable Answer answer, String by, Instant now) {
        switch (question) {
            case CONTACT -> contact = answer;
            case PARTNER -> partner = answer;
            case TRAINED -> trained = answer;
        }
        stamp(by, now);
    }

    /** Says something about the need as a whole, or takes it back with {@code null}. */
    void find(@Nullable Finding newFinding, @Nullable String newReason, String by, Instant now) {
        finding = newFinding;
        reason = newFinding == null ? null : Texts.tidy(newReason, 500);
        stamp(by, now);
    }

    private void stamp(String by, Instant now) {
        answeredBy = by;
        answeredAt = now;
    }

    @Nullable Answer to(Question question) {
        return switch (question) {
            case CONTACT -> contact;
            case PARTNER -> partner;
            case TRAINED -> trained;
        };
    }

    /** Whether somebody affirmed a tie with the provider, which then cannot be nobody. */
    boolean saysYes() {
        return contact == Answer.YES || partner == Answer.YES;
    }

    String needCode() {
        return needCode;
    }

    UUID providerId() {
        return providerId;
    }

    boolean isAboutTheNeed() {
        return providerId.equals(THE_NEED_ITSELF);
    }

    @Nullable Finding finding() {
        return finding;
    }

    @Nullable String reason() {
        return reason;
    }

    String answeredBy() {
        return answeredBy;
    }

    Instant answeredAt() {
        return answeredAt;
    }
}
