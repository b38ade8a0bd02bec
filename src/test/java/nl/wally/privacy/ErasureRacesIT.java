package nl.wally.privacy;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.TwoNodesIT;
import nl.wally.access.ClientRegistry;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A person is erased on one node at the very moment that somebody does something for the person on another. */
class ErasureRacesIT extends TwoNodesIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final int ROUNDS = 15;

    @Autowired
    private ClientRegistry registry;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void officers() {
        Officers.register(registry);
    }

    @Test
    void aReferralOfTheSamePersonArrives() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, 1);
            ok(server.put(GP, life.consent().setStatus(Consent.ConsentState.INACTIVE)));
            Bundle again = again(life);
            List<Answer> answers = atOnce(() -> erase(life), () -> other.post(GP, "", again));

            assertThat(statuses(answers)).as(said(answers)).isIn(List.of(200, 200), List.of(422, 200));
            Answer arrived = answers.get(1);
            String person =
                    "Patient/" + arrived.first(Patient.class).getIdElement().getIdPart();
            assertThat(server.read(GP, person, Patient.class)).isNotNull();
            assertThat(other.read(GP, person, Patient.class)).isNotNull();
            boolean erased = answers.get(0).status() == 200;
            assertThat(person.equals(life.reference(Patient.class))).isEqualTo(!erased);
        }
    }

    @Test
    void theWallyAddsSomething() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ReferralLife life = completed();
            Task added = life.task();
            added.addOutput()
                    .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "addendum"))
                    .setValue(new Annotation().setText("Zij belde nog."));
            List<Answer> answers = atOnce(() -> erase(life), () -> other.put(SANNE, added));

            assertThat(statuses(answers)).as(said(answers)).isIn(List.of(200, 200), List.of(200, 404));
            assertThat(new FileRows(jdbc).of(life.reference(Patient.class))).isEmpty();
            assertThat(other.get(GP, "/" + life.reference(Task.class)).status()).isEqualTo(404);
            assertThat(other.get(GP, "/" + life.reference(Patient.class)).status())
                    .isEqualTo(404);
        }
    }

    private ReferralLife completed() {
        ReferralLife life = ReferralLife.begin(server, 1);
        for (TaskStatus status : List.of(TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS)) {
            ok(life.step(SANNE, status, Set.of()));
        }
        Task ended = life.task().setStatus(TaskStatus.COMPLETED);
        ended.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        ok(server.post(SANNE, "", Messages.ending(ended, Messages.feedback(ended, life.request()))));
        return life;
    }

    private static Bundle again(ReferralLife life) {
        Patient known = Messages.part(life.sent(), Patient.class);
        Bundle again = Messages.referral(1);
        Messages.part(again, Patient.class).setIdentifier(new ArrayList<>(known.getIdentifier()));
        again.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .forEach(entry -> entry.getRequest()
                        .setIfNoneExist(
                                "identifier=" + known.getIdentifierFirstRep().getSystem() + "|"
                                        + known.getIdentifierFirstRep().getValue()));
        return again;
    }

    private Answer erase(ReferralLife life) {
        var asked = new Parameters();
        asked.addParameter().setName("ground").setValue(new CodeType("objection"));
        return server.post(Officers.OF_PRACTICE, "/" + life.reference(Patient.class) + "/$erase", asked);
    }

    private static List<Integer> statuses(List<Answer> answers) {
        return answers.stream().map(Answer::status).toList();
    }

    private static String said(List<Answer> answers) {
        return String.join("\n", answers.stream().map(Answer::body).toList());
    }
}
