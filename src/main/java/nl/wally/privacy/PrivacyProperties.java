package nl.wally.privacy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.privacy.…}; each is explained in {@code application.yaml}.
 *
 * @param erasureList the file beside the database that says what was erased; none when left empty
 */
@Validated
@ConfigurationProperties("wally.privacy")
record PrivacyProperties(
        @Nullable Path erasureList, @DefaultValue @Valid Retention retention) {

    /**
     * For how long what is kept, counted from the moment that the referral ended.
     *
     * @param enabled whether anything is erased because its time is over
     * @param mistakes of referrals that were entered in error
     * @param withoutHelp of referrals that were rejected, cancelled or failed
     * @param completed of referrals that were completed
     * @param clarification of the clarification of the question, in whatever referral
     * @param sweep how often a node looks
     * @param mostAtOnce how many erasures one look carries out of each kind
     */
    record Retention(
            @DefaultValue("true") boolean enabled,

            @DefaultValue("30d") @NotNull @DurationMin(days = 1)
            Duration mistakes,

            @DefaultValue("180d") @NotNull @DurationMin(days = 1)
            Duration withoutHelp,

            @DefaultValue("730d") @NotNull @DurationMin(days = 1)
            Duration completed,

            @DefaultValue("90d") @NotNull @DurationMin(days = 1)
            Duration clarification,

            @DefaultValue("1h") @NotNull @DurationMin(seconds = 1)
            Duration sweep,

            @DefaultValue("50") @Min(1) @Max(1000) int mostAtOnce) {}
}
