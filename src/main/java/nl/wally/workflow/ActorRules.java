package nl.wally.workflow;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Task;

/** Who a caller is on a Task (G-ACTOR): from the access token and the Task as stored, never from the body. */
final class ActorRules {
    private ActorRules() {}

    /**
     * Every actor that the caller is on this Task; never empty.
     *
     * @param task the Task as stored
     * @param practice the practice of the referral, for instance {@code Organization/practice-1}
     * @param ownerAbsent whether the owner of the Task is absent now
     * @param escalated whether a clock has escalated the Task to those who may own it
     * @param coordinatingOrganization whose coordinator looks after the team; empty when nobody's
     */
    public static Set<Actor> actorsOf(
            Caller caller,
            Task task,
            String practice,
            boolean ownerAbsent,
            boolean escalated,
            String coordinatingOrganization) {
        if (caller.capacity() == Capacity.SYSTEM) {
            return EnumSet.of(Actor.SYSTEM);
        }
        if (caller.capacity() == Capacity.PRACTICE) {
            boolean own = !practice.isEmpty() && practice.equals(caller.organization());
            return EnumSet.of(own ? Actor.GP : Actor.GP_OTHER);
        }
        Set<Actor> actors = EnumSet.noneOf(Actor.class);
        boolean mayStandIn =
                ownerAbsent || escalated || References.key(task.getOwner()).isEmpty();
        caller.person().flatMap(role -> asMember(role, task, mayStandIn)).ifPresent(actors::add);
        if (caller.capacity() == Capacity.COORDINATOR
                && !coordinatingOrganization.isEmpty()
                && coordinatingOrganization.equals(caller.organization())) {
            actors.add(Actor.COORDINATOR);
        }
        return actors.isEmpty() ? EnumSet.of(Actor.OTHER_ORG) : actors;
    }

    private static Optional<Actor> asMember(String role, Task task, boolean mayStandIn) {
        if (role.equals(References.key(task.getOwner()))) {
            return Optional.of(Actor.OWNER);
        }
        if (References.anyIs(task.getRestriction().getRecipient(), role)) {
            return Optional.of(mayStandIn ? Actor.STAND_IN : Actor.STAND_IN_IDLE);
        }
        return Optional.empty();
    }
}
