package nl.wally.referring.launch;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Believes what a HIS says of who sits in front of the screen: signed by it, for us, now, and in answer to what we asked. */
final class IdTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private final Clock clock;

    IdTokens(Clock clock) {
        this.clock = clock;
    }

    /**
     * What it says.
     *
     * @param nonce what was sent along when asking
     * @throws LaunchRefusedException when it is not to be believed
     */
    Jwt believe(@Nullable Object text, Endpoints his, ClientRegistration registration, @Nullable Object nonce) {
        if (!(text instanceof String token) || nonce == null) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "no ID token");
        }
        try {
            Jwt said = decoder(his, registration).decode(token);
            if (nonce.equals(said.getClaimAsString(OidcParameterNames.NONCE))) {
                return said;
            }
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "nonce");
        } catch (JwtException forged) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "ID token");
        }
    }

    private NimbusJwtDecoder decoder(Endpoints his, ClientRegistration registration) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, his.keys()));
        // Times are judged below, with the clock of this server.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        OidcIdTokenValidator identity = new OidcIdTokenValidator(registration);
        identity.setClock(clock);
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, identity));
        return decoder;
    }
}
