package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubTaskRulesTest {
    private final SubTaskRules rules = SubTaskRules.load();

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {
                "REQUESTED",
                "RECEIVED",
                "ACCEPTED",
                "INPROGRESS",
                "ONHOLD",
                "COMPLETED",
                "REJECTED",
                "FAILED",
                "CANCELLED",
                "ENTEREDINERROR"
            })
    void stopsOnlyWhatHasBegunAndAsksOnlyWhatGoesOn(TaskStatus status) {
        Task referral = Tasks.in(status);
        boolean begun = status == TaskStatus.INPROGRESS || status == TaskStatus.ONHOLD;
        assertThat(create(SubTask.CANCELLATION, SubTaskMessages.facts(SubTask.CANCELLATION, Actor.GP, referral)))
                .isEqualTo(begun ? List.of() : List.of(Problem.TRANSITION_NOT_ALLOWED));
        assertThat(create(SubTask.INFORMATION, SubTaskMessages.facts(SubTask.INFORMATION, Actor.OWNER, referral)))
                .isEqualTo(TaskCompletion.isTerminal(status) ? List.of(Problem.TRANSITION_NOT_ALLOWED) : List.of());
    }

    @Test
    void asksToStopOnceAtATime() {
        SubTaskFacts facts = SubTaskMessages.facts(SubTask.CANCELLATION, Actor.GP);
        var open = new SubTaskFacts(
                facts.actors(),
                facts.referral(),
                facts.caller(),
                facts.gpSide(),
                facts.question(),
                facts.questionIsNew(),
                facts.answers(),
                true,
                facts.now());
        assertThat(create(SubTask.CANCELLATION, open)).containsExactly(Problem.SUBTASK_OPEN);
    }

    @Test
    void completesWithAnAnswerToThisQuestionOnly() {
        Communication other = SubTaskMessages.answer();
        other.getBasedOnFirstRep().setReference("CommunicationRequest/other");
        assertThat(complete(SubTaskMessages.answer())).isEmpty();
        assertThat(complete(other)).containsExactly(Problem.ANSWER_MISSING);
        assertThat(complete(Tasks.feedback())).containsExactly(Problem.ANSWER_MISSING);
        Communication mistaken = SubTaskMessages.answer();
        mistaken.setStatus(Communication.CommunicationStatus.ENTEREDINERROR);
        assertThat(complete(mistaken)).containsExactly(Problem.ANSWER_MISSING);
    }

    @Test
    void everythingElseInItStaysAsItIs() {
        Task before = SubTaskMessages.of(SubTask.CANCELLATION, TaskStatus.REQUESTED);
        SubTaskFacts owner = SubTaskMessages.facts(SubTask.CANCELLATION, Actor.OWNER);
        Task moved = before.copy().setOwner(new Reference(Tasks.SUBSTITUTE));
        assertThat(judge(before, moved, owner)).containsExactly(Problem.ELEMENT_IMMUTABLE);
        Task described = before.copy().setDescription("Iets anders");
        assertThat(judge(before, described, owner)).containsExactly(Problem.ELEMENT_NOT_ALLOWED);
        Task noted = before.copy();
        noted.addNote().setText("Zij belde.");
        assertThat(judge(before, noted, owner)).isEmpty();
        assertThat(judge(noted, before, owner)).containsExactly(Problem.ELEMENT_IMMUTABLE);
        assertThat(judge(before, noted, SubTaskMessages.facts(SubTask.CANCELLATION, Actor.STAND_IN_IDLE)))
                .containsExactly(Problem.FORBIDDEN);
        Task ended = before.copy().setStatus(TaskStatus.ACCEPTED);
        Task late = noted.copy().setStatus(TaskStatus.ACCEPTED);
        assertThat(judge(ended, late, owner)).containsExactly(Problem.ELEMENT_NOT_ALLOWED);
        assertThat(judge(ended, ended.copy(), owner)).isEmpty();
    }

    private List<Problem> complete(Communication answer) {
        Task before = SubTaskMessages.of(SubTask.INFORMATION, TaskStatus.REQUESTED);
        Task after = SubTaskMessages.answered(before.copy().setStatus(TaskStatus.COMPLETED));
        SubTaskFacts facts = new SubTaskFacts(
                Set.of(Actor.GP),
                Tasks.in(TaskStatus.ACCEPTED),
                SubTaskMessages.GP,
                Set.of(),
                Optional.of(SubTaskMessages.question()),
                false,
                List.of(answer),
                false,
                Tasks.NOW);
        return problems(rules.judge(SubTask.INFORMATION, before, after, facts));
    }

    private List<Problem> create(SubTask kind, SubTaskFacts facts) {
        return problems(rules.judge(kind, null, SubTaskMessages.of(kind, TaskStatus.REQUESTED), facts));
    }

    private List<Problem> judge(Task before, Task after, SubTaskFacts facts) {
        return problems(rules.judge(SubTask.CANCELLATION, before, after, facts));
    }

    private static List<Problem> problems(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::problem).toList();
    }
}
