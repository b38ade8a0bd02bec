package nl.wally.subscription;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.subscription.…}; each is explained in {@code application.yaml}.
 *
 * @param mostPerClient how many subscriptions a client may have
 * @param leastHeartbeat how short the silence may be after which a sign of life is sent
 * @param inside whether notifications may go to addresses in a private network
 * @param sweep how often a node looks for handshakes and signs of life that are due
 */
@Validated
@ConfigurationProperties("wally.subscription")
record SubscriptionProperties(
        @DefaultValue("50") @Min(1) @Max(10_000) int mostPerClient,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration leastHeartbeat,
        @DefaultValue("false") boolean inside,
        @DefaultValue("1s") @DurationMin(millis = 100) Duration sweep) {}
