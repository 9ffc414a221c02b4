package org.coalitionatlas.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What holds about one provider for one need, or about the need as a whole: what follows from the
 * statements of the row by {@link MergeRules}. Never written but together with a statement, so that
 * there is one truth and gaps read one row.
 */
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

    private @Nullable Instant trainedAt;

    private @Nullable Instant contactDecidedAt;

    @Column(name = "partners_decided_at")
    private @Nullable Instant partnerDecidedAt;

    private @Nullable Instant trainedDecidedAt;

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

    /**
     * Takes over what follows from the statements of the row.
     *
     * @param newTrainedAt when it was last said whether they are trained
     * @param decided when a coordinator decided a question whose decision holds
     */
    void hold(
            Map<Question, Outcome<Answer>> holds,
            @Nullable Instant newTrainedAt,
            Map<Question, Instant> decided,
            String by,
            Instant now) {
        contact = value(holds.get(Question.CONTACT));
        partner = value(holds.get(Question.PARTNER));
        trained = value(holds.get(Question.TRAINED));
        trainedAt = newTrainedAt;
        contactDecidedAt = decided.get(Question.CONTACT);
        partnerDecidedAt = decided.get(Question.PARTNER);
        trainedDecidedAt = decided.get(Question.TRAINED);
        answeredBy = by;
        answeredAt = now;
    }

    private static @Nullable Answer value(@Nullable Outcome<Answer> outcome) {
        return outcome == null ? null : outcome.value();
    }

    /** Takes over what follows about the need as a whole. */
    void hold(@Nullable Finding newFinding, @Nullable String newReason, String by, Instant now) {
        finding = newFinding;
        reason = newFinding == null ? null : newReason;
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
