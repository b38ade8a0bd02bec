package nl.wally.fhir.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import nl.wally.TestPostgres;
import nl.wally.TestPostgres.Database;
import org.junit.jupiter.api.Test;

/**
 * Most of what resources refer to is referred to once, and a practice thousands of times. HAPI's search for one thing of a
 * practice does not look through all that the practice has, however often it was asked: PostgreSQL plans for the average after
 * five times.
 */
class SearchPlanIT {
    /** A resource in ten is of practice 1; of the rest, each has a practice of its own. */
    private static final String UNEVEN = """
            set session_replication_role = replica;
            insert into hfj_resource (res_id, res_type, fhir_id, res_ver, res_published, res_updated, has_tags, sp_has_links,
                sp_coords_present, sp_date_present, sp_number_present, sp_quantity_present, sp_quantity_nrml_present,
                sp_string_present, sp_token_present, sp_uri_present)
            select n, 'Task', n, 1, now(), now(), false, true, false, false, false, false, false, false, true, false
                from generate_series(1, 50000) n;
            insert into hfj_res_link (pid, src_path, src_resource_id, source_resource_type, target_resource_type,
                target_resource_id)
            select n, 'Task.owner', n, 'Task', 'PractitionerRole', case when n % 10 = 0 then 1 else n end
                from generate_series(1, 50000) n;
            insert into hfj_spidx_token (sp_id, sp_missing, res_id, hash_sys_and_value)
            select n, false, n, n / 50 from generate_series(1, 50000) n;
            vacuum analyze hfj_resource;
            vacuum analyze hfj_res_link;
            vacuum analyze hfj_spidx_token""";

    /** As HAPI asks, for a client, for what has an identifier, and a practice. */
    private static final String SEARCH = "SELECT t1.RES_ID FROM HFJ_RESOURCE t1"
            + " INNER JOIN HFJ_SPIDX_TOKEN t0 ON (t1.RES_ID = t0.RES_ID)"
            + " INNER JOIN HFJ_RES_LINK t2 ON (t1.RES_ID = t2.SRC_RESOURCE_ID) WHERE ((t0.HASH_SYS_AND_VALUE = ?)"
            + " AND ((t2.SRC_PATH = ?) AND (t2.TARGET_RESOURCE_ID = ?))) fetch first ? rows only";

    private static final int OFTEN = 12;

    /** A few ways down three indexes for each of the fifty that have the identifier; the practice has five thousand. */
    private static final long PAGES = 1_000;

    @Test
    void isMadeForThoseThatAreReferredToMost() throws SQLException {
        Database database = TestPostgres.freshDatabase();
        try (HikariDataSource pool = database.pool();
                Connection superuser = DriverManager.getConnection(database.url(), "postgres", database.password())) {
            new SchemaMigration(pool, "classpath:db/migration").migrate();
            for (String sql : UNEVEN.split(";")) {
                superuser.createStatement().execute(sql);
            }
            try (Connection connection = pool.getConnection();
                    var search = connection.prepareStatement(SEARCH)) {
                for (int time = 1; time <= OFTEN; time++) {
                    long before = touched(superuser);
                    search.setLong(1, time);
                    search.setString(2, "Task.owner");
                    search.setLong(3, 1);
                    search.setInt(4, 10_000);
                    try (var found = search.executeQuery()) {
                        assertThat(found.next()).isTrue();
                    }
                    connection.createStatement().execute("select pg_stat_force_next_flush()");
                    assertThat(touched(superuser) - before)
                            .as("pages touched, time %d", time)
                            .isBetween(1L, PAGES);
                }
            }
        }
    }

    private static long touched(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var pages = statement.executeQuery("select sum(heap_blks_read + heap_blks_hit + idx_blks_read"
                        + " + idx_blks_hit) from pg_statio_user_tables where relname like 'hfj%'")) {
            pages.next();
            return pages.getLong(1);
        }
    }
}
