package nl.wally.fhir.replica;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
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
        return new Replica(new HikariDataSource(config), primary, settings.mostBehind());
    }
}
