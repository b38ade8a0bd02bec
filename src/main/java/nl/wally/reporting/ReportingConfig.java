package nl.wally.reporting;

import static nl.wally.shared.Words.words;

import java.util.Set;
import nl.wally.people.Room;
import nl.wally.shared.Caller.Capacity;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** The rules with the calendar of the settings, who may open the pages, and the sweep that runs again and again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReportingProperties.class)
class ReportingConfig {
    /** Working days of the office week: numbers compare practices, whose Wallies work on other days. */
    @Bean
    PublicationRules publicationRules(ReportingProperties settings, WorkingCalendar calendar) {
        var week = new PractitionerRole();
        var counting = new CountingRules((from, to) -> calendar.workingDaysBetween(
                from.atStartOfDay(calendar.zone()).toInstant(),
                to.atStartOfDay(calendar.zone()).toInstant(),
                week));
        return new PublicationRules(counting, new SuppressionRules(settings.threshold()));
    }

    @Bean
    @Order(7)
    Room numbers() {
        return new Room(NumbersController.PATH, Set.of(Capacity.COORDINATOR), words("Numbers"));
    }

    @Bean
    Room belowNumbers() {
        return new Room(NumbersController.PATH + "/**", Set.of(Capacity.COORDINATOR));
    }

    /** On its own so that the sweep can ask for the rules. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class SweepingConfig implements SchedulingConfigurer {
        private final FactSweep sweep;
        private final ReportingProperties settings;

        SweepingConfig(FactSweep sweep, ReportingProperties settings) {
            this.sweep = sweep;
            this.settings = settings;
        }

        @Override
        public void configureTasks(ScheduledTaskRegistrar registrar) {
            registrar.addFixedDelayTask(new IntervalTask(sweep::run, settings.sweep(), settings.sweep()));
        }
    }
}
