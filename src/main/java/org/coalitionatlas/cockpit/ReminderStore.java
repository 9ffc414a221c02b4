package org.coalitionatlas.cockpit;

import static org.coalitionatlas.cockpit.RoundStore.utc;

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
import java.util.UUID;
import org.coalitionatlas.cockpit.Reminders.Choice;
import org.coalitionatlas.cockpit.Reminders.Item;
import org.coalitionatlas.cockpit.Reminders.Letter;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose turn it was when, and what was written to whom. */
@Component
class ReminderStore {

    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the person's turn until the transaction ends; of two who try at once one waits and is
     * then refused.
     *
     * @param rested the turn may have been taken then at the latest
     */
    boolean take(UUID person, Instant now, Instant rested) {
        byte[] id = Ids.bytes(person);
        return jdbc.sql(
                                        "update reminder_turn set taken_at = ? where person_id = ?"
                                                + " and taken_at <= ?")
                                .params(utc(now), id, utc(rested))
                                .update()
                        == 1
                || jdbc.sql("insert ignore into reminder_turn (person_id, taken_at) values (?, ?)")
                                .params(id, utc(now))
                                .update()
                        == 1;
    }

    /** When each of the people was last written to. */
    Map<UUID, Instant> turns(Collection<UUID> people) {
        var turns = new HashMap<UUID, Instant>();
        if (!people.isEmpty()) {
            jdbc.sql("select person_id, taken_at from reminder_turn where person_id in (:people)")
                    .param("people", people.stream().map(Ids::bytes).toList())
                    .query(
                            row -> {
                                turns.put(Ids.of(row.getBytes(1)), instant(row, 2));
                            });
        }
        return turns;
    }

    void insert(UUID id, Letter letter, Choice choice, Instant at, String by) {
        jdbc.sql(
                        "insert into reminder_letter (id, person_id, person_name, locale, chosen,"
                                + " sent_at, sent_by) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.bytes(id),
                        Ids.bytes(letter.person()),
                        letter.name(),
                        letter.locale().getLanguage(),
                        choice.name(),
                        utc(at),
                        by)
                .update();
        int order = 0;
        for (Item item : letter.of()) {
            insert(id, order, item);
            order++;
        }
    }

    private void insert(UUID letter, int order, Item item) {
        Asked asked = item.asked();
        CountyStanding county = item.county();
        jdbc.sql(
                        "insert into reminder_item (letter_id, item_order, organization_id,"
                                + " county_fips, instrument_code, cycle_name) values (?, ?, ?, ?, ?,"
                                + " ?)")
                .param(Ids.bytes(letter))
                .param(order)
                .param(asked == null ? null : Ids.bytes(asked.organization()))
                .param(county == null ? null : county.county().fips())
                .param(asked == null ? null : asked.round().instrumentCode())
                .param(
                        asked != null
                                ? asked.round().cycle()
                                : county == null ? null : county.cycle())
                .update();
    }

    /** The latest letters with what they named: one statement. */
    List<SentReminder> sent(int most) {
        var letters = new LinkedHashMap<UUID, SentReminder>();
        jdbc.sql(
                        """
                        select l.id, l.person_name, l.chosen, l.sent_at, l.sent_by,
                               i.organization_id, i.county_fips, i.instrument_code, i.cycle_name
                        from (select * from reminder_letter order by sent_at desc, id desc limit ?) l
                        join reminder_item i on i.letter_id = l.id
                        order by l.sent_at desc, l.id desc, i.item_order
                        """)
                .param(most)
                .query(
                        row -> {
                            UUID id = Ids.of(row.getBytes(1));
                            SentReminder letter = letters.get(id);
                            if (letter == null) {
                                letter =
                                        new SentReminder(
                                                id,
                                                row.getString(2),
                                                Choice.valueOf(row.getString(3)),
                                                instant(row, 4),
                                                row.getString(5),
                                                new ArrayList<>());
                                letters.put(id, letter);
                            }
                            letter.of().add(item(row));
                        });
        return List.copyOf(letters.values());
    }

    private static SentReminder.Item item(ResultSet row) throws SQLException {
        byte @Nullable [] organization = row.getBytes(6);
        return new SentReminder.Item(
                organization == null ? null : Ids.of(organization),
                null,
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }
}
