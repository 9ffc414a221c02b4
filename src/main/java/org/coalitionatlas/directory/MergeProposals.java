package org.coalitionatlas.directory;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What waits for a decision when two records become one. It goes on waiting about the record that
 * stays, where a change proposed is laid over what that one says, field by field; only the wish to
 * publish the record that goes has come to nothing, and is closed in words.
 */
@Component
class MergeProposals {

    /** Stands for the kind of an open proposal that changed its organization. */
    private static final String MOVED = "PROPOSAL";

    /** One that was about the record that goes. */
    private static final String FOLLOWED = "PROPOSAL_RECORD";

    /** One that was closed. */
    private static final String CLOSED = "PROPOSAL_CLOSED";

    private static final int LONGEST_ANSWER = 2000;

    private final JdbcClient jdbc;
    private final MergeStore store;
    private final MessageSource messages;

    MergeProposals(JdbcClient jdbc, MergeStore store, MessageSource messages) {
        this.jdbc = jdbc;
        this.store = store;
        this.messages = messages;
    }

    private record Open(UUID id, ProposalKind kind, Locale locale) {}

    void follow(
            UUID mergeId,
            RecordWriter.Standing goes,
            RecordWriter.Standing stays,
            String by,
            Instant now) {
        for (Open open : about(goes.id())) {
            if (open.kind == ProposalKind.PUBLICATION) {
                close(open, stays.label(), by, now);
                store.moved(mergeId, CLOSED, open.id);
            } else {
                turn(open.id, stays.id(), stays.organizationId());
                store.moved(mergeId, FOLLOWED, open.id);
            }
        }
        if (goes.kind() == RecordKind.ORGANIZATION) {
            for (UUID proposal : ofOrganization(goes.id())) {
                assign(proposal, stays.id());
                store.moved(mergeId, MOVED, proposal);
            }
        }
    }

    /** Takes back what {@link #follow} did, as far as nobody has decided it meanwhile. */
    void goBack(UUID mergeId, RecordWriter.Standing from) {
        store.moved(mergeId, MOVED).forEach(proposal -> assign(proposal, from.id()));
        store.moved(mergeId, FOLLOWED)
                .forEach(proposal -> turn(proposal, from.id(), from.organizationId()));
        store.moved(mergeId, CLOSED)
                .forEach(
                        proposal ->
                                jdbc.sql(
                                                "update proposal set proposal_state = 'OPEN',"
                                                        + " decided_by = null, decided_at = null,"
                                                        + " answer = null, version = version + 1"
                                                        + " where id = ?")
                                        .param(Ids.bytes(proposal))
                                        .update());
    }

    private List<Open> about(UUID record) {
        return jdbc.sql(
                        "select id, proposal_kind, proposer_locale from proposal where record_id ="
                                + " ? and proposal_state = 'OPEN'")
                .param(Ids.bytes(record))
                .query(
                        (row, n) ->
                                new Open(
                                        Ids.of(row.getBytes(1)),
                                        ProposalKind.valueOf(row.getString(2)),
                                        Locale.of(row.getString(3))))
                .list();
    }

    private List<UUID> ofOrganization(UUID organization) {
        return jdbc.sql(
                        "select id from proposal where organization_id = ? and proposal_state ="
                                + " 'OPEN'")
                .param(Ids.bytes(organization))
                .query((row, n) -> Ids.of(row.getBytes(1)))
                .list();
    }

    // Whoever has it open is told that it changed: a version goes on with each of these.
    private void turn(UUID proposal, UUID record, UUID organization) {
        jdbc.sql(
                        "update proposal set record_id = ?, organization_id = ?, version = version"
                                + " + 1 where id = ?")
                .params(Ids.bytes(record), Ids.bytes(organization), Ids.bytes(proposal))
                .update();
    }

    private void assign(UUID proposal, UUID organization) {
        jdbc.sql("update proposal set organization_id = ?, version = version + 1 where id = ?")
                .params(Ids.bytes(organization), Ids.bytes(proposal))
                .update();
    }

    private void close(Open open, String into, String by, Instant now) {
        String answer =
                messages.getMessage("duplicates.merged.answer", new Object[] {into}, open.locale);
        jdbc.sql(
                        "update proposal set proposal_state = 'RETURNED', decided_by = ?,"
                                + " decided_at = ?, answer = ?, version = version + 1 where id = ?")
                .params(
                        by,
                        Timestamp.from(now),
                        answer.length() > LONGEST_ANSWER
                                ? answer.substring(0, LONGEST_ANSWER)
                                : answer,
                        Ids.bytes(open.id))
                .update();
    }
}
