package nl.wally.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.access.client.AssertionRules;
import nl.wally.access.client.ClientKeys;
import nl.wally.access.client.UsedAssertions;
import nl.wally.shared.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

/**
 * Verifies what registered clients have signed for other doors than the token endpoint: with the same keys, by the same rules,
 * and believed once, on whichever node.
 */
public final class ClientSignatures {
    /** Signatures of key pairs only. RS256 is what many HIS vendors have; the keys are those of the token endpoint. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.ES384);

    private static final Logger LOG = LoggerFactory.getLogger(ClientSignatures.class);

    private final RegisteredClientRepository clients;
    private final ClientKeys keys;
    private final UsedAssertions used;
    private final String server;
    private final Duration skew;
    private final Clock clock;

    /**
     * For one server.
     *
     * @param server its address, as clients know it
     * @param skew by how much the clocks of client and server may differ
     */
    ClientSignatures(
            RegisteredClientRepository clients,
            ClientKeys keys,
            UsedAssertions used,
            String server,
            Duration skew,
            Clock clock) {
        this.clients = clients;
        this.keys = keys;
        this.used = used;
        this.server = server;
        this.skew = skew;
        this.clock = clock;
    }

    /** The address of one of our doors, as clients have to name it. */
    public String address(String path) {
        return server + path;
    }

    /**
     * What a client has signed for a door of this server.
     *
     * @param client who signed
     * @param claims what it says
     */
    public record Signed(Caller client, JWTClaimsSet claims) {}

    /**
     * Takes it in, for the first and only time; empty when it is not to be believed. Why not stands in the log, by a word of ours.
     *
     * @param text a signed JWT: {@code iss} is the client, {@code aud} is the door, {@code exp} at most five minutes away,
     *     {@code jti} never used before
     * @param path of the door, for instance {@code /launch/jwt}
     */
    public Optional<Signed> take(String text, String path) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            String issuer = String.valueOf(token.getJWTClaimsSet().getIssuer());
            RegisteredClient client = clients.findByClientId(issuer);
            if (client == null || !ClientKeys.has(client)) {
                return refused("client");
            }
            JWTClaimsSet claims = processor(client).process(token, null);
            AssertionRules.Claims said = AssertionRules.Claims.of(claims);
            if (!AssertionRules.isForHereAndNow(said, issuer, address(path), clock.instant(), skew)) {
                return refused("claims");
            }
            return used.use(
                            issuer,
                            claims.getJWTID(),
                            claims.getExpirationTime().toInstant().plus(skew))
                    ? Optional.of(new Signed(SignIns.caller(client), claims))
                    : refused("used");
        } catch (ParseException unreadable) {
            return refused("form");
        } catch (BadJOSEException forged) {
            return refused("signature");
        } catch (JOSEException noKeys) {
            return refused("keys");
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor(RegisteredClient client) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        var byHeader = new JWSVerificationKeySelector<>(ALGORITHMS, keys.of(client));
        // Without a kid any key of the client would do, also one that it is about to withdraw.
        processor.setJWSKeySelector(
                (header, context) -> header.getKeyID() == null ? List.of() : byHeader.selectJWSKeys(header, context));
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, null));
        // Times are judged with the clock of this server.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        return processor;
    }

    private static Optional<Signed> refused(String why) {
        LOG.info("What a client signed is not believed: {}", why);
        return Optional.empty();
    }
}
