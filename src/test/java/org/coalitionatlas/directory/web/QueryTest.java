package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void reads_what_it_writes() {
        Query query =
                Query.of("q", "señora & hijos 100%")
                        .with("need", List.of("A3", "T1"))
                        .with("county", "17201");
        assertThat(query)
                .hasToString("?q=se%C3%B1ora+%26+hijos+100%25&need=A3&need=T1&county=17201");
        assertThat(Query.parse(query.toString().substring(1))).hasToString(query.toString());
    }

    @Test
    void takes_one_value_away_and_leaves_the_others() {
        Query query = Query.parse("need=A3&need=T1&open=1");
        assertThat(query.without("need", "A3")).hasToString("?need=T1&open=1");
        assertThat(query.without("need", "A3").without("need", "T1")).hasToString("?open=1");
        assertThat(query.without("need").without("open")).hasToString("");
    }

    @Test
    void takes_what_cannot_be_decoded_as_it_stands() {
        assertThat(Query.parse("q=%zz").first("q")).contains("%zz");
        assertThat(Query.parse("q=%00shelter%1f").first("q")).contains("shelter");
        assertThat(Query.parse("&&=x&q=&need").toString()).isEmpty();
        assertThat(Query.isWellFormed("q=%zz")).isFalse();
        assertThat(Query.isWellFormed("q=100%25&need=A3")).isTrue();
    }

    @Test
    void is_never_longer_than_it_may_be() {
        assertThat(Query.parse("need=A3&".repeat(10_000)).all("need"))
                .hasSizeLessThanOrEqualTo(100);
    }
}
