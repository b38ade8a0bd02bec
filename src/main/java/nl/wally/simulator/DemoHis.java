package nl.wally.simulator;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.wally.access.ClientRegistry;
import nl.wally.fhir.ServerKeys;
import nl.wally.people.Identity;
import nl.wally.people.Position;
import nl.wally.people.Positions;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A HIS of the first practice of the demo region that launches the referral form for Thea, by a form that it signs. Its key is made
 * for this database alone, so nobody else can sign in its name; whoever opens its page lets it sign.
 */
@Component
@WithDemoRegion
@Order(Ordered.LOWEST_PRECEDENCE)
class DemoHis implements DemoPart {
    static final String CLIENT = "his-demo-launch";

    private static final String PRACTICE = "Organization/practice-1";
    private static final String USER = "vandijk";
    private static final Duration LASTS = Duration.ofMinutes(4);

    private final ClientRegistry registry;
    private final Positions positions;
    private final ServerKeys keys;
    private final Clock clock;

    DemoHis(ClientRegistry registry, Positions positions, ServerKeys keys, Clock clock) {
        this.registry = registry;
        this.positions = positions;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public void load() {
        registry.register(new Caller(CLIENT, PRACTICE, null, Capacity.PRACTICE), new JWKSet(key().toPublicJWK()));
        positions.keep(
                CLIENT,
                List.of(new Position(
                        new Identity("client:" + CLIENT, USER), Capacity.PRACTICE, PRACTICE, "PractitionerRole/gp-1")));
    }

    /** A launch for Thea, good for one time. */
    String launch(String door) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(CLIENT)
                .subject(USER)
                .audience(door)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LASTS)))
                .claim("organization", PRACTICE)
                .claim("patient", thea())
                .claim("icpc", List.of("Z01", "P06"))
                .claim("transaction", number("referral", "D-" + UUID.randomUUID()))
                .build();
        ECKey key = key();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("The key of the demo HIS cannot sign", impossible);
        }
        return token.serialize();
    }

    private static Map<String, Object> thea() {
        return Map.of(
                "resourceType",
                "Patient",
                "identifier",
                List.of(number("patient", "P-1001")),
                "name",
                List.of(Map.of("text", "Thea de Vries", "family", "de Vries", "given", List.of("Thea"))),
                "gender",
                "female",
                "birthDate",
                "1971-05-14",
                "telecom",
                List.of(Map.of("system", "phone", "value", "06-00001001")));
    }

    /** In the systems that the directory has for this practice. */
    private static Map<String, String> number(String kind, String value) {
        return Map.of("system", "https://practice-1.example/" + kind, "value", value);
    }

    private ECKey key() {
        try {
            return ECKey.parse(new String(keys.get(CLIENT, DemoHis::fresh), StandardCharsets.UTF_8));
        } catch (ParseException impossible) {
            throw new IllegalStateException("table server_key holds something that is no key", impossible);
        }
    }

    private static byte[] fresh() {
        try {
            return new ECKeyGenerator(Curve.P_384)
                    .keyID(CLIENT)
                    .generate()
                    .toJSONString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java has EC keys", impossible);
        }
    }
}
