package nl.wally.fhir.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Hands out one connection again and again, and lets nobody end its transaction: whoever opened it does that. A
 * rollback is left out as well; after a failed statement PostgreSQL refuses all others and the commit, so a failure
 * that goes unnoticed cannot be committed either.
 */
final class OneTransaction extends AbstractDataSource {
    private final Connection shielded;

    OneTransaction(Connection connection) {
        this.shielded = (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "commit", "rollback", "close", "setAutoCommit" -> null;
                        case "getAutoCommit" -> true;
                        default -> invoke(connection, method, arguments);
                    };
                });
    }

    private static @Nullable Object invoke(
            Connection connection, java.lang.reflect.Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }

    @Override
    public Connection getConnection() {
        return shielded;
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }
}
