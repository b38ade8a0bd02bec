package nl.wally.workflow;

import static nl.wally.workflow.Tasks.facts;
import static nl.wally.workflow.Tasks.in;
import static nl.wally.workflow.Tasks.to;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.workflow.Verdict.Allowed;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

class TaskCompletionTest {
    private final TaskRules rules = TaskRules.load();
    private final TaskCompletion completion = new TaskCompletion(Tasks.STATES);

    @Test
    void replacesProgressOfTheFormerStatusByTheDefault() {
        Task before = in(TaskStatus.RECEIVED);
        assertThat(progress(complete(before, to(before, TaskStatus.ACCEPTED), Actor.OWNER)))
                .containsExactly("contact-planned");
        Task chosen = to(before, TaskStatus.ACCEPTED).setBusinessStatus(Tasks.progress("contact-attempted"));
        assertThat(progress(complete(before, chosen, Actor.OWNER))).containsExactly("contact-attempted");
        Task held = to(in(TaskStatus.ACCEPTED), TaskStatus.ONHOLD).setStatusReason(Tasks.reason("waiting-list"));
        assertThat(progress(complete(in(TaskStatus.ACCEPTED), held, Actor.OWNER)))
                .containsExactly("waitlisted");
    }

    @Test
    void dropsReasonAndDateOfAHoldThatIsOver() {
        Task before = in(TaskStatus.ONHOLD);
        Task after = complete(before, to(before, TaskStatus.INPROGRESS), Actor.OWNER);
        assertThat(after.hasStatusReason()).isFalse();
        assertThat(after.hasExtension(Canonicals.EXTENSION_RESUME_DATE)).isFalse();
    }

    @Test
    void recordsFromWhenToWhenWorkWasDone() {
        Task before = in(TaskStatus.RECEIVED);
        Task accepted = complete(before, to(before, TaskStatus.ACCEPTED), Actor.OWNER);
        assertThat(accepted.getExecutionPeriod().getStart()).isEqualTo(Date.from(Tasks.NOW));
        assertThat(accepted.getExecutionPeriod().hasEnd()).isFalse();
        Task failed = Tasks.withFeedback(to(accepted, TaskStatus.FAILED));
        Task ended = complete(accepted, failed, Actor.OWNER);
        assertThat(ended.getExecutionPeriod().getEnd()).isEqualTo(Date.from(Tasks.NOW));
        Task rejected = complete(before, Tasks.withFeedback(to(before, TaskStatus.REJECTED)), Actor.OWNER);
        assertThat(rejected.hasExecutionPeriod()).isFalse();
    }

    @Test
    void makesAStandInTheOwnerAndKeepsTheFormerOneAsRecipient() {
        Task before = in(TaskStatus.REQUESTED);
        Task after = complete(before, to(before, TaskStatus.RECEIVED), Actor.STAND_IN);
        assertThat(References.key(after.getOwner())).isEqualTo(Tasks.SUBSTITUTE);
        assertThat(References.anyIs(after.getRestriction().getRecipient(), Tasks.WALLY))
                .isTrue();
        assertThat(progress(after)).containsExactly("handed-over");
        Task said = to(before, TaskStatus.RECEIVED).setBusinessStatus(Tasks.progress("seen"));
        assertThat(progress(complete(before, said, Actor.STAND_IN))).containsExactly("seen");
        assertThat(References.key(before.getOwner())).isEqualTo(Tasks.WALLY);
    }

    @Test
    void showsThatATaskWasHandedOver() {
        Task before = in(TaskStatus.ACCEPTED);
        Task moved = before.copy().setOwner(new Reference("PractitionerRole/wally-3"));
        Task after = complete(before, moved, Actor.COORDINATOR);
        assertThat(progress(after)).containsExactly("handed-over");
        assertThat(References.anyIs(after.getRestriction().getRecipient(), "PractitionerRole/wally-3"))
                .isTrue();
        assertThat(rules.judge(before, after, facts(Actor.COORDINATOR))).isInstanceOf(Allowed.class);

        Task held = in(TaskStatus.ONHOLD);
        Task heldMoved = complete(held, held.copy().setOwner(new Reference(Tasks.SUBSTITUTE)), Actor.OWNER);
        assertThat(progress(heldMoved)).containsExactly("client-unavailable");
    }

    @Test
    void keepsWhatOnlyTheServerWrites() {
        Task before = in(TaskStatus.ACCEPTED);
        Task after = before.copy();
        after.addNote().setText("nog een");
        after.setLastModified(new Date(0));
        after.getMeta().addTag("http://example.org", "x", "x");
        after.getText().setDivAsString("<div>x</div>");
        Task stored = complete(before, after, Actor.OWNER);
        assertThat(stored.getLastModified()).isEqualTo(Date.from(Tasks.NOW));
        assertThat(stored.getMeta().getTag()).isEmpty();
        assertThat(stored.hasText()).isFalse();
        Task same = complete(before, before.copy().setLastModified(new Date(0)), Actor.OWNER);
        assertThat(same.equalsDeep(before)).isTrue();
    }

    @Test
    void isUnattendedUntilOwnerOrStandInTakesAStepOrItEnds() {
        Task before = in(TaskStatus.REQUESTED);
        before.addExtension(Canonicals.EXTENSION_UNATTENDED, new DateTimeType(Date.from(Tasks.NOW)));
        for (Actor actor : List.of(Actor.OWNER, Actor.STAND_IN)) {
            Task received = to(before, TaskStatus.RECEIVED);
            Task once = complete(before, received, actor);
            assertThat(once.hasExtension(Canonicals.EXTENSION_UNATTENDED)).isFalse();
            Allowed allowed = (Allowed) rules.judge(before, received, facts(actor));
            Task twice = completion.complete(before, once, allowed, facts(actor));
            assertThat(twice.equalsDeep(once)).isTrue();
        }
        Task withdrawn = complete(before, to(before, TaskStatus.CANCELLED), Actor.GP);
        assertThat(withdrawn.hasExtension(Canonicals.EXTENSION_UNATTENDED)).isFalse();
        Task moved = before.copy().setOwner(new Reference(Tasks.SUBSTITUTE));
        assertThat(complete(before, moved, Actor.COORDINATOR).hasExtension(Canonicals.EXTENSION_UNATTENDED))
                .isTrue();
    }

    @Test
    void leavesItToTheServerToSayThatSomebodyLooked() {
        Task before = in(TaskStatus.REQUESTED);
        before.addExtension(Canonicals.EXTENSION_UNATTENDED, new DateTimeType(Date.from(Tasks.NOW)));
        Task erased = to(before, TaskStatus.RECEIVED);
        erased.getExtension().clear();
        assertThat(Tasks.problems(rules.judge(before, erased, facts(Actor.OWNER))))
                .containsExactly(Problem.ELEMENT_NOT_ALLOWED);
    }

    @Test
    void isNeverModifiedBeforeItWasAuthored() {
        Task created = in(TaskStatus.REQUESTED);
        Date ahead = Date.from(Tasks.NOW.plusSeconds(200));
        created.setAuthoredOn(ahead).setBusinessStatus(null);
        Allowed allowed = (Allowed) rules.judge(null, created, facts(Actor.GP));
        Task stored = completion.complete(null, created, allowed, facts(Actor.GP));
        assertThat(stored.getLastModified()).isEqualTo(ahead);
        assertThat(progress(stored)).containsExactly("delivered");
        assertThat(stored.hasExecutionPeriod()).isFalse();
    }

    @Test
    void bringsReferralAndFeedbackRequestAlong() {
        assertThat(LoopClosure.referralStatus(TaskStatus.COMPLETED)).contains(ServiceRequestStatus.COMPLETED);
        assertThat(LoopClosure.feedbackRequestStatus(TaskStatus.COMPLETED, true))
                .contains(CommunicationRequestStatus.COMPLETED);
        for (TaskStatus ended : List.of(TaskStatus.REJECTED, TaskStatus.FAILED, TaskStatus.CANCELLED)) {
            assertThat(LoopClosure.referralStatus(ended)).contains(ServiceRequestStatus.REVOKED);
            assertThat(LoopClosure.feedbackRequestStatus(ended, true)).contains(CommunicationRequestStatus.COMPLETED);
            assertThat(LoopClosure.feedbackRequestStatus(ended, false)).contains(CommunicationRequestStatus.REVOKED);
        }
        assertThat(LoopClosure.referralStatus(TaskStatus.ENTEREDINERROR)).contains(ServiceRequestStatus.ENTEREDINERROR);
        assertThat(LoopClosure.feedbackRequestStatus(TaskStatus.ENTEREDINERROR, true))
                .contains(CommunicationRequestStatus.ENTEREDINERROR);
        assertThat(LoopClosure.referralStatus(TaskStatus.ONHOLD)).isEmpty();
        assertThat(LoopClosure.feedbackRequestStatus(TaskStatus.INPROGRESS, true))
                .isEmpty();
    }

    private Task complete(Task before, Task after, Actor actor) {
        Verdict verdict = rules.judge(before, after, facts(actor));
        assertThat(verdict).isInstanceOf(Allowed.class);
        return completion.complete(before, after, (Allowed) verdict, facts(actor));
    }

    private static List<String> progress(Task task) {
        return Codes.of(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS);
    }
}
