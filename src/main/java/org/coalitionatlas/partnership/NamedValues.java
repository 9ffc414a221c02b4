package org.coalitionatlas.partnership;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements that quote only some of the values at hand. */
final class NamedValues {

    private NamedValues() {}

    static JdbcClient.StatementSpec of(JdbcClient jdbc, String sql, Map<String, Object> values) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (sql.contains(":" + value.getKey())) {
                statement = statement.param(value.getKey(), value.getValue());
            }
        }
        return statement;
    }
}
