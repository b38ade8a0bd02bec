package nl.wally.fhir;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what bounds how much is in hand at a time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionProperties.class)
public class AdmissionConfig {
    @Bean
    Admission admission(AdmissionProperties settings) {
        return new Admission(settings);
    }

    @Bean
    Farewell farewell(AdmissionProperties settings) {
        return new Farewell(settings.farewell());
    }
}
