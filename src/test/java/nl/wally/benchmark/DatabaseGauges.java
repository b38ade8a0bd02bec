package nl.wally.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a server's database holds, and how much room that takes. */
record DatabaseGauges(JdbcClient jdbc) {
    /** Tables whose rows come and go: they hold what is under way, however much there has been. */
    private static final List<String> UNDER_WAY = List.of(
            "event",
            "outbox_receiver",
            "outbox_message",
            "promise",
            "audit_unsealed",
            "web_session",
            "used_assertion",
            "oauth2_authorization");

    /** A table with its indexes. */
    record Table(String name, double megabytes, double indexMegabytes, long live, long dead) {}

    Map<String, Double> read() {
        Map<String, Double> read = new LinkedHashMap<>();
        read.put(
                "connections to the database",
                number("select count(*) from pg_stat_activity where datname ="
                        + " current_database() and application_name <> 'soak'"));
        read.put(
                "transactions that hang",
                number("select count(*) from pg_stat_activity where state like 'idle in%'"
                        + " and state_change < now() - interval '10 seconds'"));
        read.put(
                "temporary files of the database",
                number("select temp_files from pg_stat_database where datname = current_database()"));
        read.put("referrals in the database", number("select count(*) from referral"));
        read.put("resources in the database", number("select count(*) from hfj_resource"));
        for (String table : UNDER_WAY) {
            if (number("select count(*) from pg_class where relname = '" + table + "'") > 0) {
                read.put("rows of " + table, number("select count(*) from " + table));
            }
        }
        return read;
    }

    /** Megabytes of write-ahead log since the cluster was made. */
    double log() {
        return number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0') / 1048576");
    }

    /** All tables with rows, the largest first. */
    List<Table> tables() {
        return jdbc.sql("""
                select relname as name, pg_total_relation_size(relid) / 1048576.0 as megabytes,
                    pg_indexes_size(relid) / 1048576.0 as "indexMegabytes", n_live_tup as live, n_dead_tup as dead
                from pg_stat_user_tables where n_live_tup + n_dead_tup > 0 order by 2 desc""").query(Table.class).list();
    }

    double number(String query) {
        return jdbc.sql(query).query(Double.class).single();
    }
}
