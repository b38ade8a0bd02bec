package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.TwoNodesIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The person withdraws consent at the very moment of another step (W-2): it ends either way, once, and access with it. */
class RacesOfConsentIT extends TwoNodesIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final List<Integer> BOTH = List.of(200, 200);
    /** Nothing is left there for the Wally to see. */
    private static final List<Integer> TOO_LATE = List.of(200, 404);

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void consentIsWithdrawnWhileTheWallyAccepts() throws Exception {
        Race race = new Race();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, 1);
            Consent withdrawn = withdrawn(life);
            Task accepted = life.task().setStatus(TaskStatus.ACCEPTED);
            race.ended(
                    atOnce(() -> server.put(GP, withdrawn), () -> other.put(SANNE, accepted)), Set.of(BOTH, TOO_LATE));
            assertStopped(life);
        }
        System.out.println("Withdraw (first) and accept: " + race);
    }

    @Test
    void consentIsWithdrawnWhileTheWallyCompletes() throws Exception {
        Race race = new Race();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, 1);
            life.step(SANNE, TaskStatus.ACCEPTED, Set.of());
            Consent withdrawn = withdrawn(life);
            Bundle completed = completed(life);
            List<Answer> answers = atOnce(() -> server.put(GP, withdrawn), () -> other.post(SANNE, "", completed));
            race.ended(answers, Set.of(BOTH, TOO_LATE));
            if (answers.get(1).status() == 200) {
                assertThat(life.task().getStatus()).isEqualTo(TaskStatus.COMPLETED);
                assertThat(life.feedback())
                        .as("what was told before stays told")
                        .hasSize(1);
                assertThat(life.notices(GP)).isEmpty();
                assertClosedToTheSocialSide(life);
            } else {
                assertThat(life.feedback()).as("nothing was told afterwards").isEmpty();
                assertStopped(life);
            }
        }
        System.out.println("Withdraw (first) and complete: " + race);
    }

    @Test
    void thePersonTellsTheGpAndTheWallyAtOnce() throws Exception {
        Race race = new Race();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, 1);
            life.step(SANNE, TaskStatus.ACCEPTED, Set.of());
            Consent withdrawn = withdrawn(life);
            Consent same = withdrawn.copy();
            race.ended(
                    atOnce(() -> server.put(GP, withdrawn), () -> other.put(SANNE, same)),
                    Set.of(TOO_LATE, List.of(412, 200)));
            assertStopped(life);
        }
        System.out.println("Withdraw by the GP (first) and by the Wally: " + race);
    }

    private static Consent withdrawn(ReferralLife life) {
        return life.consent().setStatus(ConsentState.INACTIVE);
    }

    private static Bundle completed(ReferralLife life) {
        Task task = life.task().setStatus(TaskStatus.COMPLETED);
        task.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        return Messages.ending(task, life.finalFeedback(SANNE, task));
    }

    private void assertStopped(ReferralLife life) {
        Task task = life.task();
        assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(task.getStatusReason().getCodingFirstRep().getCode()).isEqualTo("consent-withdrawn");
        assertThat(life.notices(GP)).hasSize(1);
        assertThat(life.at(other).notices(SANNE)).hasSize(1);
        assertClosedToTheSocialSide(life);
    }

    private void assertClosedToTheSocialSide(ReferralLife life) {
        new ReferralRows(jdbc).assertConsistent(life);
        assertThat(server.get(SANNE, "/" + life.reference(Task.class)).status()).isEqualTo(404);
        assertThat(other.get(SANNE, "/" + life.reference(Task.class)).status()).isEqualTo(404);
        assertThat(life.step(SANNE, TaskStatus.INPROGRESS, EnumSet.noneOf(Guard.class))
                        .status())
                .isEqualTo(404);
    }
}
