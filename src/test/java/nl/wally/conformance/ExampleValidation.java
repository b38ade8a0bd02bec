package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * Validates with a validator that is not the product's own: HAPI's, as an integrator would use it, against the profile for
 * the type and the code or category of a resource.
 */
final class ExampleValidation {

    private static final String BASE = "http://waariswally.nl/fhir/StructureDefinition/";

    private static final Map<String, String> BY_TYPE = Map.of(
            "ServiceRequest", "waw-referral",
            "Consent", "waw-consent",
            "Patient", "waw-patient",
            "RelatedPerson", "waw-representative",
            "Practitioner", "waw-practitioner",
            "HealthcareService", "waw-offer",
            "CareTeam", "waw-practice-team",
            "QuestionnaireResponse", "waw-clarification");

    private static final Map<String, String> BY_CODE = Map.ofEntries(
            Map.entry("fulfill", "waw-referral-task"),
            Map.entry("provide-information", "waw-information-task"),
            Map.entry("abort", "waw-cancellation-task"),
            Map.entry("feedback-request", "waw-feedback-request"),
            Map.entry("information-request", "waw-information-request"),
            Map.entry("interim-feedback", "waw-feedback"),
            Map.entry("final-feedback", "waw-feedback"),
            Map.entry("contact-attempt", "waw-contact-attempt"),
            Map.entry("information-answer", "waw-information-answer"),
            Map.entry("message", "waw-message"),
            Map.entry("closing-notice", "waw-closing-notice"),
            Map.entry("gp", "waw-gp-role"),
            Map.entry("poh", "waw-gp-role"),
            Map.entry("wally", "waw-wally-role"),
            Map.entry("wellbeing-coach", "waw-wally-role"),
            Map.entry("gp-practice", "waw-gp-practice"),
            Map.entry("social-organization", "waw-social-organization"));

    private final FhirContext fhir;
    private final FhirValidator validator;

    ExampleValidation(FhirContext fhir) {
        this.fhir = fhir;
        var own = new PrePopulatedValidationSupport(fhir);
        ProfileFiles.ofConformanceResources().resources(fhir).forEach(own::addResource);
        // LOINC and other code systems of the world are not on board: a warning, not an error.
        var unknown = new UnknownCodeSystemWarningValidationSupport(fhir);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        var chain = new ValidationSupportChain(
                own,
                new KnownForms(fhir, new Definitions(fhir).all(Questionnaire.class)),
                new DefaultProfileValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                unknown);
        // A required binding asks for one coding of ours; a HIS may send its own and a finer code beside it.
        chain.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        this.validator = fhir.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
    }

    /** The errors in a resource, or in a Bundle itself and each of its entries. */
    List<SingleValidationMessage> errorsIn(Resource resource) {
        return messagesIn(resource)
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .toList();
    }

    Stream<SingleValidationMessage> messagesIn(Resource resource) {
        if (resource instanceof Bundle bundle) {
            var entries = bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource);
            return Stream.concat(validate(resource, null), entries.flatMap(this::messagesIn));
        }
        return validate(resource, profileOf(resource));
    }

    private Stream<SingleValidationMessage> validate(Resource resource, @Nullable String profile) {
        var options = profile == null ? new ValidationOptions() : new ValidationOptions().addProfile(BASE + profile);
        var text = fhir.newJsonParser().encodeResourceToString(resource);
        return validator.validateWithResult(text, options).getMessages().stream();
    }

    private static @Nullable String profileOf(Resource resource) {
        return switch (resource.fhirType()) {
            case "Task" -> byCode(((Task) resource).getCode());
            case "Communication" -> byCode(((Communication) resource).getCategoryFirstRep());
            case "CommunicationRequest" -> byCode(((CommunicationRequest) resource).getCategoryFirstRep());
            case "PractitionerRole" -> byCode(((PractitionerRole) resource).getCodeFirstRep());
            case "Organization" -> byCode(((Organization) resource).getTypeFirstRep());
            default -> BY_TYPE.get(resource.fhirType());
        };
    }

    private static @Nullable String byCode(CodeableConcept concept) {
        return concept.getCoding().stream()
                .map(coding -> BY_CODE.get(coding.getCode()))
                .findFirst()
                .orElse(null);
    }
}
