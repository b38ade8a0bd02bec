package nl.wally.simulator;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The settings of what is played in the demo region. */
@Configuration(proxyBeanMethods = false)
@WithDemoRegion
@EnableConfigurationProperties(SimulatorProperties.class)
class SimulatorConfig {}
