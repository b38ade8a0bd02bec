package nl.wally.fhir.schema;

import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Runs the migrations; whatever uses tables depends on the bean {@code schemaMigration}. */
@Configuration(proxyBeanMethods = false)
public class SchemaConfig {
    /** The name of the bean after whose start the tables are there. */
    public static final String SCHEMA_MIGRATION = "schemaMigration";

    /** On connections of its own: an index over a million rows takes longer than any statement of the pool may. */
    @Bean(name = SCHEMA_MIGRATION, initMethod = "migrate")
    SchemaMigration schemaMigration(JdbcConnectionDetails database) {
        return new SchemaMigration(
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()),
                "classpath:db/migration");
    }
}
