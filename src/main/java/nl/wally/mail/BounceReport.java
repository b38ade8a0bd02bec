package nl.wally.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wally.mail.ReturnPaths.Claimed;

/** What a mail server reports of e-mail that it could not deliver (RFC 3464), as far as it is of use. */
final class BounceReport {
    /** Of one that is only late there will be another report. */
    private static final Pattern FAILED = Pattern.compile("(?im)^Action:[ \\t]*failed\\b");

    /** Where servers say to which of our addresses a report went. */
    private static final String[] ARRIVED_AT = {"Delivered-To", "X-Original-To", "Envelope-To", "To"};

    /** More than this no report has to say. */
    private static final int MOST_BYTES = 64 * 1024;

    private BounceReport() {}

    /** To whom something was not delivered for good, by the report's own account; empty when it is no such report. */
    static Optional<Claimed> of(MimeMessage message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        for (int n = 0; n < parts.getCount(); n++) {
            if (isOfAFailure(parts.getBodyPart(n))) {
                return arrivedAt(message);
            }
        }
        return Optional.empty();
    }

    private static boolean isOfAFailure(BodyPart part) throws MessagingException, IOException {
        if (!part.getContentType().toLowerCase(Locale.ROOT).startsWith("message/delivery-status")) {
            return false;
        }
        try (InputStream content = part.getInputStream()) {
            String text = new String(content.readNBytes(MOST_BYTES), StandardCharsets.US_ASCII);
            return FAILED.matcher(text).find();
        }
    }

    private static Optional<Claimed> arrivedAt(MimeMessage message) throws MessagingException {
        for (String header : ARRIVED_AT) {
            String[] values = message.getHeader(header);
            Optional<Claimed> found = (values == null ? Stream.<String>empty() : Arrays.stream(values))
                    .flatMap(value -> ReturnPaths.in(value).stream())
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
