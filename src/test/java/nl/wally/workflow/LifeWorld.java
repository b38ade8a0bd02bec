package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Custody.HandedOver;
import nl.wally.routing.Routing;
import nl.wally.routing.RoutingRules;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import nl.wally.workflow.Verdict.Allowed;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** One referral among people who come and go, kept by the pure rules alone: what they refuse does not happen. */
final class LifeWorld {
    private static final TaskRules RULES = TaskRules.load();
    private static final SubTaskRules BESIDE = SubTaskRules.load();
    private static final TaskCompletion COMPLETION = new TaskCompletion(Tasks.STATES);

    final LifePeople people;
    final List<Task> beside = new ArrayList<>();
    Task task;
    boolean withdrawn;
    private final Consent consent = new Consent().setStatus(ConsentState.ACTIVE);
    private Instant now = Tasks.NOW;
    private Instant ownerSince = now;
    private Optional<HandedOver> agreed = Optional.empty();
    private boolean informed;

    LifeWorld(Random random, Map<String, Integer> counts) {
        people = new LifePeople(random, counts);
        Routing routing = RoutingRules.route(people.team(), List.of());
        task = Tasks.in(TaskStatus.REQUESTED).setOwner(null);
        if (routing instanceof Routing.Routed routed) {
            give(task, Optional.of(routed.owner()), routed.recipients());
        } else if (routing instanceof Routing.Unattended unattended) {
            give(task, unattended.owner(), unattended.recipients());
            task.addExtension(Canonicals.EXTENSION_UNATTENDED, new DateTimeType("2026-03-02"));
        }
        assertThat(RULES.judge(null, task, facts(LifePeople.GP, task))).isInstanceOf(Allowed.class);
    }

    boolean isOpen() {
        return !TaskCompletion.isTerminal(task.getStatus());
    }

    /** Whether both sides know that and how it ended: by final feedback, or by a notice. */
    boolean isInformed() {
        return informed;
    }

    String owner() {
        return References.key(task.getOwner());
    }

    List<String> recipients() {
        return task.getRestriction().getRecipient().stream()
                .map(References::key)
                .toList();
    }

    Set<Actor> actors(Caller caller) {
        boolean absent = !people.of(owner()).present();
        return ActorRules.actorsOf(caller, task, SubTaskMessages.PRACTICE, absent, false, LifePeople.SOCIAL);
    }

    void passTime(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    boolean allows(Caller caller, Task wanted) {
        return RULES.judge(task, wanted, facts(caller, wanted)) instanceof Allowed;
    }

    /** Whether the rules allowed it; then it is stored, with what follows. */
    boolean change(Caller caller, Task wanted) {
        TaskFacts facts = facts(caller, wanted);
        if (!(RULES.judge(task, wanted, facts) instanceof Allowed allowed)) {
            return false;
        }
        store(COMPLETION.complete(task, wanted, allowed, facts), allowed);
        if (caller.capacity() == Capacity.SOCIAL_WORKER
                && people.of(caller.agent()).present()) {
            task.getExtension().removeIf(extension -> Canonicals.EXTENSION_UNATTENDED.equals(extension.getUrl()));
        }
        return true;
    }

    private void store(Task completed, Allowed allowed) {
        Task before = task;
        task = completed;
        if (!References.key(before.getOwner()).equals(owner())) {
            ownerSince = now;
            open(SubTask.CANCELLATION)
                    .forEach(open -> open.setOwner(task.getOwner().copy()));
        }
        if (before.getStatus() != task.getStatus() && !isOpen()) {
            assertThat(allowed.consequences()).contains(Guard.G_SRSYNC);
            assertThat(LoopClosure.referralStatus(task.getStatus())).isPresent();
            informed = allowed.consequences().contains(Guard.G_NOTICE)
                    || allowed.transition().orElseThrow().guards().contains(Guard.G_FEEDBACK) && toldTheGp();
            for (SubTask kind : SubTask.values()) {
                open(kind).forEach(open -> end(kind, open));
            }
        }
    }

    private boolean toldTheGp() {
        return task.getOutput().stream()
                .anyMatch(output -> output.getValue() instanceof Reference told
                        && told.getReference().equals("Communication/thea"));
    }

    /** What the referral takes along when it ends; the table must let the server do so. */
    private void end(SubTask kind, Task open) {
        Task ended = open.copy().setStatus(TaskStatus.CANCELLED);
        assertThat(BESIDE.judge(kind, open, ended, beside(EnumSet.of(Actor.SYSTEM), Caller.SYSTEM, List.of())))
                .isEmpty();
        open.setStatus(TaskStatus.CANCELLED);
    }

    /**
     * Referrals follow their people, as the server sees to with each change in the team and with each sweep; what follows
     * from that again is for the next sweep, and soon all is at rest.
     */
    boolean staff() {
        String before = owner();
        int sweeps = 0;
        while (isOpen() && !StaffingRules.decide(staffing()).sameAs(staffing().now())) {
            assertThat(++sweeps).as("sweeps until all is at rest").isLessThan(4);
            mend(StaffingRules.decide(staffing()));
        }
        return !owner().equals(before);
    }

    private void mend(Staffing wanted) {
        agreed = wanted.handedOver();
        Task after = task.copy();
        give(after, wanted.owner(), wanted.recipients());
        after.getExtension().removeIf(extension -> Canonicals.EXTENSION_UNATTENDED.equals(extension.getUrl()));
        if (!wanted.attended()) {
            after.addExtension(Canonicals.EXTENSION_UNATTENDED, new DateTimeType("2026-03-02"));
        }
        if (!TaskDiff.between(task, after).isEmpty()) {
            TaskFacts facts = TaskFacts.of(EnumSet.of(Actor.SYSTEM), Optional.empty(), now)
                    .withTeam(new HashSet<>(wanted.recipients()));
            Verdict verdict = RULES.judge(task, after, facts);
            assertThat(verdict).as("the server's own").isInstanceOf(Allowed.class);
            store(COMPLETION.complete(task, after, (Allowed) verdict, facts), (Allowed) verdict);
        }
    }

    private StaffingFacts staffing() {
        boolean attended = !task.hasExtension(Canonicals.EXTENSION_UNATTENDED);
        Optional<String> owner = Optional.of(owner()).filter(role -> !role.isEmpty());
        return new StaffingFacts(
                new Staffing(owner, recipients(), attended, agreed),
                ownerSince,
                people.team(),
                people.all(),
                people.former);
    }

    /** Consent goes, if this caller may say so; then the server ends what is open. */
    boolean withdraw(Caller caller) {
        Consent gone = consent.copy().setStatus(ConsentState.INACTIVE);
        var facts = new ConsentChangeRules.Facts(actors(caller), withdrawn, Set.of(), now);
        if (withdrawn || !ConsentChangeRules.judge(consent, gone, facts).isEmpty()) {
            return false;
        }
        consent.setStatus(ConsentState.INACTIVE);
        withdrawn = true;
        if (isOpen()) {
            Task ended = task.copy()
                    .setStatus(TaskStatus.CANCELLED)
                    .setStatusReason(Tasks.reason("consent-withdrawn"))
                    .setBusinessStatus(null);
            assertThat(change(Caller.SYSTEM, ended)).as("ended by the server").isTrue();
        }
        return true;
    }

    /** Asks something beside the referral, if the rules allow that. */
    boolean ask(Caller caller, SubTask kind) {
        Task sent = SubTaskMessages.of(kind, TaskStatus.REQUESTED);
        sent.setRequester(new Reference(caller.agent()));
        Task asked = SubTaskCompletion.create(kind, sent, task, SubTaskMessages.PRACTICE, caller, now);
        if (!BESIDE.judge(kind, null, asked, beside(actors(caller), caller, List.of()))
                .isEmpty()) {
            return false;
        }
        beside.add(asked);
        return true;
    }

    /** A step of what stands beside it, with an answer where that is what it takes. */
    boolean step(Caller caller, Task open, TaskStatus to) {
        SubTask kind = SubTask.of(open).orElseThrow();
        Task after = open.copy().setStatus(to);
        if (kind == SubTask.INFORMATION && to == TaskStatus.COMPLETED) {
            SubTaskMessages.answered(after);
        }
        if (!BESIDE.judge(kind, open, after, beside(actors(caller), caller, List.of(SubTaskMessages.answer())))
                .isEmpty()) {
            return false;
        }
        beside.set(beside.indexOf(open), after);
        return true;
    }

    /** Who of these may take a step of what is open beside it. */
    boolean mayStep(Caller caller, Task open) {
        SubTask kind = SubTask.of(open).orElseThrow();
        return !BESIDE.possible(kind, open.getStatus(), beside(actors(caller), caller, List.of()))
                .isEmpty();
    }

    List<Task> open(SubTask kind) {
        return beside.stream()
                .filter(task -> task.getStatus() == TaskStatus.REQUESTED)
                .filter(task -> SubTask.of(task).filter(kind::equals).isPresent())
                .toList();
    }

    private SubTaskFacts beside(Set<Actor> actors, Caller caller, List<Communication> answers) {
        var question = SubTaskMessages.question().setRequester(new Reference(caller.agent()));
        return new SubTaskFacts(
                actors,
                task,
                caller.agent(),
                Set.of(SubTaskMessages.PRACTICE, SubTaskMessages.GP),
                Optional.of(question),
                true,
                answers,
                !open(SubTask.CANCELLATION).isEmpty(),
                now);
    }

    private TaskFacts facts(Caller caller, Task wanted) {
        boolean accepted = SubTask.CANCELLATION.isAmong(beside, TaskStatus.ACCEPTED);
        boolean coordinates = caller.capacity() == Capacity.COORDINATOR;
        return TaskFacts.of(actors(caller), caller.person(), now)
                .withFeedback(List.of(Tasks.feedback()), Optional.of(Tasks.feedbackRequest()), true)
                .withCancellation(!open(SubTask.CANCELLATION).isEmpty(), accepted, withdrawn)
                .withTeam(coordinates ? people.reachable() : Set.of());
    }

    private static void give(Task task, Optional<String> owner, List<String> recipients) {
        owner.filter(role -> !role.equals(References.key(task.getOwner())))
                .ifPresent(role -> task.setOwner(new Reference(role)));
        List<String> now = task.getRestriction().getRecipient().stream()
                .map(References::key)
                .toList();
        if (!Set.copyOf(now).equals(Set.copyOf(recipients))) {
            task.getRestriction().setRecipient(new ArrayList<>());
            recipients.forEach(role -> task.getRestriction().addRecipient(new Reference(role)));
        }
    }
}
