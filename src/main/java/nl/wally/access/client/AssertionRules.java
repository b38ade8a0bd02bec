package nl.wally.access.client;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client's assertion must say, besides being signed with one of its keys: see
 * https://hl7.org/fhir/smart-app-launch/client-confidential-asymmetric.html#authentication-jwt-header-values and RFC 7523
 * section 3.
 */
public final class AssertionRules {
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
    public record Claims(
            @Nullable String issuer,
            @Nullable String subject,
            List<String> audience,
            @Nullable Instant expires,
            @Nullable Instant notBefore,
            @Nullable Instant issued,
            @Nullable String id) {

        public static Claims of(JWTClaimsSet said) {
            return new Claims(
                    said.getIssuer(),
                    said.getSubject(),
                    said.getAudience(),
                    instant(said.getExpirationTime()),
                    instant(said.getNotBeforeTime()),
                    instant(said.getIssueTime()),
                    said.getJWTID());
        }

        private static @Nullable Instant instant(@Nullable Date date) {
            return date == null ? null : date.toInstant();
        }
    }

    /**
     * Whether this client may be believed at this endpoint.
     *
     * @param endpoint the address of the token endpoint: the one audience, for a second one could use the assertion too
     * @param skew by how much the clocks of client and server may differ
     */
    static boolean holds(Claims claims, String client, String endpoint, Instant now, Duration skew) {
        return client.equals(claims.subject) && isForHereAndNow(claims, client, endpoint, now, skew);
    }

    /**
     * Whether this client made it for this place, and for now.
     *
     * @param place the one audience
     * @param skew by how much the clocks of client and server may differ
     */
    public static boolean isForHereAndNow(Claims claims, String client, String place, Instant now, Duration skew) {
        return client.equals(claims.issuer)
                && claims.audience.equals(List.of(place))
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
