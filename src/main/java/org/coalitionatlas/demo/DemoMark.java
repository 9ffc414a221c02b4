package org.coalitionatlas.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says in the database that the data is the demo's, and how far it got. */
@Component
@Profile("demo")
class DemoMark {

    static final String LOADING = "LOADING";
    static final String LOADED = "LOADED";

    private final JdbcClient jdbc;

    DemoMark(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isLoaded() {
        return jdbc.sql("select count(*) from demo_mark where state = ?")
                        .param(LOADED)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void begun() {
        jdbc.sql("insert into demo_mark (id, state) values (1, ?)").param(LOADING).update();
    }

    void done() {
        jdbc.sql("update demo_mark set state = ?").param(LOADED).update();
    }
}
