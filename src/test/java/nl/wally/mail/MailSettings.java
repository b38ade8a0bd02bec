package nl.wally.mail;

import java.time.Duration;
import nl.wally.mail.MailProperties.Bounces;
import nl.wally.mail.MailServer.Encryption;

/** Settings for tests that name the server themselves. */
final class MailSettings {
    private MailSettings() {}

    static MailProperties quick() {
        var bounces = new Bounces(null, null, Encryption.IMPLICIT, null, null, null, "INBOX", Duration.ofMinutes(5));
        return new MailProperties(
                null,
                null,
                Encryption.STARTTLS,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Duration.ofSeconds(5),
                Duration.ofMinutes(1),
                bounces);
    }
}
