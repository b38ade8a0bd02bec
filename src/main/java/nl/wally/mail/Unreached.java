package nl.wally.mail;

import java.time.Instant;
import java.util.List;
import nl.wally.shared.Words;
import org.springframework.stereotype.Component;

/** Those to whom no e-mail gets through, for the coordinator who can correct where it goes. */
@Component
public class Unreached {
    private final Mailboxes mailboxes;

    Unreached(Mailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** Those whom this organisation coordinates, and the organisation itself; who has been so longest first. */
    public List<Silent> under(String organization) {
        return mailboxes.failingUnder(organization).stream()
                .map(one -> new Silent(one.reference(), one.since(), one.why().says()))
                .toList();
    }

    /**
     * Somebody to whom nothing gets through.
     *
     * @param reference a PractitionerRole or an Organization, as {@code Type/id}
     */
    public record Silent(String reference, Instant since, Words why) {}
}
