package nl.wally.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clock that was ahead for a while, and then right again, holds up nobody. */
class ClockAheadIT {
    private static final Receiver ANNA = Notebook.receiver("anna");

    private final OutboxWorld world = new OutboxWorld();
    private final Notebook notebook = new Notebook();
    private final Deliveries node = world.node(notebook);

    @BeforeEach
    void ahead() {
        world.clock.jumpTo(world.clock.instant().plus(Duration.ofDays(400)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whatWasPutDownThenGoesWithWhatIsPutDownNow() {
        world.add(ANNA, 300);
        world.clock.reset();
        node.begin();
        assertThat(node.underWay()).isZero();

        world.add(ANNA, 1);

        until(() -> at(ANNA).pending() == 0);
        assertThat(notebook.numbers(ANNA))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 301).boxed().toList());
    }

    @Test
    void whoFailedThenIsTriedAgainForWhatIsPutDownNow() {
        notebook.answer = (receiver, given) -> Notebook.now(new Outcome.Failed("http-500"));
        world.add(ANNA, 1);
        until(() -> at(ANNA).failures() == 1);
        world.clock.reset();

        world.add(ANNA, 1);

        until(() -> at(ANNA).failures() == 2);
        assertThat(at(ANNA).failingSince()).isBefore(world.clock.instant());
    }

    @Test
    void whoGetsNothingNewIsWokenAsWell() {
        world.add(ANNA, 2);
        var dying = new Notebook();
        dying.answer = (receiver, given) -> new CompletableFuture<>();
        world.node(dying).begin();
        assertThat(dying.numbers(ANNA)).isEqualTo(List.of(1L, 2L));
        world.clock.reset();
        node.begin();
        assertThat(node.underWay()).as("a node has it, for a year to come").isZero();

        new MessageSweep(world.jdbc, OutboxWorld.SETTINGS, world.clock).run();

        until(() -> at(ANNA).pending() == 0);
        assertThat(notebook.numbers(ANNA)).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void nobodyElseIsWoken() {
        world.clock.reset();
        notebook.answer = (receiver, given) ->
                Notebook.now(new Outcome.Waiting(world.clock.instant().plus(Duration.ofDays(300))));
        world.add(ANNA, 1);
        until(() -> notebook.numbers(ANNA).size() == 1 && node.underWay() == 0);

        new MessageSweep(world.jdbc, OutboxWorld.SETTINGS, world.clock).run();

        node.begin();
        assertThat(notebook.numbers(ANNA)).isEqualTo(List.of(1L));
    }

    private Standing at(Receiver receiver) {
        return world.outbox.standing(receiver).orElseThrow();
    }

    private void until(Callable<Boolean> done) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    node.begin();
                    return done.call();
                });
    }
}
