package nl.wally.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.clock.Promise.Kind;
import nl.wally.clock.Promise.Rung;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Submission;
import nl.wally.notification.Event;
import nl.wally.notification.Events;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import nl.wally.team.Teams;
import nl.wally.workflow.ReferralFile;
import nl.wally.workflow.TaskCompletion;
import nl.wally.workflow.TaskMarking;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * The clock strikes: whoever can do something about a promise is told, and the Task shows that it is overdue. Under the lock
 * of the referral it is looked once more what strikes: what was kept meanwhile, or struck on another node, does not.
 */
@Component
class StrikingStep implements Step {
    private static final Event.Author SYSTEM = new Event.Author("system", "");

    private final Promises promises;
    private final EscalationRules rules;
    private final Ladders ladders;
    private final OverdueMark overdue;
    private final Teams teams;
    private final ReferralFile file;
    private final TaskMarking marking;
    private final Events events;

    StrikingStep(
            Promises promises,
            EscalationRules rules,
            Ladders ladders,
            OverdueMark overdue,
            Teams teams,
            ReferralFile file,
            TaskMarking marking,
            Events events) {
        this.promises = promises;
        this.rules = rules;
        this.ladders = ladders;
        this.overdue = overdue;
        this.teams = teams;
        this.file = file;
        this.marking = marking;
        this.events = events;
    }

    @Override
    public Stage stage() {
        return Stage.PROMISE;
    }

    @Override
    public void run(Submission submission) {
        if (submission.caller().capacity() == Capacity.SYSTEM
                && !submission.referrals().isEmpty()) {
            List<Event> told = new ArrayList<>();
            for (Promise promise : promises.strikingOf(
                    submission.referrals().stream().map(Referral::id).toList(), submission.now())) {
                submission.referrals().stream()
                        .filter(referral -> referral.id().equals(promise.referral()))
                        .findFirst()
                        .ifPresent(referral -> told.addAll(strike(submission, referral, promise)));
            }
            events.note(told);
        }
    }

    private List<Event> strike(Submission submission, Referral referral, Promise promise) {
        Task main = file.part(submission, referral, Task.class).orElseThrow();
        Task task = file.find(submission, promise.reference(), Task.class).orElseThrow();
        if (TaskCompletion.isTerminal(task.getStatus()) || TaskCompletion.isTerminal(main.getStatus())) {
            promises.keepOf(promise.task());
            return List.of();
        }
        Optional<PractitionerRole> owner = Optional.of(main)
                .filter(one -> promise.kind().isOfOwner())
                .flatMap(one -> teams.role(References.key(one.getOwner())));
        Ladder ladder = ladders.of(referral.coordination());
        List<Rung> reached = rules.reached(promise, ladder, owner, submission.now());
        Rung last = reached.isEmpty() ? promise.rung() : reached.get(reached.size() - 1);
        promises.climb(promise, last, rules.next(promise.at(last), ladder, owner));
        if (reached.contains(Rung.OVERDUE)) {
            Task late = task.copy();
            overdue.show(late, promises.overdueSince(promise.task()));
            marking.write(submission, referral, task, late);
        }
        if (reached.contains(Rung.STAND_IN) && promise.kind().isOfOwner()) {
            promises.noteEscalation(referral.id());
        }
        EscalationRules.People people = people(submission, referral, main, task, promise.kind());
        return reached.stream()
                .flatMap(rung -> event(submission, promise, rung, people).stream())
                .toList();
    }

    private EscalationRules.People people(Submission submission, Referral referral, Task main, Task task, Kind kind) {
        String owner = References.key(main.getOwner());
        return new EscalationRules.People(
                Optional.of(owner).filter(one -> !one.isEmpty()),
                !owner.isEmpty() && teams.isPresent(owner, submission.now()),
                main.getRestriction().getRecipient().stream()
                        .map(References::key)
                        .filter(one -> !one.equals(owner) && teams.isPresent(one, submission.now()))
                        .toList(),
                kind.isOfOwner() ? Optional.empty() : Optional.of(References.key(task.getOwner())),
                referral.practice(),
                referral.coordination());
    }

    private Optional<Event> event(Submission submission, Promise promise, Rung rung, EscalationRules.People people) {
        List<String> told = rules.told(rung, promise.kind(), people);
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Event(
                        submission.now(),
                        rung == Rung.REMINDER ? Event.Kind.REMINDED : Event.Kind.ESCALATED,
                        promise.reference(),
                        null,
                        promise.referral(),
                        SYSTEM,
                        Map.of("promise", promise.kind().code(), "step", rung.code()),
                        told));
    }
}
