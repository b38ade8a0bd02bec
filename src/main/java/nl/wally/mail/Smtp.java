package nl.wally.mail;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.wally.mail.SendOff.NotNow;
import nl.wally.mail.SendOff.Refused;
import nl.wally.mail.SendOff.Taken;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Hands e-mail in at the server of the settings (RFC 5321, 6409). */
final class Smtp {
    private static final String NAME = "Waar is Wally";
    private static final int FINAL = 500;
    /** No such mailbox, moved away, no such form of an address (RFC 5321 section 4.2.3). */
    private static final Set<Integer> NO_SUCH_ADDRESS = Set.of(550, 551, 553);

    private final MailServer server;
    private final Session session;
    private final String from;
    private final @Nullable String replyTo;
    private final Supplier<String> choices;
    private final Clock clock;

    /** @param choices the page on which one chooses when to get letters */
    Smtp(MailServer server, MailProperties settings, String from, Supplier<String> choices, Clock clock) {
        this.server = server;
        this.session = MailSessions.to(server, "smtp", settings.patience());
        this.from = from;
        this.replyTo = settings.replyTo();
        this.choices = choices;
        this.clock = clock;
    }

    SendOff send(Envelope envelope, Written written) {
        try {
            MimeMessage message = message(envelope, written);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(server.user(), server.password());
                transport.sendMessage(message, message.getAllRecipients());
            }
            return new Taken();
        } catch (MessagingException failed) {
            return judge(failed);
        }
    }

    private MimeMessage message(Envelope envelope, Written written) throws MessagingException {
        // The number decides the Message-ID, so that a mailbox recognises what it got twice.
        String id = "<" + envelope.number() + "@" + from.substring(from.indexOf('@') + 1) + ">";
        SMTPMessage message = new SMTPMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setEnvelopeFrom(envelope.returnPath());
        message.setFrom(address(from, NAME));
        if (StringUtils.hasText(replyTo)) {
            message.setReplyTo(new Address[] {new InternetAddress(replyTo)});
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to(), true));
        message.setSubject(written.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        // Nobody's absence notice answers a machine (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + choices.get() + ">");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(written.text(), "plain"));
        both.addBodyPart(part(written.html(), "html"));
        message.setContent(both);
        return message;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", kind);
        return part;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException("UTF-8 is always there", impossible);
        }
    }

    /** What was said of the address or of the letter counts for good when it is a 5xx; everything else may pass. */
    private static SendOff judge(MessagingException failed) {
        if (failed instanceof jakarta.mail.internet.AddressException) {
            return new Refused(Failure.UNKNOWN_ADDRESS);
        }
        if (failed instanceof AuthenticationFailedException) {
            return new NotNow("sign-in refused");
        }
        for (MessagingException each : chain(failed).toList()) {
            if (each instanceof SMTPAddressFailedException address && address.getReturnCode() >= FINAL) {
                boolean unknown = NO_SUCH_ADDRESS.contains(address.getReturnCode());
                return new Refused(unknown ? Failure.UNKNOWN_ADDRESS : Failure.REFUSED);
            }
        }
        // A SMTPSenderFailedException is about us and not about the receiver.
        if (failed.getClass() == SMTPSendFailedException.class
                && ((SMTPSendFailedException) failed).getReturnCode() >= FINAL
                && ".".equals(((SMTPSendFailedException) failed).getCommand())) {
            return new Refused(Failure.REFUSED);
        }
        return new NotNow(failed.getClass().getSimpleName());
    }

    private static Stream<MessagingException> chain(MessagingException first) {
        return Stream.iterate(
                first,
                java.util.Objects::nonNull,
                each -> each.getNextException() instanceof MessagingException next ? next : null);
    }
}
