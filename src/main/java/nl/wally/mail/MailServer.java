package nl.wally.mail;

import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed in, or fetched from.
 *
 * @param user null where nobody signs in
 * @param password null where nobody signs in
 */
public record MailServer(
        String host,
        int port,
        Encryption encryption,
        @Nullable String user,
        @Nullable String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return host + ":" + port + " " + encryption;
    }

    /** How the way there is kept private. */
    public enum Encryption {
        /** It begins in the clear and must be encrypted before anything is said (RFC 3207). */
        STARTTLS,
        /** It is encrypted from the first byte on (RFC 8314). */
        IMPLICIT,
        /** Not at all: within one machine. */
        NONE
    }
}
