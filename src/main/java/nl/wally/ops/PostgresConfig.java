package nl.wally.ops;

import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The embedded PostgreSQL as default database. Boot builds its pool from the connection details below exactly as it
 * would from {@code spring.datasource.url}, so the settings of the pool hold for both; and as the pool depends on them,
 * PostgreSQL starts before it and stops after it.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}'.isEmpty()")
@EnableConfigurationProperties(PostgresProperties.class)
class PostgresConfig {
    @Bean(destroyMethod = "close")
    PostgresServer postgresServer(PostgresProperties properties) {
        return PostgresServer.start(properties);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(PostgresServer server) {
        String url = server.ensureDatabase("wally");
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return PostgresServer.USER;
            }

            @Override
            public String getPassword() {
                return server.password();
            }
        };
    }
}
