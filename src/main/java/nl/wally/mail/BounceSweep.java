package nl.wally.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import nl.wally.fhir.Custodies;
import nl.wally.mail.ReturnPaths.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads in the mailbox of the return path what came back. Reports are deleted once they are noted, for they name people;
 * what is none of ours stays there, as read.
 */
final class BounceSweep {
    private static final Logger LOG = LoggerFactory.getLogger(BounceSweep.class);
    private static final int MOST_AT_ONCE = 200;

    private final MailServer server;
    private final String folder;
    private final Duration patience;
    private final ReturnPaths returnPaths;
    private final Addresses addresses;
    private final Undelivered undelivered;
    private final Custodies custodies;
    private final TransactionOperations together;

    BounceSweep(
            MailServer server,
            MailProperties settings,
            ReturnPaths returnPaths,
            Addresses addresses,
            Undelivered undelivered,
            Custodies custodies,
            TransactionOperations together) {
        this.server = server;
        this.folder = settings.bounces().folder();
        this.patience = settings.patience();
        this.returnPaths = returnPaths;
        this.addresses = addresses;
        this.undelivered = undelivered;
        this.custodies = custodies;
        this.together = together;
    }

    /** Does nothing while another node is at it. */
    void run() {
        custodies.alone("mail-bounces", () -> {
            try {
                read();
            } catch (MessagingException failed) {
                // Its text may name the people to whom something came back.
                LOG.warn("What came back cannot be read: {}", failed.getClass().getSimpleName());
            }
        });
    }

    private void read() throws MessagingException {
        try (Store store = MailSessions.to(server, "imap", patience).getStore("imap")) {
            store.connect(server.user(), server.password());
            // Closing it takes away what is marked as deleted.
            try (Folder inbox = store.getFolder(folder)) {
                inbox.open(Folder.READ_WRITE);
                Message[] unread = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
                for (int n = 0; n < Math.min(unread.length, MOST_AT_ONCE); n++) {
                    if (note((MimeMessage) unread[n])) {
                        unread[n].setFlag(Flags.Flag.DELETED, true);
                    } else {
                        unread[n].setFlag(Flags.Flag.SEEN, true);
                    }
                }
            }
        }
    }

    /** Whether it was a report about a letter of ours. */
    private boolean note(MimeMessage message) {
        Optional<Claimed> claimed = report(message)
                .filter(one -> addresses
                        .of(one.reference())
                        .filter(address -> returnPaths.isTrue(one, address))
                        .isPresent());
        claimed.ifPresent(one ->
                together.executeWithoutResult(status -> undelivered.note(one.reference(), Failure.RETURNED, true)));
        return claimed.isPresent();
    }

    /** What cannot be read is no report: it must not keep those that came after it from being read. */
    private static Optional<Claimed> report(MimeMessage message) {
        try {
            return BounceReport.of(message);
        } catch (MessagingException | IOException unreadable) {
            return Optional.empty();
        }
    }
}
