package nl.wally.clock;

import nl.wally.team.WorkingCalendar;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** The rules of promises with the calendar of the settings, and the sweep that runs again and again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockProperties.class)
class ClockConfig {
    @Bean
    PromiseRules promiseRules(WorkingCalendar calendar) {
        return new PromiseRules(calendar);
    }

    @Bean
    EscalationRules escalationRules(WorkingCalendar calendar) {
        return new EscalationRules(calendar);
    }

    /** On its own so that the sweep can ask for the rules. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class SweepingConfig implements SchedulingConfigurer {
        private final ClockSweep sweep;
        private final ClockProperties settings;

        SweepingConfig(ClockSweep sweep, ClockProperties settings) {
            this.sweep = sweep;
            this.settings = settings;
        }

        @Override
        public void configureTasks(ScheduledTaskRegistrar registrar) {
            registrar.addFixedDelayTask(new IntervalTask(sweep::run, settings.sweep(), settings.sweep()));
        }
    }
}
