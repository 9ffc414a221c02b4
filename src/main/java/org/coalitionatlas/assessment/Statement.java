package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person, or one invited provider, says about a provider for a need, or about the need as
 * a whole.
 *
 * @param speakerId the person's id, or the organization's where a provider speaks of itself; all
 *     zeros for a name from before statements were kept
 * @param speaker the name
 * @param organizationId the organization the speaker speaks for
 * @param contactAt when that answer was last given; {@code null} without one
 * @param finding about the need as a whole
 * @param reason why the need does not apply
 * @param saidAt when the speaker last said anything here
 */
public record Statement(
        SaidBy saidBy,
        UUID speakerId,
        String speaker,
        @Nullable UUID organizationId,
        @Nullable Answer contact,
        @Nullable Instant contactAt,
        @Nullable Answer partner,
        @Nullable Instant partnerAt,
        @Nullable Answer trained,
        @Nullable Instant trainedAt,
        @Nullable Finding finding,
        @Nullable String reason,
        @Nullable Instant findingAt,
        Instant saidAt) {

    /** The answer to a question; {@code null} when none is given. */
    public @Nullable Answer to(Question question) {
        return switch (question) {
            case CONTACT -> contact;
            case PARTNER -> partner;
            case TRAINED -> trained;
        };
    }

    /** When that question was answered. */
    public Instant at(Question question) {
        Instant at =
                switch (question) {
                    case CONTACT -> contactAt;
                    case PARTNER -> partnerAt;
                    case TRAINED -> trainedAt;
                };
        return at == null ? saidAt : at;
    }

    /** Whether anything is said; an answer may have been taken back. */
    public boolean isEmpty() {
        return contact == null && partner == null && trained == null && finding == null;
    }

    /** Whether these are that person's words. */
    public boolean isOf(UUID person) {
        return saidBy == SaidBy.PERSON && speakerId.equals(person);
    }
}
