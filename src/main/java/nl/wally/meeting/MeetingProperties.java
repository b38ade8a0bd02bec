package nl.wally.meeting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.meeting.*}.
 *
 * @param sweep how often the server looks which meetings are near, or have to be planned
 * @param planAhead how long before the end of a quarter both sides are reminded that no meeting is planned
 * @param remindBefore how many working days before a planned meeting both sides are reminded of it
 */
@Validated
@ConfigurationProperties("wally.meeting")
record MeetingProperties(
        @DefaultValue("1h") @NotNull @DurationMin(seconds = 1)
        Duration sweep,

        @DefaultValue("21d") @NotNull @DurationMin(days = 1) Duration planAhead,

        @DefaultValue("3") @Min(1) @Max(20) int remindBefore) {}
