package org.coalitionatlas.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers, attempts, requests and links in the database. */
@Component
class VerificationStore {

    private final JdbcClient jdbc;

    VerificationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    // ---- answers ----

    void answer(
            RecordKind kind, UUID record, String item, CheckAnswer answer, String by, Instant now) {
        jdbc.sql(
                        "insert into verification_answer (record_id, item, record_kind, answer,"
                                + " answered_by, answered_at) values (?, ?, ?, ?, ?, ?) on"
                                + " duplicate key update answer = values(answer), answered_by ="
                                + " values(answered_by), answered_at = values(answered_at)")
                .params(Ids.bytes(record), item, kind.name(), answer.name(), by, utc(now))
                .update();
    }

    Map<String, CheckAnswer> answers(UUID record, Instant since) {
        var answers = new HashMap<String, CheckAnswer>();
        jdbc.sql(
                        "select item, answer from verification_answer where record_id = ? and"
                                + " answered_at >= ?")
                .params(Ids.bytes(record), utc(since))
                .query(
                        row -> {
                            answers.put(row.getString(1), CheckAnswer.valueOf(row.getString(2)));
                        });
        return answers;
    }

    void forgetAnswers(UUID record) {
        jdbc.sql("delete from verification_answer where record_id = ?")
                .param(Ids.bytes(record))
                .update();
    }

    void forgetAnswersBefore(Instant before) {
        jdbc.sql("delete from verification_answer where answered_at < ?")
                .param(utc(before))
                .update();
    }

    // ---- attempts ----

    void attempt(
            RecordKind kind,
            UUID record,
            UUID organization,
            String by,
            @Nullable AssuranceMethod method,
            AttemptOutcome outcome,
            @Nullable String note,
            Instant now) {
        jdbc.sql(
                        "insert into verification_attempt (id, record_id, record_kind,"
                                + " organization_id, made_at, made_by, method, outcome, note)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.bytes(Ids.newId()))
                .param(Ids.bytes(record))
                .param(kind.name())
                .param(Ids.bytes(organization))
                .param(utc(now))
                .param(by)
                .param(method == null ? null : method.name())
                .param(outcome.name())
                .param(note)
                .update();
    }

    List<CheckSheet.Attempt> attempts(UUID record, int limit) {
        return jdbc.sql(
                        "select made_at, made_by, method, outcome, note from verification_attempt"
                                + " where record_id = ? order by made_at desc, id desc limit ?")
                .params(Ids.bytes(record), limit)
                .query(VerificationStore::attempt)
                .list();
    }

    /** How often nobody was reached since the record was last verified, and when last. */
    record Tries(int unreached, @Nullable Instant lastAt) {}

    Map<UUID, Tries> tries(Collection<UUID> records) {
        var tries = new HashMap<UUID, Tries>();
        if (records.isEmpty()) {
            return tries;
        }
        jdbc.sql(
                        "select a.record_id, count(*), max(a.made_at) from verification_attempt a"
                                + " where a.record_id in (:records) and a.outcome = 'UNREACHED' and not"
                                + " exists (select 1 from verification_attempt v where v.record_id ="
                                + " a.record_id and v.outcome = 'VERIFIED' and v.made_at >= a.made_at)"
                                + " group by a.record_id")
                .param("records", records.stream().map(Ids::bytes).toList())
                .query(
                        row -> {
                            tries.put(
                                    Ids.of(row.getBytes(1)),
                                    new Tries(
                                            row.getInt(2),
                                            instant(row.getObject(3, LocalDateTime.class))));
                        });
        return tries;
    }

    private static CheckSheet.Attempt attempt(ResultSet row, int number) throws SQLException {
        String method = row.getString("method");
        return new CheckSheet.Attempt(
                row.getObject("made_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getString("made_by"),
                method == null ? null : AssuranceMethod.valueOf(method),
                AttemptOutcome.valueOf(row.getString("outcome")),
                row.getString("note"));
    }

    // ---- requests ----

    /** A request as it stands. */
    record Request(
            UUID id,
            UUID organizationId,
            String email,
            Locale locale,
            String askedBy,
            Instant askedAt,
            int sentCount,
            Instant lastSentAt,
            @Nullable Instant closedAt,
            @Nullable String outcome) {}

    UUID ask(UUID organization, String email, Locale locale, String by, Instant now) {
        UUID id = Ids.newId();
        jdbc.sql(
                        "insert into verification_request (id, organization_id, email, locale,"
                                + " asked_by, asked_at, sent_count, last_sent_at) values (?, ?, ?,"
                                + " ?, ?, ?, 1, ?)")
                .params(
                        Ids.bytes(id),
                        Ids.bytes(organization),
                        email,
                        locale.getLanguage(),
                        by,
                        utc(now),
                        utc(now))
                .update();
        return id;
    }

    Optional<Request> latestRequest(UUID organization) {
        return jdbc.sql(
                        "select * from verification_request where organization_id = ? order by"
                                + " asked_at desc, id desc limit 1")
                .param(Ids.bytes(organization))
                .query(VerificationStore::request)
                .optional();
    }

    Map<UUID, Instant> openRequests(Collection<UUID> organizations) {
        var asked = new HashMap<UUID, Instant>();
        if (!organizations.isEmpty()) {
            jdbc.sql(
                            "select organization_id, max(last_sent_at) from verification_request"
                                    + " where organization_id in (:organizations) and closed_at is"
                                    + " null group by organization_id")
                    .param("organizations", organizations.stream().map(Ids::bytes).toList())
                    .query(
                            row -> {
                                asked.put(
                                        Ids.of(row.getBytes(1)),
                                        row.getObject(2, LocalDateTime.class)
                                                .toInstant(ZoneOffset.UTC));
                            });
        }
        return asked;
    }

    List<Request> toRemind(Instant lastSentBefore, int mostSent, int limit) {
        return jdbc.sql(
                        "select * from verification_request where closed_at is null and"
                                + " last_sent_at <= ? and sent_count < ? order by last_sent_at, id"
                                + " limit ?")
                .params(utc(lastSentBefore), mostSent, limit)
                .query(VerificationStore::request)
                .list();
    }

    /** Ends requests whose last link works no more. */
    int closeSilent(Instant lastSentBefore, int mostSent, Instant now) {
        return jdbc.sql(
                        "update verification_request set closed_at = ?, outcome = 'SILENT' where"
                                + " closed_at is null and last_sent_at <= ? and sent_count >= ?")
                .params(utc(now), utc(lastSentBefore), mostSent)
                .update();
    }

    /** Counts another e-mail; false when another node was first. */
    boolean countSent(Request request, Instant now) {
        return jdbc.sql(
                                "update verification_request set sent_count = sent_count + 1,"
                                        + " last_sent_at = ? where id = ? and sent_count = ? and"
                                        + " closed_at is null")
                        .params(utc(now), Ids.bytes(request.id()), request.sentCount())
                        .update()
                == 1;
    }

    /** Ends the request; false when it had ended. */
    boolean close(UUID request, String outcome, Instant now) {
        return jdbc.sql(
                                "update verification_request set closed_at = ?, outcome = ? where"
                                        + " id = ? and closed_at is null")
                        .params(utc(now), outcome, Ids.bytes(request))
                        .update()
                == 1;
    }

    void link(UUID request, String tokenHash, Instant expiresAt) {
        jdbc.sql(
                        "insert into verification_link (token_hash, request_id, expires_at) values"
                                + " (?, ?, ?)")
                .params(tokenHash, Ids.bytes(request), utc(expiresAt))
                .update();
    }

    /** A link that exists, with what it belongs to. */
    record Link(Request request, Instant expiresAt) {}

    Optional<Link> link(String tokenHash) {
        return jdbc.sql(
                        "select r.*, l.expires_at from verification_link l join"
                                + " verification_request r on r.id = l.request_id where"
                                + " l.token_hash = ?")
                .param(tokenHash)
                .query(
                        (row, n) ->
                                new Link(
                                        request(row, n),
                                        row.getObject("expires_at", LocalDateTime.class)
                                                .toInstant(ZoneOffset.UTC)))
                .optional();
    }

    void forgetLinksBefore(Instant expiredBefore) {
        jdbc.sql("delete from verification_link where expires_at < ?")
                .param(utc(expiredBefore))
                .update();
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                Ids.of(row.getBytes("id")),
                Ids.of(row.getBytes("organization_id")),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("asked_by"),
                row.getObject("asked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getInt("sent_count"),
                row.getObject("last_sent_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                instant(row.getObject("closed_at", LocalDateTime.class)),
                row.getString("outcome"));
    }

    // ---- withheld ----

    /** Notes that this lapse took the record out of sight; false when it was dealt with before. */
    boolean withhold(
            RecordKind kind,
            UUID record,
            UUID organization,
            @Nullable LocalDate assuredOn,
            Instant now) {
        return jdbc.sql(
                                "insert ignore into verification_withheld (record_id, lapsed,"
                                        + " record_kind, organization_id, withheld_at) values (?, ?, ?,"
                                        + " ?, ?)")
                        .params(
                                Ids.bytes(record),
                                assuredOn == null ? "never" : assuredOn.toString(),
                                kind.name(),
                                Ids.bytes(organization),
                                utc(now))
                        .update()
                == 1;
    }

    /** A record that is out of sight since then. */
    record Withheld(RecordKind kind, UUID id, UUID organizationId, Instant since) {}

    List<Withheld> withheld(int limit) {
        return jdbc.sql(
                        "select record_kind, record_id, organization_id, withheld_at from"
                                + " verification_withheld where shown_again_at is null order by"
                                + " withheld_at desc, record_id limit ?")
                .param(limit)
                .query(
                        (row, n) ->
                                new Withheld(
                                        RecordKind.valueOf(row.getString(1)),
                                        Ids.of(row.getBytes(2)),
                                        Ids.of(row.getBytes(3)),
                                        row.getObject(4, LocalDateTime.class)
                                                .toInstant(ZoneOffset.UTC)))
                .list();
    }

    /** Ends the withholding; false when there was none. */
    boolean shownAgain(UUID record, Instant now) {
        return jdbc.sql(
                                "update verification_withheld set shown_again_at = ? where"
                                        + " record_id = ? and shown_again_at is null")
                        .params(utc(now), Ids.bytes(record))
                        .update()
                > 0;
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
