package nl.wally.simulator;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code wally.simulator.…}; each is explained in {@code application.yaml}.
 *
 * @param demoRegion when the demo region is loaded
 * @param allowDemoCredentials whether clients with a secret that everyone knows may exist in an outside database
 */
@ConfigurationProperties("wally.simulator")
record DemoRegionProperties(
        @DefaultValue("auto") Loading demoRegion,
        @DefaultValue("false") boolean allowDemoCredentials) {
    enum Loading {
        /** Into an empty embedded database, never into an outside one. */
        AUTO,
        ON,
        OFF
    }
}
