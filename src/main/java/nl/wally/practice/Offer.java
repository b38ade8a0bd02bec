package nl.wally.practice;

import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.shared.Language;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * Something that the practice may do now, as {@code $available-actions} says.
 *
 * @param code of {@code waw-action}
 * @param status that it leads to; empty when the status stays
 * @param title what it is called
 * @param reasons one of which it needs; empty when it needs none
 */
record Offer(String code, String status, String title, List<Reason> reasons) {
    /** What asks for a text alone, in the order of the page. */
    private static final List<String> TEXTS = List.of("message", "note", "A01");

    /** A code, and what it is called. */
    record Reason(String code, String called) {}

    static List<Offer> of(Parameters answer, Concepts concepts, Language language) {
        return answer.getParameter().stream()
                .map(action -> of(action, concepts, language))
                .toList();
    }

    /** Whether all that it asks for is a text. */
    public boolean isText() {
        return TEXTS.contains(code);
    }

    /** Where the page has it: what ends the referral comes last. */
    int place() {
        return isText() ? TEXTS.indexOf(code) : TEXTS.size();
    }

    /** Whether the referral ends with it. */
    public boolean isEnding() {
        return !status.isEmpty() && !reasons.isEmpty();
    }

    private static Offer of(ParametersParameterComponent action, Concepts concepts, Language language) {
        String code = ((Coding) values(action, "code").get(0)).getCode();
        String status = values(action, "status").stream()
                .map(Type::primitiveValue)
                .findFirst()
                .orElse("");
        List<Reason> reasons = action.getPart().stream()
                .filter(part -> part.getName().equals("need"))
                .flatMap(need -> values(need, "option").stream())
                .map(option -> (Coding) option)
                .map(option -> new Reason(
                        option.getCode(),
                        concepts.called(option.getSystem(), option.getCode(), language)
                                .orElse(option.getCode())))
                .toList();
        return new Offer(
                code,
                status,
                concepts.called(Canonicals.SYSTEM_ACTION, code, language).orElse(code),
                reasons);
    }

    private static List<Type> values(ParametersParameterComponent part, String name) {
        return part.getPart().stream()
                .filter(inner -> inner.getName().equals(name))
                .map(ParametersParameterComponent::getValue)
                .toList();
    }
}
