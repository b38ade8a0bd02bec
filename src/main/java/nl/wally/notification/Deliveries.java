package nl.wally.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.notification.Claims.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Has couriers bring what is due, to many receivers at a time, and notes what came of it. */
class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    /** A receiver that takes longer than this is slow, and gets a place only with those that fail. */
    private static final Duration SLOW = Duration.ofSeconds(3);

    private final Claims claims;
    private final Map<String, Courier> couriers;
    private final Map<String, Integer> most;
    private final NotificationProperties settings;
    private final Clock clock;
    private final TransactionTemplate together;
    private final Bell bell;
    private final Executor threads;
    private final StandingRules standings;
    private final ShareRules shares;
    private final AtomicInteger well = new AtomicInteger();
    private final AtomicInteger troubled = new AtomicInteger();

    /** What comes back is noted on these threads, of which there must be few: each of them takes a connection. */
    Deliveries(
            Claims claims,
            List<Courier> couriers,
            NotificationProperties settings,
            Clock clock,
            TransactionTemplate together,
            Bell bell,
            Executor threads) {
        this.claims = claims;
        this.couriers = couriers.stream().collect(Collectors.toMap(Courier::kind, Function.identity()));
        this.most = couriers.stream().collect(Collectors.toMap(Courier::kind, Courier::most));
        this.settings = settings;
        this.clock = clock;
        this.together = together;
        this.bell = bell;
        this.threads = threads;
        this.standings =
                new StandingRules(settings.backOff().first(), settings.backOff().longest(), settings.patience());
        this.shares = new ShareRules(settings.inFlight());
    }

    /** Begins to deliver what is due and has a place. What ends makes place and rings the bell. */
    void begin() {
        if (couriers.isEmpty()) {
            return;
        }
        List<Claim> ofTroubled = take(true, shares.troubled(well.get(), troubled.get()));
        List<Claim> ofWell = take(false, shares.well(well.get(), troubled.get() + ofTroubled.size()));
        List<Claim> taken = Stream.concat(ofTroubled.stream(), ofWell.stream()).toList();
        if (!taken.isEmpty()) {
            // Nobody has a place yet: should the database be away here, others take over and no place is lost.
            Map<Long, List<Message>> messages = claims.next(taken, most);
            ofTroubled.forEach(claim -> begin(claim, messages, troubled));
            ofWell.forEach(claim -> begin(claim, messages, well));
        }
    }

    /** How many are under way. */
    int underWay() {
        return well.get() + troubled.get();
    }

    private List<Claim> take(boolean ofTroubled, int most) {
        return claims.take(ofTroubled, couriers.keySet(), most, clock.instant(), settings.lease());
    }

    private void begin(Claim claim, Map<Long, List<Message>> next, AtomicInteger place) {
        place.incrementAndGet();
        List<Message> messages = next.getOrDefault(claim.id(), List.of());
        Courier courier =
                Objects.requireNonNull(couriers.get(claim.standing().receiver().kind()));
        long start = System.nanoTime();
        CompletableFuture<Outcome> asked;
        try {
            asked = courier.deliver(claim.standing().receiver(), messages).toCompletableFuture();
        } catch (RuntimeException failed) {
            asked = CompletableFuture.failedFuture(failed);
        }
        CompletableFuture<Outcome> going = asked;
        going.copy()
                .orTimeout(settings.longestDelivery().toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    going.cancel(true);
                    return failed(failure);
                })
                .thenAcceptAsync(
                        outcome -> {
                            boolean slow = System.nanoTime() - start > SLOW.toNanos();
                            settle(new Delivery(claim, courier, messages, outcome, slow), place);
                        },
                        threads);
    }

    private static Outcome failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException) {
            return new Outcome.Failed("timeout");
        }
        // Its text might quote what a receiver said.
        LOG.error("A courier stumbled: {}", cause.getClass().getName());
        return new Outcome.Failed("courier-failure");
    }

    private record Delivery(Claim claim, Courier courier, List<Message> messages, Outcome outcome, boolean slow) {}

    /** When the database is away it is tried again as long as the claim lasts: what has arrived need not go twice. */
    private void settle(Delivery delivery, AtomicInteger place) {
        try {
            together.executeWithoutResult(status -> {
                if (!note(delivery)) {
                    status.setRollbackOnly();
                }
            });
        } catch (RuntimeException away) {
            if (clock.instant().isBefore(delivery.claim().until())) {
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, threads).execute(() -> settle(delivery, place));
                return;
            }
            LOG.warn(
                    "The outcome of a delivery could not be noted: {}",
                    away.getClass().getName());
        }
        place.decrementAndGet();
        bell.ring();
    }

    private boolean note(Delivery delivery) {
        Optional<Standing> current = claims.current(delivery.claim());
        if (current.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Standing before = current.get();
        StandingRules.Next next = standings.after(
                before, delivery.outcome(), now, ThreadLocalRandom.current().nextDouble());
        Standing after = next.standing();
        if (after.state() != before.state() && before.state() != Standing.State.STOPPED) {
            delivery.courier().changed(after);
        }
        if (after.delivered() > before.delivered()) {
            delivery.courier()
                    .delivered(
                            after.receiver(),
                            delivery.messages().stream()
                                    .filter(message -> message.number() <= after.delivered())
                                    .toList());
        }
        return claims.settle(delivery.claim(), next, delivery.slow(), now);
    }
}
