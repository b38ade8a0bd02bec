package nl.wally.simulator;

import java.util.Optional;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** One move of robot Wally, judged by what {@code $available-actions} offers the owner at that moment. */
enum Move {
    OPEN(TaskStatus.RECEIVED),
    ACCEPT(TaskStatus.ACCEPTED),
    REJECT(TaskStatus.REJECTED),
    START(TaskStatus.INPROGRESS),
    HOLD(TaskStatus.ONHOLD),
    RESUME(TaskStatus.INPROGRESS),
    /** Tries to reach the person, in vain. */
    MISS("contact-attempt"),
    /** Reaches the person. */
    REACH("contact-attempt"),
    /** Asks the GP a question. */
    ASK("I01"),
    /** Waits until no question is open any more: nothing is sent. */
    AWAIT_ANSWER(),
    FAIL(TaskStatus.FAILED),
    COMPLETE(TaskStatus.COMPLETED);

    private final Optional<TaskStatus> to;
    private final String action;

    Move() {
        this.to = Optional.empty();
        this.action = "";
    }

    Move(TaskStatus to) {
        this.to = Optional.of(to);
        this.action = "";
    }

    Move(String action) {
        this.to = Optional.empty();
        this.action = action;
    }

    /** The status that it leads to; empty when the status stays. */
    Optional<TaskStatus> to() {
        return to;
    }

    /** The code of the action where no status tells it, a code of {@code waw-action}; otherwise empty. */
    String action() {
        return action;
    }
}
