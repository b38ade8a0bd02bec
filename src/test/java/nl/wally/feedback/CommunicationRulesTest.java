package nl.wally.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.workflow.Actor;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommunicationRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SANNE = "PractitionerRole/wally-1";
    private static final String REFERENCE = "Communication/said";
    private static final Caller CALLER =
            new Caller("wally-demo-1", "Organization/social-1", SANNE, Caller.Capacity.SOCIAL_WORKER);

    private final Task task = new Task().setStatus(TaskStatus.INPROGRESS).setFor(new Reference("Patient/thea"));

    @ParameterizedTest
    @ValueSource(strings = {"interim-feedback", "final-feedback", "contact-attempt"})
    void letsOwnerAndStandInTell(String category) {
        assertThat(judge(said(category))).isEmpty();
        assertThat(judge(said(category), setting(Set.of(Actor.STAND_IN), task, false)))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNotForThisCallerToTell() {
        assertThat(judge(said("interim-feedback"), setting(Set.of(Actor.STAND_IN_IDLE), task, true)))
                .contains(Problem.FORBIDDEN);
        assertThat(judge(said("message"))).contains(Problem.FORBIDDEN);
        Communication foreign = said("interim-feedback")
                .setCategory(
                        List.of(new CodeableConcept(new Coding("http://example.org/other", "interim-feedback", null))));
        assertThat(judge(foreign)).contains(Problem.FORBIDDEN);
        assertThat(judge(said("interim-feedback").setSender(new Reference("PractitionerRole/wally-2"))))
                .contains(Problem.FORBIDDEN);
    }

    @Test
    void refusesAnotherPersonAndATimeAhead() {
        assertThat(judge(said("contact-attempt").setSubject(new Reference("Patient/other"))))
                .contains(Problem.REFERENCE_UNRESOLVED);
        assertThat(judge(said("contact-attempt").setSent(Date.from(NOW.plusSeconds(299)))))
                .isEmpty();
        assertThat(judge(said("contact-attempt").setSent(Date.from(NOW.plusSeconds(301)))))
                .contains(Problem.TIME_IN_FUTURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interim-feedback", "final-feedback"})
    void bindsFeedbackToTheRequestAndItsRecipients(String category) {
        assertThat(judge(said(category).setBasedOn(List.of()))).contains(Problem.REFERENCE_UNRESOLVED);
        assertThat(judge(said(category).setBasedOn(List.of(new Reference("CommunicationRequest/other")))))
                .contains(Problem.REFERENCE_UNRESOLVED);
        assertThat(judge(said(category).setRecipient(List.of(new Reference("PractitionerRole/gp-1")))))
                .contains(Problem.REFERENCE_UNRESOLVED);
        assertThat(judge(said(category).addRecipient(new Reference("Organization/practice-2"))))
                .contains(Problem.REFERENCE_UNRESOLVED);
        assertThat(judge(said(category).addRecipient(new Reference().setDisplay("the neighbour"))))
                .contains(Problem.REFERENCE_UNRESOLVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interim-feedback", "final-feedback"})
    void takesOnlyPlainTextWithoutPermissionForContent(String category) {
        Communication document = said(category);
        document.addPayload().setContent(new Attachment().setTitle("plan.pdf"));
        Communication note = said(category).addNote(new Annotation().setText("more"));
        Communication topic = said(category).setTopic(new CodeableConcept().setText("debts"));
        for (Communication more : List.of(document, note, topic)) {
            assertThat(judge(more, setting(Set.of(Actor.OWNER), task, false))).contains(Problem.CONSENT_MISSING);
            assertThat(judge(more)).isEmpty();
        }
        assertThat(judge(said(category), setting(Set.of(Actor.OWNER), task, false)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "REJECTED", "FAILED", "CANCELLED", "ENTEREDINERROR"})
    void hearsOnlyAnAddendumOnceTheReferralHasEnded(TaskStatus status) {
        Task ended = task.copy().setStatus(status);
        for (String category : List.of("interim-feedback", "final-feedback", "contact-attempt")) {
            assertThat(judge(said(category), setting(Set.of(Actor.OWNER), ended, true)))
                    .contains(Problem.ELEMENT_NOT_ALLOWED);
        }
        assertThat(judge(said("final-feedback"), ending(ended, withOutput(ended, "addendum", REFERENCE))))
                .isEmpty();
        assertThat(judge(said("final-feedback"), ending(ended, withOutput(ended, "addendum", "Communication/other"))))
                .contains(Problem.ELEMENT_NOT_ALLOWED);
        assertThat(judge(said("final-feedback"), ending(ended, withOutput(ended, "feedback", REFERENCE))))
                .contains(Problem.ELEMENT_NOT_ALLOWED);
        assertThat(judge(said("final-feedback"), ending(task, withOutput(ended, "feedback", REFERENCE))))
                .as("what ends it comes before the end")
                .isEmpty();
    }

    private static Communication said(String category) {
        Communication said = new Communication()
                .addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category))
                .addBasedOn(new Reference("CommunicationRequest/thea"))
                .setSubject(new Reference("Patient/thea"))
                .setSender(new Reference(SANNE))
                .setSent(Date.from(NOW))
                .addRecipient(new Reference("Organization/practice-1"))
                .addRecipient(new Reference("PractitionerRole/gp-1"));
        said.addPayload().setContent(new StringType("Er is contact geweest."));
        return said;
    }

    private static Task withOutput(Task task, String type, String reference) {
        Task after = task.copy();
        after.addOutput()
                .setType(Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, type))
                .setValue(new Reference(reference));
        return after;
    }

    private static CommunicationRules.Setting setting(Set<Actor> actors, Task task, boolean permitted) {
        return setting(actors, task, task, permitted);
    }

    private static CommunicationRules.Setting ending(Task before, Task after) {
        return setting(Set.of(Actor.OWNER), before, after, true);
    }

    private static CommunicationRules.Setting setting(Set<Actor> actors, Task before, Task after, boolean permitted) {
        CommunicationRequest request = new CommunicationRequest();
        request.setId("CommunicationRequest/thea");
        request.addRecipient(new Reference("PractitionerRole/gp-1"));
        request.addRecipient(new Reference("Organization/practice-1"));
        return new CommunicationRules.Setting(CALLER, actors, before, after, Optional.of(request), permitted, NOW);
    }

    private Optional<Problem> judge(Communication said) {
        return judge(said, setting(Set.of(Actor.OWNER), task, true));
    }

    private static Optional<Problem> judge(Communication said, CommunicationRules.Setting setting) {
        return CommunicationRules.judge(said, REFERENCE, setting).map(Refusal::problem);
    }
}
