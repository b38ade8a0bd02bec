package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.conformance.profile.ProfileUtilities;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/** HAPI's own validator, as its documentation has it, with the knowledge and the settings of the product. */
public final class StockValidator {
    private final FhirValidator validator;

    public StockValidator(FhirContext context) {
        var supports = Knowledge.supports(context, new Definitions(context), List.of());
        var chain = new ValidationSupportChain(supports);
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        var worker = WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(chain);
        var module = new FhirInstanceValidator(chain);
        module.setWrappedWorkerContext(chain, worker);
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        module.setErrorForUnknownProfiles(false);
        module.setValidatorPolicyAdvisor(new PooledValidator.ReferenceTypes());
        module.setValidatorResourceFetcher(new NothingElsewhere(worker, new ProfileUtilities(worker, null, null)));
        validator = context.newValidator().registerValidatorModule(module);
    }

    /** All messages on a text, held against this profile beside those it names. */
    List<SingleValidationMessage> validate(String json, List<String> profiles) {
        var options = new ValidationOptions();
        profiles.forEach(options::addProfile);
        return validator.validateWithResult(json, options).getMessages();
    }

    /** How much there is to say of a resource, held once against the profile for its type. */
    public int findings(Resource resource) {
        String profile = Profiles.of(resource);
        var options = new ValidationOptions();
        if (!resource.getMeta().hasProfile(profile)) {
            options.addProfile(profile);
        }
        return validator.validateWithResult(resource, options).getMessages().size();
    }

    /** The product's own validator, for comparison from other packages. */
    public static ProfileValidator pooled(FhirContext context) {
        return new ProfileValidator(context, new Definitions(context));
    }

    /** The product's own names of codes, likewise. */
    public static Concepts concepts(FhirContext context) {
        return new Concepts(new Definitions(context));
    }
}
