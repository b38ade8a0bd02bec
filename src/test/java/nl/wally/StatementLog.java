package nl.wally;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Writes down the SQL statements that a server sends while somebody looks; at other times its connections are as they
 * would be without. A batch is one statement: it is one round trip.
 *
 * <p>Left out is what the request at hand does not decide: the next fifty numbers of a sequence, the signing keys that are
 * read again once a minute, the names of search parameters that a thread of HAPI's own reads once and keeps, and what the
 * threads do that tell others what happened.
 */
public final class StatementLog implements BeanPostProcessor {
    private static final List<String> OF_NO_REQUEST = List.of("nextval", "signing_key", "HFJ_SPIDX_IDENTITY");

    /** How the names of threads begin that no request waits for. */
    private static final List<String> AFTERWARDS = List.of("notification-", "subscription-", "mail");

    private static final Pattern WRITES = Pattern.compile("^\\s*(insert|update|delete|with)\\b.*", Pattern.DOTALL);
    private static final Pattern WRITTEN =
            Pattern.compile("\\b(?:insert into|delete from|update)\\s+(?!set\\b|of\\b|skip\\b|nowait\\b)([a-z_]+)");

    /**
     * A statement that was sent.
     *
     * @param rows how many it wrote, as the driver tells; those that it gives back ({@code returning}) the driver does not count
     * @param tables into which it wrote, each so many
     */
    public record Executed(String sql, int rows, List<String> tables) {}

    private final List<Executed> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Long> longest = new ConcurrentHashMap<>();
    private volatile boolean looking;

    /** The statements of the server while this runs, in their order. */
    public List<String> during(Runnable work) {
        return executedDuring(work).stream().map(Executed::sql).toList();
    }

    /** The same, with what they wrote. */
    public List<Executed> executedDuring(Runnable work) {
        start();
        try {
            work.run();
        } finally {
            looking = false;
        }
        return List.copyOf(seen);
    }

    /** Forgets what it saw and looks from now on. */
    public void start() {
        seen.clear();
        longest.clear();
        looking = true;
    }

    /** Looks no longer; gives the number of statements seen. */
    public int stop() {
        looking = false;
        return seen.size();
    }

    /** The statement that took longest of those seen, on one line after its milliseconds; empty when there was none. */
    public String longest() {
        return longest.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(one -> one.getValue() + " " + one.getKey().replaceAll("\\s+", " "))
                .orElse("");
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Switched(source) : bean;
    }

    private final class Switched extends DelegatingDataSource {
        private final DataSource watched;

        Switched(DataSource source) {
            super(source);
            watched = ProxyDataSourceBuilder.create(source)
                    .listener(new Listener())
                    .build();
        }

        @Override
        public Connection getConnection() throws SQLException {
            String thread = Thread.currentThread().getName();
            return looking && AFTERWARDS.stream().noneMatch(thread::startsWith)
                    ? watched.getConnection()
                    : super.getConnection();
        }
    }

    private final class Listener implements QueryExecutionListener {
        @Override
        public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            // What it wrote is known afterwards.
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            String sql = queries.get(0).getQuery();
            if (OF_NO_REQUEST.stream().noneMatch(sql::contains)) {
                seen.add(executed(sql, execution));
            }
            longest.merge(sql, execution.getElapsedTime(), Math::max);
        }
    }

    private static Executed executed(String sql, ExecutionInfo execution) {
        String small = sql.toLowerCase(Locale.ROOT);
        if (!execution.isSuccess() || !WRITES.matcher(small).matches()) {
            return new Executed(sql, 0, List.of());
        }
        List<String> tables = WRITTEN.matcher(small)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        return new Executed(sql, rows(execution), tables);
    }

    private static int rows(ExecutionInfo execution) {
        try {
            if (execution.getResult() instanceof int[] counts) {
                // Of inserts that it has put together the driver says only that they succeeded.
                return IntStream.of(counts).map(count -> count < 0 ? 1 : count).sum();
            }
            if (execution.getResult() instanceof Integer count) {
                return count;
            }
            return Math.max(0, execution.getStatement().getUpdateCount());
        } catch (SQLException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
