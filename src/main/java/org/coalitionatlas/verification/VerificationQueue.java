package org.coalitionatlas.verification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DueRecord;
import org.coalitionatlas.directory.DueRecords;
import org.coalitionatlas.directory.DueRecords.Wanted;
import org.coalitionatlas.directory.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits to be verified: for coordinators their counties', for members their organization's,
 * for administrators everything.
 */
@Component
public class VerificationQueue {

    private static final int LARGEST_WITHHELD = 200;

    private final DueRecords due;
    private final VerificationStore store;
    private final DirectoryCommands directory;
    private final Clock clock;

    VerificationQueue(
            DueRecords due, VerificationStore store, DirectoryCommands directory, Clock clock) {
        this.due = due;
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A record that is due.
     *
     * @param unreached how often nobody was reached since it was last verified
     * @param askedAt when its organization was last written to and has not answered, or {@code
     *     null}
     */
    public record Line(
            DueRecord record,
            int unreached,
            @Nullable Instant lastTriedAt,
            @Nullable Instant askedAt) {}

    /** A page and how many there are in all. */
    public record Page(List<Line> lines, long total) {}

    /** A record taken out of sight because nobody made sure of it. */
    public record Withheld(RecordKind kind, UUID id, String name, Instant since) {}

    /** A page of what is due, the most important first: four statements, whatever the size. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Page page(Wanted wanted, int offset, int limit) {
        List<DueRecord> records = due.list(wanted, offset, limit);
        Map<UUID, VerificationStore.Tries> tries =
                store.tries(records.stream().map(DueRecord::id).toList());
        Map<UUID, Instant> asked =
                store.openRequests(
                        records.stream()
                                .map(DueRecord::organizationId)
                                .collect(Collectors.toSet()));
        return new Page(
                records.stream()
                        .map(
                                record -> {
                                    VerificationStore.Tries tried = tries.get(record.id());
                                    return new Line(
                                            record,
                                            tried == null ? 0 : tried.unreached(),
                                            tried == null ? null : tried.lastAt(),
                                            asked.get(record.organizationId()));
                                })
                        .toList(),
                due.count(wanted));
    }

    /** How many are due now. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public long count() {
        return due.count(Wanted.DUE);
    }

    /** What was taken out of sight and still is, of the records the current person may write. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<Withheld> withheld() {
        List<VerificationStore.Withheld> records = store.withheld(LARGEST_WITHHELD);
        Map<UUID, String> names =
                due.withheldAmong(records.stream().map(VerificationStore.Withheld::id).toList());
        return records.stream()
                .filter(record -> names.containsKey(record.id()))
                .map(
                        record ->
                                new Withheld(
                                        record.kind(),
                                        record.id(),
                                        names.getOrDefault(record.id(), ""),
                                        record.since()))
                .toList();
    }

    /**
     * Shows a record again without verifying it. It is not taken out of sight a second time until
     * it was verified and lapsed anew. For coordinators of its counties.
     */
    @Transactional
    @PreAuthorize(
            "hasAnyRole('ADMINISTRATOR', 'COORDINATOR') and @directoryAccess.mayEditRecord(#kind,"
                    + " #id)")
    public void showAgain(RecordKind kind, UUID id) {
        if (kind == RecordKind.ORGANIZATION) {
            directory.publishOrganization(id);
        } else {
            directory.publishService(id);
        }
        store.shownAgain(id, clock.instant());
    }
}
