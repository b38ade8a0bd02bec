package nl.wally.ops.watching.traces;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code wally.ops.traces.…}; each is explained in {@code application.yaml}.
 *
 * @param collector where traces go, by OTLP over HTTP; nowhere when left out
 * @param accessToken for a collector that lets nobody in without
 * @param share which part of the traces goes there, from 0 to 1
 * @param patience how long the collector may take
 */
@Validated
@ConfigurationProperties("wally.ops.traces")
record TracesProperties(
        @Nullable URI collector,
        @Nullable String accessToken,

        @DecimalMin("0") @DecimalMax("1") @DefaultValue("0.1")
        double share,

        @DurationMin(seconds = 1) @DefaultValue("10s") Duration patience) {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    @AssertTrue(
            message =
                    "wally.ops.traces.collector is the http or https address of a collector, with its path and no password")
    boolean isCollectorAnAddress() {
        return collector == null
                || SCHEMES.contains(String.valueOf(collector.getScheme()))
                        && collector.getHost() != null
                        && collector.getUserInfo() == null;
    }

    @AssertTrue(
            message = "wally.ops.traces.access-token could be read on the way: wally.ops.traces.collector needs https")
    boolean isTokenPrivate() {
        return collector == null
                || !StringUtils.hasText(accessToken)
                || "https".equals(collector.getScheme())
                || OWN_MACHINE.contains(String.valueOf(collector.getHost()));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TracesProperties[collector=" + collector + ", share=" + share + "]";
    }
}
