package nl.wally.workflow;

import static nl.wally.workflow.Tasks.facts;
import static nl.wally.workflow.Tasks.in;
import static nl.wally.workflow.Tasks.problems;
import static nl.wally.workflow.Tasks.to;
import static nl.wally.workflow.Tasks.withFeedback;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.workflow.Verdict.Allowed;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Every guard both ways. */
class TaskRulesTest {
    private final TaskRules rules = TaskRules.load();

    @Test
    void passesOnWhatTheServerMustDo() {
        Task before = in(TaskStatus.INPROGRESS);
        Verdict verdict = rules.judge(before, withFeedback(to(before, TaskStatus.COMPLETED)), facts(Actor.OWNER));
        assertThat(((Allowed) verdict).consequences()).containsExactly(Guard.G_SRSYNC);
        assertThat(((Allowed) verdict).transition().map(Transition::id)).contains("T16");

        Verdict created = rules.judge(null, in(TaskStatus.REQUESTED), facts(Actor.GP));
        assertThat(((Allowed) created).consequences())
                .contains(Guard.G_DUE, Guard.G_CONSENT, Guard.G_REF)
                .doesNotContain(Guard.G_SUB);
    }

    @Test
    void refusesAReasonThatIsMissingStaleUnknownOrWithoutText() {
        Task before = in(TaskStatus.REQUESTED);
        Task after = withFeedback(to(before, TaskStatus.REJECTED));
        after.setStatusReason(null);
        assertThat(judge(before, after)).containsExactly(Problem.STATUS_REASON);
        after.setStatusReason(Tasks.reason("unreachable"));
        assertThat(judge(before, after)).containsExactly(Problem.STATUS_REASON);
        after.setStatusReason(Tasks.reason("other").setText(" "));
        assertThat(judge(before, after)).containsExactly(Problem.STATUS_REASON);
        after.setStatusReason(Tasks.reason("no-capacity"));
        assertThat(judge(before, after)).isEmpty();

        Task held = in(TaskStatus.ONHOLD).setStatusReason(Tasks.reason("other").setText("zelfde"));
        Task failed = withFeedback(to(held, TaskStatus.FAILED));
        failed.setStatusReason(held.getStatusReason().copy());
        assertThat(judge(held, failed)).containsExactly(Problem.STATUS_REASON);
    }

    @Test
    void refusesANewReasonWhereNoneBelongsButForgivesTheOldOne() {
        Task held = in(TaskStatus.ONHOLD);
        Task resumed = to(held, TaskStatus.INPROGRESS);
        assertThat(judge(held, resumed)).isEmpty();
        resumed.setStatusReason(Tasks.reason("other").setText("nieuw"));
        assertThat(judge(held, resumed)).containsExactly(Problem.STATUS_REASON);
    }

    @Test
    void refusesHoldingWithoutADateToResume() {
        Task before = in(TaskStatus.ACCEPTED);
        Task after = to(before, TaskStatus.ONHOLD);
        assertThat(judge(before, after)).isEmpty();
        after.getExtension().clear();
        assertThat(judge(before, after)).containsExactly(Problem.RESUME_DATE_MISSING);
        Task started = to(before, TaskStatus.INPROGRESS);
        Tasks.resumeOn(started, "2026-04-01");
        assertThat(judge(before, started)).containsExactly(Problem.ELEMENT_NOT_ALLOWED);
    }

    @Test
    void refusesToEndWithoutFeedbackOrOutcome() {
        Task before = in(TaskStatus.INPROGRESS);
        Task after = to(before, TaskStatus.COMPLETED);
        assertThat(judge(before, after)).containsExactly(Problem.FEEDBACK_MISSING, Problem.OUTCOME_MISSING);
        Tasks.addOutput(after, "feedback", new Reference("Communication/thea"));
        assertThat(judge(before, after)).containsExactly(Problem.OUTCOME_MISSING);
        Tasks.addOutput(after, "outcome", new StringType("helped"));
        assertThat(judge(before, after)).containsExactly(Problem.OUTCOME_MISSING);
        assertThat(judge(before, withFeedback(after))).isEmpty();
    }

    @Test
    void refusesToEndWithAReferralOnwardToNowhere() {
        Task before = in(TaskStatus.INPROGRESS);
        Task after = to(before, TaskStatus.COMPLETED);
        Tasks.addOutput(after, "feedback", new Reference("Communication/thea"));
        Tasks.addOutput(after, "outcome", Codes.concept(Canonicals.SYSTEM_OUTCOME, "referred-onward"));
        assertThat(judge(before, after)).containsExactly(Problem.OUTCOME_MISSING);
        Tasks.addOutput(after, "onward-referral", new StringType("Taalcafé"));
        assertThat(judge(before, after)).isEmpty();
    }

    @Test
    void refusesFeedbackThatIsNotFinalOrNotForTheGp() {
        Communication draft = Tasks.feedback();
        draft.setStatus(CommunicationStatus.PREPARATION);
        Communication interim = Tasks.feedback();
        interim.getCategoryFirstRep().getCodingFirstRep().setCode("interim-feedback");
        Communication elsewhere = Tasks.feedback();
        elsewhere.getBasedOn().get(0).setReference("CommunicationRequest/other");
        Communication otherPerson = Tasks.feedback().setSubject(new Reference("Patient/other"));
        Communication onlyPractice = Tasks.feedback();
        onlyPractice.getRecipient().remove(0);
        Communication blank = Tasks.feedback();
        blank.getPayloadFirstRep().setContent(new StringType("  "));
        Communication document = Tasks.feedback();
        document.getPayloadFirstRep().setContent(new Reference("DocumentReference/1"));
        Communication another = Tasks.feedback();
        another.setId("Communication/other");
        for (Communication wrong :
                List.of(draft, interim, elsewhere, otherPerson, onlyPractice, blank, document, another)) {
            assertThat(withFeedbackOf(wrong, true)).containsExactly(Problem.FEEDBACK_MISSING);
        }
        assertThat(withFeedbackOf(Tasks.feedback(), true)).isEmpty();
    }

    @Test
    void refusesMoreThanTextWithoutPermissionForContent() {
        Communication more = Tasks.feedback();
        more.addPayload().setContent(new Reference("DocumentReference/1"));
        assertThat(withFeedbackOf(more, true)).isEmpty();
        assertThat(withFeedbackOf(more, false)).containsExactly(Problem.FEEDBACK_MISSING);
        assertThat(withFeedbackOf(Tasks.feedback(), false)).isEmpty();
    }

    @Test
    void refusesToCompleteWhileACancellationIsOpen() {
        Task before = in(TaskStatus.ACCEPTED);
        Task after = withFeedback(to(before, TaskStatus.COMPLETED));
        TaskFacts open = facts(Actor.OWNER).withCancellation(true, false, false);
        assertThat(problems(rules.judge(before, after, open))).containsExactly(Problem.SUBTASK_OPEN);
    }

    @Test
    void cancelsWorkOnlyAfterAnAcceptedRequestOrWithdrawnConsent() {
        Task before = in(TaskStatus.INPROGRESS);
        Task after = withFeedback(to(before, TaskStatus.CANCELLED));
        TaskFacts facts = facts(Actor.OWNER);
        assertThat(problems(rules.judge(before, after, facts.withCancellation(false, false, false))))
                .containsExactly(Problem.CANCELLATION_NOT_ACCEPTED);
        assertThat(problems(rules.judge(before, after, facts.withCancellation(false, true, false))))
                .isEmpty();
        assertThat(problems(rules.judge(before, after, facts.withCancellation(false, false, true))))
                .isEmpty();
    }

    @Test
    void movesTheOwnerOnlyWithinTheTeam() {
        Task before = in(TaskStatus.ACCEPTED);
        Task after = before.copy().setOwner(new Reference("PractitionerRole/wally-3"));
        assertThat(judge(before, after)).containsExactly(Problem.OWNER_OUTSIDE_TEAM);
        assertThat(problems(rules.judge(before, after, facts(Actor.COORDINATOR))))
                .isEmpty();
        after.setOwner(new Reference("PractitionerRole/stranger"));
        assertThat(problems(rules.judge(before, after, facts(Actor.COORDINATOR))))
                .containsExactly(Problem.OWNER_OUTSIDE_TEAM);
        after.setOwner(null);
        assertThat(judge(before, after)).containsExactly(Problem.OWNER_OUTSIDE_TEAM);
        after.setOwner(new Reference(Tasks.SUBSTITUTE));
        assertThat(((Allowed) rules.judge(before, after, facts(Actor.OWNER))).consequences())
                .containsExactly(Guard.G_SUB);
    }

    @Test
    void coordinatorsNameOnlyMembersOfTheTeamAsRecipients() {
        Task before = in(TaskStatus.ACCEPTED);
        Task after = before.copy();
        after.getRestriction().addRecipient(new Reference("PractitionerRole/stranger"));
        assertThat(problems(rules.judge(before, after, facts(Actor.COORDINATOR))))
                .containsExactly(Problem.OWNER_OUTSIDE_TEAM);
    }

    @Test
    void aStandInBecomesTheOwnerAndNobodyElseDoes() {
        Task before = in(TaskStatus.RECEIVED);
        Task after = to(before, TaskStatus.ACCEPTED);
        assertThat(((Allowed) rules.judge(before, after, facts(Actor.STAND_IN))).consequences())
                .containsExactly(Guard.G_SUB);
        after.setOwner(new Reference(Tasks.SUBSTITUTE));
        assertThat(problems(rules.judge(before, after, facts(Actor.STAND_IN)))).isEmpty();
        after.setOwner(new Reference("PractitionerRole/wally-3"));
        assertThat(problems(rules.judge(before, after, facts(Actor.STAND_IN))))
                .containsExactly(Problem.OWNER_OUTSIDE_TEAM);
    }

    @Test
    void notesAndOutputsOnlyGrow() {
        Task before = in(TaskStatus.INPROGRESS);
        Task changedNote = before.copy();
        changedNote.getNoteFirstRep().setText("anders");
        assertThat(judge(before, changedNote)).containsExactly(Problem.ELEMENT_IMMUTABLE);
        Task noOutput = before.copy();
        noOutput.getOutput().clear();
        assertThat(judge(before, noOutput)).containsExactly(Problem.ELEMENT_IMMUTABLE);
        Task newNoteFirst = before.copy();
        newNoteFirst.getNote().add(0, new org.hl7.fhir.r4.model.Annotation().setText("ervoor"));
        assertThat(judge(before, newNoteFirst)).containsExactly(Problem.ELEMENT_IMMUTABLE);
        Task ended = withFeedback(to(before, TaskStatus.COMPLETED));
        ended.getNote().clear();
        assertThat(judge(before, ended)).containsExactly(Problem.ELEMENT_IMMUTABLE);
    }

    @Test
    void refusesProgressThatDoesNotFitTheStatus() {
        Task before = in(TaskStatus.RECEIVED);
        Task same = before.copy().setBusinessStatus(Tasks.progress("support-running"));
        assertThat(judge(before, same)).containsExactly(Problem.BUSINESS_STATUS);
        Task stepped = to(before, TaskStatus.ACCEPTED).setBusinessStatus(Tasks.progress("closed"));
        assertThat(judge(before, stepped)).containsExactly(Problem.BUSINESS_STATUS);
        stepped.setBusinessStatus(Tasks.progress("contact-attempted"));
        assertThat(judge(before, stepped)).isEmpty();
        stepped.setBusinessStatus(null);
        assertThat(judge(before, stepped)).isEmpty();
        Task foreign = before.copy();
        foreign.getBusinessStatus().getCodingFirstRep().setSystem("http://example.org");
        assertThat(judge(before, foreign)).containsExactly(Problem.BUSINESS_STATUS);
    }

    @Test
    void refusesImmutableElementsDuringAStepToo() {
        Task before = in(TaskStatus.RECEIVED);
        Task after = to(before, TaskStatus.ACCEPTED).setFor(new Reference("Patient/other"));
        assertThat(judge(before, after)).containsExactly(Problem.ELEMENT_IMMUTABLE);
        Task later = to(before, TaskStatus.ACCEPTED);
        later.addExtension(Canonicals.EXTENSION_FIRST_CONTACT_DUE, new DateTimeType("2027-01-01"));
        assertThat(judge(before, later)).containsExactly(Problem.ELEMENT_NOT_ALLOWED);
    }

    @Test
    void allowsAChangeThatChangesNothing() {
        Task before = in(TaskStatus.COMPLETED);
        Task after = before.copy();
        after.setLastModified(new java.util.Date(0));
        after.getMeta().setVersionId("7");
        assertThat(rules.judge(before, after, facts(Actor.OTHER_ORG)))
                .isEqualTo(new Allowed(Optional.empty(), java.util.Set.of()));
    }

    @Test
    void oneAllowedRowIsEnoughForSomebodyWhoIsSeveralActors() {
        Task before = in(TaskStatus.ACCEPTED);
        Task after = to(before, TaskStatus.FAILED);
        assertThat(problems(rules.judge(before, after, facts(Actor.OWNER)))).containsExactly(Problem.FEEDBACK_MISSING);
        Verdict both = rules.judge(before, after, facts(Actor.OWNER, Actor.COORDINATOR));
        assertThat(((Allowed) both).transition().map(Transition::id)).contains("T23");
    }

    private List<Problem> judge(Task before, Task after) {
        return problems(rules.judge(before, after, facts(Actor.OWNER)));
    }

    private List<Problem> withFeedbackOf(Communication feedback, boolean contentPermitted) {
        Task before = in(TaskStatus.INPROGRESS);
        Task after = withFeedback(to(before, TaskStatus.COMPLETED));
        TaskFacts facts = facts(Actor.OWNER)
                .withFeedback(List.of(feedback), Optional.of(Tasks.feedbackRequest()), contentPermitted);
        return problems(rules.judge(before, after, facts));
    }
}
