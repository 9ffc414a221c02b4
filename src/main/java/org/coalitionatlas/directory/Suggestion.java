package org.coalitionatlas.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something proposed from outside the forms: a suggestion on a published page, a correction by a
 * one-time link.
 *
 * @param recordKind what it is about
 * @param recordId {@code null} when it would add a record
 * @param organizationId the organization it belongs to; {@code null} for one that is not there yet
 * @param countyFips the county it concerns, where no organization says so; its coordinators decide
 * @param draft the whole record as it should be ({@link RecordKind#draft()}); {@code null} for a
 *     remark in plain words
 * @param message what is said in words
 */
public record Suggestion(
        RecordKind recordKind,
        @Nullable UUID recordId,
        @Nullable UUID organizationId,
        @Nullable String countyFips,
        @Nullable Object draft,
        @Nullable String message,
        Proposer by) {}
