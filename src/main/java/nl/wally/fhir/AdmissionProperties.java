package nl.wally.fhir;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.admission.*}; each is explained in {@code application.yaml}.
 *
 * @param places how many requests are in hand at a time
 * @param reserved how many places neither reads nor writes ever take from the other
 * @param tokens how many places requests for a token may have
 * @param line how many may wait for a place: reads and writes together, and as many that ask for a token
 * @param longestWait how long they do
 * @param deadline how long a request may go on before it begins nothing new
 * @param farewell how long the port stays open when this node is told to stop
 */
@Validated
@ConfigurationProperties("wally.admission")
public record AdmissionProperties(
        @DefaultValue("6") @Min(2) @Max(500) int places,

        @DefaultValue("1") @Min(1) @Max(100) int reserved,

        @DefaultValue("2") @Min(1) @Max(100) int tokens,

        @DefaultValue("32") @Min(1) @Max(10_000) int line,

        @DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(minutes = 1)
        Duration longestWait,

        @DefaultValue("30s") @DurationMin(millis = 100) @DurationMax(minutes = 10)
        Duration deadline,

        @DefaultValue("2s") @DurationMin(seconds = 0) @DurationMax(minutes = 5)
        Duration farewell) {
    @AssertTrue(message = "wally.admission.reserved must be less than wally.admission.places: something has to be left")
    boolean isSomethingLeft() {
        return reserved < places;
    }
}
