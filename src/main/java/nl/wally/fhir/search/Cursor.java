package nl.wally.fhir.search;

import static nl.wally.shared.Words.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.wally.fhir.ServerKeys;
import nl.wally.shared.Caller;
import org.springframework.stereotype.Component;

/**
 * Where the next page begins, sealed: encrypted, because search values identify people and a link is a URL; authenticated
 * and bound to the caller, because nobody else may go on with it. Any node can open it.
 */
@Component
class Cursor {
    private static final int IV = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json = new ObjectMapper();

    Cursor(ServerKeys keys) {
        key = new SecretKeySpec(keys.get("search-cursor"), "AES");
    }

    /** A query and the place after which it goes on. */
    record Continuation(Query query, Order.Place after) {}

    String seal(Continuation continuation, Caller caller) {
        try {
            byte[] iv = new byte[IV];
            random.nextBytes(iv);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, caller).doFinal(json.writeValueAsBytes(continuation));
            byte[] whole = java.util.Arrays.copyOf(iv, IV + sealed.length);
            System.arraycopy(sealed, 0, whole, IV, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException | JsonProcessingException impossible) {
            throw new IllegalStateException("The place in the results cannot be sealed", impossible);
        }
    }

    Continuation open(String cursor, Caller caller) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(cursor);
            if (whole.length < IV + TAG_BITS / Byte.SIZE) {
                // Of less than a tag the JDK makes an error of its own.
                throw new IllegalArgumentException("shorter than nothing is when it is sealed");
            }
            byte[] iv = java.util.Arrays.copyOf(whole, IV);
            byte[] opened = cipher(Cipher.DECRYPT_MODE, iv, caller).doFinal(whole, IV, whole.length - IV);
            return json.readValue(opened, Continuation.class);
        } catch (GeneralSecurityException | IllegalArgumentException | java.io.IOException foreign) {
            throw Query.invalid("_cursor", words("is not a link that this server gave to you: start the search again"));
        }
    }

    private Cipher cipher(int mode, byte[] iv, Caller caller) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(
                (caller.client() + '\n' + caller.organization() + '\n' + caller.role() + '\n' + caller.capacity())
                        .getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
