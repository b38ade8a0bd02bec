package nl.wally.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Who somebody is at a provider: never a name or an e-mail address, which change hands.
 *
 * @param issuer the provider
 * @param subject what the provider calls this person ({@code sub}, OpenID Connect Core section 2)
 */
public record Identity(String issuer, String subject) {
    private static final int LONGEST = 255;
    private static final int SHOWN = 8;

    public Identity {
        if (issuer.isBlank() || subject.isBlank() || subject.length() > LONGEST) {
            throw new IllegalArgumentException("an identity has an issuer, and a subject of at most 255 characters");
        }
    }

    /** The client in whose name this person's browser acts: tells people apart, says nothing about who they are. */
    String client() {
        return "web-" + HexFormat.of().formatHex(hash(issuer + '\n' + subject), 0, SHOWN);
    }

    /** SHA-256 of a text. */
    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
