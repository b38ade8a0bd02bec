package nl.wally.simulator;

import java.util.List;
import nl.wally.access.ClientRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Wires the demo region. Its FHIR resources are a {@link DemoPart} of their own, ordered before the clients. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoRegionProperties.class)
class DemoRegionConfig {
    @Bean
    DemoRegion demoRegion(
            DemoRegionProperties settings,
            Environment environment,
            ClientRegistry registry,
            DemoClients clients,
            List<DemoPart> parts) {
        // Whoever names no database gets the embedded one.
        boolean embedded = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        return new DemoRegion(settings, embedded, registry, clients, parts);
    }
}
