package nl.wally.dossier;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/**
 * Something that the reader may do now, as {@code $available-actions} says.
 *
 * @param code a code of {@code waw-action}
 * @param status the status that it leads to; empty when the status stays
 * @param options what one can choose: codes, or for instance {@code PractitionerRole/wally-1}; empty when there is no choice
 * @param needs the codes of the problems that it is refused with when it comes bare
 * @param reasons codes of {@code waw-status-reason}, one of which it needs
 */
public record Deed(String code, String status, List<String> options, Set<String> needs, List<String> reasons) {
    public Deed {
        options = List.copyOf(options);
        needs = Set.copyOf(needs);
        reasons = List.copyOf(reasons);
    }

    /** Whether it changes the status, and nothing has to come with it. */
    public boolean isBareStep() {
        return !status.isEmpty() && needs.isEmpty();
    }

    /** Whether it has to come with this, for instance with the day on which it goes on. */
    public boolean needs(Problem missing) {
        return needs.contains(missing.code());
    }

    static List<Deed> of(Parameters answer) {
        return answer.getParameter().stream().map(Deed::of).toList();
    }

    private static Deed of(ParametersParameterComponent action) {
        List<ParametersParameterComponent> needs = action.getPart().stream()
                .filter(part -> part.getName().equals("need"))
                .toList();
        return new Deed(
                values(action, "code").findFirst().orElse(""),
                values(action, "status").findFirst().orElse(""),
                values(action, "option").toList(),
                needs.stream().flatMap(need -> values(need, "problem")).collect(Collectors.toSet()),
                needs.stream().flatMap(need -> values(need, "option")).toList());
    }

    private static Stream<String> values(ParametersParameterComponent part, String name) {
        return part.getPart().stream()
                .filter(inner -> inner.getName().equals(name))
                .map(inner -> text(inner.getValue()));
    }

    private static String text(Type value) {
        return value instanceof Coding coding
                ? coding.getCode()
                : value instanceof Reference reference ? References.key(reference) : value.primitiveValue();
    }
}
