package nl.wally.intake;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.List;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** G-REF: the parts of a referral hang together, and the requester belongs to the caller's practice. */
final class LinkRules {
    private LinkRules() {}

    static List<Refusal> judge(ReferralParts parts, IntakeFacts facts) {
        List<Refusal> refusals = new ArrayList<>();
        Patient patient = parts.patient();
        ServiceRequest referral = parts.referral();
        Task task = parts.task();
        CommunicationRequest request = parts.feedbackRequest();
        link(References.pointsTo(referral.getSubject(), patient), "ServiceRequest.subject", "Patient", refusals);
        link(References.pointsTo(task.getFor(), patient), "Task.for", "Patient", refusals);
        link(References.pointsTo(request.getSubject(), patient), "CommunicationRequest.subject", "Patient", refusals);
        link(References.pointsTo(task.getFocus(), referral), "Task.focus", "ServiceRequest", refusals);
        link(
                References.anyIs(request.getBasedOn(), References.key(referral)),
                "CommunicationRequest.basedOn",
                "ServiceRequest",
                refusals);
        link(
                References.anyIs(referral.getSupportingInfo(), References.key(parts.consent())),
                "ServiceRequest.supportingInfo",
                "Consent",
                refusals);
        parts.representatives()
                .forEach(representative -> link(
                        References.pointsTo(representative.getPatient(), patient),
                        "RelatedPerson.patient",
                        "Patient",
                        refusals));
        performers(parts, refusals);
        requester(parts, facts, refusals);
        return refusals;
    }

    private static void link(boolean holds, String path, String type, List<Refusal> refusals) {
        if (!holds) {
            refusals.add(new Refusal(
                    Problem.BUNDLE_INCOMPLETE, path, words("{0} must refer to the {1} of this Bundle", path, type)));
        }
    }

    /** W-2: the person agrees, or who speaks for the person. */
    private static void performers(ReferralParts parts, List<Refusal> refusals) {
        boolean strange = parts.consent().getPerformer().stream()
                .filter(Reference::hasReference)
                .anyMatch(performer -> !References.pointsTo(performer, parts.patient())
                        && parts.representatives().stream()
                                .noneMatch(representative -> References.pointsTo(performer, representative)));
        if (strange) {
            refusals.add(new Refusal(
                    Problem.CONSENT_MISSING,
                    "Consent.performer",
                    words(
                            "Consent is given by the Patient of this Bundle, or by a RelatedPerson in it who speaks for the"
                                    + " Patient")));
        }
    }

    private static void requester(ReferralParts parts, IntakeFacts facts, List<Refusal> refusals) {
        String requester = References.key(parts.referral().getRequester());
        String practice = facts.caller().organization();
        if (!isOwn(requester, facts)) {
            refusals.add(new Refusal(
                    Problem.REQUESTER_MISMATCH,
                    "ServiceRequest.requester",
                    words(
                            "The requester does not belong to the practice of the caller: name a PractitionerRole of {0}, or"
                                    + " the practice itself",
                            practice)));
        }
        if (requester.equals(practice) && !parts.referral().getRequester().hasDisplay()) {
            refusals.add(new Refusal(
                    Problem.BUNDLE_INCOMPLETE,
                    "ServiceRequest.requester.display",
                    words(
                            "Who refers and is not registered yet, a locum for instance, gives the practice as requester and the"
                                    + " own name as display")));
        }
        sameRequester(requester, parts.task().getRequester(), "Task.requester", refusals);
        if (parts.feedbackRequest().hasRequester()) {
            sameRequester(
                    requester, parts.feedbackRequest().getRequester(), "CommunicationRequest.requester", refusals);
        }
        if (!References.key(parts.patient().getManagingOrganization()).equals(practice)) {
            refusals.add(new Refusal(
                    Problem.REQUESTER_MISMATCH,
                    "Patient.managingOrganization",
                    words("Patient.managingOrganization must be the practice of the caller, {0}", practice)));
        }
    }

    /** Who is not registered yet, a locum for instance, refers in the name of the practice. */
    static boolean isOwn(String requester, IntakeFacts facts) {
        String practice = facts.caller().organization();
        return !requester.isEmpty()
                && !practice.isEmpty()
                && (requester.equals(practice)
                        || facts.requesterOrganization()
                                .filter(practice::equals)
                                .isPresent());
    }

    private static void sameRequester(String requester, Reference other, String path, List<Refusal> refusals) {
        if (!requester.equals(References.key(other))) {
            refusals.add(new Refusal(
                    Problem.REQUESTER_MISMATCH, path, words("{0} must be the same as ServiceRequest.requester", path)));
        }
    }
}
