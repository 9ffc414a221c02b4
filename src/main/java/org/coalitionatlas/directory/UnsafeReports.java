package org.coalitionatlas.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what anybody reports as unsafe. To be hidden at once is what makes a report useful, and
 * what makes it worth abusing. One network can only report so often (the published form sees to
 * it). A complaint a coordinator has found to be none does not hide a record again while nothing
 * was rewritten; and when very many records are hidden within an hour, which takes many networks,
 * the rest stay, because a directory that anybody can empty helps nobody. Whatever stays is told to
 * the coordinators at once and comes first of all in the queue.
 */
@Component
public class UnsafeReports {

    /** So long a coordinator's look counts. */
    public static final Duration LOOKED_AT = Duration.ofDays(30);

    private static final Duration WINDOW = Duration.ofHours(1);

    private final Proposals proposals;
    private final RecordWriter writer;
    private final UnsafeStore store;
    private final SuggestionLimits limits;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnsafeReports(
            Proposals proposals,
            RecordWriter writer,
            UnsafeStore store,
            SuggestionLimits limits,
            ApplicationEventPublisher events,
            Clock clock) {
        this.proposals = proposals;
        this.writer = writer;
        this.store = store;
        this.limits = limits;
        this.events = events;
        this.clock = clock;
    }

    /** What a report did. */
    public enum Outcome {
        /** Nobody sees the record any more. */
        HIDDEN,
        /** A coordinator has found lately that the same complaint is none; it is still shown. */
        LOOKED_AT,
        /** Too many records were hidden in the last hour; it is still shown. */
        TOO_MANY
    }

    /**
     * Keeps the report and, as a rule, hides the record; with it the places, wherever they are
     * told, when they are the reason. Open to everybody; whoever calls limits how often one person
     * may, and takes only records its reader sees.
     *
     * @param said what the queue shows as the reason
     */
    @Transactional
    @PreAuthorize("permitAll()")
    public Outcome report(
            RecordKind kind, UUID recordId, UnsafeReason reason, String said, Proposer by) {
        Instant now = clock.instant();
        Outcome outcome = Outcome.HIDDEN;
        if (store.isDismissed(recordId, reason, now.minus(LOOKED_AT))) {
            outcome = Outcome.LOOKED_AT;
        } else if (store.hiddenSince(now.minus(WINDOW)) >= limits.hiddenPerHour()) {
            outcome = Outcome.TOO_MANY;
        }
        RecordWriter.Standing reported = writer.standing(kind, recordId);
        UUID proposal =
                proposals.reportUnsafe(reported, reason, said, by, outcome == Outcome.HIDDEN);
        if (outcome != Outcome.HIDDEN) {
            events.publishEvent(
                    new UnsafeStillShown(
                            proposal,
                            recordId,
                            reported.organizationId(),
                            reported.label(),
                            outcome,
                            now));
        }
        return outcome;
    }
}
