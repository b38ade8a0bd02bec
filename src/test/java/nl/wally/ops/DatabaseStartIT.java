package nl.wally.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import nl.wally.TestPostgres;
import nl.wally.fhir.schema.SchemaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class DatabaseStartIT {
    @TempDir
    private static Path folder;

    @Test
    void startsMigratesAndStopsInTheRightOrder() {
        ProcessHandle postgres;
        try (ConfigurableApplicationContext context = run("--wally.ops.postgres.data-folder=" + folder)) {
            postgres = ProcessHandle.of(context.getBean(PostgresServer.class).pid())
                    .orElseThrow();
            assertThat(context.getBean(JdbcTemplate.class)
                            .queryForObject("select count(*) from hfj_resource", Integer.class))
                    .isZero();
            assertThat(context.getBeanFactory()
                            .getBeanDefinition("jdbcTemplate")
                            .getDependsOn())
                    .contains(SchemaConfig.SCHEMA_MIGRATION);
            HikariDataSource pool = context.getBean(HikariDataSource.class);
            assertThat(pool.getMaximumPoolSize()).isEqualTo(8);
            assertThat(pool.getDataSourceProperties()).containsEntry("reWriteBatchedInserts", "true");
        }
        assertThat(postgres.isAlive()).isFalse();
    }

    @Test
    void takesAnotherDatabaseWhenToldSo() {
        TestPostgres.Database other = TestPostgres.freshDatabase();
        try (ConfigurableApplicationContext context = run(
                "--spring.datasource.url=" + other.url(),
                "--spring.datasource.username=" + other.user(),
                "--spring.datasource.password=" + other.password(),
                TestPostgres.AUDIT_KEY)) {
            assertThat(context.getBeanNamesForType(PostgresServer.class)).isEmpty();
            assertThat(context.getBean(HikariDataSource.class).getJdbcUrl()).isEqualTo(other.url());
        }
    }

    @Test
    void tellsInAParagraphWhyItDoesNotStart(CapturedOutput output) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String[] arguments = {
                "--wally.ops.postgres.data-folder=" + folder, "--wally.ops.postgres.port=" + taken.getLocalPort()
            };
            assertThatThrownBy(() -> run(arguments).close()).isNotNull();
            assertThat(output)
                    .contains("APPLICATION FAILED TO START")
                    .contains("port " + taken.getLocalPort() + " of 127.0.0.1 is taken")
                    .contains("set wally.ops.postgres.port")
                    .doesNotContain("\tat nl.wally");
        }
    }

    @Test
    void tellsInAParagraphThatTheOutsideDatabaseIsAway(CapturedOutput output) {
        assertThatThrownBy(() -> run(
                                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/wally",
                                "--spring.datasource.password=not-to-be-told",
                                TestPostgres.AUDIT_KEY,
                                "--spring.datasource.hikari.connection-timeout=300")
                        .close())
                .isNotNull();
        assertThat(output)
                .contains("The database cannot be reached or used")
                .contains("Check spring.datasource.url")
                .doesNotContain("not-to-be-told");
    }

    private static ConfigurableApplicationContext run(String... arguments) {
        return new SpringApplicationBuilder(Database.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }

    @Import({PostgresConfig.class, SchemaConfig.class})
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class})
    static class Database {}
}
