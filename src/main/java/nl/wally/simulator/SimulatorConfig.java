package nl.wally.simulator;

import nl.wally.people.Doorstep;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of what is played in the demo region. */
@Configuration(proxyBeanMethods = false)
@WithDemoRegion
@EnableConfigurationProperties(SimulatorProperties.class)
class SimulatorConfig {
    /** The page of the demo HIS is for everybody, as what it signs in with is. */
    @Bean
    Doorstep demoHisDoorstep() {
        return new Doorstep(DemoHisController.PATH);
    }
}
