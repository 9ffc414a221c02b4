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
import org.coalitionatlas.common.PastedText;
import org.jspecify.annotations.Nullable;

/** What one speaker says about one provider for one need, or about the need as a whole. */
@Entity
@Table(name = "assessment_statement")
class AssessmentStatement {

    @Id private UUID id;
    @Version private @Nullable Long version;
    private UUID assessmentId;
    private String needCode;
    private UUID providerId;

    @Enumerated(EnumType.STRING)
    private SaidBy saidBy;

    private UUID speakerId;
    private String speaker;
    private @Nullable UUID organizationId;

    @Enumerated(EnumType.STRING)
    @Column(name = "has_contact")
    private @Nullable Answer contact;

    private @Nullable Instant contactAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "partners")
    private @Nullable Answer partner;

    @Column(name = "partners_at")
    private @Nullable Instant partnerAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Answer trained;

    private @Nullable Instant trainedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable Finding finding;

    @Column(length = 500)
    private @Nullable String reason;

    private @Nullable Instant findingAt;
    private Instant saidAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected AssessmentStatement() {}

    AssessmentStatement(
            UUID assessmentId, String needCode, UUID providerId, Speaker speaker, Instant now) {
        this.id = Ids.newId();
        this.assessmentId = assessmentId;
        this.needCode = needCode;
        this.providerId = providerId;
        this.saidBy = speaker.kind();
        this.speakerId = speaker.id();
        this.speaker = speaker.name();
        this.organizationId = speaker.organizationId();
        this.saidAt = now;
    }

    /** Takes an answer, or takes it back with {@code null}. */
    void answer(Question question, @Nullable Answer answer, Instant now) {
        Instant at = answer == null ? null : now;
        switch (question) {
            case CONTACT -> {
                contact = answer;
                contactAt = at;
            }
            case PARTNER -> {
                partner = answer;
                partnerAt = at;
            }
            case TRAINED -> {
                trained = answer;
                trainedAt = at;
            }
        }
        saidAt = now;
    }

    /** Says something about the need as a whole, or takes it back with {@code null}. */
    void find(@Nullable Finding newFinding, @Nullable String newReason, Instant now) {
        finding = newFinding;
        reason = newFinding == null ? null : PastedText.plain(newReason, 500);
        findingAt = newFinding == null ? null : now;
        saidAt = now;
    }

    boolean isOf(Speaker other) {
        return saidBy == other.kind() && speakerId.equals(other.id());
    }

    boolean isAbout(UUID provider) {
        return providerId.equals(provider);
    }

    boolean isAboutTheNeed() {
        return isAbout(AssessmentAnswer.THE_NEED_ITSELF);
    }

    @Nullable Finding finding() {
        return finding;
    }

    String needCode() {
        return needCode;
    }

    UUID providerId() {
        return providerId;
    }

    Statement view() {
        return new Statement(
                saidBy,
                speakerId,
                speaker,
                organizationId,
                contact,
                contactAt,
                partner,
                partnerAt,
                trained,
                trainedAt,
                finding,
                reason,
                findingAt,
                saidAt);
    }
}
