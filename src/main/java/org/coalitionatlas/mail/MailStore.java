package org.coalitionatlas.mail;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages in the database. Plain SQL, because each step is one conditional statement: the row that
 * it changed, or did not, decides who sends.
 */
@Component
class MailStore {

    private static final String COLUMNS =
            "id, recipient, subject, purpose, state, attempts, created_at, next_attempt_at,"
                    + " done_at, failure, failure_detail, body is not null as has_body";

    private final JdbcClient jdbc;

    MailStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message as it is handed to the server. */
    record Letter(
            UUID id,
            String to,
            Locale locale,
            MailPurpose purpose,
            String subject,
            String text,
            int attempts) {}

    boolean add(MailMessage message, Instant now) {
        // The second of two with the same key changes nothing and breaks nobody's transaction.
        return jdbc.sql(
                                "insert ignore into mail_message (id, recipient, locale, purpose,"
                                        + " dedupe_key, subject, body, state, attempts,"
                                        + " next_attempt_at, created_at) values (?, ?, ?, ?, ?, ?,"
                                        + " ?, 'WAITING', 0, ?, ?)")
                        .params(
                                bytes(Ids.newId()),
                                message.to().address(),
                                message.locale().getLanguage(),
                                message.purpose().name(),
                                message.dedupeKey(),
                                message.subject(),
                                message.text(),
                                utc(now),
                                utc(now))
                        .update()
                == 1;
    }

    List<UUID> due(Instant now, int limit) {
        return jdbc.sql(
                        "select id from mail_message where state = 'WAITING' and next_attempt_at"
                                + " <= ? order by next_attempt_at, id limit ?")
                .params(utc(now), limit)
                .query((row, n) -> uuid(row.getBytes(1)))
                .list();
    }

    /** Takes the message for sending; empty when somebody else just did. */
    Optional<Letter> claim(UUID id, Instant now) {
        int taken =
                jdbc.sql(
                                "update mail_message set state = 'SENDING', claimed_at = ?,"
                                        + " attempts = attempts + 1 where id = ? and state = 'WAITING'"
                                        + " and next_attempt_at <= ?")
                        .params(utc(now), bytes(id), utc(now))
                        .update();
        return taken == 0
                ? Optional.empty()
                : jdbc.sql(
                                "select recipient, locale, purpose, subject, body, attempts from"
                                        + " mail_message where id = ?")
                        .param(bytes(id))
                        .query(
                                (row, n) ->
                                        new Letter(
                                                id,
                                                row.getString(1),
                                                Locale.forLanguageTag(row.getString(2)),
                                                MailPurpose.valueOf(row.getString(3)),
                                                row.getString(4),
                                                row.getString(5),
                                                row.getInt(6)))
                        .optional();
    }

    void sent(UUID id, Instant now) {
        end(id, MailState.SENT, null, null, now);
    }

    void failed(UUID id, String failure, @Nullable String detail, Instant now) {
        end(id, MailState.FAILED, failure, detail, now);
    }

    /** The text goes at once: nobody will read it. */
    void declined(UUID id, Instant now) {
        end(id, MailState.DECLINED, null, null, now);
        jdbc.sql("update mail_message set body = null where id = ?").param(bytes(id)).update();
    }

    void waitUntil(UUID id, Instant next, String failure, @Nullable String detail) {
        jdbc.sql(
                        "update mail_message set state = 'WAITING', claimed_at = null,"
                                + " next_attempt_at = ?, failure = ?, failure_detail = ? where id ="
                                + " ? and state = 'SENDING'")
                .param(utc(next))
                .param(failure)
                .param(shortened(detail))
                .param(bytes(id))
                .update();
    }

    /**
     * Gives up messages whose sender ended between handing over and noting it: they may have gone
     * out, so nobody sends them again without being asked.
     */
    int giveUpInterrupted(Instant claimedBefore, Instant now) {
        return jdbc.sql(
                        "update mail_message set state = 'FAILED', failure ="
                                + " 'mail.failure.uncertain', failure_detail = null, done_at = ?"
                                + " where state = 'SENDING' and claimed_at < ?")
                .params(utc(now), utc(claimedBefore))
                .update();
    }

    boolean retry(UUID id, Instant now) {
        return jdbc.sql(
                                "update mail_message set state = 'WAITING', attempts = 0,"
                                        + " next_attempt_at = ?, claimed_at = null, done_at = null"
                                        + " where id = ? and state = 'FAILED' and body is not null")
                        .params(utc(now), bytes(id))
                        .update()
                == 1;
    }

    int eraseBodies(Instant doneBefore) {
        return jdbc.sql(
                        "update mail_message set body = null where body is not null and done_at <"
                                + " ?")
                .param(utc(doneBefore))
                .update();
    }

    Map<MailState, Long> counts() {
        var counts = new EnumMap<MailState, Long>(MailState.class);
        jdbc.sql("select state, count(*) from mail_message group by state")
                .query(
                        row -> {
                            counts.put(MailState.valueOf(row.getString(1)), row.getLong(2));
                        });
        return counts;
    }

    List<OutboxEntry> list(MailState state, int offset, int limit) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from mail_message where state = ? order by created_at desc, id"
                                + " desc limit ? offset ?")
                .params(state.name(), limit, offset)
                .query(MailStore::entry)
                .list();
    }

    private void end(
            UUID id,
            MailState state,
            @Nullable String failure,
            @Nullable String detail,
            Instant now) {
        jdbc.sql(
                        "update mail_message set state = ?, failure = ?, failure_detail = ?,"
                                + " done_at = ? where id = ? and state = 'SENDING'")
                .param(state.name())
                .param(failure)
                .param(shortened(detail))
                .param(utc(now))
                .param(bytes(id))
                .update();
    }

    private static OutboxEntry entry(ResultSet row, int number) throws SQLException {
        var state = MailState.valueOf(row.getString("state"));
        return new OutboxEntry(
                uuid(row.getBytes("id")),
                row.getString("recipient"),
                row.getString("subject"),
                MailPurpose.valueOf(row.getString("purpose")),
                state,
                row.getInt("attempts"),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                row.getObject("next_attempt_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                instant(row.getObject("done_at", LocalDateTime.class)),
                row.getString("failure"),
                row.getString("failure_detail"),
                state == MailState.FAILED && row.getBoolean("has_body"));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    private static @Nullable String shortened(@Nullable String detail) {
        return detail == null || detail.length() <= 300 ? detail : detail.substring(0, 300);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
