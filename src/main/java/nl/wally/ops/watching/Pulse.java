package nl.wally.ops.watching;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * Whether the database answers. Asked over a connection of its own: a pool of which every connection is at work is a busy
 * node, not one to send nobody to. Whoever may ask may ask as often as they like, so the database is asked once in two
 * seconds at most, by one at a time, while the others hear what was last known.
 */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);
    private static final int PATIENCE_SECONDS = 2;

    private final JdbcConnectionDetails database;
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Connection connection;
    private volatile @Nullable Beat last;

    Pulse(JdbcConnectionDetails database) {
        this.database = database;
    }

    boolean beats() {
        Beat known = last;
        if ((known == null || System.nanoTime() - known.at() > FRESH) && asking.tryLock()) {
            try {
                boolean answers = answers();
                known = new Beat(answers, System.nanoTime());
                last = known;
            } finally {
                asking.unlock();
            }
        }
        return known != null && known.answers();
    }

    private boolean answers() {
        try {
            if (connection == null || !connection.isValid(PATIENCE_SECONDS)) {
                close();
                connection = connect();
            }
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException away) {
            LOG.debug("The database does not answer", away);
            return false;
        }
    }

    private Connection connect() throws SQLException {
        Properties wanted = new Properties();
        wanted.setProperty("user", String.valueOf(database.getUsername()));
        if (database.getPassword() != null) {
            wanted.setProperty("password", database.getPassword());
        }
        wanted.setProperty("ApplicationName", "waar-is-wally pulse");
        for (String patience : new String[] {"loginTimeout", "connectTimeout", "socketTimeout"}) {
            wanted.setProperty(patience, String.valueOf(PATIENCE_SECONDS));
        }
        return DriverManager.getConnection(database.getJdbcUrl(), wanted);
    }

    @Override
    public void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                LOG.debug("The connection was gone already", gone);
            }
            connection = null;
        }
    }

    /** @param at in nanoseconds of this process */
    private record Beat(boolean answers, long at) {}
}
