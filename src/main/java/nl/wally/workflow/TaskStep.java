package nl.wally.workflow;

import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Judges each change of a referral Task by the tables, fills it in, and brings along what follows from it. */
@Component
class TaskStep implements Step {
    private final TaskRules rules;
    private final TaskCompletion completion;
    private final TaskFactFinding finding;
    private final Consequences consequences;

    TaskStep(TaskRules rules, TaskCompletion completion, TaskFactFinding finding, Consequences consequences) {
        this.rules = rules;
        this.completion = completion;
        this.finding = finding;
        this.consequences = consequences;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        for (Change change : submission.requested()) {
            if (change.before() instanceof Task before) {
                Referral referral = ReferralFile.of(submission)
                        .orElseThrow(() -> new RefusedException(
                                Problem.UNREADABLE, "Bundle", "A transaction concerns one referral at a time"));
                judge(submission, referral, change, before);
            }
        }
    }

    private void judge(Submission submission, Referral referral, Change change, Task before) {
        Task after = (Task) change.after();
        TaskFacts facts = finding.facts(submission, referral, before, after);
        Verdict verdict = rules.judge(before, after, facts);
        if (verdict instanceof Verdict.Refused refused) {
            throw new RefusedException(refused.refusals());
        }
        Verdict.Allowed allowed = (Verdict.Allowed) verdict;
        Task completed = completion.complete(before, after, allowed, facts);
        change.become(completed);
        consequences.of(submission, referral, before, completed, allowed);
    }
}
