package nl.wally.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.shared.Refusal;

/** What {@link TaskRules} says of a change. */
sealed interface Verdict {
    /**
     * The change may be stored.
     *
     * @param transition the step taken; empty when the status stays
     * @param consequences guards that ask the server to do something (G-SRSYNC, G-NOTICE, G-DUE, G-SUB: Provenance) or
     *     that intake judges
     */
    record Allowed(Optional<Transition> transition, Set<Guard> consequences) implements Verdict {}

    /**
     * The change must not be stored.
     *
     * @param refusals every reason, the most important first; never empty
     */
    record Refused(List<Refusal> refusals) implements Verdict {}
}
