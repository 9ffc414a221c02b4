package org.coalitionatlas.capacity;

import static org.coalitionatlas.capacity.RowReading.choice;
import static org.coalitionatlas.capacity.RowReading.given;
import static org.coalitionatlas.capacity.RowReading.instant;
import static org.coalitionatlas.capacity.RowValues.marks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/** The answers of responses, and what stood at their places before, in the database. */
@Component
class AnswerStore {

    /** Stands for words that are there and not told. */
    static final String WITHHELD = "…";

    private static final String ANSWER =
            "a.item, a.part, a.choice, a.answer_text, a.note, a.put_off, a.wording,"
                    + " a.answered_by, a.answered_by_id, a.answered_at, a.change_number, a.version";

    private static final int COLUMNS_OF_ANSWER = 12;

    private final JdbcClient jdbc;

    AnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What an answer has beside what is shown: its row, and since when its writer is at it. */
    record Standing(PlaceAnswer answer, UUID row, Instant runBegan) {}

    /** A response, and what stands at one of its places. */
    record AtPlace(ResponseHead head, @Nullable Standing standing) {}

    Optional<AtPlace> at(UUID response, AnswerKey place) {
        return jdbc.sql(
                        "select "
                                + ResponseStore.HEAD
                                + ", "
                                + ANSWER
                                + ", a.id, a.run_began_at from capacity_response r left join"
                                + " capacity_answer a on a.response_id = r.id and a.item = ? and"
                                + " a.part = ? where r.id = ?")
                .params(place.item(), place.part(), Ids.bytes(response))
                .query((row, n) -> new AtPlace(ResponseStore.head(row), standing(row)))
                .optional();
    }

    private static @Nullable Standing standing(ResultSet row) throws SQLException {
        int before = ResponseStore.COLUMNS_OF_HEAD;
        if (row.getString(before + 1) == null) {
            return null;
        }
        int after = before + COLUMNS_OF_ANSWER;
        return new Standing(
                answer(row, before), Ids.of(row.getBytes(after + 1)), instant(row, after + 2));
    }

    void insert(UUID response, PlaceAnswer a) {
        said(a, a.at())
                .with("id", Ids.newId())
                .with("response_id", response)
                .with("item", a.place().item())
                .with("part", a.place().part())
                .insertInto(jdbc, "capacity_answer");
    }

    void update(UUID row, PlaceAnswer a, Instant runBegan) {
        said(a, runBegan).update(jdbc, "capacity_answer", row);
    }

    private static RowValues said(PlaceAnswer a, Instant runBegan) {
        return new RowValues()
                .with(a.given())
                .with("wording", a.wording())
                .with("answered", new Stamp(a.by(), a.at()))
                .with("answered_by_id", a.byId())
                .with("run_began_at", runBegan)
                .with("change_number", a.change())
                .with("version", a.version());
    }

    /** Puts an answer into the history. */
    void keep(UUID response, PlaceAnswer former, Stamp replaced) {
        new RowValues()
                .with("id", Ids.newId())
                .with("response_id", response)
                .with("item", former.place().item())
                .with("part", former.place().part())
                .with(former.given())
                .with("answered", new Stamp(former.by(), former.at()))
                .with("replaced", replaced)
                .insertInto(jdbc, "capacity_answer_former");
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
        return outlines(responses, "");
    }

    /** The same of those in which something is put off. */
    Map<UUID, Map<AnswerKey, Given>> outlinesWithPutOff(Collection<UUID> responses) {
        return outlines(
                responses,
                " and exists (select 1 from capacity_answer p where p.response_id = a.response_id"
                        + " and p.put_off = true)");
    }

    private Map<UUID, Map<AnswerKey, Given>> outlines(
            Collection<UUID> responses, String condition) {
        var outlines = new HashMap<UUID, Map<AnswerKey, Given>>();
        if (responses.isEmpty()) {
            return outlines;
        }
        jdbc.sql(
                        "select a.response_id, a.item, a.part, a.choice, a.answer_text is not null,"
                                + " a.note is not null, a.put_off from capacity_answer a where"
                                + " a.response_id in ("
                                + marks(responses.size())
                                + ")"
                                + condition)
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

    /** What stood at a place before, the latest first. */
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
}
