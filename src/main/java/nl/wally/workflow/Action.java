package nl.wally.workflow;

import java.util.List;
import java.util.Optional;
import nl.wally.shared.Problem;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/**
 * Something that a caller may do now.
 *
 * @param code what it is, a code of {@code waw-action}
 * @param as who the caller is in doing it
 * @param status the status that it leads to; empty when the status stays
 * @param element what it writes, for instance {@code Task.owner}
 * @param options the values that the element can take now; empty when anything that the profile allows will do
 * @param needs what must come with it
 */
public record Action(
        String code, Actor as, Optional<TaskStatus> status, String element, List<Type> options, List<Need> needs) {
    public Action {
        options = List.copyOf(options);
        needs = List.copyOf(needs);
    }

    /**
     * What must come with an action, in the words of the refusal of those who leave it out.
     *
     * @param options the codes that will do; empty when it is not a code
     */
    public record Need(Problem problem, String element, List<Coding> options, Words explanation) {}
}
