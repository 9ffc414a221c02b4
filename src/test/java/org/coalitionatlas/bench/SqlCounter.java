package org.coalitionatlas.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Counts the statements this thread sends to the database; what other threads do is not counted.
 */
final class SqlCounter {

    private final ThreadLocal<AtomicLong> sent = ThreadLocal.withInitial(AtomicLong::new);

    long sent() {
        return sent.get().get();
    }

    DataSource counted(DataSource database) {
        return wrap(
                DataSource.class,
                (proxy, method, arguments) -> {
                    Object result = call(database, method, arguments);
                    return result instanceof Connection connection ? counted(connection) : result;
                });
    }

    private Connection counted(Connection connection) {
        return wrap(
                Connection.class,
                (proxy, method, arguments) -> {
                    Object result = call(connection, method, arguments);
                    return switch (result) {
                        case CallableStatement statement ->
                                counted(CallableStatement.class, statement);
                        case PreparedStatement statement ->
                                counted(PreparedStatement.class, statement);
                        case Statement statement -> counted(Statement.class, statement);
                        case null, default -> result;
                    };
                });
    }

    private <S extends Statement> S counted(Class<S> type, S statement) {
        return wrap(
                type,
                (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        sent.get().incrementAndGet();
                    }
                    return call(statement, method, arguments);
                });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T wrap(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(
                        SqlCounter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
