package org.coalitionatlas.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * What is to be asked about a record, and how far that has got.
 *
 * @param items in the order of a call
 * @param drafts what the records behind the items say now
 * @param answers by key of the item; what was not asked yet is missing
 * @param email address of the organization
 * @param attempts the latest tries, newest first
 */
public record CheckSheet(
        RecordKind kind,
        UUID id,
        UUID organizationId,
        String organization,
        String name,
        Publication publication,
        @Nullable String email,
        @Nullable LocalDate assuredOn,
        @Nullable AssuranceMethod assuredHow,
        @Nullable String assuredBy,
        List<CheckItem> items,
        Map<UUID, Object> drafts,
        Map<String, CheckAnswer> answers,
        List<Attempt> attempts) {

    /** A try to make sure. */
    public record Attempt(
            Instant at,
            String by,
            @Nullable AssuranceMethod method,
            AttemptOutcome outcome,
            @Nullable String note) {}

    /** Whether everything asked is right, so that the record may be called verified. */
    public boolean isComplete() {
        return !items.isEmpty()
                && items.stream()
                        .map(item -> answers.get(item.key()))
                        .allMatch(answer -> answer != null && answer.settles());
    }

    /** The first thing nobody has asked yet. */
    public Optional<CheckItem> next() {
        return items.stream().filter(item -> !answers.containsKey(item.key())).findFirst();
    }
}
