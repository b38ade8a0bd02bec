package nl.wally.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.wally.clock.Promise.Kind;
import nl.wally.fhir.Change;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import nl.wally.team.Teams;
import nl.wally.workflow.SubTask;
import nl.wally.workflow.TaskCompletion;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Takes down what is promised from now on, stops and starts clocks that wait, and has them set anew for a new owner. */
@Component
class MakingStep implements Step {
    private static final Set<Kind> WAITING_ON_HOLD = EnumSet.of(Kind.FIRST_CONTACT, Kind.FEEDBACK);

    private final Promises promises;
    private final PromiseRules rules;
    private final Teams teams;

    MakingStep(Promises promises, PromiseRules rules, Teams teams) {
        this.promises = promises;
        this.rules = rules;
        this.teams = teams;
    }

    @Override
    public Stage stage() {
        return Stage.RECORD;
    }

    @Override
    public void run(Submission submission) {
        List<Promise> made = new ArrayList<>();
        submission
                .changesOf(Task.class)
                .forEach(change -> submission
                        .opened()
                        .filter(opened -> change.before() == null)
                        .or(() -> submission.referralOf(change.reference()))
                        .ifPresent(referral -> made.addAll(promised(submission, referral, change))));
        promises.make(made);
    }

    private List<Promise> promised(Submission submission, Referral referral, Change change) {
        Task after = (Task) change.after();
        Making making = new Making(UUID.fromString(change.id()), referral.id(), submission.now());
        if (change.before() == null) {
            return SubTask.isBeside(after) ? asked(submission, after, making) : opened(submission, after, making);
        }
        Task before = (Task) change.before();
        if (SubTask.isBeside(before) || TaskCompletion.isTerminal(after.getStatus())) {
            return List.of();
        }
        if (PromiseRules.pauses(before, after)) {
            promises.pause(referral.id(), WAITING_ON_HOLD, submission.now());
            return making.of(Kind.RESUME, rules.resume(after, owner(after)));
        }
        if (PromiseRules.resumes(before, after)) {
            promises.paused(referral.id())
                    .forEach(promise -> promises.resume(promise, later(promise, submission.now(), after)));
        }
        if (!References.key(before.getOwner()).equals(References.key(after.getOwner()))) {
            promises.replan(referral.id());
        }
        return List.of();
    }

    private Instant later(Promise promise, Instant now, Task task) {
        Instant pausedAt = promise.pausedAt();
        return pausedAt == null ? promise.due() : rules.afterPause(promise.due(), pausedAt, now, owner(task));
    }

    private List<Promise> opened(Submission submission, Task task, Making making) {
        Optional<CommunicationRequest> request = submission
                .changesOf(CommunicationRequest.class)
                .map(change -> (CommunicationRequest) change.after())
                .findFirst();
        List<Promise> promised = new ArrayList<>(making.of(Kind.FIRST_CONTACT, rules.firstContact(task)));
        promised.addAll(making.of(Kind.FEEDBACK, rules.feedback(task, request)));
        return promised;
    }

    private List<Promise> asked(Submission submission, Task task, Making making) {
        return submission
                .change(References.key(task.getFocus()))
                .map(Change::after)
                .filter(CommunicationRequest.class::isInstance)
                .map(question -> making.of(Kind.ANSWER, rules.answer((CommunicationRequest) question)))
                .orElse(List.of());
    }

    /** Whoever is not known works in the office week. */
    private PractitionerRole owner(Task task) {
        return teams.role(References.key(task.getOwner())).orElseGet(PractitionerRole::new);
    }

    /** What is promised of one Task at this moment. */
    private record Making(UUID task, UUID referral, Instant now) {
        List<Promise> of(Kind kind, Optional<Instant> due) {
            return due.map(moment -> new Promise(task, kind, referral, now, moment)).stream()
                    .toList();
        }
    }
}
