package org.coalitionatlas;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Every statement the product sends to the database, whether through Hibernate or JdbcTemplate, as
 * the calling thread sent it; what runs in the background is not counted.
 */
@TestComponent
public class SqlStatements implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

    /** The statements this thread executes during the work, in order. */
    public List<String> during(Runnable work) {
        List<String> before = HEARD.get();
        var heard = new ArrayList<String>();
        HEARD.set(heard);
        try {
            work.run();
        } finally {
            if (before == null) {
                HEARD.remove();
            } else {
                before.addAll(heard);
                HEARD.set(before);
            }
        }
        return heard;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof DataSource dataSource && !(bean instanceof Listening)
                ? new Listening(dataSource)
                : bean;
    }

    private static final class Listening extends DelegatingDataSource {

        Listening(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return listening(super.getConnection());
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return listening(super.getConnection(username, password));
        }
    }

    private static Connection listening(Connection connection) {
        return proxy(
                Connection.class,
                (proxy, method, arguments) -> {
                    Object result = invoke(connection, method, arguments);
                    return switch (method.getName()) {
                        case "prepareStatement", "prepareCall" ->
                                listening((Statement) result, (String) arguments[0]);
                        case "createStatement" -> listening((Statement) result, "");
                        default -> result;
                    };
                });
    }

    private static Statement listening(Statement statement, String prepared) {
        InvocationHandler handler =
                (proxy, method, arguments) -> {
                    List<String> heard = HEARD.get();
                    if (heard != null && method.getName().startsWith("execute")) {
                        heard.add(
                                arguments != null && arguments[0] instanceof String sql
                                        ? sql
                                        : prepared);
                    }
                    return invoke(statement, method, arguments);
                };
        return statement instanceof java.sql.CallableStatement
                ? proxy(java.sql.CallableStatement.class, handler)
                : statement instanceof PreparedStatement
                        ? proxy(PreparedStatement.class, handler)
                        : proxy(Statement.class, handler);
    }

    private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
