package nl.wally.simulator.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import nl.wally.mail.MailServer;
import nl.wally.mail.MailServer.Encryption;

/** A real mail server (SMTP) inside this process, which passes nothing on and forgets everything when it stops. */
final class MailCatcher implements AutoCloseable {
    private static final String HERE = "127.0.0.1";

    /** How many are kept, of all receivers together. */
    private static final int MOST = 200;

    private final GreenMail mail;
    private final Deque<Caught> kept = new ArrayDeque<>();

    MailCatcher() {
        var smtp = new ServerSetup(0, HERE, ServerSetup.PROTOCOL_SMTP);
        mail = new GreenMail(smtp)
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        // Kept here and not in its mailboxes, which would grow as long as nobody looks.
        mail.getUserManager().setMessageDeliveryHandler((message, to) -> new Everybody());
        mail.start();
    }

    /** Where it takes mail in. */
    MailServer server() {
        return new MailServer(HERE, mail.getSmtp().getPort(), Encryption.NONE, null, null);
    }

    /** What it has caught, the newest first. */
    synchronized List<Caught> all() {
        return List.copyOf(kept);
    }

    /** One of them, by its Message-ID without brackets. */
    Optional<Caught> one(String id) {
        return all().stream().filter(caught -> caught.id().equals(id)).findFirst();
    }

    private synchronized void keep(Caught caught) {
        kept.addFirst(caught);
        if (kept.size() > MOST) {
            kept.removeLast();
        }
    }

    @Override
    public void close() {
        mail.stop();
    }

    /** To whomever it is: it is kept here. */
    private final class Everybody extends UserImpl {
        Everybody() {
            super("", "", "", mail.getManagers().getImapHostManager());
        }

        @Override
        public void deliver(MovingMessage message) {
            try {
                keep(Caught.of(message.getMessage()));
            } catch (MessagingException | IOException impossible) {
                throw new IllegalStateException("this server sends what can be read", impossible);
            }
        }
    }
}
