package nl.wally;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Map<String, Long> longest = new ConcurrentHashMap<>();
    private volatile boolean looking;

    /** The statements of the server while this runs, in their order. */
    public List<String> during(Runnable work) {
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

    private void note(String statement) {
        if (OF_NO_REQUEST.stream().noneMatch(statement::contains)) {
            seen.add(statement);
        }
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
            note(queries.get(0).getQuery());
        }

        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            longest.merge(queries.get(0).getQuery(), execution.getElapsedTime(), Math::max);
        }
    }
}
