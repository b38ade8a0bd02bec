package nl.wally.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class PostgresPropertiesTest {
    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void hasTheDefaultsThatApplicationYamlExplains() {
        PostgresProperties expected = new PostgresProperties(
                Path.of("data/postgres"), 0, DataSize.ofMegabytes(128), Duration.ofMinutes(2), Duration.ofSeconds(30));
        context.run(bare -> assertThat(bare.getBean(PostgresProperties.class)).isEqualTo(expected));
        context.withInitializer(new ConfigDataApplicationContextInitializer())
                .run(explained ->
                        assertThat(explained.getBean(PostgresProperties.class)).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"port=-1", "port=65536", "port=many", "shared-buffers=plenty", "start-timeout=soon"})
    void refusesASettingThatCannotBe(String setting) {
        context.withPropertyValues("wally.ops.postgres." + setting)
                .run(failed -> assertThat(failed).hasFailed());
    }

    @Test
    void startsNoPostgresWhenAnotherDatabaseIsNamed() {
        context.withUserConfiguration(PostgresConfig.class)
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example/wally")
                .run(outside -> assertThat(outside).doesNotHaveBean(PostgresServer.class));
    }

    @EnableConfigurationProperties(PostgresProperties.class)
    static class Settings {}
}
