package nl.wally.access;

import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Referral;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Who may see what: the referral is the unit. Its practice sees it, and so do those who own it or may come to own it; the
 * coordinator sees that it exists and who has it, not whose story it is. Whatever no line allows is not seen. What is
 * seen only in part: {@link MaskRules}.
 */
final class SightRules {
    private SightRules() {}

    static boolean maySee(Caller caller, Resource resource, List<Referral> referrals) {
        if (caller.capacity() == Capacity.SYSTEM) {
            return true;
        }
        return switch (resource.fhirType()) {
            case "Organization", "Practitioner", "PractitionerRole", "HealthcareService", "Questionnaire" -> true;
            case "CareTeam" -> belongsTo(caller, (CareTeam) resource);
            case "Patient" ->
                caller.capacity() == Capacity.PRACTICE
                        ? caller.organization()
                                .equals(((Patient) resource)
                                        .getManagingOrganization()
                                        .getReference())
                        : concerns(caller, referrals);
            case "Task" ->
                concerns(caller, referrals) || isOfPractice(caller, referrals) || isCoordinatedBy(caller, referrals);
            case "Communication" ->
                concerns(caller, referrals)
                        || isOfPractice(caller, referrals)
                        || isClosingNotice((Communication) resource) && mayHaveOwned(caller, referrals);
            case "ServiceRequest", "CommunicationRequest", "Consent", "Provenance", "RelatedPerson" ->
                concerns(caller, referrals) || isOfPractice(caller, referrals);
            default -> false;
        };
    }

    private static boolean isOfPractice(Caller caller, List<Referral> referrals) {
        return caller.capacity() == Capacity.PRACTICE
                && referrals.stream().anyMatch(referral -> referral.practice().equals(caller.organization()));
    }

    private static boolean concerns(Caller caller, List<Referral> referrals) {
        return caller.capacity() == Capacity.SOCIAL_WORKER
                && caller.person()
                        .filter(role -> referrals.stream().anyMatch(referral -> referral.concerns(role)))
                        .isPresent();
    }

    /** Who was concerned hears that it has ended, also after consent was withdrawn (W-2). */
    private static boolean mayHaveOwned(Caller caller, List<Referral> referrals) {
        return caller.capacity() == Capacity.SOCIAL_WORKER
                && caller.person()
                        .filter(role -> referrals.stream().anyMatch(referral -> referral.names(role)))
                        .isPresent();
    }

    private static boolean isClosingNotice(Communication communication) {
        return Codes.anyHas(communication.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "closing-notice");
    }

    private static boolean isCoordinatedBy(Caller caller, List<Referral> referrals) {
        return caller.capacity() == Capacity.COORDINATOR
                && referrals.stream()
                        .anyMatch(referral -> referral.coordination().equals(caller.organization()));
    }

    private static boolean belongsTo(Caller caller, CareTeam team) {
        String self = caller.capacity() == Capacity.SOCIAL_WORKER ? caller.agent() : caller.organization();
        return team.getManagingOrganization().stream().anyMatch(practice -> self.equals(practice.getReference()))
                || team.getParticipant().stream()
                        .anyMatch(participant ->
                                self.equals(participant.getMember().getReference()));
    }
}
