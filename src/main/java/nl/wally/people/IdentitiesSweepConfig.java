package nl.wally.people;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks at the identities file again and again, as often as {@code wally.people.identities-sweep} says. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class IdentitiesSweepConfig implements SchedulingConfigurer {
    private final IdentitiesFile file;
    private final PeopleProperties settings;

    IdentitiesSweepConfig(IdentitiesFile file, PeopleProperties settings) {
        this.file = file;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(
                new IntervalTask(file::look, settings.identitiesSweep(), settings.identitiesSweep()));
    }
}
