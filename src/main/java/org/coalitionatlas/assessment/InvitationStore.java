package org.coalitionatlas.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invitations and the hashes of their links in the database. The caller checks access. */
@Component
class InvitationStore {

    private final JdbcClient jdbc;

    InvitationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new invitation. */
    record Made(
            UUID id,
            UUID assessmentId,
            UUID providerId,
            String provider,
            String email,
            Locale locale,
            Locale readerLocale,
            UUID invitedById,
            String invitedBy) {}

    void add(Made made, int sent, Instant now, Instant expiresAt) {
        jdbc.sql(
                        """
                        insert into assessment_invitation (id, assessment_id, provider_id, provider,
                          email, locale, reader_locale, invited_by_id, invited_by, invited_at,
                          sent_count, last_sent_at, expires_at, answered_count, no_longer,
                          also_needs)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', '')
                        """)
                .params(
                        Ids.bytes(made.id()),
                        Ids.bytes(made.assessmentId()),
                        Ids.bytes(made.providerId()),
                        made.provider(),
                        made.email(),
                        made.locale().getLanguage(),
                        made.readerLocale().getLanguage(),
                        Ids.bytes(made.invitedById()),
                        made.invitedBy(),
                        utc(now),
                        sent,
                        utc(now),
                        utc(expiresAt))
                .update();
    }

    void link(UUID invitation, String tokenHash, Instant expiresAt) {
        jdbc.sql(
                        "insert into assessment_invitation_link (token_hash, invitation_id,"
                                + " expires_at) values (?, ?, ?)")
                .params(tokenHash, Ids.bytes(invitation), utc(expiresAt))
                .update();
    }

    /** The links of the invitation that were made so far open nothing any more. */
    void revoke(UUID invitation, Instant now) {
        jdbc.sql(
                        "update assessment_invitation_link set revoked_at = ? where invitation_id ="
                                + " ? and revoked_at is null")
                .params(utc(now), Ids.bytes(invitation))
                .update();
    }

    /** Uses the link up; false when it was, or no longer works. */
    boolean use(String tokenHash, Instant now) {
        return jdbc.sql(
                                "update assessment_invitation_link set used_at = ? where token_hash"
                                        + " = ? and used_at is null and revoked_at is null")
                        .params(utc(now), tokenHash)
                        .update()
                == 1;
    }

    /** The cycle's invitations, the latest e-mail first. */
    List<Invitation> of(UUID assessmentId) {
        return jdbc.sql(
                        "select * from assessment_invitation where assessment_id = ?"
                                + " order by last_sent_at desc, id desc")
                .param(Ids.bytes(assessmentId))
                .query(InvitationStore::invitation)
                .list();
    }

    Optional<Invitation> find(UUID assessmentId, UUID id) {
        return jdbc.sql("select * from assessment_invitation where assessment_id = ? and id = ?")
                .params(Ids.bytes(assessmentId), Ids.bytes(id))
                .query(InvitationStore::invitation)
                .optional();
    }

    /** Lets nobody else write to the address until the transaction ends. */
    void holdAddress(String email) {
        String address = email.toLowerCase(Locale.ROOT);
        jdbc.sql("insert ignore into invitation_address (address) values (?)")
                .param(address)
                .update();
        jdbc.sql("select address from invitation_address where address = ? for update")
                .param(address)
                .query(String.class)
                .list();
    }

    /** When an e-mail last went to the address, in whatever county and cycle. */
    Optional<Instant> lastSent(String email) {
        return Optional.ofNullable(
                jdbc.sql(
                                "select max(last_sent_at) as latest from assessment_invitation"
                                        + " where lower(email) = ?")
                        .param(email.toLowerCase(Locale.ROOT))
                        .query((row, n) -> Optional.ofNullable(at(row, "latest")))
                        .single()
                        .orElse(null));
    }

    void sentAgain(UUID id, Instant now, Instant expiresAt) {
        jdbc.sql(
                        "update assessment_invitation set sent_count = sent_count + 1,"
                                + " last_sent_at = ?, expires_at = ? where id = ?")
                .params(utc(now), utc(expiresAt), Ids.bytes(id))
                .update();
    }

    void withdraw(UUID id, String by, Instant now) {
        jdbc.sql(
                        "update assessment_invitation set withdrawn_at = ?, withdrawn_by = ?"
                                + " where id = ? and withdrawn_at is null")
                .params(utc(now), by, Ids.bytes(id))
                .update();
    }

    /**
     * An invitation found by one of its links.
     *
     * @param linkExpiresAt when that link stops working
     * @param used whether answers were taken through it
     * @param revoked whether a newer one took its place
     * @param readerLocale language of the coordinator who invited
     * @param lastForm the form that was sent last
     * @param remark what the directory's coordinators were last told
     * @param cycleOpen whether the cycle takes answers
     */
    record Linked(
            Invitation invitation,
            Instant linkExpiresAt,
            boolean used,
            boolean revoked,
            Locale readerLocale,
            @Nullable String lastForm,
            @Nullable String remark,
            String countyFips,
            boolean cycleOpen) {}

    Optional<Linked> linked(String tokenHash) {
        return jdbc.sql(
                        """
                        select i.*, l.expires_at as link_expires_at, l.used_at, l.revoked_at,
                          a.county_fips, a.state
                        from assessment_invitation_link l
                        join assessment_invitation i on i.id = l.invitation_id
                        join assessment a on a.id = i.assessment_id
                        where l.token_hash = ?
                        """)
                .param(tokenHash)
                .query(
                        (row, n) ->
                                new Linked(
                                        invitation(row, n),
                                        Objects.requireNonNull(at(row, "link_expires_at")),
                                        at(row, "used_at") != null,
                                        at(row, "revoked_at") != null,
                                        Locale.forLanguageTag(row.getString("reader_locale")),
                                        row.getString("last_form"),
                                        row.getString("remark"),
                                        row.getString("county_fips"),
                                        CycleState.valueOf(row.getString("state"))
                                                == CycleState.OPEN))
                .optional();
    }

    void opened(UUID id, Instant now) {
        jdbc.sql(
                        "update assessment_invitation set opened_at = ? where id = ? and opened_at"
                                + " is null")
                .params(utc(now), Ids.bytes(id))
                .update();
    }

    /** What a provider said through a form, besides its answers. */
    record Told(
            String form,
            Collection<String> noLonger,
            Collection<String> also,
            @Nullable String note,
            @Nullable String remark) {}

    /** Notes an answer. */
    void answered(UUID id, Told told, Instant now) {
        jdbc.sql(
                        """
                        update assessment_invitation set answered_at = ?,
                          answered_count = answered_count + 1, last_form = ?,
                          no_longer = ?, also_needs = ?, note = ?, remark = ?
                        where id = ?
                        """)
                .param(utc(now))
                .param(told.form())
                .param(String.join(",", told.noLonger()))
                .param(String.join(",", told.also()))
                .param(told.note())
                .param(told.remark())
                .param(Ids.bytes(id))
                .update();
    }

    /** What the provider has said of itself in the cycle, by need. */
    Map<String, Map<Question, Answer>> ownWords(UUID assessmentId, UUID provider) {
        var said = new HashMap<String, Map<Question, Answer>>();
        jdbc.sql(
                        """
                        select need_code, has_contact, partners, trained from assessment_statement
                        where assessment_id = ? and provider_id = ? and said_by = 'PROVIDER'
                          and speaker_id = ?
                        """)
                .params(Ids.bytes(assessmentId), Ids.bytes(provider), Ids.bytes(provider))
                .query(
                        row -> {
                            said.put(
                                    row.getString("need_code"),
                                    Row.answers(
                                            answer(row, "has_contact"),
                                            answer(row, "partners"),
                                            answer(row, "trained")));
                        });
        return said;
    }

    // ---- merges of organizations ----

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                Ids.of(row.getBytes("id")),
                Ids.of(row.getBytes("assessment_id")),
                Ids.of(row.getBytes("provider_id")),
                row.getString("provider"),
                row.getString("email"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("invited_by"),
                Objects.requireNonNull(at(row, "invited_at")),
                row.getInt("sent_count"),
                Objects.requireNonNull(at(row, "last_sent_at")),
                Objects.requireNonNull(at(row, "expires_at")),
                at(row, "opened_at"),
                at(row, "answered_at"),
                row.getInt("answered_count"),
                codes(row.getString("no_longer")),
                codes(row.getString("also_needs")),
                row.getString("note"),
                at(row, "withdrawn_at"),
                row.getString("withdrawn_by"));
    }

    private static List<String> codes(String stored) {
        return stored.isEmpty() ? List.of() : List.of(stored.split(","));
    }

    private static @Nullable Answer answer(ResultSet row, String column) throws SQLException {
        String stored = row.getString(column);
        return stored == null ? null : Answer.valueOf(stored);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
