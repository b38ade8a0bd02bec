package nl.wally.workflow;

import java.util.Optional;

/** The guards that the table of sub-Tasks names. */
enum SubTaskGuard {
    /** The referral goes on. */
    G_OPEN,
    /** The work on the referral has begun: it is in progress or on hold. */
    G_BEGUN,
    /** No other request to stop is open. */
    G_NOOPEN,
    /** The question comes in the same transaction. */
    G_QUESTION,
    /** The GP side has answered the question, and the output refers to that. */
    G_ANSWER;

    /** The guard with that id, for instance {@code G-ANSWER}, if there is one. */
    static Optional<SubTaskGuard> ofCode(String code) {
        for (SubTaskGuard guard : values()) {
            if (guard.name().replace('_', '-').equals(code)) {
                return Optional.of(guard);
            }
        }
        return Optional.empty();
    }
}
