package nl.wally.fhir;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Tells an exception that is the database's from one that is a fault of ours or of whoever asks: it is away, or it gave up
 * because of the time. Nothing was done then, and whoever comes back later may succeed: the answer is 503, wherever it is given.
 */
public final class Outage {
    /** PostgreSQL ended it: a statement that ran too long, a lock that did not come, a transaction that did nothing. */
    private static final Set<String> OUT_OF_TIME = Set.of("57014", "55P03", "25P03");

    private Outage() {}

    /** Whether either is so. */
    public static boolean explains(Throwable thrown) {
        return isOutOfTime(thrown) || isAway(thrown);
    }

    /** Whether a time-out of the database ended it. */
    public static boolean isOutOfTime(Throwable thrown) {
        return OUT_OF_TIME.contains(sqlState(thrown)) || has(thrown, QueryTimeoutException.class);
    }

    /**
     * Also when PostgreSQL dies in the middle, its disk is full or cannot be written: classes 08, 57P, 53 and 58 say so, and the
     * pool refuses a connection that is no more without any SQLSTATE, for instance when the rollback fails too.
     */
    public static boolean isAway(Throwable thrown) {
        return has(thrown, CannotCreateTransactionException.class)
                || has(thrown, DataAccessResourceFailureException.class)
                || has(thrown, SQLTransientConnectionException.class)
                || has(thrown, SQLNonTransientConnectionException.class)
                || sqlState(thrown).matches("08...|57P..|53...|58...|null");
    }

    /** SQLSTATE of the first SQLException, "null" when it has none; empty without such an exception. */
    public static String sqlState(Throwable thrown) {
        int index = ExceptionUtils.indexOfType(thrown, SQLException.class);
        return index < 0
                ? ""
                : String.valueOf(
                        ((SQLException) ExceptionUtils.getThrowableList(thrown).get(index)).getSQLState());
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return ExceptionUtils.indexOfType(thrown, type) >= 0;
    }
}
