package org.coalitionatlas.assessment;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers about a provider follow when it is merged into another. Where both were answered for, the
 * answers of the one that stays hold, and those of the other fill what it leaves open; its own row
 * stays with it, so that the merge can be taken back.
 */
@Component
class AnswersMerged {

    private static final List<String> QUESTIONS = List.of("has_contact", "partners", "trained");

    private final JdbcClient jdbc;

    AnswersMerged(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            UUID id,
            @Nullable UUID rival,
            @Nullable String contact,
            @Nullable String partners,
            @Nullable String trained) {}

    @EventListener
    void follow(OrganizationsMerged merged) {
        byte[] merge = Ids.bytes(merged.mergeId());
        byte[] from = Ids.bytes(merged.from().value());
        byte[] into = Ids.bytes(merged.into().value());
        List<Row> rows =
                jdbc.sql(
                                "select a.id, b.id, b.has_contact, b.partners, b.trained from"
                                        + " assessment_answer a left join assessment_answer b on"
                                        + " b.assessment_id = a.assessment_id and b.need_code ="
                                        + " a.need_code and b.provider_id = ? where a.provider_id"
                                        + " = ?")
                        .params(into, from)
                        .query(
                                (row, n) -> {
                                    byte @Nullable [] rival = row.getBytes(2);
                                    return new Row(
                                            Ids.of(row.getBytes(1)),
                                            rival == null ? null : Ids.of(rival),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5));
                                })
                        .list();
        for (Row row : rows) {
            if (row.rival == null) {
                speakOf(row.id, into);
                remember(merge, row.id, true, row);
            } else {
                remember(merge, row.rival, false, row);
                fill(row.rival, row.id);
            }
        }
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        byte[] merge = Ids.bytes(separated.mergeId());
        byte[] from = Ids.bytes(separated.from().value());
        jdbc.sql("select row_id from assessment_answer_merged where merge_id = ? and moved = true")
                .param(merge)
                .query((row, n) -> Ids.of(row.getBytes(1)))
                .list()
                .forEach(row -> speakOf(row, from));
        jdbc.sql(
                        "select row_id, has_contact, partners, trained from assessment_answer_merged"
                                + " where merge_id = ? and moved = false")
                .param(merge)
                .query(
                        (row, n) ->
                                new Row(
                                        Ids.of(row.getBytes(1)),
                                        null,
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4)))
                .list()
                .forEach(this::restore);
        jdbc.sql("delete from assessment_answer_merged where merge_id = ?").param(merge).update();
    }

    private void speakOf(UUID row, byte[] provider) {
        jdbc.sql(
                        "update assessment_answer set provider_id = ?, version = version + 1 where"
                                + " id = ?")
                .params(provider, Ids.bytes(row))
                .update();
    }

    private void remember(byte[] merge, UUID row, boolean moved, Row before) {
        jdbc.sql(
                        "insert into assessment_answer_merged (merge_id, row_id, moved,"
                                + " has_contact, partners, trained) values (?,?,?,?,?,?)")
                .param(merge)
                .param(Ids.bytes(row))
                .param(moved)
                .param(before.contact)
                .param(before.partners)
                .param(before.trained)
                .update();
    }

    private void fill(UUID row, UUID other) {
        for (String question : QUESTIONS) {
            String answer =
                    jdbc.sql("select " + question + " from assessment_answer where id = ?")
                            .param(Ids.bytes(other))
                            .query((found, n) -> java.util.Optional.ofNullable(found.getString(1)))
                            .single()
                            .orElse(null);
            if (answer != null) {
                jdbc.sql(
                                "update assessment_answer set "
                                        + question
                                        + " = ?, version = version + 1 where id = ? and "
                                        + question
                                        + " is null")
                        .params(answer, Ids.bytes(row))
                        .update();
            }
        }
    }

    private void restore(Row before) {
        jdbc.sql(
                        "update assessment_answer set has_contact = ?, partners = ?, trained = ?,"
                                + " version = version + 1 where id = ?")
                .param(before.contact)
                .param(before.partners)
                .param(before.trained)
                .param(Ids.bytes(before.id))
                .update();
    }
}
