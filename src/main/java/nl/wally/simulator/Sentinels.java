package nl.wally.simulator;

import static nl.wally.shared.Words.words;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import nl.wally.fhir.Simulation;
import nl.wally.shared.Caller;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.springframework.stereotype.Component;

/**
 * Plays the codes of {@code waw-simulation} for the callers of the demo region: refusals without a cause, and answers that
 * come late. The codes of the robot are only judged here.
 */
@Component
@WithDemoRegion
class Sentinels implements Simulation {
    static final String SLOW = "slow";

    private static final String START = "problem-";
    private static final int MOST_WAITING = 20;

    /** Each holds a thread of the server: the others are for those who want an answer. */
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    private final SimulatorProperties settings;

    Sentinels(SimulatorProperties settings) {
        this.settings = settings;
    }

    @Override
    public boolean isFor(Caller caller) {
        return DemoCallers.include(caller);
    }

    @Override
    public void play(List<Cue> cues, boolean newReferral) {
        requirePlayable(cues, newReferral);
        if (cues.stream().anyMatch(cue -> cue.code().equals(SLOW))) {
            dawdle();
        }
        refuseAsAsked(cues);
    }

    @Override
    public void foretell(List<Cue> cues, boolean newReferral) {
        requirePlayable(cues, newReferral);
        refuseAsAsked(cues);
    }

    private static void requirePlayable(List<Cue> cues, boolean newReferral) {
        List<Refusal> unplayable = cues.stream()
                .flatMap(cue -> unplayable(cue, newReferral).stream())
                .toList();
        if (!unplayable.isEmpty()) {
            throw new RefusedException(unplayable);
        }
        if (cues.stream().filter(cue -> Script.of(cue.code()).isPresent()).count() > 1) {
            throw new RefusedException(
                    List.of(refusal(cues.get(0), words("One robot plays one script: send one robot code."))));
        }
    }

    private static void refuseAsAsked(List<Cue> cues) {
        List<Refusal> asked = cues.stream()
                .flatMap(cue -> problem(cue).stream().map(problem -> Refusal.of(problem, cue.expression())))
                .toList();
        if (!asked.isEmpty()) {
            throw new RefusedException(asked);
        }
    }

    private static Optional<Refusal> unplayable(Cue cue, boolean newReferral) {
        if (Script.of(cue.code()).isPresent()) {
            boolean placed = newReferral && !cue.expression().isEmpty();
            return placed
                    ? Optional.empty()
                    : Optional.of(refusal(
                            cue,
                            words(
                                    "A robot plays a referral from its beginning: send its code in meta.tag of the Task in"
                                            + " the transaction of a new referral.")));
        }
        return cue.code().equals(SLOW) || problem(cue).isPresent()
                ? Optional.empty()
                : Optional.of(refusal(
                        cue,
                        words(
                                "This is no code of the simulator: the codes stand in CodeSystem waw-simulation, page simulator"
                                        + " of the guide.")));
    }

    private static Optional<Problem> problem(Cue cue) {
        return Arrays.stream(Problem.values())
                .filter(problem -> cue.code().equals(START + problem.code()))
                .findFirst();
    }

    /** Of a tag the message is to blame, of the header the request. */
    private static Refusal refusal(Cue cue, Words explanation) {
        boolean tag = !cue.expression().isEmpty();
        return new Refusal(tag ? Problem.PROFILE_VIOLATION : Problem.PARAMETER_INVALID, cue.expression(), explanation);
    }

    /** No transaction has begun and no connection is taken: only the client waits. */
    private void dawdle() {
        if (!waiting.tryAcquire()) {
            throw new RefusedException(Problem.TOO_MANY_REQUESTS);
        }
        try {
            Thread.sleep(settings.slowAnswer().toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RefusedException(Problem.UNAVAILABLE);
        } finally {
            waiting.release();
        }
    }
}
