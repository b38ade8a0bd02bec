package nl.wally.team;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of the team, with the calendar of the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TeamProperties.class)
class TeamConfig {
    @Bean
    TeamRules teamRules(TeamProperties settings) {
        return new TeamRules(settings.zone());
    }

    @Bean
    PlaceRules placeRules(TeamRules teams, PresenceRules presence) {
        return new PlaceRules(teams, presence);
    }

    @Bean
    DirectoryRules directoryRules(TeamRules teams, PlaceRules places, AbsenceRules absences) {
        return new DirectoryRules(teams, places, absences);
    }

    @Bean
    AbsenceRules absenceRules(TeamProperties settings) {
        return new AbsenceRules(settings.zone());
    }

    @Bean
    PresenceRules presenceRules(TeamProperties settings) {
        return new PresenceRules(settings.zone());
    }

    @Bean
    GapRules gapRules(TeamRules teams, PresenceRules presence) {
        return new GapRules(teams, presence);
    }

    @Bean
    WorkingCalendar workingCalendar(TeamProperties settings) {
        return new WorkingCalendar(settings.zone(), new PublicHolidays(settings.holidays()));
    }
}
