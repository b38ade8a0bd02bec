package nl.wally.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import nl.wally.Tokens;
import nl.wally.access.AccessSlice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class DemoRegionIT {
    private static final String OUTSIDE = "spring.datasource.url=jdbc:postgresql://db.example/wally";

    private DataSource database;

    @BeforeEach
    void openDatabase() {
        database = AccessSlice.database();
    }

    @Test
    void loadsItsClientsIntoAnEmptyEmbeddedDatabaseAndOnlyThen() {
        try (ConfigurableApplicationContext server = start()) {
            Tokens tokens = new Tokens(AccessSlice.address(server));
            assertThat(tokens.of("his-demo-1")).isNotBlank();
            assertThat(tokens.of("coordinator-demo")).isNotBlank();
        }
        assertThat(clients()).isEqualTo(7);
        JdbcClient.create(database)
                .sql("delete from oauth_client where client_id <> 'his-demo-1'")
                .update();
        start().close();
        assertThat(clients()).as("no longer empty").isEqualTo(1);
        start("wally.simulator.demo-region=on").close();
        assertThat(clients()).as("asked for").isEqualTo(7);
    }

    @Test
    void leavesAnOutsideDatabaseAloneUnlessAskedAndAllowed(CapturedOutput output) {
        start(OUTSIDE).close();
        start("wally.simulator.demo-region=off").close();
        assertThat(clients()).isZero();
        assertThatThrownBy(() -> start(OUTSIDE, "wally.simulator.demo-region=on"))
                .isInstanceOf(DemoCredentialsException.class);
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("wally.simulator.allow-demo-credentials=true");
        start(OUTSIDE, "wally.simulator.demo-region=on", "wally.simulator.allow-demo-credentials=true")
                .close();
        assertThat(clients()).isEqualTo(7);
    }

    @Test
    void doesNotStartOnAnOutsideDatabaseWithDemoCredentials() {
        start("wally.simulator.demo-region=on").close();
        assertThatThrownBy(() -> start(OUTSIDE))
                .isInstanceOf(DemoCredentialsException.class)
                .hasMessageContaining("his-demo-1, his-demo-2, wally-demo-1, wally-demo-2, coordinator-demo");
        JdbcClient.create(database)
                .sql("update oauth_client set enabled = false")
                .update();
        start(OUTSIDE).close();
    }

    private long clients() {
        return JdbcClient.create(database)
                .sql("select count(*) from oauth_client")
                .query(Long.class)
                .single();
    }

    private ConfigurableApplicationContext start(String... settings) {
        return AccessSlice.start(Slice.class, database, settings);
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Import({AccessSlice.class, DemoRegionConfig.class, DemoClients.class})
    static class Slice {}
}
