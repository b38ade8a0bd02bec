package nl.wally.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.wally.fhir.Simulation.Cue;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.junit.jupiter.api.Test;

class SentinelsTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int CALLERS = 30;

    private final Sentinels sentinels = new Sentinels(new SimulatorProperties(LONG, LONG, LONG, LONG));

    /** Each slow answer holds a thread of the server: not all of them may wait. */
    @Test
    void letsTwentyWaitAtATimeAndNoMore() throws InterruptedException {
        BlockingQueue<Problem> refused = new LinkedBlockingQueue<>();
        List<Thread> callers = java.util.stream.IntStream.range(0, CALLERS)
                .mapToObj(number -> new Thread(() -> {
                    try {
                        sentinels.play(List.of(new Cue(Sentinels.SLOW, "")), false);
                    } catch (RefusedException told) {
                        refused.add(told.refusals().get(0).problem());
                    }
                }))
                .toList();
        callers.forEach(Thread::start);

        for (int caller = 20; caller < CALLERS; caller++) {
            assertThat(refused.poll(1, TimeUnit.MINUTES)).isEqualTo(Problem.TOO_MANY_REQUESTS);
        }
        assertThat(refused).isEmpty();
        callers.forEach(Thread::interrupt);
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(refused).hasSize(20).containsOnly(Problem.UNAVAILABLE);
    }
}
