package nl.wally.fhir.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import nl.wally.shared.StartRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the database and brings its tables to the state this release needs: HAPI's by HAPI's own migrator, the server's
 * own by the SQL files in {@code db/migration}, each in one transaction. Nodes that start at once take turns. A kill at
 * any moment leaves the state before or after a step, and the next start goes on from there.
 */
final class SchemaMigration {
    /** Any number will do as long as it never changes: all nodes of all releases meet at this lock. */
    static final long LOCK_KEY = 0x57414C4C59L;

    private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);

    private final DataSource dataSource;
    private final String ownMigrations;

    /**
     * @param dataSource of the database
     * @param ownMigrations where the SQL files stand
     */
    public SchemaMigration(DataSource dataSource, String ownMigrations) {
        this.dataSource = dataSource;
        this.ownMigrations = ownMigrations;
    }

    /**
     * Does what is still to do.
     *
     * @throws StartRefusedException when the database does not suit, or was changed by something else
     */
    public void migrate() {
        try (Connection guard = dataSource.getConnection()) {
            guard.setAutoCommit(true);
            DatabaseCheck.verify(guard);
            lock(guard);
            try {
                new HapiTables(dataSource).migrate(guard);
                new OwnTables(dataSource, ownMigrations).migrate(guard);
            } finally {
                release(guard);
            }
        } catch (SQLException failure) {
            throw new StartRefusedException(
                    "The database cannot be reached or used: " + failure.getMessage(),
                    "Check spring.datasource.url, username and password, and that the database runs.",
                    failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while another node migrated", interrupted);
        }
    }

    /** Asks again and again: a statement that waits would hold up "create index concurrently" of the node at work. */
    private static void lock(Connection guard) throws SQLException, InterruptedException {
        for (int attempt = 0; !ask(guard, "select pg_try_advisory_lock(" + LOCK_KEY + ")"); attempt++) {
            if (attempt % 100 == 0) {
                LOG.info("Waiting for another node that migrates the database");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void release(Connection guard) {
        try {
            ask(guard, "select pg_advisory_unlock(" + LOCK_KEY + ")");
        } catch (SQLException broken) {
            LOG.warn("The connection that held the migration lock broke, which released the lock", broken);
        }
    }

    static boolean ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
