package nl.wally.workflow;

import nl.wally.team.TeamProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Runs the sweep again and again, as often as {@code wally.team.sweep} says. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SweepConfig implements SchedulingConfigurer {
    private final TeamSweep sweep;
    private final TeamProperties settings;

    SweepConfig(TeamSweep sweep, TeamProperties settings) {
        this.sweep = sweep;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new IntervalTask(sweep::run, settings.sweep(), settings.sweep()));
    }
}
