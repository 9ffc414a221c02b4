package org.coalitionatlas.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.directory.Searched;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Searches are counted by need, county, week and outcome, and by nothing else. */
@DemoTest
class DemandTest {

    private static final String LAKE =
            "17097"; // not of the demo coalition: no other test counts it

    @Autowired SearchCounter counter;
    @Autowired Demand demand;
    @Autowired MockMvc mvc;
    @Autowired SignedInAs signedInAs;
    @Autowired SqlStatements sql;
    @Autowired JdbcTemplate jdbc;
    @Autowired IndexCaughtUp index;

    @BeforeEach
    void nothingOfLakeCounty() {
        index.await();
        counter.flush();
        jdbc.update("delete from search_count where county_fips = ?", LAKE);
    }

    @Test
    void counting_writes_nothing_until_the_next_flush() throws Exception {
        List<String> statements =
                sql.during(
                        () -> {
                            for (int i = 0; i < 7; i++) {
                                visit("/directory?need=A2&county=" + LAKE);
                            }
                        });
        assertThat(statements).noneMatch(statement -> statement.contains("search_count"));
        assertThat(rows()).isEmpty();

        counter.flush();
        assertThat(rows()).hasSize(1);
        assertThat(rows().getFirst())
                .containsEntry("need_code", "A2")
                .containsEntry("searches", 7L)
                .containsEntry("found", true); // statewide lines serve the county
        counter.flush();
        assertThat(rows().getFirst()).containsEntry("searches", 7L);
    }

    @Test
    void free_text_is_reduced_to_needs_and_unknown_words_are_kept_nowhere() throws Exception {
        visit("/directory?q=shelter+for+Rosalind+Qwertz+60045");
        visit("/directory?q=Rosalind+Qwertz&county=" + LAKE);
        counter.flush();
        assertThat(rows()).extracting(row -> row.get("need_code")).contains("A3", "");
        assertThat(rows().toString()).doesNotContainIgnoringCase("qwertz");
        assertThat(
                        jdbc.queryForList(
                                "select column_name from information_schema.columns where"
                                        + " table_name = 'search_count'",
                                String.class))
                .containsExactlyInAnyOrder(
                        "week_start", "county_fips", "need_code", "found", "searches");
    }

    @Test
    void the_plain_search_page_and_further_pages_are_no_searches() throws Exception {
        long before = all();
        visit("/directory");
        visit("/directory?sort=name&page=2");
        counter.flush();
        assertThat(rows()).isEmpty();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void small_numbers_are_not_told() {
        for (int i = 0; i < 4; i++) {
            counter.count(new Searched(Set.of("T11"), LAKE, false));
        }
        for (int i = 0; i < 5; i++) {
            counter.count(new Searched(Set.of("T9"), LAKE, i > 0));
        }
        counter.flush();
        List<NeedDemand> told =
                signedInAs.call(SignedInAs.COORDINATOR, () -> demand.byNeed(LAKE, 4));
        assertThat(told)
                .containsExactly(
                        new NeedDemand("T9", new Figure(5, false), new Figure(0, true)),
                        new NeedDemand("T11", new Figure(0, true), new Figure(0, true)));
        Map<String, NeedDemand> ofLake =
                signedInAs.call(SignedInAs.COORDINATOR, () -> demand.byCounty(4)).get(LAKE);
        assertThat(ofLake).containsOnlyKeys("T9", "T11");
    }

    @Test
    void members_are_not_told() {
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        SignedInAs.MEMBER_OF_LEGAL_AID,
                                        () -> demand.byNeed(null, 4)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void visit(String address) {
        try {
            mvc.perform(get(java.net.URI.create(address)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<Map<String, Object>> rows() {
        return jdbc.queryForList("select * from search_count where county_fips = ?", LAKE);
    }

    private long all() {
        Long all =
                jdbc.queryForObject(
                        "select coalesce(sum(searches), 0) from search_count", Long.class);
        return all == null ? 0 : all;
    }
}
