package nl.wally.workflow;

import static nl.wally.shared.Words.words;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.fhir.Authorship;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** Takes in new sub-Tasks and steps of those that are there, with what follows from them. */
@Component
class SubTaskTaking {
    private final SubTaskRules rules;
    private final TaskFactFinding finding;
    private final ReferralFile file;
    private final Teams teams;
    private final SubTaskClosing closing;

    SubTaskTaking(SubTaskRules rules, TaskFactFinding finding, ReferralFile file, Teams teams, SubTaskClosing closing) {
        this.rules = rules;
        this.finding = finding;
        this.file = file;
        this.teams = teams;
        this.closing = closing;
    }

    /**
     * Judges one change of a sub-Task.
     *
     * @throws RefusedException when it may not be
     */
    void take(Submission submission, Referral referral, Change change) {
        Task main = file.part(submission, referral, Task.class).orElseThrow();
        Set<Actor> actors = finding.actors(submission, referral, file.storedTask(submission, referral));
        if (change.before() instanceof Task before) {
            SubTask kind = SubTask.of(before).orElseThrow();
            Task after = SubTaskCompletion.update(before, (Task) change.after(), submission.now());
            require(rules.judge(kind, before, after, facts(submission, referral, actors, main, change, after)));
            change.become(after);
            if (before.getStatus() != after.getStatus()) {
                closing.settle(submission, after);
                record(submission, referral, after);
            }
        } else {
            create(submission, referral, actors, main, change);
        }
    }

    private void create(Submission submission, Referral referral, Set<Actor> actors, Task main, Change change) {
        Task sent = (Task) change.after();
        SubTask kind = SubTask.of(sent).orElseThrow();
        Task after =
                SubTaskCompletion.create(kind, sent, main, referral.practice(), submission.caller(), submission.now());
        newQuestion(submission, after)
                .ifPresent(asked -> asked.become(SubTaskCompletion.create(
                        (CommunicationRequest) asked.after(), after, main, referral.practice())));
        require(rules.judge(kind, null, after, facts(submission, referral, actors, main, change, after)));
        change.become(after);
        record(submission, referral, after);
    }

    private static void record(Submission submission, Referral referral, Task after) {
        submission.create(
                Authorship.of(
                        submission, References.key(after), after.getStatus().toCode()),
                referral);
    }

    /** The question that comes with a new information Task. */
    static Optional<Change> newQuestion(Submission submission, Task task) {
        return submission
                .change(References.key(task.getFocus()))
                .filter(change -> change.before() == null && change.after() instanceof CommunicationRequest);
    }

    private SubTaskFacts facts(
            Submission submission, Referral referral, Set<Actor> actors, Task main, Change change, Task after) {
        String focus = References.key(after.getFocus());
        List<Communication> answers = after.getOutput().stream()
                .filter(output -> output.getValue() instanceof Reference)
                .map(output -> References.key((Reference) output.getValue()))
                .flatMap(reference -> file.find(submission, reference, Communication.class).stream())
                .toList();
        boolean created = change.before() == null;
        boolean otherOpen = created
                && file.subTasks(submission, referral).stream()
                        .filter(task -> !References.key(task).equals(change.reference()))
                        .filter(task -> SubTask.of(task)
                                .filter(SubTask.CANCELLATION::equals)
                                .isPresent())
                        .anyMatch(task -> task.getStatus() == TaskStatus.REQUESTED);
        return new SubTaskFacts(
                actors,
                main,
                submission.caller().agent(),
                created ? gpSide(submission, referral, main, after) : Set.of(),
                file.find(submission, focus, CommunicationRequest.class),
                newQuestion(submission, after).isPresent(),
                answers,
                otherOpen,
                submission.now());
    }

    /** Those of the GP side that a new sub-Task and its question name. */
    private Set<String> gpSide(Submission submission, Referral referral, Task main, Task after) {
        Set<String> side = new HashSet<>(Set.of(referral.practice(), References.key(main.getRequester())));
        Stream<Reference> asked = newQuestion(submission, after).stream()
                .flatMap(change -> ((CommunicationRequest) change.after()).getRecipient().stream());
        Stream.concat(Stream.of(after.getOwner(), after.getRequester()), asked)
                .map(References::key)
                .filter(role -> role.startsWith("PractitionerRole/") && !side.contains(role))
                .distinct()
                .filter(role -> teams.organizationOf(role)
                        .filter(referral.practice()::equals)
                        .isPresent())
                .toList()
                .forEach(side::add);
        return side;
    }

    private static void require(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new RefusedException(refusals);
        }
    }

    /** A question is no more than half of what is asked. */
    static RefusedException alone() {
        return new RefusedException(
                Problem.REFERENCE_UNRESOLVED,
                "CommunicationRequest",
                words("A question is sent in one transaction with its information Task, of which it is the focus"));
    }
}
