package nl.wally.mail;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The post office: writes letters down as e-mail and hands them in, where the settings name a server for that. */
final class Post {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private final Optional<Smtp> smtp;
    private final LetterWriter writer;
    private final String from;
    private final Optional<ReturnPaths> returnPaths;

    Post(Optional<Smtp> smtp, LetterWriter writer, String from, Optional<ReturnPaths> returnPaths) {
        this.smtp = smtp;
        this.writer = writer;
        this.from = from;
        this.returnPaths = returnPaths;
        if (smtp.isEmpty()) {
            LOG.warn("People get no e-mail: wally.mail.host is not set");
        }
    }

    /** Whether there is e-mail at all. */
    boolean isOpen() {
        return smtp.isPresent();
    }

    /**
     * Sends one e-mail with these letters, which are all to the same receiver.
     *
     * @param number the same each time that these are sent
     */
    SendOff send(String address, String number, List<Letter> letters, Tongue tongue) {
        String returnPath =
                returnPaths.map(paths -> paths.of(letters.get(0).to(), address)).orElse(from);
        return smtp.orElseThrow().send(new Envelope(address, number, returnPath), writer.write(letters, tongue));
    }
}
