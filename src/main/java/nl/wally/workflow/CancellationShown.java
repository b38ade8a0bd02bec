package nl.wally.workflow;

import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/**
 * Shows on the Task of the referral that the GP side asks to stop, and puts back what stood there before when that is
 * over. What the owner writes there meanwhile stays.
 */
@Component
class CancellationShown {
    private static final String REQUESTED = "cancellation-requested";

    /** How far back the server looks for what stood there before; nobody writes that often while a request is open. */
    private static final int VERSIONS = 50;

    private final ReferralFile file;
    private final Store store;
    private final StateTable states;

    CancellationShown(ReferralFile file, Store store, StateTable states) {
        this.file = file;
        this.store = store;
        this.states = states;
    }

    /** After the changes of a submission are judged: follows what became of its cancellation Tasks. */
    void show(Submission submission, Referral referral) {
        boolean opened = submission.requested().stream()
                .anyMatch(change -> change.before() == null && isCancellation(change.after()));
        boolean settled = submission.requested().stream()
                .anyMatch(change -> change.before() instanceof Task before
                        && isCancellation(before)
                        && before.getStatus() == TaskStatus.REQUESTED
                        && ((Task) change.after()).getStatus() != TaskStatus.REQUESTED
                        && ((Task) change.after()).getStatus() != TaskStatus.ACCEPTED);
        if (!opened && !settled) {
            return;
        }
        Task main = file.part(submission, referral, Task.class).orElseThrow();
        if (opened && !isShown(main)) {
            write(submission, main, Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, REQUESTED));
        } else if (!opened && isShown(main) && !isSetNow(submission, main)) {
            write(submission, main, before(main));
        }
    }

    private static void write(Submission submission, Task main, CodeableConcept progress) {
        Task shown = main.copy().setBusinessStatus(progress);
        shown.setLastModifiedElement(TaskCompletion.lastModified(shown, submission.now()));
        submission.update(main, shown);
    }

    /** Whether the client itself says so in this very submission. */
    private static boolean isSetNow(Submission submission, Task main) {
        return submission
                .change(References.key(main))
                .map(Change::before)
                .filter(before -> before instanceof Task stored && !isShown(stored))
                .isPresent();
    }

    private CodeableConcept before(Task main) {
        StateTable.State state = states.of(main.getStatus()).orElseThrow();
        Optional<CodeableConcept> last = store.history(References.key(main), VERSIONS).stream()
                .map(Task.class::cast)
                .filter(version -> !isShown(version))
                .findFirst()
                .map(version -> version.getBusinessStatus().copy())
                .filter(progress ->
                        state.businessStatuses().containsAll(Codes.of(progress, Canonicals.SYSTEM_BUSINESS_STATUS)));
        return last.orElseGet(() -> Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, state.defaultBusinessStatus()));
    }

    private static boolean isShown(Task task) {
        return Codes.has(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS, REQUESTED);
    }

    private static boolean isCancellation(Resource resource) {
        return resource instanceof Task task
                && SubTask.of(task).filter(SubTask.CANCELLATION::equals).isPresent();
    }
}
