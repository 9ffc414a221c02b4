package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** Something somebody wants done to the directory that a coordinator has to decide. */
@Entity
@Table(name = "proposal")
class Proposal {

    /** A disclosure nobody seconded in this time has to be asked for anew (ASSURANCE). */
    static final Duration DISCLOSURE_STANDS = Duration.ofDays(14);

    @Id private UUID id;
    @Version private @Nullable Long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "proposal_kind")
    private ProposalKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "proposal_state")
    private ProposalState state = ProposalState.OPEN;

    @Enumerated(EnumType.STRING)
    private RecordKind recordKind;

    private @Nullable UUID recordId;
    private @Nullable UUID organizationId;
    private @Nullable String countyFips;
    private String recordLabel;

    private @Nullable String draftBase;

    private @Nullable String draftProposed;

    @Column(length = 4000)
    private @Nullable String message;

    private @Nullable UUID proposedById;
    private String proposedBy;
    private @Nullable String proposerEmail;
    private String proposerLocale;
    private Instant proposedAt;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    @Column(length = 2000)
    private @Nullable String answer;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Proposal() {}

    @SuppressWarnings("NullAway.Init")
    Proposal(
            ProposalKind kind,
            RecordKind recordKind,
            @Nullable UUID recordId,
            @Nullable UUID organizationId,
            @Nullable String countyFips,
            String recordLabel,
            @Nullable String message,
            Proposer by,
            Instant now) {
        this.id = Ids.newId();
        this.kind = kind;
        this.recordKind = recordKind;
        this.recordId = recordId;
        this.organizationId = organizationId;
        this.countyFips = countyFips;
        this.recordLabel = recordLabel;
        this.message = Texts.tidy(message, 4000);
        this.proposedById = by.personId();
        this.proposedBy = by.name();
        this.proposerEmail = by.email();
        this.proposerLocale = by.locale().getLanguage();
        this.proposedAt = now;
    }

    /**
     * Puts another draft in place of the one proposed so far.
     *
     * @param base JSON of what stood when it was written, {@code null} for a new record
     * @throws WrongState when it is decided already
     */
    void propose(@Nullable String base, String proposed, String label, Instant now) {
        requireOpen();
        this.draftBase = base;
        this.draftProposed = proposed;
        this.recordLabel = label;
        this.proposedAt = now;
    }

    /**
     * Ends the proposal.
     *
     * @param person who decides, {@code null} when the product does by itself
     * @throws WrongState when it is decided already, or its proposer would second their own
     *     disclosure, or it stood too long
     */
    void decide(
            ProposalState how,
            @Nullable UUID person,
            String by,
            @Nullable String reason,
            Instant now) {
        requireOpen();
        if (kind == ProposalKind.DISCLOSURE && how == ProposalState.APPROVED) {
            WrongState.unless(
                    person != null && !person.equals(proposedById), "review.state.secondPerson");
            WrongState.unless(
                    now.isBefore(proposedAt.plus(DISCLOSURE_STANDS)), "review.state.expired");
        }
        state = how;
        decidedBy = by;
        decidedAt = now;
        answer = Texts.tidy(reason, 2000);
    }

    /** Forgets how to reach whoever proposed it. */
    void forgetProposer() {
        proposerEmail = null;
    }

    private void requireOpen() {
        WrongState.unless(state == ProposalState.OPEN, "review.state.decided");
    }

    UUID id() {
        return id;
    }

    long version() {
        return version == null ? 0 : version;
    }

    void forgetDraft() {
        draftBase = null;
        draftProposed = null;
    }

    ProposalKind kind() {
        return kind;
    }

    ProposalState state() {
        return state;
    }

    RecordKind recordKind() {
        return recordKind;
    }

    @Nullable UUID recordId() {
        return recordId;
    }

    @Nullable UUID organizationId() {
        return organizationId;
    }

    @Nullable String countyFips() {
        return countyFips;
    }

    @Nullable String draftBase() {
        return draftBase;
    }

    @Nullable String draftProposed() {
        return draftProposed;
    }

    @Nullable UUID proposedById() {
        return proposedById;
    }

    @Nullable String proposerEmail() {
        return proposerEmail;
    }

    String proposerLocale() {
        return proposerLocale;
    }

    /** The record it is about; for a kind that always has one. */
    UUID record() {
        return Objects.requireNonNull(recordId);
    }

    ProposalLine line() {
        return new ProposalLine(
                id,
                version(),
                kind,
                state,
                recordKind,
                recordId,
                organizationId,
                countyFips,
                recordLabel,
                message,
                proposedBy,
                proposerEmail != null,
                proposedAt,
                decidedBy,
                decidedAt,
                answer);
    }
}
