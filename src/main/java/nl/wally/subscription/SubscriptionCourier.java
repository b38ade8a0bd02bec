package nl.wally.subscription;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import nl.wally.notification.Courier;
import nl.wally.notification.Message;
import nl.wally.notification.Outcome;
import nl.wally.notification.Receiver;
import nl.wally.notification.Standing;
import nl.wally.subscription.Hooks.Answer;
import nl.wally.subscription.Notification.Told;
import nl.wally.subscription.Subscribed.State;
import org.springframework.stereotype.Component;

/** Brings events to subscribers. Who was given up gets nothing more until its client asks for the subscription again. */
@Component
class SubscriptionCourier implements Courier {
    static final String NO_LONGER_ALLOWED = "no-longer-allowed";

    private final Subscriptions subscriptions;
    private final Authority authority;
    private final Sending sending;
    private final Happenings happenings;
    private final Clock clock;
    private final Executor threads;

    SubscriptionCourier(
            Subscriptions subscriptions,
            Authority authority,
            Sending sending,
            Happenings happenings,
            Clock clock,
            SubscriptionThreads threads) {
        this.subscriptions = subscriptions;
        this.authority = authority;
        this.sending = sending;
        this.happenings = happenings;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public String kind() {
        return Happenings.KIND;
    }

    @Override
    public int most() {
        return SubscriptionRules.MOST_EVENTS;
    }

    @Override
    public CompletionStage<Outcome> deliver(Receiver receiver, List<Message> messages) {
        return CompletableFuture.supplyAsync(() -> begin(UUID.fromString(receiver.key()), messages), threads)
                .thenCompose(begun -> begun);
    }

    private CompletionStage<Outcome> begin(UUID id, List<Message> messages) {
        Optional<Subscribed> subscription =
                subscriptions.find(id).filter(one -> one.state() == State.ACTIVE || one.state() == State.ERROR);
        Optional<Authority.Standing> standing = subscription.flatMap(authority::of);
        if (subscription.isEmpty() || standing.isEmpty()) {
            return CompletableFuture.completedFuture(new Outcome.Refused(NO_LONGER_ALLOWED));
        }
        List<Told> events = messages.stream()
                .limit(subscription.get().wish().most())
                .map(happenings::take)
                .toList();
        long last = events.get(events.size() - 1).number();
        return sending.send(subscription.get(), standing.get(), Notification.Type.EVENT_NOTIFICATION, last, events)
                .thenApply(answer -> outcome(answer, last));
    }

    private static Outcome outcome(Answer answer, long last) {
        return switch (answer) {
            case TAKEN -> new Outcome.Delivered(last);
            case GONE, FORBIDDEN -> new Outcome.Refused(answer.code());
            default -> new Outcome.Failed(answer.code());
        };
    }

    @Override
    public void delivered(Receiver receiver, List<Message> messages) {
        subscriptions.told(UUID.fromString(receiver.key()), clock.instant());
    }

    /** See https://hl7.org/fhir/uv/subscriptions-backport/STU1.1/errors.html: the client finds out, and asks again. */
    @Override
    public void changed(Standing standing) {
        UUID id = UUID.fromString(standing.receiver().key());
        switch (standing.state()) {
            case GIVEN_UP -> subscriptions.become(id, State.ERROR, standing.code());
            case FAILING -> subscriptions.fails(id, standing.code());
            case WELL -> subscriptions.lives(id);
            default -> {}
        }
    }
}
