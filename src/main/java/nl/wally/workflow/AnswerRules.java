package nl.wally.workflow;

import static nl.wally.shared.Words.words;

import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Task;

/** G-ANSWER: an information Task is completed with an answer to its question. */
final class AnswerRules {
    private static final String ANSWER = "information-answer";

    private AnswerRules() {}

    /** Whether this Communication is an answer of the GP side. */
    static boolean isAnswer(Communication said) {
        return Codes.anyHas(said.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, ANSWER);
    }

    static Optional<Refusal> judge(Task after, SubTaskFacts facts) {
        if (after.getOutput().size() != 1
                || !Codes.has(after.getOutputFirstRep().getType(), Canonicals.SYSTEM_TASK_OUTPUT, "answer")
                || facts.answers().size() != 1) {
            return missing(words(
                    "Add one output of type answer that refers to a Communication of category information-answer in this"
                            + " transaction or on this server"));
        }
        Communication answer = facts.answers().get(0);
        if (!isAnswer(answer) || answer.getStatus() != CommunicationStatus.COMPLETED) {
            return missing(words("The Communication must have category information-answer and status completed"));
        }
        return References.anyIs(answer.getBasedOn(), References.key(after.getFocus()))
                ? Optional.empty()
                : missing(words("The answer must be basedOn the question that is the focus of this Task"));
    }

    private static Optional<Refusal> missing(Words why) {
        return Optional.of(new Refusal(Problem.ANSWER_MISSING, "Task.output", why));
    }
}
