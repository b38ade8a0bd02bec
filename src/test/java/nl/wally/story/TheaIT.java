package nl.wally.story;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** The story of Thea, from the referral to the GP who reads the answer. */
class TheaIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Test
    void travelsTheLoop() {
        // Given Dr. Van Dijk refers Thea to the Wally of his practice
        ReferralLife thea = ReferralLife.begin(server, 1);
        assertThat(thea.task().getOwner().getReference()).isEqualTo("PractitionerRole/wally-1");
        assertThat(thea.task().getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DUE))
                .isNotNull();
        assertThat(server.get(SANNE, "/Task?_id=" + thea.task().getIdElement().getIdPart())
                        .all(Task.class))
                .as("Sanne has it on her list at once")
                .hasSize(1);

        // When Sanne opens it and accepts it
        ok(thea.step(SANNE, TaskStatus.RECEIVED, Set.of()));
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));

        // And calls twice before she gets through
        create(Messages.attempt(thea.task(), "no-answer"));
        create(Messages.attempt(thea.task(), "reached"));
        ok(thea.change(SANNE, task -> progress(task, "contact-attempted")));
        ok(thea.step(SANNE, TaskStatus.INPROGRESS, Set.of()));

        // Then the GP sees how it stands, and how often she called, but not what came of it
        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.INPROGRESS);
        assertSeesHowManyCalls(thea);
        assertThat(server.get(SANNE, "/Communication?category=contact-attempt&part-of=" + thea.reference(Task.class))
                        .all(Communication.class))
                .hasSize(2);

        // When Sanne visits Thea and tells the GP half-way
        ok(thea.change(SANNE, task -> progress(task, "intake-done")));
        create(Messages.interim(
                thea.finalFeedback(SANNE, thea.task()), "Morgen gaan we samen naar de schuldhulpverlening."));
        ok(thea.change(SANNE, task -> progress(task, "interim-feedback-sent")));

        // Then nothing is closed by that
        assertThat(thea.feedback()).hasSize(1);
        assertThat(thea.referral().getStatus()).isEqualTo(ServiceRequestStatus.ACTIVE);
        assertThat(thea.request().getStatus()).isEqualTo(CommunicationRequestStatus.ACTIVE);

        // When Sanne ends it with feedback: what is agreed, who does what, when
        ok(thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));

        // Then the GP finds the feedback, and everything is closed
        assertClosed(thea);
    }

    private void assertSeesHowManyCalls(ReferralLife thea) {
        assertThat(server.get(GP, "/Communication?category=contact-attempt&part-of=" + thea.reference(Task.class))
                        .all(Communication.class))
                .hasSize(2)
                .allSatisfy(call ->
                        assertThat(call.getMeta().getTagFirstRep().getCode()).isEqualTo("SUBSETTED"))
                .noneMatch(call -> call.hasMedium() || call.hasExtension(Canonicals.EXTENSION_CONTACT_RESULT));
    }

    private static void assertClosed(ReferralLife thea) {
        assertThat(thea.feedback())
                .extracting(feedback ->
                        feedback.getCategoryFirstRep().getCodingFirstRep().getCode())
                .containsExactlyInAnyOrder("interim-feedback", "final-feedback");
        assertThat(thea.referral().getStatus()).isEqualTo(ServiceRequestStatus.COMPLETED);
        assertThat(thea.request().getStatus()).isEqualTo(CommunicationRequestStatus.COMPLETED);
        assertThat(thea.task().getExecutionPeriod().hasEnd()).isTrue();
        assertThat(thea.notices(GP)).as("feedback says it all").isEmpty();
    }

    @Test
    void theGpConfirmsThatTheFeedbackWasReadAndChangesNothingElse() {
        // Given Thea's referral has ended with feedback
        ReferralLife thea = ended();
        Communication feedback = thea.feedback().get(0);
        String reference = "Communication/" + feedback.getIdElement().getIdPart();

        // When Dr. Van Dijk has read it, and his system says so
        feedback.addExtension(Messages.read("PractitionerRole/gp-1"));
        ok(server.put(GP, feedback));

        // Then Sanne sees who has read it
        Communication seen = server.read(SANNE, reference, Communication.class);
        assertThat(seen.getExtensionByUrl(Canonicals.EXTENSION_READ)
                        .getExtensionByUrl("by")
                        .getValue()
                        .toString())
                .isNotBlank();

        // But nobody changes what was said: not the GP, not even while confirming
        seen.addExtension(Messages.read("PractitionerRole/gp-1"));
        seen.getPayloadFirstRep().setContent(new StringType("Iets anders."));
        Answer changed = server.put(GP, seen);
        assertThat(changed.status()).isEqualTo(422);
        assertThat(changed.problems()).containsExactly("element-immutable");

        // Nor takes the confirmation back, nor confirms for the GP
        Communication again = server.read(GP, reference, Communication.class);
        again.getExtension().removeIf(extension -> Canonicals.EXTENSION_READ.equals(extension.getUrl()));
        assertThat(server.put(GP, again).problems()).containsExactly("element-immutable");
        again = server.read(GP, reference, Communication.class);
        again.addExtension(Messages.read("PractitionerRole/wally-1"));
        assertThat(server.put(SANNE, again).problems()).containsExactly("forbidden");
        again = server.read(GP, reference, Communication.class);
        again.setReceived(null);
        assertThat(server.put(GP, again).problems()).containsExactly("element-immutable");
    }

    @Test
    void sanneSeesThatTheSystemOfTheGpHasFetchedTheFeedback() {
        // Given Thea's referral has ended with feedback that the GP's system has not fetched yet
        ReferralLife thea = ended();
        String search = "/Communication?based-on=" + thea.reference(org.hl7.fhir.r4.model.CommunicationRequest.class);
        Communication before = server.get(SANNE, search).first(Communication.class);
        assertThat(before.hasReceived()).as("Sanne is not the GP").isFalse();
        server.get(GP, search + "&_elements=status");
        assertThat(server.get(SANNE, search).first(Communication.class).hasReceived())
                .as("a glimpse is not the feedback")
                .isFalse();

        // When it fetches it
        Communication fetched = server.get(GP, search).first(Communication.class);

        // Then it gets the version that says so, once for all
        assertThat(fetched.getReceived()).isNotNull();
        assertThat(fetched.getMeta().getVersionId()).isEqualTo("2");
        String reference = "Communication/" + fetched.getIdElement().getIdPart();
        for (String client : new String[] {GP, SANNE, GP}) {
            Communication later = server.read(client, reference, Communication.class);
            assertThat(later.getMeta().getVersionId()).isEqualTo("2");
            assertThat(later.getReceived()).isEqualTo(fetched.getReceived());
        }
    }

    @Test
    void anAttemptToReachTheaIsNoFeedbackThatTheGpFetches() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        String call = create(Messages.attempt(thea.task(), "voicemail"));
        server.get(
                GP,
                "/Task?_revinclude=Communication:part-of&_id="
                        + thea.task().getIdElement().getIdPart());
        assertThat(server.read(SANNE, call, Communication.class).hasReceived()).isFalse();
    }

    private ReferralLife ended() {
        ReferralLife thea = ReferralLife.begin(server, 1);
        ok(thea.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(thea.step(SANNE, TaskStatus.COMPLETED, EnumSet.of(Guard.G_FEEDBACK, Guard.G_OUTCOME)));
        return thea;
    }

    private String create(Communication said) {
        Answer answer = server.post(SANNE, "/Communication", said);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return "Communication/" + answer.resource().getIdElement().getIdPart();
    }

    private static void progress(Task task, String code) {
        task.setBusinessStatus(Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, code));
    }
}
