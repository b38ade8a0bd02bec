package nl.wally.access;

import nl.wally.conformance.Capabilities;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may what, read once at start: a table that does not fit what is offered keeps the server from starting. */
@Configuration(proxyBeanMethods = false)
class RightsConfig {
    @Bean
    RightsTable rightsTable(Capabilities capabilities) {
        return RightsTable.load().requireFitting(capabilities);
    }
}
