package nl.wally.fhir;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The senders' own numbers of referrals as what is left of them after an erasure: a MAC, from which nobody without the key
 * of this server can tell the number, not even by trying all that there are.
 */
@Component
class SenderKeys {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    SenderKeys(ServerKeys keys) {
        key = new SecretKeySpec(keys.get("erased-sender-key"), ALGORITHM);
    }

    byte[] mac(String practice, String system, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((practice + '\n' + system + '\n' + value).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
