package nl.wally.feedback;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Criteria;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.workflow.Actor;
import nl.wally.workflow.ReferralFile;
import nl.wally.workflow.TaskFactFinding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Takes in what the owner tells: feedback to the GP (W-6) and attempts to reach the person (W-3). */
@Component
class CommunicationStep implements Step {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Set<String> BY_OWNER = Set.of("interim-feedback", "final-feedback", "contact-attempt");

    private final ReferralFile file;
    private final TaskFactFinding finding;
    private final Store store;

    CommunicationStep(ReferralFile file, TaskFactFinding finding, Store store) {
        this.file = file;
        this.finding = finding;
        this.store = store;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            if (change.after() instanceof Communication communication) {
                if (change.before() instanceof Communication before) {
                    change.become(ReadConfirmationRules.confirm(
                            before, communication, submission.caller(), this::roles, submission.now()));
                } else {
                    takeIn(submission, communication);
                }
            }
        }
    }

    private List<PractitionerRole> roles(String reference) {
        return reference.startsWith("Practitioner/")
                ? store.find(PractitionerRole.class, Criteria.reference("practitioner", reference))
                : store.read(reference, PractitionerRole.class).stream().toList();
    }

    private void takeIn(Submission submission, Communication communication) {
        Referral referral = ReferralFile.of(submission)
                .orElseThrow(() -> new RefusedException(
                        communication.hasBasedOn() || communication.hasPartOf()
                                ? Problem.REFERENCE_UNRESOLVED
                                : Problem.PROFILE_VIOLATION,
                        "Communication",
                        "A Communication belongs to one referral: feedback is basedOn its feedback request, a contact"
                                + " attempt is partOf its Task"));
        Task task = file.part(submission, referral, Task.class).orElseThrow();
        requireOwner(submission, referral, communication, task);
        if (!References.key(communication.getSubject()).equals(References.key(task.getFor()))) {
            throw new RefusedException(
                    Problem.REFERENCE_UNRESOLVED, "Communication.subject", "The subject is the person of the referral");
        }
        if (communication.hasSent()
                && communication.getSent().toInstant().isAfter(submission.now().plus(TOLERANCE))) {
            throw new RefusedException(Problem.TIME_IN_FUTURE, "Communication.sent", Problem.TIME_IN_FUTURE.english());
        }
        communication.setReceived(null);
        communication.getExtension().removeIf(extension -> Canonicals.EXTENSION_PRACTICE.equals(extension.getUrl()));
        communication.addExtension(Canonicals.EXTENSION_PRACTICE, new Reference(referral.practice()));
    }

    private void requireOwner(Submission submission, Referral referral, Communication communication, Task task) {
        Set<Actor> actors = finding.actors(submission, referral, task);
        boolean owner = actors.contains(Actor.OWNER) || actors.contains(Actor.STAND_IN);
        boolean told = BY_OWNER.stream()
                .anyMatch(category ->
                        Codes.anyHas(communication.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category));
        if (!owner || !told) {
            throw new RefusedException(
                    Problem.FORBIDDEN,
                    "Communication.category",
                    "The owner of the Task, or who stands in now, gives feedback and records contact attempts");
        }
        boolean self = submission
                .caller()
                .person()
                .filter(role -> role.equals(References.key(communication.getSender())))
                .isPresent();
        if (communication.hasSender() && !self) {
            throw new RefusedException(
                    Problem.FORBIDDEN, "Communication.sender", "The sender is the person who acts with this token");
        }
    }
}
