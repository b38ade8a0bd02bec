package nl.wally.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;

/**
 * What judging a change of a Task needs and the Task itself does not tell: the state at the end of the transaction.
 *
 * @param actors who the caller is on this Task, see {@link ActorRules}
 * @param callerRole the acting person, for instance {@code PractitionerRole/wally-1}
 * @param now the moment of the request
 * @param feedback the Communications that {@code Task.output} refers to and that will exist
 * @param feedbackRequest the feedback request of this referral
 * @param contentPermitted whether the person permits feedback of content to the GP
 * @param openCancellation whether a cancellation Task is open
 * @param acceptedCancellation whether a cancellation Task was accepted
 * @param consentWithdrawn whether the person withdrew consent
 * @param teamMembers references of the current members of the team who may own the Task
 */
record TaskFacts(
        Set<Actor> actors,
        Optional<String> callerRole,
        Instant now,
        List<Communication> feedback,
        Optional<CommunicationRequest> feedbackRequest,
        boolean contentPermitted,
        boolean openCancellation,
        boolean acceptedCancellation,
        boolean consentWithdrawn,
        Set<String> teamMembers) {

    /** Facts without feedback, cancellation or team; content is not permitted until said so. */
    public static TaskFacts of(Set<Actor> actors, Optional<String> callerRole, Instant now) {
        return new TaskFacts(
                Set.copyOf(actors), callerRole, now, List.of(), Optional.empty(), false, false, false, false, Set.of());
    }

    /** The same with the feedback that will exist, the request for it and what the person permits. */
    public TaskFacts withFeedback(
            List<Communication> stored, Optional<CommunicationRequest> request, boolean permitted) {
        return new TaskFacts(
                actors,
                callerRole,
                now,
                List.copyOf(stored),
                request,
                permitted,
                openCancellation,
                acceptedCancellation,
                consentWithdrawn,
                teamMembers);
    }

    /** The same with what is known of cancellation Tasks and of withdrawn consent. */
    public TaskFacts withCancellation(boolean open, boolean accepted, boolean withdrawn) {
        return new TaskFacts(
                actors,
                callerRole,
                now,
                feedback,
                feedbackRequest,
                contentPermitted,
                open,
                accepted,
                withdrawn,
                teamMembers);
    }

    /** The same with the current members of the team. */
    public TaskFacts withTeam(Set<String> members) {
        return new TaskFacts(
                actors,
                callerRole,
                now,
                feedback,
                feedbackRequest,
                contentPermitted,
                openCancellation,
                acceptedCancellation,
                consentWithdrawn,
                Set.copyOf(members));
    }
}
