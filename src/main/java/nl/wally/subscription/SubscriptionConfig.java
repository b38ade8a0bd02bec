package nl.wally.subscription;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks after subscriptions, again and again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SubscriptionProperties.class)
@EnableScheduling
class SubscriptionConfig implements SchedulingConfigurer {
    private final Upkeep upkeep;
    private final SubscriptionProperties settings;

    SubscriptionConfig(Upkeep upkeep, SubscriptionProperties settings) {
        this.upkeep = upkeep;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(new IntervalTask(upkeep::run, settings.sweep(), settings.sweep()));
    }
}
