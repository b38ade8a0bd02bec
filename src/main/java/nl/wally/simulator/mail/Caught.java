package nl.wally.simulator.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An e-mail that was caught.
 *
 * @param id its Message-ID, without brackets
 * @param text what it says to who wants no HTML
 * @param source as it was handed in, with all its headers
 */
record Caught(String id, String to, String subject, String text, String html, String source) {
    /** @throws ClassCastException when it is none of ours */
    static Caught of(MimeMessage message) throws MessagingException, IOException {
        Multipart parts = (Multipart) message.getContent();
        var source = new ByteArrayOutputStream();
        message.writeTo(source);
        return new Caught(
                message.getMessageID().replaceAll("[<>]", ""),
                message.getAllRecipients()[0].toString(),
                message.getSubject(),
                part(parts, 0),
                part(parts, 1),
                source.toString(StandardCharsets.UTF_8));
    }

    private static String part(Multipart parts, int number) throws MessagingException, IOException {
        return parts.getBodyPart(number).getContent().toString().replace("\r\n", "\n");
    }
}
