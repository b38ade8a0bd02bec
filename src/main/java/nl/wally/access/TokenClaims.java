package nl.wally.access;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.wally.access.client.ClientCertificate;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Writes into a new token who is calling (G-ACTOR), in the form of RFC 9068. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {
    /** The type of a JWT that is an access token and nothing else. */
    static final String TYPE = "at+jwt";

    private final AccessProperties settings;
    private final Clock clock;

    TokenClaims(AccessProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        RegisteredClient client = context.getRegisteredClient();
        Instant now = clock.instant();
        AccessProperties.Claims names = settings.claims();
        context.getJwsHeader().type(TYPE);
        context.getClaims()
                .issuedAt(now)
                .notBefore(now)
                .expiresAt(now.plus(client.getTokenSettings().getAccessTokenTimeToLive()))
                .audience(List.of(settings.expectedAudience()))
                .claim(names.scope(), String.join(" ", context.getAuthorizedScopes()))
                .claim(names.client(), client.getClientId())
                .claim(names.organization(), setting(client, KnownClients.ORGANIZATION))
                .claim(names.capacity(), setting(client, KnownClients.CAPACITY));
        if (client.getClientSettings().getSettings().containsKey(KnownClients.PRACTITIONER_ROLE)) {
            context.getClaims().claim(names.practitionerRole(), setting(client, KnownClients.PRACTITIONER_ROLE));
        }
        // RFC 8705 3: who proved itself by a certificate gets a token that is of use with that certificate only.
        if (context.getPrincipal() instanceof OAuth2ClientAuthenticationToken proven
                && proven.getCredentials() instanceof X509Certificate[] chain) {
            context.getClaims().claim("cnf", Map.of("x5t#S256", ClientCertificate.thumbprint(chain[0])));
        }
    }

    private static String setting(RegisteredClient client, String name) {
        return client.getClientSettings().getSetting(name);
    }
}
