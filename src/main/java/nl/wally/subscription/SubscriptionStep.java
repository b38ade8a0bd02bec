package nl.wally.subscription;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wally.access.ClientRegistry;
import nl.wally.access.ClientRegistry.Registered;
import nl.wally.fhir.Change;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.fhir.Subscriber;
import nl.wally.notification.Outbox;
import nl.wally.shared.Caller;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import nl.wally.subscription.HeaderRules.Header;
import nl.wally.subscription.Subscribed.State;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.stereotype.Component;

/**
 * Takes in what a client asks to be told, and has the resource follow when delivery found out how it stands. Secrets go no
 * further than here: what is stored as a resource, shown and logged has a mask in their place.
 */
@Component
class SubscriptionStep implements Step {
    private final Subscriptions subscriptions;
    private final ClientRegistry clients;
    private final Store store;
    private final Outbox outbox;
    private final SubscriptionProperties settings;

    SubscriptionStep(
            Subscriptions subscriptions,
            ClientRegistry clients,
            Store store,
            Outbox outbox,
            SubscriptionProperties settings) {
        this.subscriptions = subscriptions;
        this.clients = clients;
        this.store = store;
        this.outbox = outbox;
        this.settings = settings;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        submission.eachRequested(change -> {
            if (change.after() instanceof Subscription asked) {
                take(submission, change, asked);
            }
        });
        submission.fetched().stream()
                .filter(reference -> reference.startsWith("Subscription/"))
                .forEach(reference -> follow(submission, reference));
    }

    private void take(Submission submission, Change change, Subscription asked) {
        Caller caller = submission.caller();
        Registered client = clients.registered(caller.client())
                .filter(one -> one.again(caller).isPresent())
                .orElseThrow(() -> forbidden(words("Only a client that is registered here can subscribe")));
        UUID id = UUID.fromString(change.id());
        Optional<Subscription> before = Optional.ofNullable((Subscription) change.before());
        if (before.isEmpty() && subscriptions.count(caller.client()) >= settings.mostPerClient()) {
            throw forbidden(words(
                    "A client has at most {0} subscriptions, those that are off included: use one of them again",
                    settings.mostPerClient()));
        }
        boolean runs = subscriptions
                .lock(id)
                .filter(row -> row.state() == State.ACTIVE)
                .isPresent();
        List<Header> known = subscriptions.headers(id);
        refuse(SubscriptionRules.judge(
                asked,
                before,
                new SubscriptionRules.Setting(
                        client.notifyAt(),
                        client.demo(),
                        known,
                        (int) settings.leastHeartbeat().toSeconds(),
                        submission.now())));
        keep(id, caller, asked, before, runs, known, submission.now());
    }

    private void keep(
            UUID id,
            Caller caller,
            Subscription asked,
            Optional<Subscription> before,
            boolean runs,
            List<Header> known,
            Instant now) {
        List<Header> wanted = asked.getChannel().getHeader().stream()
                .flatMap(line -> HeaderRules.read(line.getValue()).stream())
                .toList();
        List<Header> headers = HeaderRules.filled(wanted, known).orElseThrow();
        asked.getChannel()
                .setHeader(headers.stream()
                        .map(header -> new StringType(header.masked()))
                        .toList());
        new Subscriber(caller.organization(), caller.client()).writeInto(asked);
        SubscriptionStatus status = SubscriptionRules.status(asked, before, runs && headers.equals(known));
        asked.setStatus(status);
        asked.setErrorElement(
                status == SubscriptionStatus.ERROR
                        ? before.map(Subscription::getErrorElement).orElse(null)
                        : null);
        String base = RequestAtHand.current().flatMap(RequestAtHand::base).orElse("");
        subscriptions.keep(id, caller, base, Wish.of(asked), State.valueOf(status.name()), now);
        subscriptions.keepHeaders(id, headers);
        if (status != SubscriptionStatus.ACTIVE) {
            outbox.stop(Happenings.receiver(id));
        }
    }

    /**
     * The row is what counts; the resource says the same a moment later, in a version of its own. The row is locked before
     * anything is read: what becomes of it meanwhile must not be taken for something that the resource says already.
     */
    private void follow(Submission submission, String reference) {
        UUID id = UUID.fromString(reference.substring(reference.indexOf('/') + 1));
        subscriptions.lock(id).ifPresent(row -> {
            SubscriptionStatus status = SubscriptionStatus.fromCode(row.state().code());
            store.read(reference, Subscription.class)
                    .filter(current -> current.getStatus() != status)
                    .ifPresent(current -> {
                        Subscription next = current.copy();
                        next.setStatus(status);
                        next.setError(
                                status == SubscriptionStatus.ERROR
                                        ? row.failure().orElse(null)
                                        : null);
                        submission.update(current, next);
                    });
            subscriptions.followed(id);
        });
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }

    private static RefusedException forbidden(Words explanation) {
        return new RefusedException(Problem.FORBIDDEN, "Subscription", explanation);
    }
}
