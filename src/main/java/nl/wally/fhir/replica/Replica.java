package nl.wally.fhir.replica;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A copy of the database that follows it (a streaming replica), where there is one. It is asked only which resources a search
 * finds, only for callers who allow that, and never inside a transaction. What is found is read again on the primary, and so is
 * everything by which is decided who may see it. See {@code docs/adr/0040-a-replica-finds-the-primary-shows.md}.
 */
public final class Replica implements AutoCloseable {
    private static final ThreadLocal<@Nullable Leave> LEAVE = new ThreadLocal<>();

    private final @Nullable HikariDataSource pool;
    private final @Nullable Freshness freshness;
    private final Duration mostBehind;

    /** There is none: every search asks the primary. */
    Replica() {
        this.pool = null;
        this.freshness = null;
        this.mostBehind = Duration.ZERO;
    }

    Replica(HikariDataSource pool, DataSource primary, Duration mostBehind) {
        this.pool = pool;
        this.freshness = new Freshness(primary, pool);
        this.mostBehind = mostBehind;
    }

    /** What somebody allows while this thread works for them, and what was made of it. */
    private static final class Leave {
        private final Duration allowed;
        private boolean asking;
        private @Nullable Duration behind;

        Leave(Duration allowed) {
            this.allowed = allowed;
        }
    }

    /**
     * An answer.
     *
     * @param behind how far what it was found in may have been behind; empty when that was the primary
     */
    public record Told<T>(T answer, Optional<Duration> behind) {}

    /** Does some work for somebody who allows that what it finds is so far behind. */
    public <T> Told<T> within(Duration allowed, Supplier<T> work) {
        var leave = new Leave(allowed.compareTo(mostBehind) < 0 ? allowed : mostBehind);
        LEAVE.set(leave);
        try {
            return new Told<>(work.get(), Optional.ofNullable(leave.behind));
        } finally {
            LEAVE.remove();
        }
    }

    /**
     * What the replica says, where whoever this thread works for allows it; empty when the primary has to be asked, because
     * nobody does, or the replica is too far behind or away.
     */
    public <T> Optional<T> ask(Supplier<T> question) {
        Leave leave = LEAVE.get();
        if (leave == null || freshness == null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return Optional.empty();
        }
        Optional<Duration> behind = freshness.behind().filter(age -> age.compareTo(leave.allowed) <= 0);
        if (behind.isEmpty()) {
            return Optional.empty();
        }
        leave.asking = true;
        try {
            T answer = question.get();
            leave.behind =
                    leave.behind == null || leave.behind.compareTo(behind.get()) < 0 ? behind.get() : leave.behind;
            return Optional.of(answer);
        } catch (RuntimeException failed) {
            if (!isOfDatabase(failed)) {
                throw failed;
            }
            freshness.rest();
            return Optional.empty();
        } finally {
            leave.asking = false;
        }
    }

    /** At the very bottom lies a broken connection, which is no failure of SQL by itself. */
    private static boolean isOfDatabase(@Nullable Throwable failed) {
        return failed != null && (failed instanceof SQLException || isOfDatabase(failed.getCause()));
    }

    /** The primary, but the replica for whoever is asking it at this moment. */
    public DataSource routed(DataSource primary) {
        HikariDataSource copy = pool;
        if (copy == null) {
            return primary;
        }
        return new DelegatingDataSource(primary) {
            @Override
            public Connection getConnection() throws SQLException {
                Leave leave = LEAVE.get();
                return leave != null && leave.asking ? copy.getConnection() : super.getConnection();
            }
        };
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }
}
