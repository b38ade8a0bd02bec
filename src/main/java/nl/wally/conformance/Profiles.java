package nl.wally.conformance;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.elementmodel.Element;

/**
 * Which profile a resource must conform to: its type and its code or category say so, whatever {@code meta.profile} claims.
 * What it claims it must meet as well ({@link NamedProfiles}).
 */
public final class Profiles {
    private Profiles() {}

    /** The canonical URL of the profile; for types without a profile of our own that of the base definition. */
    public static String of(Resource resource) {
        return of(resource.fhirType(), name -> codings(resource, name).toList());
    }

    /** The same of a resource as it was received, which need not be a proper one. */
    static String of(Element resource) {
        return of(resource.fhirType(), name -> codings(resource, name).toList());
    }

    private record Code(String system, String code) {}

    private static String of(String type, Function<String, List<Code>> codes) {
        return switch (type) {
            case "ServiceRequest" -> Canonicals.PROFILE_REFERRAL;
            case "Consent" -> Canonicals.PROFILE_CONSENT;
            case "Patient" -> Canonicals.PROFILE_PATIENT;
            case "RelatedPerson" -> Canonicals.PROFILE_REPRESENTATIVE;
            case "Practitioner" -> Canonicals.PROFILE_PRACTITIONER;
            case "HealthcareService" -> Canonicals.PROFILE_OFFER;
            case "QuestionnaireResponse" -> Canonicals.PROFILE_CLARIFICATION;
            case "Appointment" -> Canonicals.PROFILE_MEETING;
            case "CareTeam" -> Canonicals.PROFILE_PRACTICE_TEAM;
            case "Subscription" -> Canonicals.PROFILE_SUBSCRIPTION;
            case "AuditEvent" -> Canonicals.PROFILE_AUDIT_EVENT;
            case "Task" -> ofTask(codes.apply("code"));
            case "Organization" ->
                has(codes.apply("type"), "gp-practice")
                        ? Canonicals.PROFILE_GP_PRACTICE
                        : Canonicals.PROFILE_SOCIAL_ORGANIZATION;
            case "PractitionerRole" ->
                has(codes.apply("code"), "gp") || has(codes.apply("code"), "poh")
                        ? Canonicals.PROFILE_GP_ROLE
                        : Canonicals.PROFILE_WALLY_ROLE;
            case "Communication" -> ofCommunication(codes.apply("category"));
            case "CommunicationRequest" ->
                first(codes.apply("category"), Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY)
                                .equals("information-request")
                        ? Canonicals.PROFILE_INFORMATION_REQUEST
                        : Canonicals.PROFILE_FEEDBACK_REQUEST;
            default -> Canonicals.BASE_DEFINITION + type;
        };
    }

    private static String ofTask(List<Code> codes) {
        if (codes.contains(new Code(Canonicals.TASK_CODE, "abort"))) {
            return Canonicals.PROFILE_CANCELLATION_TASK;
        }
        return has(codes, "provide-information")
                ? Canonicals.PROFILE_INFORMATION_TASK
                : Canonicals.PROFILE_REFERRAL_TASK;
    }

    private static String ofCommunication(List<Code> categories) {
        return switch (first(categories, Canonicals.SYSTEM_COMMUNICATION_CATEGORY)) {
            case "contact-attempt" -> Canonicals.PROFILE_CONTACT_ATTEMPT;
            case "information-answer" -> Canonicals.PROFILE_INFORMATION_ANSWER;
            case "message" -> Canonicals.PROFILE_MESSAGE;
            case "closing-notice" -> Canonicals.PROFILE_CLOSING_NOTICE;
            default -> Canonicals.PROFILE_FEEDBACK;
        };
    }

    private static boolean has(List<Code> codes, String code) {
        return codes.stream().anyMatch(found -> found.code().equals(code));
    }

    private static String first(List<Code> codes, String system) {
        return codes.stream()
                .filter(found -> found.system().equals(system) && !found.code().isEmpty())
                .map(Code::code)
                .findFirst()
                .orElse("");
    }

    private static Stream<Code> codings(Resource resource, String name) {
        Property property = resource.getNamedProperty(name);
        List<Base> values = property == null ? List.of() : property.getValues();
        return values.stream()
                .filter(CodeableConcept.class::isInstance)
                .flatMap(concept -> ((CodeableConcept) concept).getCoding().stream())
                .map(coding ->
                        new Code(String.valueOf(coding.getSystem()), coding.getCode() == null ? "" : coding.getCode()));
    }

    private static Stream<Code> codings(Element resource, String name) {
        return resource.getChildren(name).stream()
                .flatMap(concept -> concept.getChildren("coding").stream())
                .map(coding -> new Code(
                        String.valueOf(coding.getNamedChildValue("system")),
                        coding.getNamedChildValue("code") == null ? "" : coding.getNamedChildValue("code")));
    }
}
