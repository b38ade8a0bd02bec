package nl.wally.guide;

import ca.uhn.fhir.context.FhirContext;
import nl.wally.conformance.Definitions;
import nl.wally.conformance.GuidePackage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the guide. Nothing is read or made before somebody opens it. */
@Configuration(proxyBeanMethods = false)
class GuideConfig {
    @Bean
    Guide guide(FhirContext context, Definitions definitions, GuidePackage guidePackage) {
        return new GuideParts(context, definitions, guidePackage).guide();
    }
}
