package nl.wally.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Submission;
import nl.wally.notification.Outbox;
import nl.wally.notification.Standing;
import nl.wally.shared.RefusedException;
import nl.wally.subscription.Hooks.Answer;
import nl.wally.subscription.Subscribed.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What subscriptions need beside events: the handshake by which an endpoint proves that it wants them, signs of life, an end
 * in time, and that the resource says how it stands. Nodes share the work; what one leaves behind another takes up.
 */
@Component
class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
    private static final int MOST = 50;

    /** Longer than any call: then another node may try. */
    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final Subscriptions subscriptions;
    private final Authority authority;
    private final Sending sending;
    private final Outbox outbox;
    private final Pipeline pipeline;
    private final Clock clock;
    private final SubscriptionThreads threads;
    private final TransactionTemplate together;

    Upkeep(
            Subscriptions subscriptions,
            Authority authority,
            Sending sending,
            Outbox outbox,
            Pipeline pipeline,
            Clock clock,
            SubscriptionThreads threads,
            PlatformTransactionManager transactions) {
        this.subscriptions = subscriptions;
        this.authority = authority;
        this.sending = sending;
        this.outbox = outbox;
        this.pipeline = pipeline;
        this.clock = clock;
        this.threads = threads;
        this.together = new TransactionTemplate(transactions);
    }

    /** Does what is due; what fails is tried again at the next look. */
    void run() {
        try {
            Instant now = clock.instant();
            end(now);
            subscriptions.proofs(now, now.plus(CLAIM), MOST).forEach(one -> threads.execute(() -> prove(one)));
            subscriptions.silent(now, MOST).forEach(one -> threads.execute(() -> beat(one)));
            follow();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "Subscriptions cannot be looked after now: {}",
                    away.getClass().getSimpleName());
        }
    }

    private void end(Instant now) {
        together.executeWithoutResult(
                status -> subscriptions.end(now, MOST).forEach(one -> outbox.stop(Happenings.receiver(one.id()))));
    }

    private void prove(Subscribed subscription) {
        answer(subscription, Notification.Type.HANDSHAKE)
                .thenAcceptAsync(answer -> proven(subscription, answer), threads);
    }

    private void beat(Subscribed subscription) {
        answer(subscription, Notification.Type.HEARTBEAT)
                .thenAcceptAsync(
                        answer -> {
                            if (answer != Answer.TAKEN) {
                                subscriptions.fails(subscription.id(), answer.code());
                            } else if (outbox.standing(Happenings.receiver(subscription.id()))
                                    .filter(standing -> standing.state() == Standing.State.FAILING)
                                    .isEmpty()) {
                                subscriptions.told(subscription.id(), clock.instant());
                            }
                        },
                        threads);
    }

    private CompletableFuture<Answer> answer(Subscribed subscription, Notification.Type type) {
        try {
            Optional<Authority.Standing> standing = authority.of(subscription);
            if (standing.isEmpty()) {
                return CompletableFuture.completedFuture(Answer.FORBIDDEN);
            }
            long total = outbox.standing(Happenings.receiver(subscription.id()))
                    .map(Standing::last)
                    .orElse(0L);
            return sending.send(subscription, standing.get(), type, total, List.of())
                    .toCompletableFuture();
        } catch (RuntimeException failed) {
            LOG.warn(
                    "A {} could not be sent: {}", type.code(), failed.getClass().getName());
            return CompletableFuture.failedFuture(failed);
        }
    }

    /** What came of a handshake counts for the time that it was asked for, and no other. */
    private void proven(Subscribed subscription, Answer answer) {
        together.executeWithoutResult(status -> subscriptions
                .lock(subscription.id())
                .filter(now -> now.state() == State.REQUESTED && now.asked() == subscription.asked())
                .ifPresent(now -> {
                    if (answer == Answer.TAKEN) {
                        subscriptions.become(now.id(), State.ACTIVE, null);
                        subscriptions.told(now.id(), clock.instant());
                        outbox.resume(Happenings.receiver(now.id()));
                    } else {
                        subscriptions.become(now.id(), State.ERROR, answer.code());
                    }
                }));
        follow();
    }

    private void follow() {
        for (var id : subscriptions.behind(MOST)) {
            try {
                pipeline.submit(Submission.ofSystem(clock.instant(), List.of("Subscription/" + id)));
            } catch (DataAccessException | TransactionException | RefusedException later) {
                LOG.warn(
                        "A subscription does not follow yet: {}",
                        later.getClass().getSimpleName());
            }
        }
    }
}
