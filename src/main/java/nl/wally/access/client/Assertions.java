package nl.wally.access.client;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Verifies assertions of clients ({@code private_key_jwt}): signed with a key of that client, believed once. */
public final class Assertions implements JwtDecoderFactory<RegisteredClient> {
    /** What SMART names, and nothing else: no {@code none}, and no algorithm that takes a public key for a secret. */
    public static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS384, JWSAlgorithm.ES384);

    private static final OAuth2TokenValidatorResult REPLAYED =
            OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT));

    private final ClientKeys keys;
    private final UsedAssertions used;
    private final String endpoint;
    private final Duration skew;
    private final Clock clock;

    /**
     * At one token endpoint.
     *
     * @param endpoint its address, as clients know it
     * @param skew by how much the clocks of client and server may differ
     */
    public Assertions(ClientKeys keys, UsedAssertions used, String endpoint, Duration skew, Clock clock) {
        this.keys = keys;
        this.used = used;
        this.endpoint = endpoint;
        this.skew = skew;
        this.clock = clock;
    }

    @Override
    public JwtDecoder createDecoder(RegisteredClient client) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        var byHeader = new JWSVerificationKeySelector<>(ALGORITHMS, keys.of(client));
        // Without a kid any key of the client would do, also one that it is about to withdraw.
        processor.setJWSKeySelector(
                (header, context) -> header.getKeyID() == null ? List.of() : byHeader.selectJWSKeys(header, context));
        // Not everybody writes a type; an access token, which has one, is no assertion.
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        processor.setJWTClaimsSetVerifier((claims, context) -> requireBelievable(claims, client.getClientId()));
        NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
        // Last, and not by the processor, which would take a database that is away for a fault of the client.
        decoder.setJwtValidator(
                assertion -> isNew(assertion, client.getClientId()) ? OAuth2TokenValidatorResult.success() : REPLAYED);
        return decoder;
    }

    private void requireBelievable(JWTClaimsSet said, String client) throws BadJWTException {
        var claims = AssertionRules.Claims.of(said);
        if (!AssertionRules.holds(claims, client, endpoint, clock.instant(), skew)) {
            throw new BadJWTException("not for here and now");
        }
    }

    private boolean isNew(Jwt assertion, String client) {
        Instant expires = Objects.requireNonNull(assertion.getExpiresAt());
        return used.use(client, assertion.getId(), expires.plus(skew));
    }
}
