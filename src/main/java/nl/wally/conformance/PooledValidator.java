package nl.wally.conformance;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
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

    private final WorkerContextValidationSupportAdapter context;
    private final InstanceValidator validator;
    private int uses;

    PooledValidator(WorkerContextValidationSupportAdapter context) {
        this.context = context;
        try {
            validator = new InstanceValidator(
                    context,
                    new org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator.NullEvaluationContext(),
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
    private static class ReferenceTypes extends FhirDefaultPolicyAdvisor {
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

    List<ValidationMessage> validate(byte[] json, String profile) {
        uses++;
        List<ValidationMessage> messages = new ArrayList<>();
        var definition = Objects.requireNonNull(
                context.fetchResource(StructureDefinition.class, profile), () -> "No profile " + profile);
        validator.validate(null, messages, new ByteArrayInputStream(json), FhirFormat.JSON, List.of(definition));
        return messages;
    }
}
