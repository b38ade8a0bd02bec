package nl.wally.workflow;

import java.util.Locale;
import java.util.Optional;

/** Who somebody is with regard to one Task; a caller may be several at once (referral-loop, table of actors). */
public enum Actor {
    /** A caller of the requester's practice, any role there. */
    GP,
    /** Another practice. */
    GP_OTHER,
    /** The owner of the Task: Wally, substitute or coach. */
    OWNER,
    /** May own the Task, does not, and the owner is absent or a clock has escalated. */
    STAND_IN,
    /** May own the Task, does not, and has no reason to act now. */
    STAND_IN_IDLE,
    /** Anyone else. */
    OTHER_ORG,
    /** Coordinator of the organisation whose team it is. */
    COORDINATOR,
    /** The server itself. */
    SYSTEM;

    /** The name in the tables, for instance {@code stand-in}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The actor of that name, if there is one. */
    static Optional<Actor> ofCode(String code) {
        for (Actor actor : values()) {
            if (actor.code().equals(code)) {
                return Optional.of(actor);
            }
        }
        return Optional.empty();
    }
}
