package nl.wally.referring;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * Makes of a form the message that a HIS would send: the same transaction of five resources, through the same intake. Sent twice,
 * the same form is the same message to the letter, so that it is the same referral.
 */
final class ReferralMessage {
    private static final String GDPR = "http://data.europa.eu/eli/reg/2016/679/oj";
    private static final String RELEASE_OF_INFORMATION = "64292-6";

    private final Draft draft;
    private final Sender sender;
    private final DateTimeType written;
    private final String patient;
    private final String consent;
    private final String referral;

    private ReferralMessage(Draft draft, Sender sender, Instant opened, TimeZone zone) {
        this.draft = draft;
        this.sender = sender;
        this.patient = place(draft.placer(), "patient");
        this.consent = place(draft.placer(), "consent");
        this.referral = place(draft.placer(), "referral");
        this.written = new DateTimeType(Date.from(opened), TemporalPrecisionEnum.SECOND, zone);
    }

    /** @param opened when the form was */
    static Bundle of(Draft draft, Sender sender, Instant opened, TimeZone zone) {
        ReferralMessage message = new ReferralMessage(draft, sender, opened, zone);
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Identifier number = ReferredPerson.number(draft.person(), sender);
        message.entry(bundle, message.patient, ReferredPerson.of(draft, sender))
                .getRequest()
                .setIfNoneExist("identifier=" + number.getSystem() + "|" + number.getValue());
        message.entry(bundle, message.consent, message.consent());
        message.entry(bundle, message.referral, message.referral());
        message.entry(bundle, place(draft.placer(), "task"), message.task());
        message.entry(bundle, place(draft.placer(), "feedback"), message.feedbackRequest());
        return bundle;
    }

    private BundleEntryComponent entry(Bundle bundle, String place, Resource resource) {
        BundleEntryComponent entry = bundle.addEntry().setFullUrl(place).setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry;
    }

    /** The same for the same form. */
    private static String place(String placer, String part) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((placer + part).getBytes(StandardCharsets.UTF_8));
    }

    private Consent consent() {
        Consent given = new Consent().setStatus(ConsentState.ACTIVE);
        given.setScope(Codes.concept(Canonicals.CONSENT_SCOPE, "patient-privacy"));
        given.addCategory(Codes.concept(Canonicals.LOINC, RELEASE_OF_INFORMATION));
        given.setPatient(new Reference(patient));
        given.setDateTimeElement(new DateTimeType(draft.agreement().day()));
        given.addPerformer(new Reference(patient));
        given.addOrganization(new Reference(sender.practice()));
        given.addPolicy().setUri(GDPR);
        given.getProvision().setType(ConsentProvisionType.PERMIT);
        permitted()
                .forEach(code -> given.getProvision()
                        .addProvision()
                        .setType(ConsentProvisionType.PERMIT)
                        .addCode(Codes.concept(Canonicals.SYSTEM_SHARING, code)));
        return given;
    }

    /** W-2: permitted apart. */
    private List<String> permitted() {
        return switch (draft.agreement().permits()) {
            case "all" -> List.of("share-with-social", "feedback-to-gp");
            case "share" -> List.of("share-with-social");
            default -> List.of();
        };
    }

    private ServiceRequest referral() {
        ServiceRequest asked = new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setPriority(ServiceRequestPriority.fromCode(priority()));
        asked.addIdentifier()
                .setType(Codes.concept(Canonicals.IDENTIFIER_TYPE, "PLAC"))
                .setSystem(draft.system().isEmpty() ? sender.referrals() : draft.system())
                .setValue(draft.placer());
        asked.addCategory(Codes.concept(Canonicals.SYSTEM_REFERRAL_CATEGORY, "social"));
        asked.setSubject(new Reference(patient)).setAuthoredOnElement(written).setRequester(requester());
        asked.addSupportingInfo(new Reference(consent));
        reasons().forEach(asked::addReasonCode);
        asked.addNote(new Annotation().setText(draft.ask().question()));
        asked.addExtension(
                Canonicals.EXTENSION_DISCUSSED_BY_PHONE,
                new BooleanType(draft.ask().discussed()));
        // Who did not talk about it says nothing of it.
        if (!draft.reach().safe().isEmpty()) {
            asked.addExtension(
                    Canonicals.EXTENSION_SAFE_TO_CALL,
                    new BooleanType(draft.reach().safe().equals("yes")));
        }
        asked.addExtension(
                Canonicals.EXTENSION_VOICEMAIL_ALLOWED,
                new BooleanType(draft.reach().voicemail()));
        return asked;
    }

    private List<CodeableConcept> reasons() {
        List<CodeableConcept> reasons = new ArrayList<>();
        draft.ask().codes().forEach(code -> reasons.add(Codes.concept(Canonicals.ICPC_1_NL, code)));
        draft.ask().areas().forEach(area -> reasons.add(Codes.concept(Canonicals.SYSTEM_LIFE_AREA, area)));
        return reasons;
    }

    private Task task() {
        Task task = new Task()
                .setStatus(TaskStatus.REQUESTED)
                .setIntent(TaskIntent.ORDER)
                .setPriority(TaskPriority.fromCode(priority()));
        task.setCode(Codes.concept(Canonicals.TASK_CODE, "fulfill"));
        task.setFocus(new Reference(referral)).setFor(new Reference(patient));
        task.setAuthoredOnElement(written).setRequester(requester());
        if (!draft.ask().wanted().isEmpty()) {
            task.getRestriction()
                    .setPeriod(new Period()
                            .setEndElement(new DateTimeType(draft.ask().wanted())));
        }
        return task;
    }

    private CommunicationRequest feedbackRequest() {
        CommunicationRequest request = new CommunicationRequest()
                .setStatus(CommunicationRequestStatus.ACTIVE)
                .setPriority(CommunicationRequest.CommunicationPriority.fromCode(priority()));
        request.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY, "feedback-request"));
        request.addBasedOn(new Reference(referral));
        request.addMedium(Codes.concept(Canonicals.PARTICIPATION_MODE, "ONLINEWRIT"));
        request.setSubject(new Reference(patient)).setAuthoredOnElement(written).setRequester(requester());
        request.addRecipient(requester()).addRecipient(new Reference(sender.practice()));
        if (!draft.ask().wish().isEmpty()) {
            request.addPayload().setContent(new StringType(draft.ask().wish()));
        }
        return request;
    }

    private Reference requester() {
        return new Reference(sender.role());
    }

    private String priority() {
        return draft.ask().urgency().equals("urgent") ? "urgent" : "routine";
    }
}
