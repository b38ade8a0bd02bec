package nl.wally.workflow;

import java.util.HashMap;
import java.util.Map;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Definitions;
import nl.wally.shared.Language;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** Writes actions as the OperationDefinition says, with the words of the code systems of the guide. */
@Component
class ActionWords {
    private final Map<String, Map<String, ConceptDefinitionComponent>> concepts = new HashMap<>();

    ActionWords(Definitions definitions) {
        for (CodeSystem system : definitions.all(CodeSystem.class)) {
            Map<String, ConceptDefinitionComponent> codes = new HashMap<>();
            system.getConcept().forEach(concept -> codes.put(concept.getCode(), concept));
            concepts.put(system.getUrl(), codes);
        }
    }

    void put(Action action, Parameters answer) {
        var part = answer.addParameter().setName("action");
        Coding code = new Coding(Canonicals.SYSTEM_ACTION, action.code(), null);
        add(part, "code", said(code));
        add(part, "title", new StringType(dutch(code)));
        add(part, "as", new CodeType(action.as().code()));
        action.status().ifPresent(status -> add(part, "status", new CodeType(status.toCode())));
        add(part, "element", new StringType(action.element()));
        action.options().forEach(option -> add(part, "option", option instanceof Coding coded ? said(coded) : option));
        for (Action.Need need : action.needs()) {
            var inner = part.addPart().setName("need");
            add(
                    inner,
                    "problem",
                    said(new Coding(Canonicals.SYSTEM_PROBLEM, need.problem().code(), null)));
            add(inner, "element", new StringType(need.element()));
            need.options().forEach(option -> add(inner, "option", said(option)));
            add(inner, "explanation", new StringType(need.explanation().in(Language.ENGLISH)));
        }
    }

    private static void add(ParametersParameterComponent part, String name, Type value) {
        part.addPart().setName(name).setValue(value);
    }

    /** Codes of others, such as those of FHIR itself, are said as they are. */
    private Coding said(Coding coding) {
        if (!concepts.containsKey(coding.getSystem())) {
            return coding;
        }
        return coding.copy().setDisplay(concept(coding).getDisplay());
    }

    private String dutch(Coding coding) {
        return concept(coding).getDesignation().stream()
                .filter(designation -> "nl".equals(designation.getLanguage()))
                .map(designation -> designation.getValue())
                .findFirst()
                .orElse(concept(coding).getDisplay());
    }

    private ConceptDefinitionComponent concept(Coding coding) {
        ConceptDefinitionComponent concept =
                concepts.getOrDefault(coding.getSystem(), Map.of()).get(coding.getCode());
        if (concept == null) {
            throw new IllegalStateException(coding.getSystem() + " lacks " + coding.getCode());
        }
        return concept;
    }
}
