package nl.wally.access;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;

/** Assertions by which somebody would get a token that is not theirs, each with the reason why it must not work. */
enum AssertionForgery {
    ALGORITHM_NONE(
            "whoever may leave the signature out is any client they like",
            (client, other) -> new PlainJWT(client.claims().build()).serialize()),
    PUBLIC_KEY_AS_SHARED_SECRET("the public key is public: HS384 with it proves nothing", (client, other) -> {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS384)
                        .keyID(client.rsa.getKeyID())
                        .build(),
                client.claims().build());
        token.sign(new MACSigner(client.rsa.toRSAPublicKey().getEncoded()));
        return token.serialize();
    }),
    WEAKER_ALGORITHM(
            "SMART names RS384 and ES384: who takes more can be talked into the weakest",
            (client, other) -> AssertingClient.signed(
                    client.rsa,
                    JWSAlgorithm.RS256,
                    client.rsa.getKeyID(),
                    client.claims().build())),
    CHANGED("a signature that does not cover what is said covers nothing", (client, other) -> {
        String[] mine = other.signed(other.claims().build()).split("\\.");
        String[] theirs = client.signed(client.claims().build()).split("\\.");
        return mine[0] + "." + theirs[1] + "." + mine[2];
    }),
    UNSIGNED("an empty signature is none", (client, other) -> {
        String good = client.signed(client.claims().build());
        return good.substring(0, good.lastIndexOf('.') + 1);
    }),
    KEY_OF_ANOTHER_CLIENT(
            "one client with a key of its own must not become all the others",
            (client, other) -> other.signed(client.claims().build())),
    STOLEN_KID(
            "a kid is no secret: it names a key, it does not prove one",
            (client, other) -> AssertingClient.signed(
                    new RSAKeyGenerator(2048).generate(),
                    JWSAlgorithm.RS384,
                    client.rsa.getKeyID(),
                    client.claims().build())),
    UNKNOWN_KID(
            "a key nobody registered is nobody's",
            (client, other) -> AssertingClient.signed(
                    client.rsa, JWSAlgorithm.RS384, "unknown", client.claims().build())),
    WITHOUT_KID(
            "a key that is withdrawn by its kid would live on without one",
            (client, other) -> AssertingClient.signed(
                    client.rsa, JWSAlgorithm.RS384, null, client.claims().build())),
    KEY_IN_THE_HEADER("who brings the key along in the header vouches for themselves", (client, other) -> {
        RSAKey own = new RSAKeyGenerator(2048).keyID(client.rsa.getKeyID()).generate();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS384)
                        .keyID(own.getKeyID())
                        .jwk(own.toPublicJWK())
                        .build(),
                client.claims().build());
        token.sign(new RSASSASigner(own));
        return token.serialize();
    }),
    OTHER_CURVE(
            "ES384 is on P-384; another curve is another algorithm",
            (client, other) -> AssertingClient.signed(
                    new ECKeyGenerator(Curve.P_521).generate(),
                    JWSAlgorithm.ES512,
                    client.ec.getKeyID(),
                    client.claims().build())),
    EXPIRED(
            "what leaked yesterday must not open doors today",
            (client, other) -> client.signed(
                    client.claims().expirationTime(AssertingClient.in(-31)).build())),
    LIVES_TOO_LONG(
            "a proof for a year is a password on the loose",
            (client, other) -> client.signed(
                    client.claims().expirationTime(AssertingClient.in(600)).build())),
    WITHOUT_END(
            "a proof without an end is one for ever",
            (client, other) ->
                    client.signed(client.claims().expirationTime(null).build())),
    NOT_YET(
            "a proof made in advance is one that lies around",
            (client, other) -> client.signed(
                    client.claims().notBeforeTime(AssertingClient.in(60)).build())),
    MADE_LATER(
            "a clock that far ahead would stretch the life of every proof",
            (client, other) -> client.signed(
                    client.claims().issueTime(AssertingClient.in(60)).build())),
    FOR_ANOTHER_SERVER(
            "a server that we both trust could sign in here with what it was shown",
            (client, other) -> client.signed(
                    client.claims().audience("https://elsewhere.example/token").build())),
    FOR_TWO_SERVERS(
            "the other one of the two could use it here first",
            (client, other) -> client.signed(client.claims()
                    .audience(List.of(AssertingClient.ENDPOINT, "https://elsewhere.example/token"))
                    .build())),
    FOR_THE_API(
            "the audience of tokens is not that of proofs, or the one could be shown for the other",
            (client, other) -> client.signed(
                    client.claims().audience("http://localhost:8080/fhir").build())),
    FOR_NOBODY(
            "a proof for nobody in particular is one for everybody",
            (client, other) ->
                    client.signed(client.claims().audience((String) null).build())),
    ISSUER_OF_ANOTHER(
            "who speaks for another client needs that one's word",
            (client, other) -> client.signed(client.claims().issuer(other.id).build())),
    WITHOUT_ISSUER(
            "an anonymous proof is none",
            (client, other) -> client.signed(client.claims().issuer(null).build())),
    SUBJECT_OF_ANOTHER(
            "the subject decides whose token it is: it must be the signer's",
            (client, other) -> client.signed(client.claims().subject(other.id).build())),
    OF_NOBODY(
            "a proof about nobody is none",
            (client, other) -> client.signed(client.claims().subject(null).build())),
    WITHOUT_JTI(
            "what cannot be told apart can be used again",
            (client, other) -> client.signed(client.claims().jwtID(null).build())),
    ENDLESS_JTI(
            "what is remembered must be bounded",
            (client, other) ->
                    client.signed(client.claims().jwtID("x".repeat(501)).build())),
    NOT_AN_ASSERTION("an access token shown as a proof would renew itself for ever", (client, other) -> {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS384)
                        .keyID(client.rsa.getKeyID())
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                client.claims().build());
        token.sign(new RSASSASigner(client.rsa));
        return token.serialize();
    }),
    UNKNOWN_CLIENT("nobody registered it", (client, other) -> {
        JWTClaimsSet claims = client.claims().issuer("nobody").subject("nobody").build();
        return client.signed(claims);
    }),
    RUBBISH("what cannot be read is refused like everything else", (client, other) -> "rubbish");

    private final String why;
    private final Making making;

    AssertionForgery(String why, Making making) {
        this.why = why;
        this.making = making;
    }

    /** An assertion by which somebody, perhaps the other client, pretends to be this client. */
    String make(AssertingClient client, AssertingClient other) throws Exception {
        return making.make(client, other);
    }

    @Override
    public String toString() {
        return name() + ": " + why;
    }

    private interface Making {
        String make(AssertingClient client, AssertingClient other) throws Exception;
    }
}
