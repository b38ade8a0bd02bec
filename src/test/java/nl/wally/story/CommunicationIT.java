package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** What is said between Wally and GP stays as it was said, and reaches whom it is meant for. */
class CommunicationIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Test
    void theGpDoesNotRewriteNarrativeOrTagsWhileConfirming() {
        Communication feedback = ended().feedback().get(0);
        feedback.addExtension(Messages.read("PractitionerRole/gp-1"));
        feedback.getText().setStatus(org.hl7.fhir.r4.model.Narrative.NarrativeStatus.ADDITIONAL);
        feedback.getText().setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">Iets anders.</div>");
        feedback.getMeta().addTag("http://example.org/tags", "mine", "mine");
        feedback.getMeta().addSecurity("http://example.org/labels", "mine", "mine");

        ok(server.put(GP, feedback));

        Communication stored = server.read(SANNE, reference(feedback), Communication.class);
        assertThat(stored.getExtensionsByUrl(Canonicals.EXTENSION_READ)).hasSize(1);
        assertThat(stored.hasText()).isFalse();
        assertThat(stored.getMeta().getTag()).isEmpty();
        assertThat(stored.getMeta().getSecurity()).isEmpty();
    }

    @Test
    void finalFeedbackAnswersTheRequestAlsoBeforeTheTaskEnds() {
        // Given a referral that Sanne has accepted
        var sent = server.post(GP, "", Messages.referral(1));
        Task task = sent.first(Task.class);
        CommunicationRequest request = sent.first(CommunicationRequest.class);
        task.setStatus(TaskStatus.ACCEPTED);
        task = server.put(SANNE, task).resource(Task.class);

        // When she sends the final feedback by itself
        Answer answer = server.post(SANNE, "/Communication", Messages.feedback(task, request));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);

        // Then the request for it is completed, and stays so when the GP cancels
        assertThat(stored(request).getStatus()).isEqualTo(CommunicationRequest.CommunicationRequestStatus.COMPLETED);
        task.setStatus(TaskStatus.CANCELLED);
        task.setStatusReason(Codes.concept(Canonicals.SYSTEM_STATUS_REASON, "withdrawn-by-gp"));
        ok(server.put(GP, task));
        assertThat(stored(request).getStatus()).isEqualTo(CommunicationRequest.CommunicationRequestStatus.COMPLETED);
    }

    @Test
    void whoSaysItIsKnownFromTheToken() {
        var sent = server.post(GP, "", Messages.referral(1));
        Communication feedback = Messages.interim(
                Messages.feedback(sent.first(Task.class), sent.first(CommunicationRequest.class)), "Ik bel morgen.");
        feedback.setSender(null);
        Answer answer = server.post(SANNE, "/Communication", feedback);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.resource(Communication.class).getSender().getReference())
                .isEqualTo("PractitionerRole/wally-1");
    }

    private CommunicationRequest stored(CommunicationRequest request) {
        return server.read(GP, reference(request), CommunicationRequest.class);
    }

    @Test
    void theSystemOfAPracticeConfirmsOnlyForThePracticeAndWhoWorksThere() {
        String reference = reference(ended().feedback().get(0));
        for (String stranger : List.of(
                "PractitionerRole/gp-2",
                "PractitionerRole/wally-1",
                "Practitioner/gp-2",
                "Practitioner/wally-1",
                "Organization/practice-2")) {
            Answer refused = confirm(reference, stranger);
            assertThat(refused.status()).as(stranger).isEqualTo(403);
            assertThat(refused.problems()).as(stranger).containsExactly("forbidden");
        }
        for (String reader : List.of("PractitionerRole/gp-1", "Practitioner/gp-1", "Organization/practice-1")) {
            ok(confirm(reference, reader));
        }
    }

    @Test
    void feedbackGoesToWhomTheRequestNamesAndToNobodyElse() {
        ReferralLife thea = begun(Messages.referral(1));
        ReferralLife other = begun(Messages.referral(1));
        Communication feedback = thea.finalFeedback(SANNE, thea.task());
        for (Communication said : List.of(feedback, Messages.interim(feedback, "Er is contact geweest."))) {
            assertRefused(said.copy().addRecipient(new Reference("Organization/practice-2")), "reference-unresolved");
            Communication fewer = said.copy();
            fewer.getRecipient().remove(0);
            assertRefused(fewer, "reference-unresolved");
            Communication elsewhere =
                    said.copy().setBasedOn(List.of(new Reference(other.reference(CommunicationRequest.class))));
            assertRefused(elsewhere, "reference-unresolved");
        }
        assertThat(thea.feedback()).isEmpty();
    }

    @Test
    void withoutPermissionForContentTheGpGetsPlainTextOnly() {
        // Given Thea permits sharing with Wally, but no feedback of content to the GP
        Bundle referral = Messages.referral(1);
        Messages.part(referral, Consent.class)
                .getProvision()
                .getProvision()
                .removeIf(part -> Codes.anyHas(part.getCode(), Canonicals.SYSTEM_SHARING, "feedback-to-gp"));
        ReferralLife thea = begun(referral);
        Communication feedback = thea.finalFeedback(SANNE, thea.task());

        // When Sanne sends more than text, half-way or at the end, then it is not accepted
        for (Communication said : List.of(feedback, Messages.interim(feedback, "Er is contact geweest."))) {
            assertRefused(said.copy().addNote(new Annotation().setText("Schulden.")), "consent-missing");
        }

        // But that there was contact, the GP may hear
        assertCreated(Messages.interim(feedback, "Er is contact geweest."));
    }

    @Test
    void afterTheEndOnlyAnAddendumIsSaid() {
        // Given Thea's referral has ended
        ReferralLife thea = ended();
        Communication late = thea.finalFeedback(SANNE, thea.task());

        // Then nobody goes on telling as if it had not
        assertRefused(late, "element-not-allowed");
        assertRefused(Messages.interim(late, "Nog iets."), "element-not-allowed");
        assertRefused(Messages.attempt(thea.task(), "no-answer"), "element-not-allowed");
        assertThat(thea.feedback()).hasSize(1);

        // But what came up later is added to it
        Bundle addition = Messages.ending(thea.task(), late);
        Messages.part(addition, Task.class)
                .getOutput()
                .get(thea.task().getOutput().size())
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "addendum"));
        ok(server.post(SANNE, "", addition));
        assertThat(thea.feedback()).hasSize(2);
    }

    private ReferralLife begun(Bundle referral) {
        ReferralLife thea = ReferralLife.begin(server, GP, referral);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        return thea;
    }

    private void assertRefused(Communication said, String problem) {
        Answer refused = server.post(SANNE, "/Communication", said);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.problems()).containsExactly(problem);
    }

    private void assertCreated(Communication said) {
        Answer created = server.post(SANNE, "/Communication", said);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
    }

    private Answer confirm(String reference, String reader) {
        Communication read = server.read(GP, reference, Communication.class);
        read.addExtension(Messages.read(reader));
        return server.put(GP, read);
    }

    private ReferralLife ended() {
        ReferralLife thea = begun(Messages.referral(1));
        ok(thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        return thea;
    }

    private static String reference(org.hl7.fhir.r4.model.Resource said) {
        return said.fhirType() + "/" + said.getIdElement().getIdPart();
    }
}
