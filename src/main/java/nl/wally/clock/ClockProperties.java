package nl.wally.clock;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.clock.*}; an organisation may say otherwise of the three steps.
 *
 * @param sweep how often the server looks which clock strikes
 * @param reminderDays so many working days before the moment whoever has to keep a promise is reminded
 * @param substituteDays so many working days after it those who may stand in are told
 * @param coordinatorDays so many working days after it the coordinator is told
 * @param answerDays within how many working days a question to the GP side is to be answered, where the question says nothing
 */
@Validated
@ConfigurationProperties("wally.clock")
record ClockProperties(
        @DefaultValue("1m") @NotNull @DurationMin(seconds = 1)
        Duration sweep,

        @DefaultValue("1") @Min(0) @Max(60) int reminderDays,
        @DefaultValue("0") @Min(0) @Max(60) int substituteDays,
        @DefaultValue("2") @Min(0) @Max(60) int coordinatorDays,
        @DefaultValue("3") @Min(1) @Max(60) int answerDays) {

    @AssertTrue(message = "the coordinator is not told before those who may stand in")
    boolean isUpwards() {
        return substituteDays <= coordinatorDays;
    }

    Ladder ladder() {
        return new Ladder(reminderDays, substituteDays, coordinatorDays);
    }
}
