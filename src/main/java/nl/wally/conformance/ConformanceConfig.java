package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the packages of the operator at start. */
@Configuration
@EnableConfigurationProperties(ConformanceProperties.class)
class ConformanceConfig {
    @Bean
    OperatorPackages operatorPackages(ConformanceProperties properties, FhirContext context, Definitions definitions) {
        return OperatorPackages.in(properties.packagesFolder(), context, definitions);
    }

    /** What is wrong with a package is said at once, before a database is started. */
    @Bean
    static AbstractDependsOnBeanFactoryPostProcessor packagesBeforeDatabase() {
        return new AbstractDependsOnBeanFactoryPostProcessor(DataSource.class, ProfileValidator.class) {};
    }
}
