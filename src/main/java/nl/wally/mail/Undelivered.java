package nl.wally.mail;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.notification.Event;
import nl.wally.notification.Events;
import org.springframework.stereotype.Component;

/** To whom nothing gets through, and that their coordinator hears of it, once. */
@Component
class Undelivered {
    private static final Event.Author SERVER = new Event.Author("system", "");

    private final Mailboxes mailboxes;
    private final Addresses addresses;
    private final Events events;
    private final Clock clock;

    Undelivered(Mailboxes mailboxes, Addresses addresses, Events events, Clock clock) {
        this.mailboxes = mailboxes;
        this.addresses = addresses;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes it, in the transaction of the caller.
     *
     * @param held whether nothing is to be sent before somebody says so, although the outbox does not know of it yet
     */
    void note(String reference, Failure why, boolean held) {
        Optional<String> coordination = addresses.coordinationOf(reference);
        byte[] address = Addresses.print(addresses.of(reference));
        boolean news = mailboxes.fails(reference, why, address, coordination.orElse(null), held);
        // Whose own mailbox fails finds it on the page, where it stands beside the others.
        coordination
                .filter(told -> news && !told.equals(reference))
                .ifPresent(told -> events.note(List.of(new Event(
                        clock.instant(),
                        Event.Kind.UNDELIVERABLE,
                        reference,
                        null,
                        null,
                        SERVER,
                        Map.of(),
                        List.of(told)))));
    }
}
