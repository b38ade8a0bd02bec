package nl.wally.simulator;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.wally.Beside;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.transaction.PlatformTransactionManager;

/** A HIS sends a referral with a sentinel, and sees the whole loop without any human. */
class RobotIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Autowired
    private Robot robot;

    @Autowired
    private Simulations simulations;

    @Autowired
    private RobotEyes eyes;

    @Autowired
    private Acting acting;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void accepts() {
        ReferralLife thea = begun("robot-accept");
        assertThat(thea.task().getMeta().getTag())
                .extracting(Coding::getSystem, Coding::getCode)
                .containsExactly(tuple(Canonicals.SYSTEM_SIMULATION, "robot-accept"));
        assertThat(play(thea)).isEqualTo("done");
        assertThat(steps(thea)).containsExactly("received", "accepted");
        assertThat(thea.provenance().get(1).getAgentFirstRep().getWho().getReference())
                .isEqualTo("PractitionerRole/wally-1");
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void rejectsWithAReasonAndFeedback() {
        ReferralLife thea = begun("robot-reject");
        assertThat(play(thea)).isEqualTo("done");
        assertThat(steps(thea)).containsExactly("received", "rejected");
        assertThat(reason(thea)).isEqualTo("no-capacity");
        assertThat(thea.feedback()).hasSize(1);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void asksAndGoesOnOnceTheGpHasAnswered() {
        ReferralLife thea = begun("robot-ask");
        assertThat(play(thea)).as("it waits").isNull();
        assertThat(steps(thea)).containsExactly("received", "accepted");
        Task information = server.get(GP, "/Task?part-of=" + thea.reference(Task.class) + "&code=provide-information")
                .first(Task.class);
        var question = server.read(GP, information.getFocus().getReference(), CommunicationRequest.class);
        assertThat(question.getPayloadFirstRep().getContent().primitiveValue()).startsWith("Oefening");

        ok(server.post(GP, "", Beside.answering(information, Beside.answer(question, "06-00001002"))));

        assertThat(play(thea)).isEqualTo("done");
        assertThat(steps(thea)).containsExactly("received", "accepted", "in-progress", "completed");
        assertThat(thea.feedback()).hasSize(1);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void stopsWaitingForAnAnswerThatNeverComes() {
        ReferralLife thea = begun("robot-ask");
        assertThat(play(thea)).isNull();
        clock.jumpTo(clock.instant().plus(Duration.ofMinutes(61)));
        assertThat(play(thea)).isEqualTo("no-answer");
    }

    @Test
    void putsOnHoldWithADateAndResumes() {
        ReferralLife thea = begun("robot-hold");
        assertThat(play(thea)).isEqualTo("done");
        assertThat(steps(thea)).containsExactly("received", "accepted", "on-hold", "in-progress");
        Task held = server.read(SANNE, thea.reference(Task.class) + "/_history/4", Task.class);
        assertThat(held.getStatus()).isEqualTo(TaskStatus.ONHOLD);
        assertThat(held.getExtensionByUrl(Canonicals.EXTENSION_RESUME_DATE)).isNotNull();
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void cannotReachThePersonAndSaysSo() {
        ReferralLife thea = begun("robot-unreachable");
        assertThat(play(thea)).isEqualTo("done");
        assertThat(steps(thea)).containsExactly("received", "accepted", "failed");
        assertThat(reason(thea)).isEqualTo("unreachable");
        assertThat(attempts(thea)).containsExactly("no-answer", "no-answer", "no-answer");
        assertThat(thea.feedback()).hasSize(1);
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void completesAlsoWhereThePersonPermitsNoContent() {
        Bundle sent = Messages.fresh(Messages.example("Bundle-TheaReferralMinimal", Bundle.class));
        ReferralLife thea = ReferralLife.begin(server, GP, tagged(sent, "robot-complete"));
        assertThat(play(thea)).isEqualTo("done");
        assertThat(steps(thea)).containsExactly("received", "accepted", "in-progress", "completed");
        assertThat(attempts(thea)).containsExactly("reached");
        assertThat(thea.task().getOutput())
                .filteredOn(output -> Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .hasSize(1);
        Communication feedback = thea.feedback().get(0);
        assertThat(feedback.getPayloadFirstRep().getContent().primitiveValue()).startsWith("Oefening: robot Wally");
        new ReferralRows(jdbc).assertConsistent(thea);
    }

    @Test
    void theExampleOfTheGuideRunsToItsEnd() {
        Bundle sent = Messages.fresh(Messages.example("Bundle-TheaReferralRobotCompletes", Bundle.class));
        ReferralLife thea = ReferralLife.begin(server, GP, sent);
        assertThat(play(thea)).isEqualTo("done");
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void goesOnAfterAPersonDidItsMoveAndGivesWayToOneWhoDidAnother() {
        ReferralLife same = begun("robot-accept");
        ok(same.change(SANNE, task -> task.setStatus(TaskStatus.RECEIVED)));
        assertThat(play(same)).isEqualTo("done");
        assertThat(steps(same)).containsExactly("received", "accepted");

        ReferralLife other = begun("robot-complete");
        ok(other.change(
                GP,
                task -> task.setStatus(TaskStatus.CANCELLED).setStatusReason(ReferralLife.reason("withdrawn-by-gp"))));
        assertThat(play(other)).isEqualTo("gave-way");
        assertThat(steps(other)).containsExactly("cancelled");
    }

    @Test
    void wakesByItselfAndTakesItsTime() throws Exception {
        // A robot that was started anew: all it knows stands in the database
        var settings = new SimulatorProperties(
                Duration.ofSeconds(5), Duration.ofHours(1), Duration.ofMillis(100), Duration.ofHours(1));
        var woken = new CountDownLatch(10);
        var other = new Robot(simulations, eyes, acting, settings, clock, transactions) {
            @Override
            void run() {
                super.run();
                woken.countDown();
            }
        };
        ReferralLife thea = begun("robot-accept");
        var schedule = new ScheduledTaskRegistrar();
        new RobotConfig(other, settings).configureTasks(schedule);
        schedule.afterPropertiesSet();
        try {
            assertThat(woken.await(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            schedule.destroy();
        }
        assertThat(steps(thea)).as("the next step has to wait").containsExactly("received");
        for (int minutes : List.of(59, 61)) {
            clock.jumpTo(clock.instant().plus(Duration.ofMinutes(minutes)));
            other.run();
            clock.reset();
            assertThat(steps(thea)).hasSize(minutes < 60 ? 1 : 2);
        }
    }

    @Test
    void aMoveThatCannotBeNotedIsNotMadeAndIsMadeOnceLater() {
        ReferralLife thea = begun("robot-accept");
        // As if the node died between the move and the note of it
        jdbc.execute("alter table simulation add constraint broken check (move < 1) not valid");
        try {
            robot.run();
            assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
        } finally {
            jdbc.execute("alter table simulation drop constraint broken");
        }
        assertThat(play(thea)).isEqualTo("done");
        assertThat(steps(thea)).containsExactly("received", "accepted");
    }

    @Test
    void aReferralSentAgainOrRefusedBringsNoSecondRobot() {
        Bundle sent = tagged(Messages.referral(1), "robot-accept");
        ReferralLife thea = ReferralLife.begin(server, GP, sent);
        long rows = rows();
        ok(server.post(GP, "", sent));
        Bundle refused = tagged(Messages.referral(1), "robot-accept");
        Messages.part(refused, Task.class).setRequester(null);
        assertThat(server.post(GP, "", refused).status()).isEqualTo(422);
        assertThat(rows()).isEqualTo(rows);
        assertThat(play(thea)).isEqualTo("done");
    }

    @Test
    void manyNodesMakeEachMoveOnce() throws Exception {
        List<ReferralLife> lives =
                Stream.generate(() -> begun("robot-complete")).limit(4).toList();
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> all = Stream.<Future<?>>generate(() -> nodes.submit(() -> {
                    start.await();
                    for (int sweep = 0; sweep < 12; sweep++) {
                        robot.run();
                    }
                    return null;
                }))
                .limit(3)
                .toList();
        start.countDown();
        for (Future<?> node : all) {
            node.get();
        }
        nodes.shutdown();
        assertThat(lives).allSatisfy(life -> {
            assertThat(play(life)).isEqualTo("done");
            assertThat(steps(life)).containsExactly("received", "accepted", "in-progress", "completed");
            assertThat(attempts(life)).containsExactly("reached");
            assertThat(life.feedback()).hasSize(1);
        });
    }

    private ReferralLife begun(String code) {
        return ReferralLife.begin(server, GP, tagged(Messages.referral(1), code));
    }

    private static Bundle tagged(Bundle bundle, String code) {
        Messages.part(bundle, Task.class).getMeta().addTag(new Coding(Canonicals.SYSTEM_SIMULATION, code, null));
        return bundle;
    }

    /** Wakes the robot as often as the longest script has moves; returns how it ended, or null. */
    private String play(ReferralLife life) {
        for (int sweep = 0; sweep < 10; sweep++) {
            robot.run();
        }
        return jdbc.queryForObject(
                "select outcome from simulation where task = ?",
                String.class,
                UUID.fromString(life.reference(Task.class).replace("Task/", "")));
    }

    private long rows() {
        return jdbc.queryForObject("select count(*) from simulation", Long.class);
    }

    private static List<String> steps(ReferralLife life) {
        return life.provenance().stream()
                .map(entry -> entry.getActivity().getText())
                .toList();
    }

    private static String reason(ReferralLife life) {
        return life.task().getStatusReason().getCodingFirstRep().getCode();
    }

    private List<String> attempts(ReferralLife life) {
        return server
                .get(SANNE, "/Communication?category=contact-attempt&part-of=" + life.reference(Task.class))
                .all(Communication.class)
                .stream()
                .map(attempt -> ((CodeableConcept) attempt.getExtensionByUrl(Canonicals.EXTENSION_CONTACT_RESULT)
                                .getValue())
                        .getCodingFirstRep()
                        .getCode())
                .toList();
    }
}
