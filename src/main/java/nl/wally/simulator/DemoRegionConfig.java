package nl.wally.simulator;

import java.util.List;
import java.util.function.BooleanSupplier;
import nl.wally.access.ClientRegistry;
import nl.wally.access.DemoCredentials;
import nl.wally.fhir.Referrals;
import org.springframework.beans.factory.ObjectProvider;
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
    @WithDemoRegion
    DemoCredentials demoCredentials() {
        return new DemoCredentials();
    }

    @Bean
    DemoRegion demoRegion(
            DemoRegionProperties settings,
            Environment environment,
            ObjectProvider<Referrals> referrals,
            ClientRegistry registry,
            DemoClients clients,
            List<DemoPart> parts) {
        // Whoever names no database gets the embedded one.
        boolean embedded = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        // Who has an issuer of their own, or took in a referral already, is at work and wants no demo clients.
        boolean outsideIssuer = WithDemoRegion.Allowed.hasOutsideIssuer(environment);
        BooleanSupplier unused = () -> !outsideIssuer && referrals.stream().allMatch(Referrals::areNone);
        return new DemoRegion(settings, embedded, unused, registry, clients, parts);
    }
}
