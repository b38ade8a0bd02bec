package nl.wally.meeting;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Runs the sweep again and again, as often as {@code wally.meeting.sweep} says. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MeetingProperties.class)
class MeetingConfig implements SchedulingConfigurer {
    private final MeetingSweep sweep;
    private final MeetingProperties settings;

    MeetingConfig(MeetingSweep sweep, MeetingProperties settings) {
        this.sweep = sweep;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new IntervalTask(sweep::run, settings.sweep(), settings.sweep()));
    }
}
