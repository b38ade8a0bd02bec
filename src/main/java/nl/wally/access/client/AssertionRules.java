package nl.wally.access.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client's assertion must say, besides being signed with one of its keys: see
 * https://hl7.org/fhir/smart-app-launch/client-confidential-asymmetric.html#authentication-jwt-header-values and RFC 7523
 * section 3.
 */
final class AssertionRules {
    /** An assertion that leaks must not be of use for long. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int LONGEST_JTI = 500;

    private AssertionRules() {}

    /**
     * What an assertion says of itself; null where it is silent.
     *
     * @param audience for whom it was made
     * @param id its {@code jti}
     */
    record Claims(
            @Nullable String issuer,
            @Nullable String subject,
            List<String> audience,
            @Nullable Instant expires,
            @Nullable Instant notBefore,
            @Nullable Instant issued,
            @Nullable String id) {}

    /**
     * Whether this client may be believed at this endpoint.
     *
     * @param endpoint the address of the token endpoint: the one audience, for a second one could use the assertion too
     * @param skew by how much the clocks of client and server may differ
     */
    static boolean holds(Claims claims, String client, String endpoint, Instant now, Duration skew) {
        return client.equals(claims.issuer)
                && client.equals(claims.subject)
                && claims.audience.equals(List.of(endpoint))
                && claims.id != null
                && !claims.id.isBlank()
                && claims.id.length() <= LONGEST_JTI
                && claims.expires != null
                && claims.expires.plus(skew).isAfter(now)
                && !claims.expires.isAfter(now.plus(LONGEST).plus(skew))
                && hasBegun(claims.notBefore, now, skew)
                && hasBegun(claims.issued, now, skew);
    }

    private static boolean hasBegun(@Nullable Instant moment, Instant now, Duration skew) {
        return moment == null || !moment.isAfter(now.plus(skew));
    }
}
