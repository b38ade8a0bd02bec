package nl.wally.fhir.replica;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.fhir.replica.*}; each is explained in {@code application.yaml}.
 *
 * @param url of a streaming replica of the database; without one every search asks the primary
 * @param username who reads there; left out: who uses the primary
 * @param password of that user
 * @param mostBehind how far it may be behind, whatever a client allows
 * @param connections how many at a time
 */
@Validated
@ConfigurationProperties("wally.fhir.replica")
record ReplicaProperties(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,

        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(minutes = 1)
        Duration mostBehind,

        @DefaultValue("4") @Min(1) @Max(100) int connections) {

    /** Without the password. */
    @Override
    public String toString() {
        return "ReplicaProperties[url=" + url + ", mostBehind=" + mostBehind + "]";
    }
}
