package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.r4.model.Questionnaire;

/** What the validator knows: FHIR R4, the guide, and what else it is given. It asks nobody outside this process. */
final class Knowledge {
    private Knowledge() {}

    /** All supports in one chain that remembers what it was asked. */
    static RememberedAnswers of(List<IValidationSupport> supports) {
        var chain = new RememberedAnswers(supports);
        // A coding of the sender's own may stand beside the one that the binding asks for.
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        return chain;
    }

    /**
     * Everything there is to ask, in the order in which it is asked.
     *
     * @param more definitions beside those of the guide, asked after them
     */
    static List<IValidationSupport> supports(
            FhirContext context, Definitions definitions, List<IValidationSupport> more) {
        var own = new PrePopulatedValidationSupport(context);
        definitions.all().forEach(own::addResource);
        // LOINC and other code systems of the world are not on board: no reason to refuse.
        var unknown = new UnknownCodeSystemWarningValidationSupport(context);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        List<IValidationSupport> supports = new ArrayList<>(List.of(
                new DefaultProfileValidationSupport(context),
                own,
                new KnownForms(context, definitions.all(Questionnaire.class))));
        supports.addAll(more);
        supports.add(new InMemoryTerminologyServerValidationSupport(context));
        supports.add(new CommonCodeSystemsTerminologyService(context));
        supports.add(unknown);
        return supports;
    }
}
