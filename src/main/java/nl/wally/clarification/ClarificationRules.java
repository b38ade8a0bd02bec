package nl.wally.clarification;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.wally.shared.Ahead;
import nl.wally.shared.Caller;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import nl.wally.workflow.Actor;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/** W-4: who owns the referral, or stands in now, clarifies the question while the referral is at work. */
final class ClarificationRules {
    private static final String TYPE = "QuestionnaireResponse";
    private static final Set<TaskStatus> AT_WORK =
            Set.of(TaskStatus.ACCEPTED, TaskStatus.INPROGRESS, TaskStatus.ONHOLD);

    private ClarificationRules() {}

    /**
     * What is known of the referral that is clarified.
     *
     * @param actors who the caller is on the Task as stored
     * @param before the Task as stored
     * @param after the Task as it will be: with the step that takes it up, or ends it, the clarification may come along
     */
    record Setting(Caller caller, Set<Actor> actors, Task before, Task after, Instant now) {}

    /**
     * Why this may not be written; empty when it may.
     *
     * @param before the version stored; null when it is new
     */
    static Optional<Refusal> judge(
            @Nullable QuestionnaireResponse before, QuestionnaireResponse after, Setting setting) {
        return byOwner(setting)
                .or(() -> atWork(setting))
                .or(() -> byAuthor(before, after, setting.caller()))
                .or(() -> ofReferral(after, setting.before()))
                .or(() -> sameForm(before, after))
                .or(() -> status(before, after))
                .or(() -> written(after, setting.now()));
    }

    /** Whether the output of a Task may refer to this clarification: it is one of the same referral. */
    static Optional<Refusal> assessment(Optional<QuestionnaireResponse> clarification, Task task) {
        return clarification
                        .filter(found -> References.anyIs(found.getBasedOn(), References.key(task.getFocus())))
                        .isPresent()
                ? Optional.empty()
                : refuse(
                        Problem.REFERENCE_UNRESOLVED,
                        "Task.output",
                        words(
                                "An output of type assessment refers to a QuestionnaireResponse that is basedOn this referral"));
    }

    private static Optional<Refusal> byOwner(Setting setting) {
        return setting.actors().contains(Actor.OWNER) || setting.actors().contains(Actor.STAND_IN)
                ? Optional.empty()
                : refuse(
                        Problem.FORBIDDEN,
                        TYPE,
                        words("The owner of the Task, or who stands in now, clarifies the question"));
    }

    private static Optional<Refusal> atWork(Setting setting) {
        return AT_WORK.contains(setting.before().getStatus())
                        || AT_WORK.contains(setting.after().getStatus())
                ? Optional.empty()
                : refuse(
                        Problem.ELEMENT_NOT_ALLOWED,
                        TYPE,
                        words("A question is clarified while its Task is accepted, in-progress or on-hold"));
    }

    private static Optional<Refusal> byAuthor(
            @Nullable QuestionnaireResponse before, QuestionnaireResponse after, Caller caller) {
        String author = References.key(after.getAuthor());
        boolean fits = author.isEmpty()
                || caller.person().filter(author::equals).isPresent()
                || before != null && References.key(before.getAuthor()).equals(author);
        return fits
                ? Optional.empty()
                : refuse(
                        Problem.FORBIDDEN,
                        TYPE + ".author",
                        words("The author is the person who acts with this token"));
    }

    private static Optional<Refusal> ofReferral(QuestionnaireResponse after, Task task) {
        boolean only =
                after.getBasedOn().size() == 1 && References.anyIs(after.getBasedOn(), References.key(task.getFocus()));
        if (!only) {
            return refuse(
                    Problem.REFERENCE_UNRESOLVED,
                    TYPE + ".basedOn",
                    words("A clarification is basedOn the ServiceRequest of its referral, and on nothing else"));
        }
        return References.key(after.getSubject()).equals(References.key(task.getFor()))
                ? Optional.empty()
                : refuse(
                        Problem.REFERENCE_UNRESOLVED,
                        TYPE + ".subject",
                        words("The subject is the person of the referral"));
    }

    private static Optional<Refusal> sameForm(@Nullable QuestionnaireResponse before, QuestionnaireResponse after) {
        return before == null || String.valueOf(before.getQuestionnaire()).equals(after.getQuestionnaire())
                ? Optional.empty()
                : Optional.of(Refusal.of(Problem.ELEMENT_IMMUTABLE, TYPE + ".questionnaire"));
    }

    /** What was completed stays readable as that: who changes an answer afterwards says so. */
    private static Optional<Refusal> status(@Nullable QuestionnaireResponse before, QuestionnaireResponse after) {
        QuestionnaireResponseStatus status = after.getStatus();
        if (before == null || before.getStatus() == QuestionnaireResponseStatus.INPROGRESS) {
            return status == QuestionnaireResponseStatus.AMENDED
                    ? refuse(
                            Problem.TRANSITION_NOT_ALLOWED,
                            TYPE + ".status",
                            words("Only what was completed is amended: write in-progress or completed"))
                    : Optional.empty();
        }
        boolean unchanged = before.getStatus() == status && Base.compareDeep(before.getItem(), after.getItem(), false);
        return unchanged || status == QuestionnaireResponseStatus.AMENDED
                ? Optional.empty()
                : refuse(
                        Problem.TRANSITION_NOT_ALLOWED,
                        TYPE + ".status",
                        words("This clarification was completed: whoever changes an answer writes amended"));
    }

    private static Optional<Refusal> written(QuestionnaireResponse after, Instant now) {
        return Ahead.isAhead(after.getAuthoredElement(), now)
                ? Optional.of(Refusal.of(Problem.TIME_IN_FUTURE, TYPE + ".authored"))
                : Optional.empty();
    }

    private static Optional<Refusal> refuse(Problem problem, String expression, Words explanation) {
        return Optional.of(new Refusal(problem, expression, explanation));
    }
}
