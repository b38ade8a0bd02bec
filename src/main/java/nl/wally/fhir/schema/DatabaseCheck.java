package nl.wally.fhir.schema;

import java.sql.Connection;
import java.sql.SQLException;
import nl.wally.shared.StartRefusedException;

/** Refuses a database that would lose an acknowledged referral, or that this server was never tried on. */
final class DatabaseCheck {
    static final int OLDEST = 14;

    private DatabaseCheck() {}

    static void verify(Connection connection) throws SQLException {
        String product = show(connection, "select version()");
        int version = connection.getMetaData().getDatabaseMajorVersion();
        verifyProduct(product, version);
        verifySetting("server_encoding", "UTF8", show(connection, "show server_encoding"));
        for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            verifySetting(setting, "on", show(connection, "show " + setting));
        }
    }

    static void verifyProduct(String product, int version) {
        if (!product.startsWith("PostgreSQL ") || version < OLDEST) {
            throw new StartRefusedException(
                    "The database is " + product + "; this server needs PostgreSQL " + OLDEST + " or newer.",
                    "Point spring.datasource.url to such a database, or leave it out to use the embedded one.");
        }
    }

    static void verifySetting(String setting, String wanted, String found) {
        if (!wanted.equals(found)) {
            throw new StartRefusedException(
                    "The database says " + setting + " = " + found + "; this server only starts with " + setting + " = "
                            + wanted + ", because otherwise an acknowledged referral can be lost or garbled.",
                    "Change the setting in the database (for a setting of the role or the database: alter role … reset "
                            + setting + ") and start again.");
        }
    }

    private static String show(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() ? answer.getString(1) : "";
        }
    }
}
