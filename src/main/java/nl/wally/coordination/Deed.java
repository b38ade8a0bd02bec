package nl.wally.coordination;

import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.shared.Language;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/**
 * Something that the coordinator may do with a referral now, as {@code $available-actions} says.
 *
 * @param code a code of {@code waw-action}
 * @param status the status that it leads to; empty when the status stays
 * @param people whom one can choose, for instance {@code PractitionerRole/wally-1}
 * @param reasons codes of {@code waw-status-reason}, one of which it needs
 */
record Deed(String code, String status, List<String> people, List<String> reasons) {
    static final String HAND_OVER = "hand-over";
    static final String TEAM = "team";

    static List<Deed> of(Parameters answer) {
        return answer.getParameter().stream().map(Deed::of).toList();
    }

    private static Deed of(ParametersParameterComponent action) {
        List<String> people = values(action, "option").stream()
                .filter(Reference.class::isInstance)
                .map(option -> References.key((Reference) option))
                .toList();
        List<String> reasons = action.getPart().stream()
                .filter(part -> part.getName().equals("need"))
                .flatMap(need -> values(need, "option").stream())
                .map(option -> ((Coding) option).getCode())
                .toList();
        return new Deed(
                ((Coding) values(action, "code").get(0)).getCode(),
                values(action, "status").stream()
                        .map(Type::primitiveValue)
                        .findFirst()
                        .orElse(""),
                people,
                reasons);
    }

    /** Whether it ends the referral. */
    public boolean isEnding() {
        return !status.isEmpty();
    }

    String title(Concepts concepts, Language language) {
        return concepts.called(Canonicals.SYSTEM_ACTION, code, language).orElse(code);
    }

    private static List<Type> values(ParametersParameterComponent part, String name) {
        return part.getPart().stream()
                .filter(inner -> inner.getName().equals(name))
                .map(ParametersParameterComponent::getValue)
                .toList();
    }
}
