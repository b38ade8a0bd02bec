package nl.wally.referring.launch;

import nl.wally.shared.Problem;

/** Why somebody does not come in by a launch, as far as anybody is told: a stranger learns nothing of what was almost right. */
enum Trouble {
    /** Forged, used before, too old, not of a HIS or a practice that we know; or whoever launched it is nobody who refers. */
    NOT_BELIEVED(403, Problem.UNAUTHENTICATED),
    /** It stood in the address of the page, or came in another form than it should. */
    IN_THE_ADDRESS(400, Problem.UNAUTHENTICATED),
    /** The HIS does not answer, or not as it should. */
    HIS_AWAY(503, Problem.UNAVAILABLE);

    private final int status;
    private final Problem problem;

    Trouble(int status, Problem problem) {
        this.status = status;
        this.problem = problem;
    }

    /** Of HTTP. */
    int status() {
        return status;
    }

    /** As it stands on record. */
    Problem problem() {
        return problem;
    }
}
