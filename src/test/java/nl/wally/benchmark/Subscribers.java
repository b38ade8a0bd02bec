package nl.wally.benchmark;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.wally.notification.Courier;
import nl.wally.notification.Event;
import nl.wally.notification.EventReader;
import nl.wally.notification.Message;
import nl.wally.notification.Outbox;
import nl.wally.notification.Outcome;
import nl.wally.notification.Outgoing;
import nl.wally.notification.Receiver;

/**
 * As many subscribers as one likes, to measure what telling them costs those who write: of each change the systems of the
 * practice and of its Wally hear, and each answers after as long as a call across the country takes.
 */
final class Subscribers implements EventReader, Courier {
    private static final String KIND = "benchmark";
    private static final Executor ACROSS_THE_COUNTRY = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    private final Outbox outbox;
    private volatile int many;

    Subscribers(Outbox outbox) {
        this.outbox = outbox;
    }

    /** From now on there are so many. */
    void become(int number) {
        many = number;
    }

    @Override
    public void read(List<Event> events) {
        int now = many;
        if (now > 0) {
            outbox.add(events.stream()
                    .flatMap(event -> Stream.of("practice", "owner")
                            .flatMap(fact -> event.fact(fact).stream())
                            .map(concerned -> new Outgoing(
                                    new Receiver(KIND, "s-" + Math.floorMod(concerned.hashCode(), now)),
                                    event.focus(),
                                    "{}")))
                    .toList());
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public CompletionStage<Outcome> deliver(Receiver receiver, List<Message> messages) {
        long last = messages.get(messages.size() - 1).number();
        return CompletableFuture.supplyAsync(() -> new Outcome.Delivered(last), ACROSS_THE_COUNTRY);
    }
}
