package nl.wally.clarification;

import static nl.wally.shared.Words.words;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.workflow.ReferralFile;
import nl.wally.workflow.TaskFactFinding;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Takes in what the owner writes down of the question (W-4), and checks what the output of a Task says of it. */
@Component
class ClarificationStep implements Step {
    private final ReferralFile file;
    private final TaskFactFinding finding;

    ClarificationStep(ReferralFile file, TaskFactFinding finding) {
        this.file = file;
        this.finding = finding;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        submission.eachRequested(change -> {
            if (change.after() instanceof QuestionnaireResponse clarification) {
                takeIn(submission, change, clarification);
            }
            if (change.before() instanceof Task before) {
                newAssessments(before, (Task) change.after())
                        .map(assessment -> ClarificationRules.assessment(
                                file.find(submission, assessment, QuestionnaireResponse.class), before))
                        .forEach(verdict -> verdict.ifPresent(ClarificationStep::refuse));
            }
        });
    }

    private void takeIn(Submission submission, Change change, QuestionnaireResponse clarification) {
        Referral referral = ReferralFile.of(submission)
                .orElseThrow(() -> new RefusedException(
                        Problem.REFERENCE_UNRESOLVED,
                        "QuestionnaireResponse.basedOn",
                        words("A clarification is basedOn the ServiceRequest of one referral")));
        Task after = file.part(submission, referral, Task.class).orElseThrow();
        Task before = file.storedTask(submission, referral);
        var setting = new ClarificationRules.Setting(
                submission.caller(), finding.actors(submission, referral, before), before, after, submission.now());
        ClarificationRules.judge((QuestionnaireResponse) change.before(), clarification, setting)
                .ifPresent(ClarificationStep::refuse);
        if (!clarification.hasAuthor()) {
            clarification.setAuthor(new Reference(submission.caller().agent()));
        }
        clarification.getExtension().removeIf(extension -> Canonicals.EXTENSION_PRACTICE.equals(extension.getUrl()));
        clarification.addExtension(Canonicals.EXTENSION_PRACTICE, new Reference(referral.practice()));
    }

    private static Stream<String> newAssessments(Task before, Task after) {
        Set<String> known = assessments(before).collect(Collectors.toSet());
        return assessments(after).filter(assessment -> !known.contains(assessment));
    }

    private static Stream<String> assessments(Task task) {
        return task.getOutput().stream()
                .filter(output -> Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, "assessment"))
                .filter(output -> output.getValue() instanceof Reference)
                .map(output -> References.key((Reference) output.getValue()));
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(List.of(refusal));
    }
}
