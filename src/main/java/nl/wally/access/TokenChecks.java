package nl.wally.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;

/**
 * What must hold for every token besides its signature: not expired, from the one issuer, meant for this server and, when it
 * is bound to a certificate, shown over a connection with that certificate (RFC 8705 3).
 */
final class TokenChecks {
    private TokenChecks() {}

    static OAuth2TokenValidator<Jwt> checks(AccessProperties settings, String issuer, Clock clock) {
        JwtTimestampValidator times = new JwtTimestampValidator(settings.clockSkew());
        times.setClock(clock);
        String audience = settings.expectedAudience();
        // Adds the check of the certificate.
        return JwtValidators.createDefaultWithValidators(
                times,
                // Spring lets a token without an end live for ever.
                new JwtClaimValidator<Instant>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, meantFor -> meantFor != null && meantFor.contains(audience)));
    }
}
