package nl.wally.mail;

import java.util.Arrays;
import nl.wally.fhir.Custodies;
import nl.wally.mail.Mailboxes.Failing;
import nl.wally.notification.Outbox;
import nl.wally.notification.Receiver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks whether somebody to whom nothing gets through has another address by now, and has what waits sent there. */
@Component
class AddressWatch {
    private static final int MOST_AT_ONCE = 500;

    private final Mailboxes mailboxes;
    private final Addresses addresses;
    private final Outbox outbox;
    private final Custodies custodies;
    private final TransactionTemplate together;

    AddressWatch(
            Mailboxes mailboxes,
            Addresses addresses,
            Outbox outbox,
            Custodies custodies,
            PlatformTransactionManager transactions) {
        this.mailboxes = mailboxes;
        this.addresses = addresses;
        this.outbox = outbox;
        this.custodies = custodies;
        this.together = new TransactionTemplate(transactions);
    }

    /** Does nothing while another node is at it. */
    void run() {
        custodies.alone(
                "mail-addresses",
                () -> mailboxes.failing(MOST_AT_ONCE).stream()
                        .filter(this::hasMoved)
                        .forEach(failing -> together.executeWithoutResult(status -> {
                            mailboxes.recovers(failing.reference());
                            outbox.replay(new Receiver(Letters.KIND, failing.reference()));
                        })));
    }

    private boolean hasMoved(Failing failing) {
        return !Arrays.equals(failing.address(), Addresses.print(addresses.of(failing.reference())));
    }
}
