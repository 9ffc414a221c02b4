package org.coalitionatlas.capacity;

import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;

/**
 * A response without its answers.
 *
 * @param organization whose it is
 * @param instrumentVersion the version it is answered in
 * @param movedFrom the version it was moved from, if it was
 * @param cycle such as "2026"
 * @param resultShared whether other rooms may show its result to the coalition
 * @param narrativesShared whether coordinators read what was written in words, and its evidence
 * @param saved the last answer; {@code null} before the first
 * @param moveRead who of the organization has read what changed with {@code movedFrom}; {@code
 *     null} while nobody has
 * @param openedByCoordinator whether a coordinator opened it for the organization
 * @param changes counts every change of it and of its answers
 */
public record ResponseHead(
        UUID id,
        UUID organization,
        String instrumentCode,
        int instrumentVersion,
        @Nullable Integer movedFrom,
        String cycle,
        ResponseState state,
        boolean resultShared,
        boolean narrativesShared,
        Stamp opened,
        @Nullable Stamp submitted,
        @Nullable Stamp reviewed,
        @Nullable Stamp closed,
        @Nullable Stamp saved,
        @Nullable Stamp moveRead,
        boolean openedByCoordinator,
        long changes) {

    /** A response that is opened now: nothing is answered, and its result is shared. */
    static ResponseHead opened(
            UUID organization,
            Instrument instrument,
            String cycle,
            Stamp opened,
            boolean byCoordinator) {
        return new ResponseHead(
                Ids.newId(),
                organization,
                instrument.code(),
                instrument.version(),
                null,
                cycle,
                ResponseState.IN_PROGRESS,
                true,
                false,
                opened,
                null,
                null,
                null,
                null,
                null,
                byCoordinator,
                0);
    }
}
