package nl.wally.workflow;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.References;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** Looks up what {@link TaskRules} wants to know of a change; only what a change of this kind can depend on. */
@Component
public class TaskFactFinding {
    private final Teams teams;
    private final ReferralFile file;
    private final ContentPermission permission;
    private final SharingPermission sharing;

    TaskFactFinding(Teams teams, ReferralFile file, ContentPermission permission, SharingPermission sharing) {
        this.teams = teams;
        this.file = file;
        this.permission = permission;
        this.sharing = sharing;
    }

    /** Who the caller is on this Task, as stored. */
    public Set<Actor> actors(Submission submission, Referral referral, Task task) {
        return actors(submission, submission.caller(), referral, task);
    }

    private Set<Actor> actors(Submission submission, Caller caller, Referral referral, Task task) {
        String owner = References.key(task.getOwner());
        boolean mayStandIn = caller.capacity() == Caller.Capacity.SOCIAL_WORKER && !owner.equals(caller.role());
        boolean ownerAbsent = mayStandIn && !referral.escalated() && !teams.isPresent(owner, submission.now());
        return ActorRules.actorsOf(
                caller, task, referral.practice(), ownerAbsent, referral.escalated(), referral.coordination());
    }

    /** Whom this caller may give the Task to besides those whom it names: for a coordinator all of the own teams. */
    Set<String> members(Submission submission) {
        return submission.caller().capacity() == Caller.Capacity.COORDINATOR
                ? employed(
                        teams.membersUnder(submission.caller().organization(), submission.now()).stream(), submission)
                : Set.of();
    }

    /** Whom a coordinator may reassign to: who has a place in a team of the organisation, and has not left. */
    private Set<String> reachable(Submission submission, Task after) {
        if (submission.caller().capacity() != Caller.Capacity.COORDINATOR) {
            return Set.of();
        }
        Set<String> members = teams.membersUnder(submission.caller().organization(), submission.now());
        Stream<String> named = Stream.concat(
                        Stream.of(after.getOwner()), after.getRestriction().getRecipient().stream())
                .map(References::key)
                .distinct();
        return employed(named.filter(members::contains), submission);
    }

    private Set<String> employed(Stream<String> roles, Submission submission) {
        return roles.filter(role -> teams.role(role)
                        .filter(known -> teams.isEmployed(known, submission.now()))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** All facts for judging a change by the caller of the submission. */
    TaskFacts facts(Submission submission, Referral referral, Task before, Task after) {
        return facts(submission, submission.caller(), referral, before, after);
    }

    /** All facts for judging a change by this caller, which may be the server itself. */
    TaskFacts facts(Submission submission, Caller caller, Referral referral, Task before, Task after) {
        TaskFacts facts = TaskFacts.of(actors(submission, caller, referral, before), caller.person(), submission.now());
        if (!References.key(before.getOwner()).equals(References.key(after.getOwner()))
                || facts.actors().contains(Actor.COORDINATOR)) {
            facts = facts.withTeam(reachable(submission, after));
        }
        if (before.getStatus() == after.getStatus()) {
            return facts;
        }
        List<Communication> feedback = after.getOutput().stream()
                .filter(output -> output.getValue() instanceof Reference)
                .map(output -> References.key((Reference) output.getValue()))
                .flatMap(reference -> file.find(submission, reference, Communication.class).stream())
                .toList();
        // Only an end asks for them.
        List<Task> beside =
                TaskCompletion.isTerminal(after.getStatus()) ? file.subTasks(submission, referral) : List.of();
        return facts.withFeedback(
                        feedback,
                        file.part(submission, referral, CommunicationRequest.class),
                        permission.isGiven(submission, referral))
                .withCancellation(
                        SubTask.CANCELLATION.isAmong(beside, TaskStatus.REQUESTED),
                        SubTask.CANCELLATION.isAmong(beside, TaskStatus.ACCEPTED),
                        !sharing.isGiven(submission, referral));
    }
}
