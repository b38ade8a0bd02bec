package nl.wally.reporting;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.reporting.*}.
 *
 * @param threshold the smallest number of referrals that is ever shown; for quarters that are not published yet
 * @param settle how long after its end a quarter is published
 * @param sweep how often the server looks what is to be counted, and published
 */
@Validated
@ConfigurationProperties("wally.reporting")
record ReportingProperties(
        @DefaultValue("5") @Min(5) @Max(100) int threshold,
        @DefaultValue("42d") @NotNull @DurationMin(days = 1) Duration settle,

        @DefaultValue("10m") @NotNull @DurationMin(seconds = 1)
        Duration sweep) {}
