package nl.wally.upgrade;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Practices that send, and a Wally who answers, at the same time, until they are stopped or the server is gone. */
final class Load {
    private static final String GP = "his-demo-1";
    private static final String WALLY = "wally-demo-1";
    private static final int STREAMS = 2;

    private final FhirClient server;
    private final Ledger ledger;
    private final Deque<String> refused = new ConcurrentLinkedDeque<>();
    private final List<Thread> streams = new ArrayList<>();
    private volatile boolean wanted = true;

    Load(FhirClient server, Ledger ledger) {
        this.server = server;
        this.ledger = ledger;
        for (int stream = 0; stream < STREAMS; stream++) {
            Thread thread = new Thread(this::stream, "load-" + stream);
            thread.start();
            streams.add(thread);
        }
    }

    private void stream() {
        try {
            for (int turn = 0; wanted; turn++) {
                live(turn);
            }
        } catch (UncheckedIOException killed) {
            // The server was killed, and what it did not acknowledge counts for nothing.
        } catch (AssertionError failure) {
            refused.add(failure.getMessage());
        }
    }

    /** One referral, that comes as far as its turn. */
    private void live(int turn) {
        ReferralLife life = ReferralLife.begin(server, GP, Messages.referral(1));
        ledger.heard(life.received().first(Task.class));
        List<TaskStatus> steps = List.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS);
        for (TaskStatus step : steps.subList(0, turn % 4)) {
            note(life.step(WALLY, step, Set.of()));
        }
        if (turn % 8 == 7) {
            note(life.step(WALLY, TaskStatus.COMPLETED, Set.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        }
    }

    private void note(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
        ledger.heard(answer.body().contains("\"Bundle\"") ? answer.first(Task.class) : answer.resource(Task.class));
    }

    /** Lets each finish what it is at. */
    void stop() throws InterruptedException {
        wanted = false;
        for (Thread stream : streams) {
            stream.join();
        }
    }

    /** What was refused, which nothing should be. */
    List<String> refused() {
        return List.copyOf(refused);
    }
}
