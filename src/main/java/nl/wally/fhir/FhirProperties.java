package nl.wally.fhir;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.fhir.*}.
 *
 * @param baseUrl the address of {@code /fhir} as clients see it; without a slash at its end; taken from each request when left out
 * @param mostBodyBytes the largest body that is accepted, in bytes
 * @param validationsPerMinute how often a client may ask for {@code $validate}, on each node
 * @param requestsPerMinute how many requests a client may send, on each node
 */
@Validated
@ConfigurationProperties("wally.fhir")
public record FhirProperties(
        @Nullable String baseUrl,

        @DefaultValue("1048576") @Min(10_000) @Max(100_000_000)
        int mostBodyBytes,

        @DefaultValue("120") @Min(1) @Max(1_000_000) int validationsPerMinute,

        @DefaultValue("3000") @Min(10) @Max(10_000_000) int requestsPerMinute) {
    /** The address below which {@code /fhir} and {@code /ig} stand, as clients see it; otherwise that of the request. */
    public String root(String otherwise) {
        return baseUrl == null ? otherwise : baseUrl.replaceFirst("/fhir$", "");
    }

    public FhirProperties {
        baseUrl = baseUrl == null ? null : baseUrl.replaceFirst("/+$", "");
    }
}
