package org.coalitionatlas.gaps;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.AssessmentClosed;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.taxonomy.Need;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps how each need stood when a cycle was closed. It listens rather than being called, because
 * gaps knows the assessment and not the other way round; it does so within the transaction that
 * closes the cycle, so that there is never one without the other.
 */
@Component
class ClosedFigures {

    private final Gaps gaps;
    private final JdbcClient jdbc;

    ClosedFigures(Gaps gaps, JdbcClient jdbc) {
        this.gaps = gaps;
        this.jdbc = jdbc;
    }

    @EventListener
    void keep(AssessmentClosed closed) {
        byte[] id = Ids.bytes(closed.assessmentId());
        jdbc.sql("delete from closed_need where assessment_id = ?").param(id).update();
        gaps.ofCounty(closed.countyFips())
                .forEach((need, cell) -> keep(id, need, FrozenNeed.of(cell)));
    }

    private void keep(byte[] id, Need need, FrozenNeed frozen) {
        Standing level = frozen.level();
        jdbc.sql(
                        "insert into closed_need (assessment_id, need_code, standing_level,"
                                + " not_applicable, covered, redundancy, profiles_reached,"
                                + " gap_codes) values (?,?,?,?,?,?,?,?)")
                .param(id)
                .param(need.code())
                .param(level == null ? null : level.level())
                .param(frozen.notApplicable())
                .param(frozen.covered())
                .param(frozen.redundancy())
                .param(frozen.profilesReached())
                .param(
                        frozen.gaps().stream()
                                .sorted()
                                .map(GapCode::name)
                                .collect(Collectors.joining(",")))
                .update();
    }

    /** By need code; empty for a cycle that ended before figures were kept. */
    Map<String, FrozenNeed> of(UUID assessmentId) {
        var byNeed = new HashMap<String, FrozenNeed>();
        jdbc.sql(
                        "select need_code, standing_level, not_applicable, covered, redundancy,"
                                + " profiles_reached, gap_codes from closed_need where"
                                + " assessment_id = ?")
                .param(Ids.bytes(assessmentId))
                .query(
                        row -> {
                            byNeed.put(
                                    row.getString("need_code"),
                                    new FrozenNeed(
                                            row.getBoolean("not_applicable"),
                                            standing(
                                                    row.getObject("standing_level", Integer.class)),
                                            row.getBoolean("covered"),
                                            row.getInt("redundancy"),
                                            row.getInt("profiles_reached"),
                                            codes(row.getString("gap_codes"))));
                        });
        return byNeed;
    }

    private static @Nullable Standing standing(@Nullable Integer level) {
        return level == null ? null : Standing.values()[level];
    }

    private static Set<GapCode> codes(String stored) {
        return Arrays.stream(stored.split(","))
                .filter(code -> !code.isEmpty())
                .map(GapCode::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
