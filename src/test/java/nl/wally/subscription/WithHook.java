package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A practice with its team, and an endpoint of its HIS on this machine. */
abstract class WithHook extends ServerIT {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @Autowired
    protected ClientRegistry clients;

    @Autowired
    protected Upkeep upkeep;

    protected HookReceiver hook;
    protected Neighbourhood here;

    @BeforeEach
    void open() {
        hook = new HookReceiver();
        here = new Neighbourhood(server, clients);
    }

    @AfterEach
    void close() {
        hook.close();
    }

    /** Asks for it; the answer is a creation. */
    protected Subscription asked(String client, Subscription asked) {
        Answer answer = server.post(client, "/Subscription", asked);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.resource(Subscription.class);
    }

    /** The same, once the endpoint has proven that it wants it. */
    protected Subscription subscribed(String client, Subscription asked) {
        return becomes(client, asked(client, asked), SubscriptionStatus.ACTIVE);
    }

    /** Waits until it has this status. */
    protected Subscription becomes(String client, Subscription subscription, SubscriptionStatus status) {
        String reference = Beside.reference(subscription);
        await(() -> {
            upkeep.run();
            return server.read(client, reference, Subscription.class).getStatus() == status;
        });
        return server.read(client, reference, Subscription.class);
    }

    /** The same with this change. */
    protected Subscription changed(String client, Subscription subscription, Consumer<Subscription> change) {
        Subscription next = server.read(client, Beside.reference(subscription), Subscription.class);
        change.accept(next);
        Answer answer = server.put(client, next);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.resource(Subscription.class);
    }

    protected ReferralLife refer() {
        Bundle sent = here.from(Messages.example("Bundle-TheaReferral", Bundle.class));
        return ReferralLife.begin(server, here.his(), sent);
    }

    /** Waits until this is so. */
    protected static void await(BooleanSupplier so) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it does not come about").isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
    }

    protected static UUID id(Subscription subscription) {
        return UUID.fromString(subscription.getIdElement().getIdPart());
    }
}
