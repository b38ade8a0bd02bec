package nl.wally.conformance;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * Which profile a resource must conform to: its type and its code or category say so, whatever {@code meta.profile} claims.
 * What it claims it must meet as well ({@link NamedProfiles}).
 */
public final class Profiles {
    private Profiles() {}

    /** The canonical URL of the profile; for types without a profile of our own that of the base definition. */
    public static String of(Resource resource) {
        return switch (resource.fhirType()) {
            case "ServiceRequest" -> Canonicals.PROFILE_REFERRAL;
            case "Consent" -> Canonicals.PROFILE_CONSENT;
            case "Patient" -> Canonicals.PROFILE_PATIENT;
            case "RelatedPerson" -> Canonicals.PROFILE_REPRESENTATIVE;
            case "Practitioner" -> Canonicals.PROFILE_PRACTITIONER;
            case "HealthcareService" -> Canonicals.PROFILE_OFFER;
            case "QuestionnaireResponse" -> Canonicals.PROFILE_CLARIFICATION;
            case "CareTeam" -> Canonicals.PROFILE_PRACTICE_TEAM;
            case "Task" -> ofTask((Task) resource);
            case "Organization" -> ofOrganization((Organization) resource);
            case "PractitionerRole" -> ofRole((PractitionerRole) resource);
            case "Communication" -> ofCommunication((Communication) resource);
            case "CommunicationRequest" -> ofRequest((CommunicationRequest) resource);
            default -> Canonicals.BASE_DEFINITION + resource.fhirType();
        };
    }

    private static String ofTask(Task task) {
        if (task.getCode().hasCoding(Canonicals.TASK_CODE, "abort")) {
            return Canonicals.PROFILE_CANCELLATION_TASK;
        }
        return hasCode(List.of(task.getCode()), "provide-information")
                ? Canonicals.PROFILE_INFORMATION_TASK
                : Canonicals.PROFILE_REFERRAL_TASK;
    }

    private static String ofOrganization(Organization organization) {
        return hasCode(organization.getType(), "gp-practice")
                ? Canonicals.PROFILE_GP_PRACTICE
                : Canonicals.PROFILE_SOCIAL_ORGANIZATION;
    }

    private static String ofRole(PractitionerRole role) {
        return hasCode(role.getCode(), "gp") || hasCode(role.getCode(), "poh")
                ? Canonicals.PROFILE_GP_ROLE
                : Canonicals.PROFILE_WALLY_ROLE;
    }

    private static String ofCommunication(Communication communication) {
        return switch (code(communication.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY)) {
            case "contact-attempt" -> Canonicals.PROFILE_CONTACT_ATTEMPT;
            case "information-answer" -> Canonicals.PROFILE_INFORMATION_ANSWER;
            case "message" -> Canonicals.PROFILE_MESSAGE;
            case "closing-notice" -> Canonicals.PROFILE_CLOSING_NOTICE;
            default -> Canonicals.PROFILE_FEEDBACK;
        };
    }

    private static String ofRequest(CommunicationRequest request) {
        String code = code(request.getCategory(), Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY);
        return code.equals("information-request")
                ? Canonicals.PROFILE_INFORMATION_REQUEST
                : Canonicals.PROFILE_FEEDBACK_REQUEST;
    }

    private static boolean hasCode(List<CodeableConcept> concepts, String code) {
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(coding -> code.equals(coding.getCode()));
    }

    private static String code(List<CodeableConcept> concepts, String system) {
        return concepts.stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> system.equals(coding.getSystem()) && coding.hasCode())
                .map(coding -> coding.getCode())
                .findFirst()
                .orElse("");
    }
}
