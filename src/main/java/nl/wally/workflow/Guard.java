package nl.wally.workflow;

import java.util.Optional;

/** The guards that the tables name (referral-loop, table of guards). */
public enum Guard {
    /** The referral is complete and every reference resolves. */
    G_REF(Judge.INTAKE),
    /** An active consent for sharing (W-2). */
    G_CONSENT(Judge.INTAKE),
    /** A crisis is refused (W-7). */
    G_URGENT(Judge.INTAKE),
    /** A feedback request is present (W-6). */
    G_FBREQ(Judge.INTAKE),
    /** The receiver is in the current team (W-1, W-9). */
    G_ROUTE(Judge.INTAKE),
    /** The server computes the first-contact date (W-8). */
    G_DUE(Judge.NONE),
    /** The owner moves only within the team; the server writes Provenance. */
    G_SUB(Judge.TASK),
    /** statusReason is there and fits. */
    G_REASON(Judge.TASK),
    /** A Task on hold carries the date on which it resumes. */
    G_RESUME(Judge.TASK),
    /** Final feedback to the GP (W-6). */
    G_FEEDBACK(Judge.TASK),
    /** A coded outcome. */
    G_OUTCOME(Judge.TASK),
    /** No open cancellation Task. */
    G_NOOPEN(Judge.TASK),
    /** An accepted cancellation Task, or consent withdrawn. */
    G_ABORT(Judge.TASK),
    /** The server writes a closing notice to practice and owner. */
    G_NOTICE(Judge.NONE),
    /** The server brings ServiceRequest and feedback request along. */
    G_SRSYNC(Judge.NONE);

    private final Judge judge;

    Guard(Judge judge) {
        this.judge = judge;
    }

    /** The id in the tables, for instance {@code G-REASON}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** Whether {@link TaskRules} judges it; what it does not judge is left to whoever stores the change. */
    boolean judgedHere() {
        return judge == Judge.TASK;
    }

    /** The guard with that id, if there is one. */
    static Optional<Guard> ofCode(String code) {
        for (Guard guard : values()) {
            if (guard.code().equals(code)) {
                return Optional.of(guard);
            }
        }
        return Optional.empty();
    }

    private enum Judge {
        /** Judged by TaskRules. */
        TASK,
        /** Judged at intake. */
        INTAKE,
        /** Nothing to judge: something the server does. */
        NONE
    }
}
