package nl.wally.referring.launch;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import nl.wally.shared.StartRefusedException;
import org.springframework.security.converter.RsaKeyConverters;

/** The key with which this server proves to a HIS who it is (RS384), in a file of the operator, the same on each node. */
final class OwnKey {
    private static final int LEAST_BITS = 2048;

    private final RSAKey key;

    private OwnKey(RSAKey key) {
        this.key = key;
    }

    /**
     * Reads it.
     *
     * @param file PKCS #8 in PEM
     * @throws StartRefusedException when it cannot be read or is no such key
     */
    static OwnKey read(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            if (RsaKeyConverters.pkcs8().convert(pem) instanceof RSAPrivateCrtKey secret
                    && secret.getModulus().bitLength() >= LEAST_BITS) {
                var open = new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent());
                return new OwnKey(new RSAKey.Builder(
                                (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(open))
                        .privateKey(secret)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS384)
                        .keyIDFromThumbprint()
                        .build());
            }
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | JOSEException
                | NoSuchAlgorithmException
                | InvalidKeySpecException unusable) {
            throw refused();
        }
        throw refused();
    }

    /** Whole, to sign with. */
    RSAKey whole() {
        return key;
    }

    /** The public half as a JWK Set, for a HIS to hold signatures against. */
    String published() {
        return new JWKSet(key.toPublicJWK()).toString(true);
    }

    private static StartRefusedException refused() {
        return new StartRefusedException(
                "The file that wally.launch.key-file names cannot be used as a key.",
                "Make one that this server alone can read: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out FILE");
    }
}
