package org.coalitionatlas.capacity;

import static org.coalitionatlas.capacity.RowReading.instant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reviews say of responses, and the steps through their states, in the database. */
@Component
class ReviewStore {

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID response, ReviewComment c) {
        new RowValues()
                .with("id", c.id())
                .with("response_id", response)
                .with("item", c.item())
                .with("comment_text", c.text())
                .with("made", c.made())
                .insertInto(jdbc, "capacity_comment");
    }

    /** Replaces what is not told yet; false when there is nothing of that kind. */
    boolean revise(UUID response, String item, String text, Stamp made) {
        return jdbc.sql(
                                "update capacity_comment set comment_text = ?, made_at = ?, made_by"
                                        + " = ? where response_id = ? and item = ? and told_at is"
                                        + " null")
                        .params(
                                text,
                                RowValues.utc(made.at()),
                                made.by(),
                                Ids.bytes(response),
                                item)
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
                .params(RowValues.utc(now), Ids.bytes(response))
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
        new RowValues()
                .with("id", Ids.newId())
                .with("response_id", response)
                .with("verb", event.verb())
                .with("happened", event.happened())
                .with("reason", event.reason())
                .insertInto(jdbc, "capacity_event");
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
}
