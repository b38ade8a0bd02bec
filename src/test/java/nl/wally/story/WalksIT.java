package nl.wally.story;

import static nl.wally.Neighbourhood.COORDINATOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import nl.wally.Deeds;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.Offer;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import nl.wally.workflow.Guard;
import nl.wally.workflow.StateTable;
import nl.wally.workflow.TaskCompletion;
import nl.wally.workflow.TeamSweep;
import nl.wally.workflow.Transition;
import nl.wally.workflow.TransitionTable;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whatever everybody tries, in whatever order, while people come and go: nothing breaks, what is offered succeeds, nothing
 * is ever stuck, and no referral ends in silence (W-6).
 */
class WalksIT extends ServerIT {
    private static final int WALKS = Integer.getInteger("wally.walks", 8);
    private static final int LONGEST = 24;
    private static final TransitionTable TABLE = TransitionTable.load();
    private static final List<TaskStatus> STATUSES =
            StateTable.load().statuses().stream().sorted().toList();

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ClientRegistry clients;

    @Autowired
    private TeamSweep sweep;

    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> offered = new TreeMap<>();

    @Test
    void nothingBreaksNothingIsStuckAndEveryEndIsTold() {
        Map<TaskStatus, Integer> ends = new EnumMap<>(TaskStatus.class);
        Village village = new Village(server, clients, clock, sweep, counts);
        for (int walk = 0; walk < WALKS || !isVaried(ends) && walk < WALKS + 40; walk++) {
            Random random = new Random(20180301 + walk);
            village =
                    walk % 20 > 0 && !village.isEmpty() ? village : new Village(server, clients, clock, sweep, counts);
            village.grow();
            if (walk % 20 == 19) {
                village.everybodyLeaves();
            }
            ReferralLife life = village.here.refer();
            try {
                walk(village, life, random);
            } catch (AssertionError wrong) {
                throw new AssertionError("walk " + walk + ": " + wrong.getMessage(), wrong);
            }
            ends.merge(life.task().getStatus(), 1, Integer::sum);
        }
        int walks = ends.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("Walks over HTTP: " + walks + ", ends " + ends + ", answers " + answers + ", " + counts
                + ", offered and done " + offered);
        assertThat(isVaried(ends)).as("enough ends by a Wally: " + ends).isTrue();
        assertThat(counts.getOrDefault("ended with a notice", 0)).isPositive();
        assertThat(offered).hasSizeGreaterThan(10);
    }

    /** Which way a walk takes also depends on ids that differ each time: a few more bring what was missed. */
    private boolean isVaried(Map<TaskStatus, Integer> ends) {
        return counts.getOrDefault("ended by a Wally", 0) > WALKS / 4
                && ends.keySet().containsAll(Set.of(TaskStatus.COMPLETED, TaskStatus.REJECTED, TaskStatus.FAILED));
    }

    private void walk(Village village, ReferralLife life, Random random) {
        ReferralRows rows = new ReferralRows(jdbc);
        rows.assertConsistent(life);
        for (int step = 0; step < LONGEST; step++) {
            if (random.nextInt(4) == 0) {
                village.happen(random);
                rows.assertConsistent(life);
            }
            String client = village.somebody(References.key(life.task().getOwner()), random);
            boolean withdrawn = random.nextBoolean()
                    ? offered(village, life, client, random)
                    : attempt(village, life, client, random);
            rows.assertConsistent(life);
            if (TaskCompletion.isTerminal(life.task().getStatus())) {
                told(village, life, village.isOneOfUs(client) && !withdrawn);
                offered(village, life, pick(village.clients(), random), random);
                return;
            }
            if (random.nextInt(4) == 0) {
                assertGoesOn(village, life);
            }
        }
        assertGoesOn(village, life);
        counts.merge("left open", 1, Integer::sum);
    }

    /** Does something of what the server says that this client may do now; whether that withdrew consent. */
    private boolean offered(Village village, ReferralLife life, String client, Random random) {
        Deeds deeds = new Deeds(server, village.here.his(), life, village.roles());
        List<Task> tasks = new ArrayList<>(deeds.beside());
        tasks.add(life.task());
        tasks.add(life.task());
        Task task = pick(tasks, random);
        List<Offer> offers = Offer.of(
                        server, client, "Task/" + task.getIdElement().getIdPart())
                .stream()
                // Who may end it at any time would do so before anything happened.
                .filter(offer -> !ends(offer) || random.nextInt(village.isOneOfUs(client) ? 2 : 5) == 0)
                .toList();
        if (offers.isEmpty()) {
            return false;
        }
        Offer any = pick(offers, random);
        Offer offer = any.options().isEmpty() ? any : any.choosing(pick(any.options(), random));
        offer.options().stream()
                .filter(Reference.class::isInstance)
                .forEach(option -> village.name(((Reference) option).getReference()));
        Answer answer = deeds.perform(client, offer, task);
        answers.merge(answer.status(), 1, Integer::sum);
        offered.merge(offer.code(), 1, Integer::sum);
        assertThat(answer.status())
                .as(offer + " was offered to " + client + " in " + task.getStatus() + ": " + answer.body())
                .isIn(200, 201);
        return offer.code().equals("withdraw-consent");
    }

    private static boolean ends(Offer offer) {
        return offer.code().equals("withdraw-consent")
                || offer.status().filter(TaskCompletion::isTerminal).isPresent()
                        && offer.code().startsWith("T");
    }

    /** Tries anything; what is refused changes nothing. */
    private boolean attempt(Village village, ReferralLife life, String client, Random random) {
        ReferralRows rows = new ReferralRows(jdbc);
        var before = rows.everything(life.reference(Task.class));
        Deeds deeds = new Deeds(server, village.here.his(), life, village.roles());
        String beside = pick(Deeds.BESIDE, random);
        boolean withdraws = beside.equals("withdraw-consent") && random.nextInt(3) == 0;
        Answer answer = switch (random.nextInt(12)) {
            case 0, 1, 2 ->
                deeds.perform(client, withdraws ? beside : beside.replace("withdraw-consent", "message"), List.of());
            case 3 -> handOver(village, life, client, random);
            case 4 -> stale(life, client);
            default -> step(life, client, random);
        };
        answers.merge(answer.status(), 1, Integer::sum);
        assertThat(answer.status()).as(client + " " + answer.body()).isLessThan(500);
        if (answer.status() >= 400) {
            assertThat(answer.problems()).isNotEmpty().doesNotContainNull();
            assertThat(rows.everything(life.reference(Task.class)))
                    .as(answer.body())
                    .isEqualTo(before);
        }
        return withdraws;
    }

    private Answer handOver(Village village, ReferralLife life, String client, Random random) {
        List<String> known =
                new ArrayList<>(village.roles().values().stream().sorted().toList());
        known.add("PractitionerRole/wally-1");
        known.add("PractitionerRole/coach-1");
        String to = pick(known, random);
        Answer answer = life.change(client, task -> task.setOwner(new Reference(to)));
        if (answer.status() == 200) {
            village.name(to);
        }
        return answer;
    }

    /** Mostly a step that somebody may take from here with all that it asks for, sometimes any step with anything. */
    private static Answer step(ReferralLife life, String client, Random random) {
        List<Transition> possible =
                TABLE.from(life.task().getStatus(), EnumSet.allOf(nl.wally.workflow.Actor.class)).stream()
                        .filter(row -> !TaskCompletion.isTerminal(row.to()) || random.nextInt(3) == 0)
                        .toList();
        if (random.nextInt(3) > 0 && !possible.isEmpty()) {
            Transition row = pick(possible, random);
            return life.step(client, row.to(), row.guards());
        }
        TaskStatus to = pick(STATUSES, random);
        List<Guard> asked = new ArrayList<>();
        for (Guard guard : List.of(Guard.G_RESUME, Guard.G_OUTCOME, Guard.G_FEEDBACK)) {
            if (random.nextBoolean()) {
                asked.add(guard);
            }
        }
        return life.step(client, to, Set.copyOf(asked), task -> {
            if (random.nextBoolean()) {
                task.setStatusReason(ReferralLife.reason(random.nextBoolean() ? "unreachable" : "needs-care"));
            }
            if (random.nextInt(4) == 0) {
                task.setBusinessStatus(Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "support-running"));
            }
        });
    }

    private Answer stale(ReferralLife life, String client) {
        Task task = life.task();
        task.getMeta()
                .setVersionId(Integer.toString(Integer.parseInt(task.getMeta().getVersionId()) + 1));
        task.addNote().setText("Te laat.");
        return server.put(client, task);
    }

    /** Of all who are there, somebody is offered a step; and what is asked beside it, somebody may answer. */
    private void assertGoesOn(Village village, ReferralLife life) {
        List<Task> open = new ArrayList<>(new Deeds(server, village.here.his(), life, Map.of())
                .beside().stream()
                        .filter(task -> task.getStatus() == TaskStatus.REQUESTED)
                        .toList());
        open.add(life.task());
        for (Task task : open) {
            Optional<String> somebody = village.clients().stream()
                    .distinct()
                    .filter(client -> Offer.of(
                                    server,
                                    client,
                                    "Task/" + task.getIdElement().getIdPart())
                            .stream()
                            .anyMatch(offer -> offer.status().isPresent()))
                    .findFirst();
            assertThat(somebody).as("who can act in " + task.getStatus()).isPresent();
        }
        assertThat(Offer.of(server, COORDINATOR, life.reference(Task.class))).isNotEmpty();
        String owner = References.key(life.task().getOwner());
        assertThat(owner.isEmpty() || village.roles().containsValue(owner) || village.isNamed(owner))
                .as("somebody of the team, or whom the coordinator took from another: " + owner)
                .isTrue();
        counts.merge("looked who can act", 1, Integer::sum);
    }

    /** A Wally who ends it gives feedback; however else it ends, both sides get a notice. */
    private void told(Village village, ReferralLife life, boolean byWally) {
        List<Task> beside = new Deeds(server, village.here.his(), life, Map.of()).beside();
        assertThat(beside).as("nothing is asked any more").noneMatch(task -> task.getStatus() == TaskStatus.REQUESTED);
        if (byWally) {
            assertFeedback(life);
            counts.merge("ended by a Wally", 1, Integer::sum);
            return;
        }
        assertThat(life.notices(village.here.his())).as("the practice").isNotEmpty();
        String owner = References.key(life.task().getOwner());
        village.roles().forEach((client, role) -> {
            if (role.equals(owner) && village.isHere(role)) {
                assertThat(life.notices(client)).as("the owner").isNotEmpty();
            }
        });
        counts.merge("ended with a notice", 1, Integer::sum);
    }

    private static void assertFeedback(ReferralLife life) {
        List<String> outputs = life.task().getOutput().stream()
                .filter(output -> output.getValue() instanceof Reference)
                .map(output -> ((Reference) output.getValue()).getReference())
                .toList();
        List<Communication> told = life.feedback();
        assertThat(told)
                .as("ended as " + life.task().getStatus())
                .anyMatch(feedback -> outputs.contains(
                                "Communication/" + feedback.getIdElement().getIdPart())
                        && feedback.getCategoryFirstRep()
                                .getCodingFirstRep()
                                .getCode()
                                .equals("final-feedback")
                        && feedback.getPayloadFirstRep().getContent() instanceof StringType text
                        && !text.getValue().isBlank());
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
