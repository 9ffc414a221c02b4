package org.coalitionatlas.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.common.FollowingRows;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers about a provider follow when it is merged into another, each person's statement and what
 * coordinators decided with them. Where both were spoken of, what is there about the one that stays
 * holds, and what was said of the other fills what it leaves open; the other's own row stays with
 * it, so that the merge can be taken back.
 */
@Component
class AnswersMerged {

    /** The rows that hold, and the statements they follow from: moved alike. */
    private enum Kind {
        ANSWER("assessment_answer", "", List.of("has_contact", "partners", "trained")),
        STATEMENT(
                "assessment_statement",
                " and b.said_by = a.said_by and b.speaker_id = a.speaker_id",
                List.of(
                        "has_contact",
                        "contact_at",
                        "partners",
                        "partners_at",
                        "trained",
                        "trained_at"));

        private final String table;
        private final String sameSpeaker;
        private final List<String> columns;

        Kind(String table, String sameSpeaker, List<String> columns) {
            this.table = table;
            this.sameSpeaker = sameSpeaker;
            this.columns = columns;
        }

        String kept() {
            return table + "_merged";
        }

        /** The columns of that row alias. */
        String columns(String alias) {
            return alias + String.join(", " + alias, columns);
        }
    }

    private final JdbcClient jdbc;
    private final Answering answering;
    private final FollowingRows decisions;

    AnswersMerged(JdbcClient jdbc, Answering answering) {
        this.jdbc = jdbc;
        this.answering = answering;
        this.decisions =
                new FollowingRows(
                        jdbc,
                        "assessment_resolution",
                        "provider_id",
                        "version",
                        List.of("assessment_id", "need_code", "question"));
    }

    private record Row(UUID id, @Nullable UUID rival, Map<String, Object> rivals) {}

    private record Place(UUID assessmentId, String need) {}

    @EventListener
    void follow(OrganizationsMerged merged) {
        byte[] merge = Ids.bytes(merged.mergeId());
        byte[] from = Ids.bytes(merged.from().value());
        byte[] into = Ids.bytes(merged.into().value());
        for (Kind kind : Kind.values()) {
            for (Row row : rows(kind, from, into)) {
                if (row.rival == null) {
                    speakOf(kind, row.id, into);
                    remember(kind, merge, row.id, true, Map.of());
                } else {
                    remember(kind, merge, row.rival, false, row.rivals);
                    fill(kind, row.rival, row.id);
                }
            }
        }
        decisions.follow(merged);
        settle(merged.into().value());
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        byte[] merge = Ids.bytes(separated.mergeId());
        byte[] from = Ids.bytes(separated.from().value());
        for (Kind kind : Kind.values()) {
            jdbc.sql("select row_id from " + kind.kept() + " where merge_id = ? and moved = true")
                    .param(merge)
                    .query((row, n) -> Ids.of(row.getBytes(1)))
                    .list()
                    .forEach(row -> speakOf(kind, row, from));
            jdbc.sql(
                            "select row_id, "
                                    + kind.columns("")
                                    + " from "
                                    + kind.kept()
                                    + " where merge_id = ? and moved = false")
                    .param(merge)
                    .query((row, n) -> new Row(Ids.of(row.getBytes(1)), null, values(kind, row, 2)))
                    .list()
                    .forEach(row -> restore(kind, row));
            jdbc.sql("delete from " + kind.kept() + " where merge_id = ?").param(merge).update();
        }
        decisions.goBack(separated);
        settle(separated.from().value());
        settle(separated.into().value());
    }

    private void settle(UUID provider) {
        places(Ids.bytes(provider))
                .forEach(place -> answering.settleAgain(place.assessmentId, place.need, provider));
    }

    private List<Row> rows(Kind kind, byte[] from, byte[] into) {
        return jdbc.sql(
                        "select a.id, b.id, "
                                + kind.columns("b.")
                                + " from "
                                + kind.table
                                + " a left join "
                                + kind.table
                                + " b on b.assessment_id = a.assessment_id and b.need_code ="
                                + " a.need_code and b.provider_id = ?"
                                + kind.sameSpeaker
                                + " where a.provider_id = ?")
                .params(into, from)
                .query(
                        (row, n) -> {
                            byte @Nullable [] rival = row.getBytes(2);
                            return new Row(
                                    Ids.of(row.getBytes(1)),
                                    rival == null ? null : Ids.of(rival),
                                    values(kind, row, 3));
                        })
                .list();
    }

    private static Map<String, Object> values(Kind kind, ResultSet row, int first)
            throws SQLException {
        var values = new HashMap<String, Object>();
        for (int i = 0; i < kind.columns.size(); i++) {
            Object value = row.getObject(first + i);
            if (value != null) {
                values.put(kind.columns.get(i), value);
            }
        }
        return values;
    }

    // Only rows that follow from statements are worked out again, and none of a closed cycle:
    // there the frozen answers follow as they are.
    private List<Place> places(byte[] provider) {
        return jdbc.sql(
                        "select distinct s.assessment_id, s.need_code from assessment_statement s"
                                + " join assessment a on a.id = s.assessment_id where"
                                + " s.provider_id = ? and a.state = 'OPEN'")
                .param(provider)
                .query((row, n) -> new Place(Ids.of(row.getBytes(1)), row.getString(2)))
                .list();
    }

    private void speakOf(Kind kind, UUID row, byte[] provider) {
        jdbc.sql(
                        "update "
                                + kind.table
                                + " set provider_id = ?, version = version + 1 where id = ?")
                .params(provider, Ids.bytes(row))
                .update();
    }

    private void remember(
            Kind kind, byte[] merge, UUID row, boolean moved, Map<String, Object> before) {
        var statement =
                jdbc.sql(
                                "insert into "
                                        + kind.kept()
                                        + " (merge_id, row_id, moved, "
                                        + kind.columns("")
                                        + ") values (?,?,?"
                                        + ",?".repeat(kind.columns.size())
                                        + ")")
                        .param(merge)
                        .param(Ids.bytes(row))
                        .param(moved);
        for (String column : kind.columns) {
            statement = statement.param(before.get(column));
        }
        statement.update();
    }

    private void fill(Kind kind, UUID row, UUID other) {
        Map<String, Object> others =
                jdbc.sql("select " + kind.columns("") + " from " + kind.table + " where id = ?")
                        .param(Ids.bytes(other))
                        .query((found, n) -> values(kind, found, 1))
                        .single();
        others.forEach(
                (column, value) ->
                        jdbc.sql(
                                        "update "
                                                + kind.table
                                                + " set "
                                                + column
                                                + " = ?, version = version + 1 where id = ? and "
                                                + column
                                                + " is null")
                                .params(value, Ids.bytes(row))
                                .update());
    }

    private void restore(Kind kind, Row before) {
        List<@Nullable Object> values = new ArrayList<>();
        kind.columns.forEach(column -> values.add(before.rivals.get(column)));
        var statement =
                jdbc.sql(
                        "update "
                                + kind.table
                                + " set "
                                + String.join(" = ?, ", kind.columns)
                                + " = ?, version = version + 1 where id = ?");
        for (Object value : values) {
            statement = statement.param(value);
        }
        statement.param(Ids.bytes(before.id)).update();
    }
}
