package nl.wally.notification;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what is passed on to systems and people.
 *
 * @param sweep how long a node waits before it looks again whether something is to be passed on that nobody told it of
 * @param batch how many events are passed on in one transaction
 * @param inFlight to how many receivers a node delivers at a time
 * @param longestDelivery how long one delivery may take
 * @param lease after how long others take over what a node has begun; longer than a delivery
 * @param backOff how long to wait after a failure
 * @param patience for how long a receiver may fail before it is given up
 * @param kept for how long messages are kept after they were put down, once delivered
 * @param cleanUp how long the server waits before it looks again for what is kept no longer
 */
@Validated
@ConfigurationProperties("wally.notification")
record NotificationProperties(
        @NotNull @DefaultValue("1s") Duration sweep,
        @Min(1) @Max(5000) @DefaultValue("500") int batch,
        @Min(4) @Max(2000) @DefaultValue("128") int inFlight,
        @NotNull @DefaultValue("30s") Duration longestDelivery,

        @NotNull @DurationMax(hours = 18) @DefaultValue("90s")
        Duration lease,

        @NotNull @Valid @DefaultValue BackOff backOff,
        @NotNull @DefaultValue("3d") Duration patience,
        @NotNull @DefaultValue("30d") Duration kept,
        @NotNull @DefaultValue("1h") Duration cleanUp) {

    /** A node that is still delivering must not lose its claim. */
    @AssertTrue(message = "lease must be longer than longest-delivery")
    boolean isLeaseLongEnough() {
        return lease.compareTo(longestDelivery) > 0;
    }

    /**
     * @param first after the first failure, in the mean; each time after that it doubles
     * @param longest never longer than this, in the mean; with a quarter more it is below {@link Outbox#FARTHEST}
     */
    record BackOff(
            @NotNull @DefaultValue("5s") Duration first,

            @NotNull @DurationMax(hours = 18) @DefaultValue("4h")
            Duration longest) {}
}
