package org.coalitionatlas.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every change of every record, written in the transaction of the change itself and never changed
 * afterwards. What an import adds has no entry of its own: the record says where it came from, and
 * its first later change keeps what stood before.
 */
@Component
public class RecordHistory {

    /** Entries a call returns at most. */
    public static final int PAGE = 50;

    private static final String COLUMNS =
            "id, record_kind, record_id, organization_id, record_action, record_label, changed_by,"
                    + " changed_by_id, changed_at, note, draft_before, draft_after, not exists"
                    + " (select 1 from record_change older where older.record_id ="
                    + " record_change.record_id and older.draft_after is not null and"
                    + " older.changed_at < record_change.changed_at) as first_draft";

    private final JdbcTemplate jdbc;
    private final DraftJson json;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    RecordHistory(JdbcTemplate jdbc, DraftJson json, CurrentPerson currentPerson, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /** A change that is about to be written down. */
    record Entry(
            RecordKind kind,
            UUID recordId,
            UUID organizationId,
            RecordAction action,
            String label,
            @Nullable String note,
            @Nullable Object before,
            @Nullable Object after) {}

    /**
     * The history of a record, newest first. For those who may write it.
     *
     * @param page from 0, {@link #PAGE} entries each
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditRecord(#kind, #recordId)")
    public List<RecordChange> of(RecordKind kind, UUID recordId, int page) {
        return jdbc.query(
                "select "
                        + COLUMNS
                        + " from record_change where record_id = ? order by changed_at desc, id"
                        + " desc limit ? offset ?",
                (row, i) -> change(row),
                Ids.bytes(recordId),
                PAGE,
                page * PAGE);
    }

    /**
     * The history of an organization with all that belongs to it, newest first. For those who may
     * write it.
     *
     * @param page from 0, {@link #PAGE} entries each
     */
    @Transactional(readOnly = true)
    @PreAuthorize("@directoryAccess.mayEditOrganization(#organizationId)")
    public List<RecordChange> ofOrganization(UUID organizationId, int page) {
        return jdbc.query(
                "select "
                        + COLUMNS
                        + " from record_change where organization_id = ? order by changed_at desc,"
                        + " id desc limit ? offset ?",
                (row, i) -> change(row),
                Ids.bytes(organizationId),
                PAGE,
                page * PAGE);
    }

    Optional<RecordChange> find(UUID changeId) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from record_change where id = ?",
                        (row, i) -> change(row),
                        Ids.bytes(changeId))
                .stream()
                .findFirst();
    }

    /** Who did it last to each record of the organization to which it was done, by record. */
    Map<UUID, String> latestBy(UUID organizationId, RecordAction action) {
        var names = new HashMap<UUID, String>();
        jdbc.query(
                "select record_id, changed_by from record_change where organization_id = ? and"
                        + " record_action = ? order by changed_at, id",
                row -> {
                    names.put(Ids.of(row.getBytes(1)), row.getString(2));
                },
                Ids.bytes(organizationId),
                action.name());
        return names;
    }

    void write(Entry entry) {
        write(List.of(entry));
    }

    void write(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Optional<SignedIn> person = currentPerson.find();
        String by = person.map(SignedIn::name).orElse("-");
        byte @Nullable [] byId = person.map(who -> Ids.bytes(who.id())).orElse(null);
        Instant now = clock.instant();
        var rows = new ArrayList<Object[]>(entries.size());
        for (Entry entry : entries) {
            rows.add(
                    new Object[] {
                        Ids.bytes(Ids.newId()),
                        entry.kind().name(),
                        Ids.bytes(entry.recordId()),
                        Ids.bytes(entry.organizationId()),
                        entry.action().name(),
                        entry.label(),
                        byId,
                        by,
                        now,
                        entry.note(),
                        entry.before() == null ? null : json.write(entry.before()),
                        entry.after() == null ? null : json.write(entry.after())
                    });
        }
        jdbc.batchUpdate(
                "insert into record_change (id, record_kind, record_id, organization_id,"
                        + " record_action, record_label, changed_by_id, changed_by, changed_at,"
                        + " note, draft_before, draft_after) values (?,?,?,?,?,?,?,?,?,?,?,?)",
                rows,
                rows.size(),
                (statement, row) -> {
                    for (int i = 0; i < row.length; i++) {
                        if (row[i] instanceof Instant instant) {
                            statement.setTimestamp(i + 1, Timestamp.from(instant), utc());
                        } else if (row[i] instanceof byte[] id) {
                            statement.setBytes(i + 1, id);
                        } else {
                            statement.setString(i + 1, (String) row[i]);
                        }
                    }
                });
    }

    private RecordChange change(ResultSet row) throws SQLException {
        RecordKind kind = RecordKind.valueOf(row.getString("record_kind"));
        RecordAction action = RecordAction.valueOf(row.getString("record_action"));
        // What somebody without an account reported as unsafe may be about the staff who read this.
        boolean isReport = action == RecordAction.WITHHELD && row.getBytes("changed_by_id") == null;
        return new RecordChange(
                Ids.of(row.getBytes("id")),
                kind,
                Ids.of(row.getBytes("record_id")),
                Ids.of(row.getBytes("organization_id")),
                action,
                row.getString("record_label"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at", utc()).toInstant(),
                isReport && !mayReadReports() ? null : row.getString("note"),
                draft(kind, row.getString("draft_before")),
                draft(kind, row.getString("draft_after")),
                row.getBoolean("first_draft"));
    }

    private boolean mayReadReports() {
        return currentPerson.find().filter(who -> who.role() != Role.MEMBER).isPresent();
    }

    private @Nullable Object draft(RecordKind kind, @Nullable String stored) {
        return stored == null ? null : json.read(kind, stored);
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
