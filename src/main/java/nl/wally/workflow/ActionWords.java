package nl.wally.workflow;

import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.shared.Language;
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
    private final Concepts concepts;

    ActionWords(Concepts concepts) {
        this.concepts = concepts;
    }

    void put(Action action, Parameters answer) {
        var part = answer.addParameter().setName("action");
        Coding code = new Coding(Canonicals.SYSTEM_ACTION, action.code(), null);
        add(part, "code", said(code));
        add(part, "title", new StringType(called(code, Language.DUTCH)));
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
        return concepts.knows(coding.getSystem()) ? coding.copy().setDisplay(called(coding, Language.ENGLISH)) : coding;
    }

    private String called(Coding coding, Language language) {
        return concepts.called(coding.getSystem(), coding.getCode(), language)
                .orElseThrow(() -> new IllegalStateException(coding.getSystem() + " lacks " + coding.getCode()));
    }
}
