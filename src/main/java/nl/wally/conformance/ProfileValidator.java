package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import nl.wally.shared.Refusal;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.springframework.stereotype.Component;

/** Validates resources against the profile for their type, at the speed of a reused validator. */
@Component
public class ProfileValidator {
    private static final int CACHED_ANSWERS = 50_000;

    private final FhirContext context;
    private final WorkerContextValidationSupportAdapter worker;
    private final Queue<PooledValidator> idle = new ConcurrentLinkedQueue<>();
    private final AtomicLong validations = new AtomicLong();

    ProfileValidator(FhirContext context, Definitions definitions) {
        this.context = context;
        var own = new PrePopulatedValidationSupport(context);
        definitions.all().forEach(own::addResource);
        var cache = ValidationSupportChain.CacheConfiguration.defaultValues()
                .setCacheSize(CACHED_ANSWERS)
                .setCacheTimeout(Duration.ofDays(1));
        // LOINC and other code systems of the world are not on board: no reason to refuse.
        var unknown = new UnknownCodeSystemWarningValidationSupport(context);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        var chain = new ValidationSupportChain(
                cache,
                new DefaultProfileValidationSupport(context),
                own,
                new KnownForms(context, definitions.all(Questionnaire.class)),
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                unknown);
        // A coding of the sender's own may stand beside the one that the binding asks for.
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        worker = WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(chain);
    }

    /** What is wrong with this resource according to the profile for its type; empty when nothing is. */
    public List<Refusal> check(Resource resource) {
        validations.incrementAndGet();
        byte[] json = context.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        PooledValidator validator = idle.poll();
        if (validator == null) {
            validator = new PooledValidator(worker);
        }
        // The same fault is found twice where both the profile and the definition of the type see it.
        List<Refusal> refusals = validator.validate(json, Profiles.of(resource)).stream()
                .filter(message ->
                        message.getLevel() == IssueSeverity.ERROR || message.getLevel() == IssueSeverity.FATAL)
                .map(Findings::refusal)
                .distinct()
                .toList();
        // A validator that threw is not put back: nobody knows what is left in it.
        if (!validator.isWornOut()) {
            idle.offer(validator);
        }
        return refusals;
    }

    /** How many resources were validated since the start; for tests that count work. */
    public long validations() {
        return validations.get();
    }
}
