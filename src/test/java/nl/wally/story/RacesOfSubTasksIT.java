package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.TwoNodesIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions and requests to stop arrive at the very moment of another step: nothing stays open after the end. */
class RacesOfSubTasksIT extends TwoNodesIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theWallyAsksTheGpWhileSheCompletes() throws Exception {
        Race race = new Race();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = accepted();
            Bundle question = Beside.question(life.task(), "Weet u een ander nummer?");
            Bundle completed = completed(life);
            List<Answer> answers =
                    atOnce(() -> server.post(SANNE, "", question), () -> other.post(SANNE, "", completed));
            // The question shows on the Task, so that an end that has not seen it may be too late; after the end nobody
            // asks.
            race.ended(answers, Set.of(List.of(200, 200), List.of(200, 412), List.of(422, 200)));
            new ReferralRows(jdbc).assertConsistent(life);
            boolean ended = answers.get(1).status() == 200;
            assertThat(life.task().getStatus()).isEqualTo(ended ? TaskStatus.COMPLETED : TaskStatus.ACCEPTED);
            assertThat(open(life)).hasSize(ended ? 0 : 1);
        }
        System.out.println("Ask the GP (first) and complete: " + race);
    }

    @Test
    void theGpAsksToStopWhileTheWallyCompletes() throws Exception {
        Race race = new Race();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = accepted();
            life.step(SANNE, TaskStatus.INPROGRESS, Set.of());
            Task request = Beside.cancellation(life.task());
            Bundle completed = completed(life);
            List<Answer> answers =
                    atOnce(() -> server.post(GP, "/Task", request), () -> other.post(SANNE, "", completed));
            race.ended(answers, Set.of(List.of(201, 412), List.of(201, 422), List.of(422, 200)));
            new ReferralRows(jdbc).assertConsistent(life);
            boolean ended = answers.get(1).status() == 200;
            assertThat(life.task().getStatus()).isEqualTo(ended ? TaskStatus.COMPLETED : TaskStatus.INPROGRESS);
            assertThat(open(life))
                    .as("an end never passes over an open request")
                    .hasSize(ended ? 0 : 1);
        }
        System.out.println("Ask to stop (first) and complete: " + race);
    }

    @Test
    void theGpAsksToStopWhileTheWallyBegins() throws Exception {
        Race race = new Race();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = accepted();
            Task request = Beside.cancellation(life.task());
            Task begun = life.task().setStatus(TaskStatus.INPROGRESS);
            List<Answer> answers = atOnce(() -> server.post(GP, "/Task", request), () -> other.put(SANNE, begun));
            // Before it has begun the GP simply cancels; a request is for afterwards.
            race.ended(answers, Set.of(List.of(422, 200), List.of(201, 200)));
            new ReferralRows(jdbc).assertConsistent(life);
            assertThat(life.task().getStatus()).isEqualTo(TaskStatus.INPROGRESS);
            assertThat(open(life)).hasSize(answers.get(0).status() == 201 ? 1 : 0);
        }
        System.out.println("Ask to stop (first) and begin: " + race);
    }

    private ReferralLife accepted() {
        ReferralLife life = ReferralLife.begin(server, 1);
        assertThat(life.step(SANNE, TaskStatus.ACCEPTED, EnumSet.noneOf(Guard.class))
                        .status())
                .isEqualTo(200);
        return life;
    }

    private static Bundle completed(ReferralLife life) {
        Task task = life.task().setStatus(TaskStatus.COMPLETED);
        task.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        return Messages.ending(task, life.finalFeedback(SANNE, task));
    }

    /** What is still asked beside this referral, as the other node sees it. */
    private List<Task> open(ReferralLife life) {
        Answer found = other.get(GP, "/Task?status=requested&part-of=" + life.reference(Task.class));
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        return found.all(Task.class);
    }
}
