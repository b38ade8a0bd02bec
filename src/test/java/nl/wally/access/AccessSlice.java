package nl.wally.access;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.sql.DataSource;
import nl.wally.TestPostgres;
import nl.wally.fhir.AdmissionConfig;
import nl.wally.fhir.Matching;
import nl.wally.fhir.RefusalRecord;
import nl.wally.fhir.Trail;
import nl.wally.shared.Caller;
import nl.wally.shared.Occurrence;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Module access alone, with a PostgreSQL and something below {@code /fhir} that says who called. */
@TestConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    PropertyPlaceholderAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import({
    AccessConfig.class,
    AdmissionConfig.class,
    Callers.class,
    ConnectorConfig.class,
    CorsConfig.class,
    ClientsFileConfig.class,
    EmbeddedIssuerConfig.class,
    IssuerMetadataController.class,
    LastResortController.class,
    OutsideIssuerConfig.class,
    RefusalRecord.class,
    RefusedAtTheDoor.class
})
public class AccessSlice {
    private static String key = "";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Noted trail() {
        return new Noted();
    }

    /** What was put on record, in memory. */
    static final class Noted implements Trail {
        final List<Occurrence> all = new CopyOnWriteArrayList<>();

        @Override
        public void note(Occurrence what) {
            all.add(what);
        }
    }

    /** As in a demo region, unless a test says otherwise. */
    @Bean
    @ConditionalOnProperty(name = "wally.test.demo-credentials", matchIfMissing = true)
    DemoCredentials demoCredentialsOfTests() {
        return new DemoCredentials();
    }

    /** There are no resources here to hold against anything. */
    @Bean
    Matching matching() {
        return new Matching() {
            @Override
            public boolean canJudge(String type, String query) {
                return query.startsWith("owner=");
            }

            @Override
            public boolean meets(Resource resource, String query) {
                return false;
            }
        };
    }

    @Bean
    PlatformTransactionManager transactions(DataSource database) {
        return new DataSourceTransactionManager(database);
    }

    /** An empty database of its own, with this module's tables. Connections that nobody uses are closed, whoever is still there. */
    public static DataSource database() {
        HikariDataSource pool = TestPostgres.freshDatabase().pool();
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(10_000);
        // A server that stops would close the pool itself, and another may be started on it.
        return withTables(new DelegatingDataSource(pool));
    }

    /** The same on a PostgreSQL that a test stops. */
    public static DataSource database(EmbeddedPostgres postgres) {
        return withTables(postgres.getPostgresDatabase());
    }

    /** The first server makes its key, which takes seconds; the database of each later one begins with the same. */
    public static void giveKey(DataSource database) {
        if (!key.isEmpty()) {
            JdbcClient.create(database)
                    .sql(
                            "insert into signing_key (kid, jwk) select made ->> 'kid', made from (select ?::jsonb made) key")
                    .param(key)
                    .update();
        }
    }

    private static DataSource withTables(DataSource database) {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V002__access.sql"),
                        new ClassPathResource("db/migration/V008__roles.sql"),
                        new ClassPathResource("db/migration/V009__clients.sql"),
                        new ClassPathResource("db/migration/V022__notify_at.sql"))
                .execute(database);
        giveKey(database);
        return database;
    }

    public static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().start();
    }

    /** Starts a server on a free port. */
    public static ConfigurableApplicationContext start(Class<?> slice, DataSource database, String... settings) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(slice)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("dataSource", DataSource.class, () -> database));
        boolean leavesSlowly = Stream.of(settings).anyMatch(setting -> setting.startsWith("wally.admission.farewell"));
        Stream<String> own =
                Stream.of("server.port=0", "wally.admission.farewell=0s").limit(leavesSlowly ? 1 : 2);
        ConfigurableApplicationContext server = application.run(Stream.concat(own, Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new));
        key = JdbcClient.create(database)
                .sql("select jwk::text from signing_key where retired_at is null")
                .query(String.class)
                .optional()
                .orElse(key);
        return server;
    }

    public static URI address(ConfigurableApplicationContext server) {
        return URI.create("http://localhost:" + server.getEnvironment().getProperty("local.server.port"));
    }

    @TestComponent
    @RestController
    static class Echo {
        private final Callers callers;

        Echo(Callers callers) {
            this.callers = callers;
        }

        @RequestMapping("/fhir/whoami")
        Caller whoami() {
            return callers.current();
        }

        @RequestMapping({"/fhir/metadata", "/elsewhere"})
        String anyone() {
            return "open";
        }

        @ExceptionHandler
        @ResponseStatus(org.springframework.http.HttpStatus.FORBIDDEN)
        Map<String, String> refused(RefusedException refused) {
            return Map.of(
                    "code",
                    refused.getMessage(),
                    "why",
                    refused.refusals().get(0).explanation().toString());
        }
    }
}
