package nl.wally.coordination;

import java.util.List;
import java.util.function.UnaryOperator;
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
 * One referral that practice and Wally discuss, as {@code $agenda} tells it to whoever asks.
 *
 * @param page where the reader finds the referral; empty when there is none
 * @param points why it is discussed
 * @param areas areas of life; none where the reader does not see them
 * @param days since it was sent
 */
record AgendaLine(String page, String number, List<String> points, List<String> areas, String progress, String days) {
    /** @param pages where the reader finds a Task, for instance {@code Task/4711} */
    static List<AgendaLine> of(Parameters answer, UnaryOperator<String> pages, Concepts concepts, Language language) {
        return answer.getParameter().stream()
                .map(part -> of(part, pages, concepts, language))
                .toList();
    }

    private static AgendaLine of(
            ParametersParameterComponent part, UnaryOperator<String> pages, Concepts concepts, Language language) {
        return new AgendaLine(
                values(part, "task").stream()
                        .map(value -> pages.apply(References.key((Reference) value)))
                        .findFirst()
                        .orElse(""),
                first(part, "number"),
                called(part, "point", Canonicals.SYSTEM_AGENDA_POINT, concepts, language),
                called(part, "area", Canonicals.SYSTEM_LIFE_AREA, concepts, language),
                called(part, "progress", Canonicals.SYSTEM_BUSINESS_STATUS, concepts, language).stream()
                        .findFirst()
                        .orElse(""),
                first(part, "days"));
    }

    private static List<String> called(
            ParametersParameterComponent part, String name, String system, Concepts concepts, Language language) {
        return values(part, name).stream()
                .map(value -> ((Coding) value).getCode())
                .map(code -> concepts.called(system, code, language).orElse(code))
                .toList();
    }

    private static String first(ParametersParameterComponent part, String name) {
        return values(part, name).stream().map(Type::primitiveValue).findFirst().orElse("");
    }

    private static List<Type> values(ParametersParameterComponent part, String name) {
        return part.getPart().stream()
                .filter(inner -> inner.getName().equals(name))
                .map(ParametersParameterComponent::getValue)
                .toList();
    }
}
