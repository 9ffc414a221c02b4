package org.coalitionatlas.capacity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.capacity.ResponseReading.Wanted;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.identity.OrganizationNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The responses of the organizations the current person coordinates, filtered, sorted, cut into
 * pages and counted by the database, however many there are.
 */
@Component
class ResponseList {

    private static final String FROM =
            " from capacity_response r join organization o on o.id = r.organization_id";

    // A cycle has any name; it begins when the first response in it is opened.
    private static final String BEGUN =
            " join (select cycle_name, min(opened_at) as begun from capacity_response group by"
                    + " cycle_name) c on c.cycle_name = r.cycle_name";

    private final JdbcClient jdbc;
    private final OrganizationNames organizations;

    ResponseList(JdbcClient jdbc, OrganizationNames organizations) {
        this.jdbc = jdbc;
        this.organizations = organizations;
    }

    /** A response and what its organization is called. */
    record Named(ResponseHead head, String name) {}

    /** A condition with what it quotes. */
    private record Where(String sql, Map<String, Object> values) {

        JdbcClient.StatementSpec ask(JdbcClient jdbc, String before, String after) {
            return jdbc.sql(before + " where " + sql + after).params(values);
        }
    }

    /** The latest cycle first, in it by name. */
    List<Named> page(Wanted wanted, int skip, int size) {
        return where(wanted)
                .ask(
                        jdbc,
                        "select " + ResponseStore.HEAD + ", o.name" + FROM + BEGUN,
                        " order by c.begun desc, r.cycle_name desc, lower(o.name),"
                                + " r.instrument_code, r.id limit "
                                + size
                                + " offset "
                                + skip)
                .query(
                        (row, n) ->
                                new Named(
                                        ResponseStore.head(row),
                                        row.getString(ResponseStore.COLUMNS_OF_HEAD + 1)))
                .list();
    }

    int count(Wanted wanted) {
        return where(wanted).ask(jdbc, "select count(*)" + FROM, "").query(Integer.class).single();
    }

    /** The names of their cycles, the one that began last first. */
    List<String> cycles() {
        return where(Wanted.EVERYTHING)
                .ask(
                        jdbc,
                        "select r.cycle_name" + FROM,
                        " group by r.cycle_name order by min(r.opened_at) desc, r.cycle_name desc")
                .query((row, n) -> row.getString(1))
                .list();
    }

    private Where where(Wanted wanted) {
        OrganizationNames.Condition mine = organizations.coordinatedIn("o");
        var conditions = new ArrayList<String>();
        var values = new HashMap<>(mine.values());
        conditions.add(mine.sql());
        if (wanted.cycle() != null) {
            conditions.add("r.cycle_name = :cycle");
            values.put("cycle", wanted.cycle());
        }
        if (wanted.instrument() != null) {
            conditions.add("r.instrument_code = :instrument");
            values.put("instrument", wanted.instrument());
        }
        if (wanted.state() != null) {
            conditions.add("r.response_state = :state");
            values.put("state", wanted.state().name());
        }
        String part = wanted.name() == null ? "" : Texts.folded(wanted.name().strip());
        if (!part.isEmpty()) {
            conditions.add("locate(:part, " + folded("o.name") + ") > 0");
            values.put("part", part);
        }
        return new Where(String.join(" and ", conditions), values);
    }

    // Lower case without the accents of English and Spanish names; the two databases have no other
    // function for it in common.
    private static String folded(String column) {
        String folded = "lower(" + column + ")";
        String accented = "áéíóúüñ";
        String plain = "aeiouun";
        for (int i = 0; i < accented.length(); i++) {
            folded =
                    "replace("
                            + folded
                            + ", '"
                            + accented.charAt(i)
                            + "', '"
                            + plain.charAt(i)
                            + "')";
        }
        return folded;
    }
}
