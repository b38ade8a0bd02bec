package nl.wally.fhir.replica;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far a replica is behind, at most. Both databases are asked how far their log goes, once a second while somebody wants to
 * know: once the replica has played back what the primary had written at some moment, it knows everything of before that
 * moment. No clock of another machine has a say in it, and a primary that is silent makes nobody late.
 */
final class Freshness {
    private static final long AGAIN = TimeUnit.SECONDS.toNanos(1);

    /** After a failure, so that not every search waits for a machine that is away. */
    private static final long REST = TimeUnit.SECONDS.toNanos(5);

    /** Whoever is further behind is of no use to anybody. */
    private static final int MOST_MARKS = 120;

    private static final String WRITTEN = "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint";
    private static final String PLAYED_BACK = "select case when pg_is_in_recovery()"
            + " then pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::bigint end";
    private static final String WHICH =
            "select system_identifier || '/' || current_database() from pg_control_system()";

    private final JdbcTemplate primary;
    private final JdbcTemplate replica;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final ReentrantLock looking = new ReentrantLock();
    private long next = System.nanoTime();
    private boolean same;
    private volatile @Nullable Mark knows;

    /** By when the primary's log had come this far. */
    private record Mark(long moment, long position) {}

    Freshness(DataSource primary, DataSource replica) {
        this.primary = new JdbcTemplate(primary);
        this.replica = new JdbcTemplate(replica);
    }

    /** How old what it tells may be; empty when it is away, or no replica of this database. */
    Optional<Duration> behind() {
        // While one looks, the others go by what was seen before: it grows older with them.
        if (looking.tryLock()) {
            try {
                if (System.nanoTime() - next >= 0) {
                    next = System.nanoTime() + AGAIN;
                    look();
                }
            } finally {
                looking.unlock();
            }
        }
        return Optional.ofNullable(knows).map(mark -> Duration.ofNanos(System.nanoTime() - mark.moment()));
    }

    /** It failed somebody: nobody asks it for a while. */
    void rest() {
        looking.lock();
        try {
            knows = null;
            next = System.nanoTime() + REST;
        } finally {
            looking.unlock();
        }
    }

    private void look() {
        try {
            // Before the question: whatever was acknowledged by now is in the log as far as the answer says.
            long now = System.nanoTime();
            marks.addFirst(new Mark(now, position(primary, WRITTEN).orElseThrow()));
            if (marks.size() > MOST_MARKS) {
                marks.removeLast();
            }
            same = same || identity(primary).equals(identity(replica));
            Optional<Long> playedBack = same ? position(replica, PLAYED_BACK) : Optional.empty();
            knows = playedBack
                    .flatMap(position -> marks.stream()
                            .filter(mark -> mark.position() <= position)
                            .findFirst())
                    .orElse(null);
        } catch (DataAccessException away) {
            rest();
        }
    }

    private static Optional<Long> position(JdbcTemplate database, String question) {
        return Optional.ofNullable(database.queryForObject(question, Long.class));
    }

    private static Optional<String> identity(JdbcTemplate database) {
        return Optional.ofNullable(database.queryForObject(WHICH, String.class));
    }
}
