package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a GP sends more than once, and who is known already. */
class SentAgainIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theSameReferralSentTwiceIsOneReferral() {
        // Given Thea's referral is with Sanne, who has accepted it
        ReferralLife thea = ReferralLife.begin(server, 1);
        assertThat(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()).status()).isEqualTo(200);
        var before = new ReferralRows(jdbc).everything(thea.reference(Task.class));

        // When the GP's system sends it again, with other temporary ids
        String json = server.json(thea.sent());
        for (var entry : thea.sent().getEntry()) {
            json = json.replace(entry.getFullUrl(), "urn:uuid:" + UUID.randomUUID());
        }
        Answer again = server.post(GP, "", json);

        // Then it gets the referral as it is now, and nothing is added
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.first(Task.class).getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        assertThat("Task/" + again.first(Task.class).getIdElement().getIdPart()).isEqualTo(thea.reference(Task.class));
        assertThat(again.resource(Bundle.class).getEntry()).hasSize(5);
        assertThat(new ReferralRows(jdbc).everything(thea.reference(Task.class)))
                .isEqualTo(before);
    }

    @Test
    void anotherQuestionUnderTheSameNumberIsRefused() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        var before = new ReferralRows(jdbc).everything(thea.reference(Task.class));
        Bundle other = thea.sent().copy();
        Messages.part(other, ServiceRequest.class).getNoteFirstRep().setText("Mijn dak lekt.");
        Answer answer = server.post(GP, "", other);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problems()).containsExactly("duplicate");
        assertThat(new ReferralRows(jdbc).everything(thea.reference(Task.class)))
                .isEqualTo(before);
    }

    @Test
    void theNewPhoneNumberOfAKnownPersonIsTakenOver() {
        // Given Thea was referred before
        ReferralLife first = ReferralLife.begin(server, 1);
        String person = first.reference(Patient.class);

        // When she is referred again, with a new phone number
        Bundle second = Messages.referral(1);
        Patient thea = Messages.part(second, Patient.class);
        Patient known = Messages.part(first.sent(), Patient.class);
        thea.setIdentifier(known.copy().getIdentifier());
        thea.getTelecomFirstRep().setValue("06-00009999");
        second.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .forEach(entry -> entry.getRequest()
                        .setIfNoneExist(
                                "identifier=" + thea.getIdentifierFirstRep().getSystem() + "|"
                                        + thea.getIdentifierFirstRep().getValue()));
        ReferralLife again = ReferralLife.begin(server, GP, second);

        // Then she is one and the same person, to be called at the new number
        assertThat(again.reference(Patient.class)).isEqualTo(person);
        assertThat(again.task().getFor().getReference()).isEqualTo(person);
        assertThat(again.referral().getSubject().getReference()).isEqualTo(person);
        assertThat(first.person().getTelecom()).extracting("value").containsExactly("06-00009999");
        assertThat(first.person().getMeta().getVersionId()).isEqualTo("2");
        var provenance = server.get(GP, "/Provenance?target=" + person);
        assertThat(provenance.all(org.hl7.fhir.r4.model.Provenance.class))
                .as("who changed how to reach her")
                .hasSize(1);
        new ReferralRows(jdbc).assertConsistent(first);
        new ReferralRows(jdbc).assertConsistent(again);
    }

    @Test
    void aLocumRefersInTheNameOfThePractice() {
        // Given a locum whom nobody has registered yet
        Bundle bundle = Messages.referral(1);
        Reference locum = new Reference("Organization/practice-1").setDisplay("waarnemer M. de Boer");
        Messages.part(bundle, ServiceRequest.class).setRequester(locum.copy());
        Messages.part(bundle, Task.class).setRequester(locum.copy());
        CommunicationRequest request = Messages.part(bundle, CommunicationRequest.class);
        request.setRequester(locum.copy());
        request.getRecipient().clear();
        request.addRecipient(locum.copy());

        // When the locum refers, then it is accepted, with the name by which Sanne can ask
        ReferralLife thea = ReferralLife.begin(server, GP, bundle);
        assertThat(thea.task().getRequester().getDisplay()).isEqualTo("waarnemer M. de Boer");
        assertThat(thea.task().getOwner().getReference()).isEqualTo("PractitionerRole/wally-1");

        // And the coordinator finds whom to register
        var found = server.get("coordinator-demo", "/Task?requester=Organization/practice-1&_count=100");
        assertThat(found.all(Task.class))
                .filteredOn(task ->
                        thea.reference(Task.class).endsWith(task.getIdElement().getIdPart()))
                .extracting(task -> task.getRequester().getDisplay())
                .containsExactly("waarnemer M. de Boer");
    }
}
