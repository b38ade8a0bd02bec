package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/**
 * Whatever people do, in whatever order, while they come and go: no referral is ever stuck, every end leaves both sides
 * informed, and nobody outside the team's history has it.
 */
class LifeWalkTest {
    private static final int WALKS = Integer.getInteger("wally.life.walks", 2500);
    private static final int LONGEST = 60;

    /** What may still happen after the end. */
    private static final int AFTERWARDS = 4;

    private static final TransitionTable TABLE = TransitionTable.load();
    private static final SubTaskTable BESIDE = SubTaskTable.load();
    private static final List<TaskStatus> STATUSES =
            Tasks.STATES.statuses().stream().sorted().toList();

    private final Map<TaskStatus, Integer> ends = new EnumMap<>(TaskStatus.class);
    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void noReferralIsStuckAndEveryEndIsTold() {
        for (int walk = 0; walk < WALKS; walk++) {
            try {
                walk(new Random(20180301L + walk));
            } catch (AssertionError wrong) {
                throw new AssertionError("walk " + walk + ": " + wrong.getMessage(), wrong);
            }
        }
        System.out.println("Walks " + WALKS + ", ends " + ends + ", " + counts);
        assertThat(ends).hasSize(5);
        String happened = "absences,leavers,newcomers,gaps,nobody left,without owner,unattended,withdrawn by GP,"
                + "withdrawn by owner or stand-in,moved by the server,reassigned by the coordinator,asked to stop,questions,"
                + "ended while asked";
        assertThat(counts.keySet()).contains(happened.split(","));
    }

    private void walk(Random random) {
        LifeWorld world = new LifeWorld(random, counts);
        check(world);
        int after = 0;
        for (int event = 0; event < LONGEST && after < AFTERWARDS; event++) {
            TaskStatus before = world.task.getStatus();
            boolean wasOpen = world.isOpen();
            boolean asked = world.beside.stream().anyMatch(task -> task.getStatus() == TaskStatus.REQUESTED);
            world.passTime(Duration.ofHours(random.nextInt(1, 100)));
            happen(world, random);
            count("events");
            check(world);
            if (wasOpen && !world.isOpen()) {
                ends.merge(world.task.getStatus(), 1, Integer::sum);
                count(asked ? "ended while asked" : "ended");
            } else if (!wasOpen) {
                after++;
                assertThat(world.task.getStatus()).as("after %s", before).isIn(before, TaskStatus.ENTEREDINERROR);
            }
        }
        count(world.isOpen() ? "left open" : "ended in time");
    }

    private void happen(LifeWorld world, Random random) {
        List<Caller> callers = world.people.callers();
        Caller caller = callers.get(random.nextInt(callers.size()));
        switch (random.nextInt(16)) {
            case 0, 1, 2 -> {
                if (world.people.change(world.now())) {
                    staff(world);
                }
            }
            case 3 -> staff(world);
            case 4 -> withdraw(world, caller, random);
            case 5, 6 -> ask(world, caller, random);
            case 7, 8 -> answer(world, random);
            case 9 -> handOver(world, caller, random);
            case 10 -> write(world, caller, random);
            case 11 -> world.change(caller, anything(world.task, random));
            default -> step(world, random);
        }
    }

    private void staff(LifeWorld world) {
        if (world.staff()) {
            count("moved by the server");
        }
        // What has ended stays with who had it.
        List<String> recipients = world.isOpen() ? world.recipients() : List.of();
        recipients.forEach(role -> assertThat(
                        role.equals(world.owner()) || world.people.of(role).employed())
                .as("who left has nothing but what nobody else can take: " + role)
                .isTrue());
    }

    /** A step that somebody may take from here, mostly with what it needs. */
    private void step(LifeWorld world, Random random) {
        List<Transition> rows = TABLE.from(world.task.getStatus(), EnumSet.allOf(Actor.class)).stream()
                .filter(row -> row.actor() != Actor.SYSTEM)
                // Who may end it at any time would do so before anything happened.
                .filter(row -> !TaskCompletion.isTerminal(row.to()) || random.nextInt(3) == 0)
                .toList();
        if (!rows.isEmpty()) {
            Transition row = rows.get(random.nextInt(rows.size()));
            boolean brings = random.nextInt(5) > 0;
            for (Caller caller : world.people.callers()) {
                if (world.actors(caller).contains(row.actor())) {
                    Task bare = world.task.copy().setStatus(row.to());
                    count(world.change(caller, brings ? brought(world.task, row) : bare) ? "steps" : "steps refused");
                    return;
                }
            }
        }
    }

    private static Task brought(Task task, Transition row) {
        Task wanted = Tasks.to(task, row.to());
        if (row.guards().contains(Guard.G_REASON)) {
            // What stood there before is no reason for this step.
            wanted.getStatusReason().setText("omdat " + row.id());
        }
        return row.guards().contains(Guard.G_FEEDBACK) ? Tasks.withFeedback(wanted) : wanted;
    }

    private static Task anything(Task task, Random random) {
        TaskStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
        Task wanted = random.nextBoolean() ? task.copy().setStatus(status) : Tasks.to(task, status);
        if (random.nextInt(4) == 0) {
            Tasks.withFeedback(wanted);
        } else if (random.nextInt(4) == 0) {
            Tasks.addOutput(wanted, "feedback", new Reference("Communication/unknown"));
        }
        return wanted;
    }

    private void write(LifeWorld world, Caller caller, Random random) {
        Task wanted = world.task.copy();
        switch (random.nextInt(3)) {
            case 0 -> wanted.addNote().setText("Genoteerd.");
            case 1 -> Tasks.addOutput(wanted, "addendum", new Reference("Communication/later"));
            default -> {
                var fitting = Tasks.STATES.of(wanted.getStatus()).orElseThrow().businessStatuses().stream()
                        .sorted()
                        .toList();
                wanted.setBusinessStatus(Tasks.progress(fitting.get(random.nextInt(fitting.size()))));
            }
        }
        world.change(caller, wanted);
    }

    /** To anybody, in the team or not, still there or not; a coordinator also says who may take over. */
    private void handOver(LifeWorld world, Caller caller, Random random) {
        List<String> known = new ArrayList<>(world.people.history());
        known.add("PractitionerRole/stranger");
        String to = known.get(random.nextInt(known.size()));
        Task wanted = world.task.copy().setOwner(new Reference(to));
        boolean coordinates = caller.capacity() == Capacity.COORDINATOR;
        if (coordinates && random.nextInt(3) == 0) {
            wanted.getRestriction().setRecipient(new ArrayList<>(List.of(new Reference(to))));
        }
        String before = world.owner();
        if (world.change(caller, wanted) && !world.owner().equals(before)) {
            count(coordinates ? "reassigned by the coordinator" : "handed over");
            assertThat(world.people.of(to).employed() || world.recipients().contains(to))
                    .isTrue();
        }
    }

    private void withdraw(LifeWorld world, Caller caller, Random random) {
        // Otherwise most walks would end like that.
        if (random.nextInt(4) == 0 && world.withdraw(caller)) {
            count(caller.capacity() == Capacity.PRACTICE ? "withdrawn by GP" : "withdrawn by owner or stand-in");
        }
    }

    private void ask(LifeWorld world, Caller caller, Random random) {
        SubTask kind = SubTask.values()[random.nextInt(SubTask.values().length)];
        if (world.ask(caller, kind)) {
            count(kind == SubTask.INFORMATION ? "questions" : "asked to stop");
        }
    }

    private void answer(LifeWorld world, Random random) {
        for (Task task : List.copyOf(world.beside)) {
            SubTask kind = SubTask.of(task).orElseThrow();
            var rows = BESIDE.from(kind, task.getStatus(), EnumSet.allOf(Actor.class));
            if (!rows.isEmpty()) {
                var row = rows.get(random.nextInt(rows.size()));
                for (Caller caller : world.people.callers()) {
                    if (world.step(caller, task, row.to())) {
                        count("answered as " + row.kind().code() + " "
                                + row.to().toCode());
                        return;
                    }
                }
            }
        }
    }

    private void check(LifeWorld world) {
        saysWhatItShould(world.task);
        assertThat(world.people.history()).as("recipients").containsAll(world.recipients());
        if (world.owner().isEmpty()) {
            assertThat(world.people.anybodyHasAPlace() && world.isOpen())
                    .as("somebody has a place, nobody is the owner")
                    .isFalse();
            count("without owner");
        } else {
            assertThat(world.people.history()).as("owner").contains(world.owner());
            assertThat(world.recipients()).contains(world.owner());
        }
        if (!world.isOpen()) {
            assertThat(world.isInformed())
                    .as("told of " + world.task.getStatus())
                    .isTrue();
            assertThat(world.beside).noneMatch(task -> task.getStatus() == TaskStatus.REQUESTED);
            return;
        }
        goesOn(world);
    }

    /** Somebody can act; when somebody of those who may own it is there, also one of them. */
    private void goesOn(LifeWorld world) {
        List<Caller> callers = world.people.callers();
        assertThat(callers)
                .as("somebody can act in " + world.task.getStatus())
                .anyMatch(caller -> mayStep(world, caller));
        assertThat(mayStep(world, LifePeople.COORDINATOR)).as("the coordinator").isTrue();
        boolean attended = world.recipients().stream()
                .anyMatch(role -> world.people.of(role).present());
        if (attended) {
            assertThat(callers)
                    .as("one of the team can act in " + world.task.getStatus())
                    .anyMatch(caller -> caller.capacity() == Capacity.SOCIAL_WORKER
                            && world.people.of(caller.agent()).present()
                            && mayStep(world, caller));
        } else {
            count("unattended");
        }
        for (SubTask kind : SubTask.values()) {
            world.open(kind)
                    .forEach(open ->
                            assertThat(callers).as("open " + kind).anyMatch(caller -> world.mayStep(caller, open)));
        }
    }

    private static boolean mayStep(LifeWorld world, Caller caller) {
        return TABLE.from(world.task.getStatus(), world.actors(caller)).stream()
                .anyMatch(row -> world.allows(caller, brought(world.task, row)));
    }

    private static void saysWhatItShould(Task task) {
        StateTable.State state = Tasks.STATES.of(task.getStatus()).orElseThrow();
        assertThat(Codes.of(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS))
                .as("businessStatus in " + task.getStatus())
                .hasSize(1)
                .allMatch(state.businessStatuses()::contains);
        List<String> reasons = Codes.of(task.getStatusReason(), Canonicals.SYSTEM_STATUS_REASON);
        assertThat(reasons)
                .as("statusReason in " + task.getStatus())
                .hasSize(state.reasons().isEmpty() ? 0 : 1)
                .allMatch(state.reasons()::contains);
        assertThat(task.hasExtension(Canonicals.EXTENSION_RESUME_DATE))
                .as("resume date in " + task.getStatus())
                .isEqualTo(task.getStatus() == TaskStatus.ONHOLD);
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
