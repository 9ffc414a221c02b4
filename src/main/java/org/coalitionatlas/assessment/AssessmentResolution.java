package org.coalitionatlas.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.PastedText;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/** A coordinator's decision about one question of a row, or about a need as a whole. */
@Entity
@Table(name = "assessment_resolution")
class AssessmentResolution {

    /** Question of a decision about the need as a whole. */
    static final String FINDING = "FINDING";

    private static final String NO_FINDING = "NONE";

    @Id private UUID id;
    @Version private @Nullable Long version;
    private UUID assessmentId;
    private String needCode;
    private UUID providerId;
    private String question;
    private String answer;

    @Column(length = 500)
    private String reason;

    private UUID resolvedById;
    private String resolvedBy;
    private Instant resolvedAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected AssessmentResolution() {}

    AssessmentResolution(UUID assessmentId, String needCode, UUID providerId, String question) {
        this.id = Ids.newId();
        this.assessmentId = assessmentId;
        this.needCode = needCode;
        this.providerId = providerId;
        this.question = question;
        this.answer = NO_FINDING;
        this.reason = "";
        this.resolvedById = AssessmentAnswer.THE_NEED_ITSELF;
        this.resolvedBy = "";
        this.resolvedAt = Instant.EPOCH;
    }

    void decide(@Nullable Enum<?> newAnswer, @Nullable String why, SignedIn by, Instant now) {
        answer = newAnswer == null ? NO_FINDING : newAnswer.name();
        reason = PastedText.required(why, 500);
        resolvedById = by.id();
        resolvedBy = by.name();
        resolvedAt = now;
    }

    String needCode() {
        return needCode;
    }

    UUID providerId() {
        return providerId;
    }

    String question() {
        return question;
    }

    Ruling view() {
        boolean aboutNeed = question.equals(FINDING);
        return new Ruling(
                aboutNeed ? null : Question.valueOf(question),
                aboutNeed ? null : Answer.valueOf(answer),
                aboutNeed && !answer.equals(NO_FINDING) ? Finding.valueOf(answer) : null,
                reason,
                resolvedBy,
                resolvedAt);
    }
}
