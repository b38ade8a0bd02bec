package nl.wally.people;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import nl.wally.TestPostgres;
import nl.wally.access.AccessSlice;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.ServerKeys;
import nl.wally.fhir.Sweeps;
import nl.wally.fhir.Trail;
import nl.wally.fhir.schema.SchemaConfig;
import nl.wally.shared.Occurrence;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Modules access and people alone, with a PostgreSQL: a node that starts in seconds, so that a test can have two. */
@TestConfiguration(proxyBeanMethods = false)
@Import({
    AccessSlice.class,
    Custodies.class,
    Sweeps.class,
    MeController.class,
    PeopleConfig.class,
    ServerKeys.class,
    SignInController.class,
    AssetController.class
})
class PeopleSlice {
    static HikariDataSource database() {
        HikariDataSource database = TestPostgres.freshDatabase().pool();
        for (String script : List.of(
                "V001__referral",
                "V002__access",
                "V004__custody",
                "V008__roles",
                "V009__clients",
                "V010__people",
                "V022__notify_at")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script + ".sql")).execute(database);
        }
        AccessSlice.giveKey(database);
        return database;
    }

    static ConfigurableApplicationContext start(DataSource database, String... settings) {
        return AccessSlice.start(PeopleSlice.class, database, settings);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource database) {
        return new JdbcTemplate(database);
    }

    /** The tables are there already. */
    @Bean(SchemaConfig.SCHEMA_MIGRATION)
    String schemaMigration() {
        return "done";
    }

    @Bean
    Names names() {
        return reference -> "the one called " + reference;
    }

    @Bean
    @Primary
    Recorded recorded() {
        return new Recorded();
    }

    /** What would be put on record. */
    static final class Recorded implements Trail {
        final List<Occurrence> all = new CopyOnWriteArrayList<>();
        volatile boolean full;

        @Override
        public void note(Occurrence what) {
            if (full) {
                throw new DataAccessResourceFailureException("the disk is full");
            }
            all.add(what);
        }
    }
}
