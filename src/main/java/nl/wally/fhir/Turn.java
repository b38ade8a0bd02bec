package nl.wally.fhir;

import java.time.Duration;
import java.util.concurrent.locks.Condition;

/** Somebody who waits in a {@link Line}. All of it under the lock of {@link Admission}. */
final class Turn {
    private enum State {
        WAITING,
        GRANTED,
        PUSHED_OUT
    }

    private final String who;
    private final long number;
    private final Condition decided;
    private State state = State.WAITING;

    /** @param number who comes later has a higher one, in whichever line */
    Turn(String who, long number, Condition decided) {
        this.who = who;
        this.number = number;
        this.decided = decided;
    }

    String who() {
        return who;
    }

    long number() {
        return number;
    }

    void grant() {
        decide(State.GRANTED);
    }

    void pushOut() {
        decide(State.PUSHED_OUT);
    }

    private void decide(State decision) {
        state = decision;
        decided.signal();
    }

    /** Waits until somebody decides, at most this long. */
    boolean isGranted(Duration most) {
        long left = most.toNanos();
        try {
            while (state == State.WAITING && left > 0) {
                left = decided.awaitNanos(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return state == State.GRANTED;
    }
}
