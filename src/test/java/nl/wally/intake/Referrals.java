package nl.wally.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationPriority;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Thea's referral, resolved, and the Bundle that it came in. */
final class Referrals {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    static final String PRACTICE = "Organization/practice-1";
    static final String GP = "PractitionerRole/gp-1";
    static final String PATIENT_SYSTEM = "https://practice-1.example/patient";
    static final String REFERRAL_SYSTEM = "https://practice-1.example/referral";

    private Referrals() {}

    static ReferralParts thea() {
        return thea("Patient/p", "Consent/c", "ServiceRequest/s", "Task/t", "CommunicationRequest/r");
    }

    static ReferralParts thea(String p, String c, String s, String t, String r) {
        Patient patient = new Patient();
        patient.addIdentifier(new Identifier().setSystem(PATIENT_SYSTEM).setValue("4711"));
        patient.setManagingOrganization(new Reference(PRACTICE)).setId(p);
        Consent consent = new Consent();
        consent.setStatus(ConsentState.ACTIVE).setPatient(new Reference(p)).setDateTime(Date.from(NOW));
        consent.addOrganization(new Reference(PRACTICE));
        consent.getProvision()
                .setType(ConsentProvisionType.PERMIT)
                .addProvision()
                .setType(ConsentProvisionType.PERMIT)
                .addCode(Codes.concept(Canonicals.SYSTEM_SHARING, "share-with-social"));
        consent.setId(c);
        ServiceRequest referral = new ServiceRequest();
        referral.addIdentifier(new Identifier()
                .setType(Codes.concept(Canonicals.IDENTIFIER_TYPE, "PLAC"))
                .setSystem(REFERRAL_SYSTEM)
                .setValue("2026-1"));
        referral.setStatus(ServiceRequestStatus.ACTIVE).setPriority(ServiceRequestPriority.ROUTINE);
        referral.setSubject(new Reference(p)).setRequester(new Reference(GP)).setAuthoredOn(Date.from(NOW));
        referral.addSupportingInfo(new Reference(c)).addNote().setText("Hoe kom ik weer rond?");
        referral.setId(s);
        Task task = new Task();
        task.setStatus(TaskStatus.REQUESTED).setPriority(TaskPriority.ROUTINE);
        task.setFocus(new Reference(s)).setFor(new Reference(p)).setRequester(new Reference(GP));
        task.setAuthoredOn(Date.from(NOW)).setId(t);
        CommunicationRequest request = new CommunicationRequest();
        request.setStatus(CommunicationRequestStatus.ACTIVE).setPriority(CommunicationPriority.ROUTINE);
        request.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY, "feedback-request"));
        request.addBasedOn(new Reference(s)).setSubject(new Reference(p)).setRequester(new Reference(GP));
        request.addRecipient(new Reference(GP)).addRecipient(new Reference(PRACTICE));
        request.setAuthoredOn(Date.from(NOW)).setId(r);
        return new ReferralParts(patient, consent, referral, task, request, List.of());
    }

    static IntakeFacts facts() {
        return new IntakeFacts(
                new Caller("his-demo-1", PRACTICE, null, Capacity.PRACTICE),
                Set.of(PATIENT_SYSTEM, REFERRAL_SYSTEM),
                NOW,
                ZoneId.of("Europe/Amsterdam"),
                false,
                Optional.of(PRACTICE));
    }

    /** As sent: urn:uuid everywhere, made of this word. */
    static Bundle bundle(String word) {
        String urn = "urn:uuid:" + word + "-";
        ReferralParts parts = thea(urn + 1, urn + 2, urn + 3, urn + 4, urn + 5);
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        for (Resource resource :
                List.of(parts.patient(), parts.consent(), parts.referral(), parts.task(), parts.feedbackRequest())) {
            bundle.addEntry()
                    .setFullUrl(resource.getId())
                    .setResource(resource)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl(resource.fhirType());
            resource.setId((String) null);
        }
        bundle.getEntryFirstRep().getRequest().setIfNoneExist("identifier=" + PATIENT_SYSTEM + "|4711");
        return bundle;
    }
}
