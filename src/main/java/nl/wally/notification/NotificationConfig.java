package nl.wally.notification;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Passes on what happened, and takes away what is kept no longer. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(NotificationProperties.class)
class NotificationConfig {
    @Bean
    Rounds rounds(
            Dispatch dispatch,
            Claims claims,
            ObjectProvider<Courier> couriers,
            NotificationProperties settings,
            Clock clock,
            PlatformTransactionManager transactions,
            Bell bell) {
        ExecutorService threads = Rounds.threads();
        var deliveries = new Deliveries(
                claims,
                couriers.orderedStream().toList(),
                settings,
                clock,
                new TransactionTemplate(transactions),
                bell,
                threads);
        return new Rounds(dispatch, deliveries, bell, settings.sweep(), threads);
    }

    @Bean
    SchedulingConfigurer messageSweeping(MessageSweep sweep, NotificationProperties settings) {
        return (ScheduledTaskRegistrar registrar) ->
                registrar.addFixedDelayTask(new IntervalTask(sweep::run, settings.cleanUp(), settings.cleanUp()));
    }
}
