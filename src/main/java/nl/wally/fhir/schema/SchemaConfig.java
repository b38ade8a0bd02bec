package nl.wally.fhir.schema;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the migrations; whatever uses tables depends on the bean {@code schemaMigration}. */
@Configuration(proxyBeanMethods = false)
public class SchemaConfig {
    /** The name of the bean after whose start the tables are there. */
    public static final String SCHEMA_MIGRATION = "schemaMigration";

    @Bean(name = SCHEMA_MIGRATION, initMethod = "migrate")
    SchemaMigration schemaMigration(DataSource dataSource) {
        return new SchemaMigration(dataSource, "classpath:db/migration");
    }
}
