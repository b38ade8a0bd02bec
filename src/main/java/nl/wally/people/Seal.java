package nl.wally.people;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps claims in the browser that the browser can neither read nor change (JWE), for a while; any node can open them. */
final class Seal {
    private final Supplier<byte[]> key;
    private final Clock clock;

    /** @param key 32 bytes that all nodes share, asked for at first use */
    Seal(Supplier<byte[]> key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    String close(JWTClaimsSet.Builder claims, Duration lasts) {
        Date end = Date.from(clock.instant().plus(lasts));
        EncryptedJWT sealed = new EncryptedJWT(
                new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM),
                claims.expirationTime(end).build());
        try {
            sealed.encrypt(new DirectEncrypter(key.get()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Nothing can be sealed", impossible);
        }
        return sealed.serialize();
    }

    /** What was sealed; nothing when it was not sealed here, or too long ago. */
    Optional<JWTClaimsSet> open(String sealed) {
        try {
            EncryptedJWT letter = EncryptedJWT.parse(sealed);
            letter.decrypt(new DirectDecrypter(key.get()));
            return Optional.of(letter.getJWTClaimsSet())
                    .filter(claims -> claims.getExpirationTime().toInstant().isAfter(clock.instant()));
        } catch (ParseException | JOSEException foreign) {
            return Optional.empty();
        }
    }
}
