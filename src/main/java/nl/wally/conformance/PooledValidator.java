package nl.wally.conformance;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.IResourceValidator;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * One reusable {@link InstanceValidator}, with the settings of HAPI's own wrapper. Making one costs more than ten
 * validations; keeping one for ever leaks what it has seen, so it is thrown away after a hundred uses. Not thread-safe.
 */
class PooledValidator {
    private static final int MOST_USES = 100;

    private final InstanceValidator validator;
    private int uses;

    PooledValidator(WorkerContextValidationSupportAdapter context) {
        try {
            validator = new InstanceValidator(
                    context,
                    new FhirInstanceValidator.NullEvaluationContext(),
                    new XVerExtensionManagerOld(context),
                    new ValidatorSession(),
                    new ValidatorSettings());
        } catch (RuntimeException unusable) {
            throw new IllegalStateException("The validator cannot be made", unusable);
        }
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setAnyExtensionsAllowed(true);
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.setErrorForUnknownProfiles(false);
        validator.setAllowExamples(false);
        validator.setAllowXsiLocation(true);
        validator.setPolicyAdvisor(new ReferenceTypes());
        validator.setFetcher(new NothingElsewhere(context));
    }

    /** Whether references lead anywhere is checked elsewhere; here it is whether they may lead to that type. */
    static class ReferenceTypes extends FhirDefaultPolicyAdvisor {
        @Override
        public ReferenceValidationPolicy policyForReference(
                IResourceValidator validator,
                Object appContext,
                String path,
                String url,
                ReferenceDestinationType destinationType) {
            return ReferenceValidationPolicy.CHECK_TYPE_IF_EXISTS;
        }
    }

    boolean isWornOut() {
        return uses >= MOST_USES;
    }

    /** Everything that it has to say about a text as it was received, lines included. */
    List<ValidationMessage> validate(byte[] text, FhirFormat format, List<StructureDefinition> profiles) {
        uses++;
        List<ValidationMessage> messages = new ArrayList<>();
        validator.validate(null, messages, new ByteArrayInputStream(text), format, new ArrayList<>(profiles));
        return messages;
    }

    /** Everything that it has to say about a resource that has been parsed. */
    List<ValidationMessage> validate(Element resource, List<StructureDefinition> profiles) {
        uses++;
        List<ValidationMessage> messages = new ArrayList<>();
        validator.validate(null, messages, null, resource, new ArrayList<>(profiles));
        return messages;
    }
}
