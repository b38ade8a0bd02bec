package nl.wally.mail;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;

/** How Jakarta Mail is told of a server. */
final class MailSessions {
    private MailSessions() {}

    /**
     * What is needed to speak to this server.
     *
     * @param protocol {@code smtp} or {@code imap}
     * @param patience how long it may take for each answer
     */
    static Session to(MailServer server, String protocol, Duration patience) {
        Properties settings = new Properties();
        String prefix = "mail." + protocol + ".";
        String millis = Long.toString(patience.toMillis());
        settings.put(prefix + "host", server.host());
        settings.put(prefix + "port", Integer.toString(server.port()));
        settings.put(prefix + "connectiontimeout", millis);
        settings.put(prefix + "timeout", millis);
        settings.put(prefix + "writetimeout", millis);
        settings.put(prefix + "auth", Boolean.toString(server.user() != null));
        boolean starttls = server.encryption() == MailServer.Encryption.STARTTLS;
        settings.put(prefix + "starttls.enable", Boolean.toString(starttls));
        // Whoever sits in between could otherwise leave out the offer, and read along.
        settings.put(prefix + "starttls.required", Boolean.toString(starttls));
        settings.put(prefix + "ssl.enable", Boolean.toString(server.encryption() == MailServer.Encryption.IMPLICIT));
        settings.put(prefix + "ssl.checkserveridentity", "true");
        settings.put(prefix + "ssl.protocols", "TLSv1.3 TLSv1.2");
        return Session.getInstance(settings);
    }
}
