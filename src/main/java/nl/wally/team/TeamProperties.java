package nl.wally.team;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.team.*}.
 *
 * @param zone the time zone in which days and working hours are meant
 * @param sweep how often the server looks what the passing of time brings: an absence or a role that ends
 * @param absencesAhead how far ahead the coordinator is told that nobody of a team will be there
 * @param publicHolidays names of the Dutch public holidays on which nobody works; the usual ones when left out
 */
@Validated
@ConfigurationProperties("wally.team")
public record TeamProperties(
        @DefaultValue("Europe/Amsterdam") @NotNull ZoneId zone,

        @DefaultValue("1m") @NotNull @DurationMin(seconds = 1)
        Duration sweep,

        @DefaultValue("42d") @NotNull @DurationMin(days = 1) Duration absencesAhead,

        @Nullable List<String> publicHolidays) {
    List<String> holidays() {
        return publicHolidays == null ? PublicHolidays.DEFAULT : publicHolidays;
    }
}
