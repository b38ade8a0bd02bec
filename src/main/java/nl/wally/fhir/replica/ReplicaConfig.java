package nl.wally.fhir.replica;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the replica, where the settings name one. That it is away at the start is no reason not to start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReplicaProperties.class)
class ReplicaConfig {
    /** Whoever waits longer has waited for nothing: the primary could have answered meanwhile. */
    private static final long MOST_WAITING_MILLIS = 1_000;

    /** A replica behind a broken line says nothing at all, and whoever searches there holds a place. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    @Bean
    Replica replica(ReplicaProperties settings, DataSource primary, DataSourceProperties access) {
        if (settings.url() == null || settings.url().isBlank()) {
            return new Replica();
        }
        var config = new HikariConfig();
        config.setPoolName("replica");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.username() == null ? access.getUsername() : settings.username());
        config.setPassword(settings.password() == null ? access.getPassword() : settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(0);
        config.setConnectionTimeout(MOST_WAITING_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setReadOnly(true);
        config.addDataSourceProperty("connectTimeout", LONGEST_SILENCE.toSeconds());
        config.addDataSourceProperty("socketTimeout", LONGEST_SILENCE.toSeconds());
        return new Replica(new HikariDataSource(config), primary, settings.mostBehind());
    }
}
