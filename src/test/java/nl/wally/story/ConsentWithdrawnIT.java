package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.Absence;
import nl.wally.Consents;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Thea no longer agrees (W-2): the flow stops, and the loop is still closed. */
class ConsentWithdrawnIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theaTellsSanneAndNotTheGp() {
        // Given Sanne has begun
        ReferralLife thea = begun();

        // When Thea tells her that she withdraws her consent
        Answer answer = Consents.withdraw(server, SANNE, thea);

        // Then that is taken in, and with it Sanne has lost sight of Thea
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.resource(Consent.class).getStatus()).isEqualTo(ConsentState.INACTIVE);
        assertThat(answer.header("ETag")).contains("W/\"2\"");
        assertThat(server.get(SANNE, "/" + thea.reference(Patient.class)).status())
                .isEqualTo(404);
        // And the GP finds the end, the reason and no content
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(thea.notices(GP)).hasSize(1);
        assertThat(thea.feedback()).isEmpty();
        assertConsistent(thea, true);
        // And nobody is lost: the coordinator still sees that it was there
        assertThat(server.read("coordinator-demo", thea.reference(Task.class), Task.class)
                        .getStatus())
                .isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void nobodyLooksAfterItAndTheaTellsTheGp() {
        ReferralLife thea;
        try (Absence holiday = Absence.of(server, "PractitionerRole/wally-1");
                Absence illness = Absence.of(server, "PractitionerRole/wally-2")) {
            thea = ReferralLife.begin(server, 1);
            ok(Consents.withdraw(server, GP, thea));
        }
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(thea.notices(SANNE)).hasSize(1);
        assertConsistent(thea, true);
    }

    @Test
    void sanneEndsItHerselfWithWordToTheGpInTheSameMessage() {
        // Given Thea lets Sanne tell the GP that contact took place
        ReferralLife thea = begun();
        Task ended =
                thea.task().setStatus(TaskStatus.CANCELLED).setStatusReason(ReferralLife.reason("consent-withdrawn"));
        Bundle words = Messages.ending(ended, thea.finalFeedback(SANNE, ended));

        // When Sanne sends all of it at once
        ok(server.post(SANNE, "", Consents.with(words, Consents.of(server, thea))));

        // Then her end stands: there is feedback, so there is no notice
        assertThat(thea.feedback()).hasSize(1);
        assertThat(thea.notices(GP)).isEmpty();
        assertThat(thea.request().getStatus()).isEqualTo(CommunicationRequestStatus.COMPLETED);
        assertThat(server.get(SANNE, "/" + thea.reference(Task.class)).status()).isEqualTo(404);
        assertConsistent(thea, true);
    }

    @Test
    void whatSanneCompletesInTheSameMessageIsCompleted() {
        ReferralLife thea = begun();
        Task ended = thea.task().setStatus(TaskStatus.COMPLETED);
        ended.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "advice-only"));
        Bundle words = Messages.ending(ended, thea.finalFeedback(SANNE, ended));
        ok(server.post(SANNE, "", Consents.with(words, Consents.of(server, thea))));
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertConsistent(thea, true);
    }

    @Test
    void aStepThatEndsNothingIsOvertakenInTheSameMessage() {
        // Given Sanne puts it on hold with the message in which Thea withdraws
        ReferralLife thea = begun();
        Task held = thea.task().setStatus(TaskStatus.ONHOLD).setStatusReason(ReferralLife.reason("client-holiday"));
        held.addExtension(Canonicals.EXTENSION_RESUME_DATE, new org.hl7.fhir.r4.model.DateType("2027-01-04"));
        Bundle words = Messages.ending(held, thea.finalFeedback(SANNE, held));
        words.getEntry().remove(0);
        ((Task) words.getEntryFirstRep().getResource()).setOutput(List.of());
        ok(server.post(SANNE, "", Consents.with(words, Consents.of(server, thea))));

        // Then it has ended, in one version, and nothing of the step is left
        Task task = thea.task();
        assertThat(task.getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(task.getStatusReason().getCodingFirstRep().getCode()).isEqualTo("consent-withdrawn");
        assertThat(task.hasExtension(Canonicals.EXTENSION_RESUME_DATE)).isFalse();
        assertThat(thea.notices(GP)).hasSize(1);
        assertConsistent(thea, true);
    }

    @Test
    void withoutAFeedbackOfItsOwnSanneCannotEndItInTheSameMessage() {
        ReferralLife thea = begun();
        Task silent =
                thea.task().setStatus(TaskStatus.CANCELLED).setStatusReason(ReferralLife.reason("consent-withdrawn"));
        Bundle words = Messages.ending(silent, thea.finalFeedback(SANNE, silent));
        words.getEntry().remove(0);
        ((Task) words.getEntryFirstRep().getResource()).setOutput(List.of());
        Answer refused = server.post(SANNE, "", Consents.with(words, Consents.of(server, thea)));
        assertThat(refused.problems()).containsExactly("feedback-missing");
        assertConsistent(thea, false);
    }

    @Test
    void afterwardsTheaAgreesAgainToANewReferral() {
        // Given Thea has withdrawn her consent
        ReferralLife thea = begun();
        ok(Consents.withdraw(server, GP, thea));

        // Then nobody gives it for her again
        Answer again = Consents.change(server, GP, thea, consent -> consent.setStatus(ConsentState.ACTIVE));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.problems()).containsExactly("element-immutable");

        // When she agrees to a new referral, which replaces the old one
        Bundle anew = thea.sent().copy();
        Messages.part(anew, ServiceRequest.class)
                .addReplaces(new Reference(thea.reference(ServiceRequest.class)))
                .getIdentifierFirstRep()
                .setValue(java.util.UUID.randomUUID().toString());
        ReferralLife second = ReferralLife.begin(server, GP, anew);

        // Then Sanne sees Thea again, through that one alone
        assertThat(second.reference(Patient.class)).isEqualTo(thea.reference(Patient.class));
        assertThat(server.get(SANNE, "/" + second.reference(Patient.class)).status())
                .isEqualTo(200);
        assertThat(server.get(SANNE, "/" + thea.reference(ServiceRequest.class)).status())
                .isEqualTo(404);
        ok(second.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(second.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        assertConsistent(thea, true);
        assertConsistent(second, false);
        // And the practice still sees both
        assertThat(server.get(GP, "/Task?patient=" + thea.reference(Patient.class))
                        .all(Task.class))
                .hasSize(2);
        assertThat(server.get(JORIS, "/Task?patient=" + thea.reference(Patient.class))
                        .all(Task.class))
                .hasSize(1);
    }

    private ReferralLife begun() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        return thea;
    }

    private void assertConsistent(ReferralLife life, boolean withdrawn) {
        new ReferralRows(jdbc).assertConsistent(life);
        assertThat(jdbc.queryForObject(
                        "select r.withdrawn from referral r join referral_member m on m.referral = r.id"
                                + " where m.resource = ?::uuid",
                        Boolean.class,
                        life.reference(Task.class).replace("Task/", "")))
                .isEqualTo(withdrawn);
    }
}
