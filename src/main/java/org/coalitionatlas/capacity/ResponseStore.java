package org.coalitionatlas.capacity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Responses, their answers and what came before in the database. Whoever changes a response takes
 * {@link #lock} first: the changes of one response then happen one after the other, each with its
 * number.
 */
@Component
class ResponseStore {

    private static final String HEAD =
            "r.id, r.organization_id, r.instrument_code, r.instrument_version,"
                    + " r.moved_from_version, r.cycle_name, r.response_state, r.result_shared,"
                    + " r.narratives_shared, r.opened_by, r.opened_at, r.submitted_by,"
                    + " r.submitted_at, r.reviewed_by, r.reviewed_at, r.closed_by, r.closed_at,"
                    + " r.saved_by, r.saved_at, r.change_number";

    private static final String ANSWER =
            "a.item, a.part, a.choice, a.answer_text, a.note, a.put_off, a.wording,"
                    + " a.answered_by, a.answered_by_id, a.answered_at, a.change_number, a.version";

    /** Where the columns of an answer begin after those of a head. */
    private static final int AFTER_HEAD = 20;

    private final JdbcClient jdbc;

    ResponseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an answer has beside what is shown: its row, and since when its writer is at it. */
    record Standing(PlaceAnswer answer, UUID row, Instant runBegan) {}

    /** A response, and what stands at one of its places. */
    record AtPlace(ResponseHead head, @Nullable Standing standing) {}

    // ---- responses ----

    void insert(ResponseHead head) {
        jdbc.sql(
                        "insert into capacity_response (id, organization_id, instrument_code,"
                                + " instrument_version, cycle_name, response_state, result_shared,"
                                + " narratives_shared, opened_at, opened_by, change_number) values"
                                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.bytes(head.id()))
                .param(Ids.bytes(head.organization()))
                .param(head.instrumentCode())
                .param(head.instrumentVersion())
                .param(head.cycle())
                .param(head.state().name())
                .param(head.resultShared())
                .param(head.narrativesShared())
                .param(utc(head.opened().at()))
                .param(head.opened().by())
                .param(head.changes())
                .update();
    }

    /** Counts a change and holds the response until the transaction ends; false when it is gone. */
    boolean lock(UUID id) {
        return jdbc.sql(
                                "update capacity_response set change_number = change_number + 1"
                                        + " where id = ?")
                        .param(Ids.bytes(id))
                        .update()
                == 1;
    }

    /** The same for an answer, which also is the last one saved. */
    boolean lockToAnswer(UUID id, Stamp saved) {
        return jdbc.sql(
                                "update capacity_response set change_number = change_number + 1,"
                                        + " saved_at = ?, saved_by = ? where id = ?")
                        .params(utc(saved.at()), saved.by(), Ids.bytes(id))
                        .update()
                == 1;
    }

    Optional<ResponseHead> head(UUID id) {
        return jdbc.sql("select " + HEAD + " from capacity_response r where r.id = ?")
                .param(Ids.bytes(id))
                .query((row, n) -> head(row))
                .optional();
    }

    Optional<ResponseHead> head(UUID organization, String instrument, String cycle) {
        return jdbc.sql(
                        "select "
                                + HEAD
                                + " from capacity_response r where r.organization_id = ? and"
                                + " r.instrument_code = ? and r.cycle_name = ?")
                .params(Ids.bytes(organization), instrument, cycle)
                .query((row, n) -> head(row))
                .optional();
    }

    /** The latest cycle first. */
    List<ResponseHead> ofOrganization(UUID organization) {
        return jdbc.sql(
                        "select "
                                + HEAD
                                + " from capacity_response r where r.organization_id = ? order by"
                                + " r.cycle_name desc, r.opened_at desc, r.id")
                .param(Ids.bytes(organization))
                .query((row, n) -> head(row))
                .list();
    }

    List<ResponseHead> ofOrganizations(Collection<UUID> organizations) {
        return organizations.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select "
                                        + HEAD
                                        + " from capacity_response r where r.organization_id in ("
                                        + marks(organizations.size())
                                        + ")")
                        .params(organizations.stream().map(Ids::bytes).toList())
                        .query((row, n) -> head(row))
                        .list();
    }

    /** All of a cycle, of an instrument and in a state; {@code null} is any. */
    List<ResponseHead> all(
            @Nullable String cycle, @Nullable String instrument, @Nullable ResponseState state) {
        var conditions = new ArrayList<String>();
        var values = new ArrayList<Object>();
        if (cycle != null) {
            conditions.add("r.cycle_name = ?");
            values.add(cycle);
        }
        if (instrument != null) {
            conditions.add("r.instrument_code = ?");
            values.add(instrument);
        }
        if (state != null) {
            conditions.add("r.response_state = ?");
            values.add(state.name());
        }
        return jdbc.sql(
                        "select "
                                + HEAD
                                + " from capacity_response r"
                                + (conditions.isEmpty()
                                        ? ""
                                        : " where " + String.join(" and ", conditions))
                                + " order by r.cycle_name desc, r.opened_at desc, r.id")
                .params(values)
                .query((row, n) -> head(row))
                .list();
    }

    List<String> cycles() {
        return jdbc.sql(
                        "select distinct cycle_name from capacity_response order by cycle_name"
                                + " desc")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** How often each of the responses was changed; asked every second while somebody looks. */
    Map<UUID, Long> changes(Collection<UUID> ids) {
        var changes = new HashMap<UUID, Long>();
        if (ids.isEmpty()) {
            return changes;
        }
        jdbc.sql(
                        "select id, change_number from capacity_response where id in ("
                                + marks(ids.size())
                                + ")")
                .params(ids.stream().map(Ids::bytes).toList())
                .query(
                        row -> {
                            changes.put(Ids.of(row.getBytes(1)), row.getLong(2));
                        });
        return changes;
    }

    void move(UUID id, ResponseState state, @Nullable String stamped, Stamp by) {
        String stamp = stamped == null ? "" : ", " + stamped + "_at = ?, " + stamped + "_by = ?";
        var statement =
                jdbc.sql(
                                "update capacity_response set response_state = ?"
                                        + stamp
                                        + " where id = ?")
                        .param(state.name());
        if (stamped != null) {
            statement = statement.param(utc(by.at())).param(by.by());
        }
        statement.param(Ids.bytes(id)).update();
    }

    void share(UUID id, boolean result, boolean narratives) {
        jdbc.sql(
                        "update capacity_response set result_shared = ?, narratives_shared = ?"
                                + " where id = ?")
                .params(result, narratives, Ids.bytes(id))
                .update();
    }

    void moveToVersion(UUID id, int from, int to) {
        jdbc.sql(
                        "update capacity_response set moved_from_version = ?, instrument_version ="
                                + " ? where id = ?")
                .params(from, to, Ids.bytes(id))
                .update();
    }

    // ---- answers ----

    Optional<AtPlace> at(UUID response, AnswerKey place) {
        return jdbc.sql(
                        "select "
                                + HEAD
                                + ", "
                                + ANSWER
                                + ", a.id, a.run_began_at from capacity_response r left join"
                                + " capacity_answer a on a.response_id = r.id and a.item = ? and"
                                + " a.part = ? where r.id = ?")
                .params(place.item(), place.part(), Ids.bytes(response))
                .query(
                        (row, n) -> {
                            boolean said = row.getString(AFTER_HEAD + 1) != null;
                            return new AtPlace(
                                    head(row),
                                    said
                                            ? new Standing(
                                                    answer(row, AFTER_HEAD),
                                                    Ids.of(row.getBytes(AFTER_HEAD + 13)),
                                                    instant(row, AFTER_HEAD + 14))
                                            : null);
                        })
                .optional();
    }

    void insert(UUID response, PlaceAnswer a) {
        jdbc.sql(
                        "insert into capacity_answer (id, response_id, item, part, choice,"
                                + " answer_text, note, put_off, wording, answered_at, answered_by,"
                                + " answered_by_id, run_began_at, change_number, version) values"
                                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.bytes(Ids.newId()))
                .param(Ids.bytes(response))
                .param(a.place().item())
                .param(a.place().part())
                .param(name(a.given().choice()))
                .param(a.given().text())
                .param(a.given().note())
                .param(a.given().later())
                .param(a.wording())
                .param(utc(a.at()))
                .param(a.by())
                .param(Ids.bytes(a.byId()))
                .param(utc(a.at()))
                .param(a.change())
                .param(a.version())
                .update();
    }

    void update(UUID row, PlaceAnswer a, Instant runBegan) {
        jdbc.sql(
                        "update capacity_answer set choice = ?, answer_text = ?, note = ?, put_off"
                                + " = ?, wording = ?, answered_at = ?, answered_by = ?,"
                                + " answered_by_id = ?, run_began_at = ?, change_number = ?,"
                                + " version = ? where id = ?")
                .param(name(a.given().choice()))
                .param(a.given().text())
                .param(a.given().note())
                .param(a.given().later())
                .param(a.wording())
                .param(utc(a.at()))
                .param(a.by())
                .param(Ids.bytes(a.byId()))
                .param(utc(runBegan))
                .param(a.change())
                .param(a.version())
                .param(Ids.bytes(row))
                .update();
    }

    void keep(UUID response, PlaceAnswer former, Stamp replaced) {
        jdbc.sql(
                        "insert into capacity_answer_former (id, response_id, item, part, choice,"
                                + " answer_text, note, put_off, answered_at, answered_by,"
                                + " replaced_at, replaced_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?)")
                .param(Ids.bytes(Ids.newId()))
                .param(Ids.bytes(response))
                .param(former.place().item())
                .param(former.place().part())
                .param(name(former.given().choice()))
                .param(former.given().text())
                .param(former.given().note())
                .param(former.given().later())
                .param(utc(former.at()))
                .param(former.by())
                .param(utc(replaced.at()))
                .param(replaced.by())
                .update();
    }

    /** The answers that came after that change; all of them after 0. */
    List<PlaceAnswer> answers(UUID response, long after) {
        return jdbc.sql(
                        "select "
                                + ANSWER
                                + " from capacity_answer a where a.response_id = ? and"
                                + " a.change_number > ? order by a.change_number")
                .params(Ids.bytes(response), after)
                .query((row, n) -> answer(row, 0))
                .list();
    }

    /** What is answered in each of the responses, without a word of it. */
    Map<UUID, Map<AnswerKey, Given>> outlines(Collection<UUID> responses) {
        var outlines = new HashMap<UUID, Map<AnswerKey, Given>>();
        if (responses.isEmpty()) {
            return outlines;
        }
        jdbc.sql(
                        "select response_id, item, part, choice, answer_text is not null, note is"
                                + " not null, put_off from capacity_answer where response_id in ("
                                + marks(responses.size())
                                + ")")
                .params(responses.stream().map(Ids::bytes).toList())
                .query(
                        row -> {
                            outlines.computeIfAbsent(
                                            Ids.of(row.getBytes(1)), id -> new LinkedHashMap<>())
                                    .put(
                                            new AnswerKey(row.getString(2), row.getString(3)),
                                            new Given(
                                                    choice(row.getString(4)),
                                                    row.getBoolean(5) ? WITHHELD : null,
                                                    row.getBoolean(6) ? WITHHELD : null,
                                                    row.getBoolean(7)));
                        });
        return outlines;
    }

    /** Stands for words that are there and not told. */
    static final String WITHHELD = "…";

    /** The latest first. */
    List<FormerAnswer> former(UUID response, AnswerKey place, int most) {
        return jdbc.sql(
                        "select choice, answer_text, note, put_off, answered_by, answered_at,"
                                + " replaced_by, replaced_at from capacity_answer_former where"
                                + " response_id = ? and item = ? and part = ? order by replaced_at"
                                + " desc, id desc limit ?")
                .params(Ids.bytes(response), place.item(), place.part(), most)
                .query(
                        (row, n) ->
                                new FormerAnswer(
                                        given(row, 0),
                                        row.getString(5),
                                        instant(row, 6),
                                        row.getString(7),
                                        instant(row, 8)))
                .list();
    }

    // ---- evidence ----

    void insert(Evidence e) {
        jdbc.sql(
                        "insert into capacity_evidence (id, response_id, item, evidence_kind,"
                                + " title, url, media_type, file_size, added_at, added_by) values"
                                + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.bytes(e.id()))
                .param(Ids.bytes(e.response()))
                .param(e.item())
                .param(e.file() == null ? "LINK" : e.file().name())
                .param(e.title())
                .param(e.url())
                .param(e.file() == null ? null : e.file().mediaType())
                .param(e.file() == null ? null : e.size())
                .param(utc(e.added().at()))
                .param(e.added().by())
                .update();
    }

    List<Evidence> evidence(UUID response) {
        return jdbc.sql(EVIDENCE + " where response_id = ? and removed_at is null order by id")
                .param(Ids.bytes(response))
                .query((row, n) -> evidence(row))
                .list();
    }

    Optional<Evidence> oneEvidence(UUID id) {
        return jdbc.sql(EVIDENCE + " where id = ? and removed_at is null")
                .param(Ids.bytes(id))
                .query((row, n) -> evidence(row))
                .optional();
    }

    /** Taken off the answer; the row and the file stay, so that it can be put back. */
    void remove(UUID response, UUID id, @Nullable Stamp by) {
        jdbc.sql(
                        "update capacity_evidence set removed_at = ?, removed_by = ? where id = ?"
                                + " and response_id = ?")
                .param(by == null ? null : utc(by.at()))
                .param(by == null ? null : by.by())
                .param(Ids.bytes(id))
                .param(Ids.bytes(response))
                .update();
    }

    private static final String EVIDENCE =
            "select id, response_id, item, evidence_kind, title, url, file_size, added_by,"
                    + " added_at from capacity_evidence";

    private static Evidence evidence(ResultSet row) throws SQLException {
        String kind = row.getString(4);
        return new Evidence(
                Ids.of(row.getBytes(1)),
                Ids.of(row.getBytes(2)),
                row.getString(3),
                row.getString(5),
                row.getString(6),
                kind.equals("LINK") ? null : FileType.valueOf(kind),
                row.getLong(7),
                new Stamp(row.getString(8), instant(row, 9)));
    }

    // ---- review ----

    void insert(UUID response, ReviewComment c) {
        jdbc.sql(
                        "insert into capacity_comment (id, response_id, item, comment_text,"
                                + " made_at, made_by) values (?, ?, ?, ?, ?, ?)")
                .param(Ids.bytes(c.id()))
                .param(Ids.bytes(response))
                .param(c.item())
                .param(c.text())
                .param(utc(c.made().at()))
                .param(c.made().by())
                .update();
    }

    /** Replaces what is not told yet; false when there is nothing of that kind. */
    boolean revise(UUID response, String item, String text, Stamp made) {
        return jdbc.sql(
                                "update capacity_comment set comment_text = ?, made_at = ?, made_by"
                                        + " = ? where response_id = ? and item = ? and told_at is"
                                        + " null")
                        .params(text, utc(made.at()), made.by(), Ids.bytes(response), item)
                        .update()
                > 0;
    }

    void withdraw(UUID response, String item) {
        jdbc.sql(
                        "delete from capacity_comment where response_id = ? and item = ? and"
                                + " told_at is null")
                .params(Ids.bytes(response), item)
                .update();
    }

    /** Shows the comments to the organization; how many there were to show. */
    int tell(UUID response, Instant now) {
        return jdbc.sql(
                        "update capacity_comment set told_at = ? where response_id = ? and told_at"
                                + " is null")
                .params(utc(now), Ids.bytes(response))
                .update();
    }

    List<ReviewComment> comments(UUID response) {
        return jdbc.sql(
                        "select id, item, comment_text, made_by, made_at, told_at from"
                                + " capacity_comment where response_id = ? order by id")
                .param(Ids.bytes(response))
                .query(
                        (row, n) ->
                                new ReviewComment(
                                        Ids.of(row.getBytes(1)),
                                        row.getString(2),
                                        row.getString(3),
                                        new Stamp(row.getString(4), instant(row, 5)),
                                        row.getObject(6) == null ? null : instant(row, 6)))
                .list();
    }

    void happened(UUID response, ResponseEvent event) {
        jdbc.sql(
                        "insert into capacity_event (id, response_id, verb, happened_at,"
                                + " happened_by, reason) values (?, ?, ?, ?, ?, ?)")
                .param(Ids.bytes(Ids.newId()))
                .param(Ids.bytes(response))
                .param(event.verb())
                .param(utc(event.happened().at()))
                .param(event.happened().by())
                .param(event.reason())
                .update();
    }

    List<ResponseEvent> events(UUID response) {
        return jdbc.sql(
                        "select verb, happened_by, happened_at, reason from capacity_event where"
                                + " response_id = ? order by happened_at, id")
                .param(Ids.bytes(response))
                .query(
                        (row, n) ->
                                new ResponseEvent(
                                        row.getString(1),
                                        new Stamp(row.getString(2), instant(row, 3)),
                                        row.getString(4)))
                .list();
    }

    // ---- rows ----

    private static ResponseHead head(ResultSet row) throws SQLException {
        int moved = row.getInt(5);
        return new ResponseHead(
                Ids.of(row.getBytes(1)),
                Ids.of(row.getBytes(2)),
                row.getString(3),
                row.getInt(4),
                moved == 0 ? null : moved,
                row.getString(6),
                ResponseState.valueOf(row.getString(7)),
                row.getBoolean(8),
                row.getBoolean(9),
                new Stamp(row.getString(10), instant(row, 11)),
                stamp(row, 12),
                stamp(row, 14),
                stamp(row, 16),
                stamp(row, 18),
                row.getLong(20));
    }

    private static @Nullable Stamp stamp(ResultSet row, int column) throws SQLException {
        String by = row.getString(column);
        return by == null ? null : new Stamp(by, instant(row, column + 1));
    }

    private static PlaceAnswer answer(ResultSet row, int before) throws SQLException {
        return new PlaceAnswer(
                new AnswerKey(row.getString(before + 1), row.getString(before + 2)),
                given(row, before + 2),
                row.getInt(before + 7),
                row.getString(before + 8),
                Ids.of(row.getBytes(before + 9)),
                instant(row, before + 10),
                row.getLong(before + 11),
                row.getLong(before + 12));
    }

    private static Given given(ResultSet row, int before) throws SQLException {
        return new Given(
                choice(row.getString(before + 1)),
                row.getString(before + 2),
                row.getString(before + 3),
                row.getBoolean(before + 4));
    }

    private static @Nullable Choice choice(@Nullable String name) {
        return name == null ? null : Choice.valueOf(name);
    }

    private static @Nullable String name(@Nullable Choice choice) {
        return choice == null ? null : choice.name();
    }

    private static String marks(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
