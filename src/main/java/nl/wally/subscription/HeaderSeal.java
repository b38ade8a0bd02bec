package nl.wally.subscription;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.wally.fhir.ServerKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals values of headers with a key of this server (AES-256-GCM), each for its own subscription. */
@Component
class HeaderSeal {
    private static final String PURPOSE = "subscription-headers";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final ServerKeys keys;
    private final SecureRandom random = new SecureRandom();
    private @Nullable SecretKeySpec key;

    HeaderSeal(ServerKeys keys) {
        this.keys = keys;
    }

    byte[] close(UUID subscription, String value) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, subscription, nonce, value.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    String open(UUID subscription, byte[] letter) {
        byte[] nonce = java.util.Arrays.copyOf(letter, NONCE);
        byte[] sealed = java.util.Arrays.copyOfRange(letter, NONCE, letter.length);
        return new String(run(Cipher.DECRYPT_MODE, subscription, nonce, sealed), StandardCharsets.UTF_8);
    }

    /** The same for as long as the database lives. */
    private synchronized SecretKeySpec key() {
        SecretKeySpec known = key == null ? new SecretKeySpec(keys.get(PURPOSE), "AES") : key;
        key = known;
        return known;
    }

    private byte[] run(int mode, UUID subscription, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(subscription.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException(
                    "a header was sealed with another key, or for another subscription", foreign);
        }
    }
}
