package nl.wally;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/**
 * One of the {@code $available-actions} of a Task, as a client reads it.
 *
 * @param code of waw-action
 * @param status that it leads to; empty when the status stays
 * @param needs the problems that it is refused with when it comes bare
 */
public record Offer(
        String code, String as, Optional<TaskStatus> status, String element, List<Type> options, Set<String> needs) {
    /** What this client may do now; nothing with a Task that it may not see. */
    public static List<Offer> of(FhirClient server, String client, String task) {
        Answer answer = server.get(client, "/" + task + "/$available-actions");
        if (answer.status() == 404) {
            return List.of();
        }
        if (answer.status() != 200) {
            throw new AssertionError(client + ": " + answer.status() + " " + answer.body());
        }
        return answer.resource(Parameters.class).getParameter().stream()
                .map(Offer::read)
                .toList();
    }

    /** The same with one of its options. */
    public Offer choosing(Type option) {
        return new Offer(code, as, status, element, List.of(option), needs);
    }

    private static Offer read(ParametersParameterComponent action) {
        return new Offer(
                ((Coding) values(action, "code").findFirst().orElseThrow()).getCode(),
                ((CodeType) values(action, "as").findFirst().orElseThrow()).getCode(),
                values(action, "status").findFirst().map(status -> TaskStatus.fromCode(((CodeType) status).getCode())),
                ((StringType) values(action, "element").findFirst().orElseThrow()).getValue(),
                values(action, "option").toList(),
                action.getPart().stream()
                        .filter(part -> part.getName().equals("need"))
                        .map(need ->
                                ((Coding) values(need, "problem").findFirst().orElseThrow()).getCode())
                        .collect(Collectors.toSet()));
    }

    private static Stream<Type> values(ParametersParameterComponent part, String name) {
        return part.getPart().stream()
                .filter(inner -> inner.getName().equals(name))
                .map(ParametersParameterComponent::getValue);
    }
}
