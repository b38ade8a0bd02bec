package nl.wally.fhir.schema;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts the statements that pass, and runs something before one of them. */
final class StatementCount implements QueryExecutionListener {
    private final AtomicInteger count = new AtomicInteger();
    private final int moment;
    private final Runnable before;

    StatementCount(int moment, Runnable before) {
        this.moment = moment;
        this.before = before;
    }

    DataSource over(DataSource dataSource) {
        return ProxyDataSourceBuilder.create(dataSource).listener(this).build();
    }

    int count() {
        return count.get();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (count.incrementAndGet() == moment) {
            before.run();
        }
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}
}
