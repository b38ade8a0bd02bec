package nl.wally.feedback;

import static nl.wally.shared.Words.words;

import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.workflow.ContentPermission;
import nl.wally.workflow.ReferralFile;
import nl.wally.workflow.TaskFactFinding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Takes in what the owner tells: feedback to the GP (W-6) and attempts to reach the person (W-3). */
@Component
class CommunicationStep implements Step {
    private final ReferralFile file;
    private final TaskFactFinding finding;
    private final ContentPermission permission;
    private final Speakers speakers;

    CommunicationStep(ReferralFile file, TaskFactFinding finding, ContentPermission permission, Speakers speakers) {
        this.file = file;
        this.finding = finding;
        this.permission = permission;
        this.speakers = speakers;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        submission.eachRequested(change -> {
            if (change.after() instanceof Communication communication) {
                if (change.before() instanceof Communication before) {
                    change.become(ReadConfirmationRules.confirm(
                            before, communication, submission.caller(), speakers::maySpeakAs, submission.now()));
                } else if (!MessageRules.isMeant(communication)) {
                    takeIn(submission, change, communication);
                }
            }
        });
    }

    private void takeIn(Submission submission, Change change, Communication communication) {
        Referral referral = ReferralFile.of(submission)
                .orElseThrow(() -> new RefusedException(
                        communication.hasBasedOn() || communication.hasPartOf()
                                ? Problem.REFERENCE_UNRESOLVED
                                : Problem.PROFILE_VIOLATION,
                        "Communication",
                        words(
                                "A Communication belongs to one referral: feedback is basedOn its feedback request, a contact"
                                        + " attempt is partOf its Task")));
        Task after = file.part(submission, referral, Task.class).orElseThrow();
        Task before = file.storedTask(submission, referral);
        var setting = new CommunicationRules.Setting(
                submission.caller(),
                finding.actors(submission, referral, before),
                before,
                after,
                file.part(submission, referral, CommunicationRequest.class),
                permission.isGiven(submission, referral),
                submission.now());
        CommunicationRules.judge(communication, change.reference(), setting).ifPresent(refusal -> {
            throw new RefusedException(List.of(refusal));
        });
        if (!communication.hasSender()) {
            communication.setSender(new Reference(submission.caller().agent()));
        }
        if (!communication.hasPartOf()) {
            communication.addPartOf(new Reference(References.key(after)));
        }
        communication.setReceived(null);
        communication.getExtension().removeIf(extension -> Canonicals.EXTENSION_PRACTICE.equals(extension.getUrl()));
        communication.addExtension(Canonicals.EXTENSION_PRACTICE, new Reference(referral.practice()));
        if (Codes.anyHas(communication.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "final-feedback")) {
            file.part(submission, referral, CommunicationRequest.class)
                    .filter(request -> request.getStatus() == CommunicationRequestStatus.ACTIVE)
                    .ifPresent(request ->
                            submission.update(request, request.copy().setStatus(CommunicationRequestStatus.COMPLETED)));
        }
    }
}
