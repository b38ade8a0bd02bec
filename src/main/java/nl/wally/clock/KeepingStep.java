package nl.wally.clock;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wally.clock.Promise.Kind;
import nl.wally.clock.Promise.Rung;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.workflow.ReferralFile;
import nl.wally.workflow.SubTask;
import nl.wally.workflow.TaskCompletion;
import nl.wally.workflow.TaskMarking;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Forgets promises that are kept, and with them what their Task showed as overdue. Asks nothing where nothing is kept. */
@Component
class KeepingStep implements Step {
    private final Promises promises;
    private final OverdueMark overdue;
    private final ReferralFile file;
    private final TaskMarking marking;
    private final Punctuality punctuality;

    KeepingStep(
            Promises promises, OverdueMark overdue, ReferralFile file, TaskMarking marking, Punctuality punctuality) {
        this.promises = promises;
        this.overdue = overdue;
        this.file = file;
        this.marking = marking;
        this.punctuality = punctuality;
    }

    @Override
    public Stage stage() {
        return Stage.PROMISE;
    }

    @Override
    public void run(Submission submission) {
        Map<Referral, Set<Kind>> kept = new LinkedHashMap<>();
        submission
                .changes()
                .forEach(change -> submission
                        .referralOf(change.reference())
                        .ifPresent(referral -> kept.computeIfAbsent(referral, one -> EnumSet.noneOf(Kind.class))
                                .addAll(keptBy(change))));
        kept.forEach((referral, kinds) -> {
            if (!kinds.isEmpty()) {
                settle(submission, referral, promises.keep(referral.id(), kinds));
            }
        });
        submission.changesOf(Task.class).forEach(this::settleEnded);
    }

    private static Set<Kind> keptBy(Change change) {
        if (change.after() instanceof Communication said && change.before() == null) {
            return PromiseRules.kept(said);
        }
        return change.before() instanceof Task before && !SubTask.isBeside(before)
                ? PromiseRules.kept(before, (Task) change.after())
                : Set.of();
    }

    /** What has ended owes nothing; a question that was answered keeps the promise of its own Task alone. */
    private void settleEnded(Change change) {
        Task after = (Task) change.after();
        if (change.before() instanceof Task before && PromiseRules.isEnd(before, after)) {
            if (SubTask.isBeside(before)) {
                promises.keepOf(UUID.fromString(change.id()));
            }
            overdue.show(after, Optional.empty());
        }
    }

    private void settle(Submission submission, Referral referral, List<Promise> kept) {
        punctuality.kept(kept, submission.now());
        if (kept.stream()
                .anyMatch(
                        promise -> promise.kind().isOfOwner() && promise.rung().isAtLeast(Rung.STAND_IN))) {
            promises.noteEscalation(referral.id());
        }
        kept.stream()
                .filter(promise -> promise.kind().isOfOwner() && promise.rung().isAtLeast(Rung.OVERDUE))
                .findFirst()
                .flatMap(promise -> file.find(submission, promise.reference(), Task.class))
                .filter(task -> !TaskCompletion.isTerminal(task.getStatus()))
                .ifPresent(task -> show(submission, referral, task, promises.overdueSince(idOf(task))));
    }

    /** With the change that keeps it, or as one of the server itself. */
    private void show(Submission submission, Referral referral, Task task, Optional<Instant> since) {
        boolean isChanging =
                submission.change("Task/" + task.getIdElement().getIdPart()).isPresent();
        if (isChanging) {
            overdue.show(task, since);
        } else {
            Task after = task.copy();
            overdue.show(after, since);
            marking.write(submission, referral, task, after);
        }
    }

    private static UUID idOf(Task task) {
        return UUID.fromString(task.getIdElement().getIdPart());
    }
}
