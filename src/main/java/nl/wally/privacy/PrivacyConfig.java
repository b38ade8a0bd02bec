package nl.wally.privacy;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Reads the settings, and runs the sweep again and again. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(PrivacyProperties.class)
class PrivacyConfig {
    /** On its own so that the sweep can ask for the settings. */
    @Configuration(proxyBeanMethods = false)
    static class SweepingConfig implements SchedulingConfigurer {
        private final RetentionSweep sweep;
        private final Duration interval;

        SweepingConfig(RetentionSweep sweep, PrivacyProperties settings) {
            this.sweep = sweep;
            this.interval = settings.retention().sweep();
        }

        @Override
        public void configureTasks(ScheduledTaskRegistrar registrar) {
            registrar.addFixedDelayTask(new IntervalTask(sweep::run, interval, interval));
        }
    }
}
