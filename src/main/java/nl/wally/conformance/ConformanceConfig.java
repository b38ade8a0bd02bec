package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
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
}
