package nl.wally.intake;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Ahead;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import nl.wally.workflow.ConsentRules;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * Judges a referral at the door, once its references are resolved: G-CONSENT, G-URGENT, G-FBREQ, G-REF, W-10 and the
 * times. Routing (G-ROUTE) and the tables of the Task are judged elsewhere.
 */
final class IntakeRules {
    private static final List<String> CRISIS = List.of("asap", "stat");

    private final ReferralParts parts;
    private final IntakeFacts facts;
    private final List<Refusal> refusals = new ArrayList<>();

    private IntakeRules(ReferralParts parts, IntakeFacts facts) {
        this.parts = parts;
        this.facts = facts;
    }

    /** Every reason to refuse the referral, the most important first; empty when it may be taken in. */
    public static List<Refusal> judge(ReferralParts parts, IntakeFacts facts) {
        IntakeRules rules = new IntakeRules(parts, facts);
        rules.caller();
        rules.crisis();
        rules.consent();
        rules.feedbackRequest();
        rules.refusals.addAll(IdentifierRules.judge(parts, facts));
        rules.refusals.addAll(LinkRules.judge(parts, facts));
        rules.start();
        rules.times();
        return List.copyOf(rules.refusals);
    }

    private void caller() {
        refuseUnless(
                facts.caller().capacity() == Capacity.PRACTICE, Problem.FORBIDDEN, "", words("Only a practice refers"));
    }

    /** G-URGENT, W-7. */
    private void crisis() {
        Extension ticked = parts.referral().getExtensionByUrl(Canonicals.EXTENSION_CRISIS);
        boolean crisis = ticked != null && ticked.getValue() instanceof BooleanType yes && yes.booleanValue();
        if (crisis) {
            refusals.add(Refusal.of(Problem.CRISIS, "ServiceRequest.extension"));
        }
        for (String priority : priorities()) {
            if (CRISIS.contains(priority)) {
                refusals.add(Refusal.of(Problem.CRISIS, "ServiceRequest.priority"));
                return;
            }
        }
    }

    /** G-CONSENT, W-2. */
    private void consent() {
        Consent consent = parts.consent();
        String path = "Consent";
        refuseUnless(
                ConsentRules.permits(consent, ConsentRules.SHARE_WITH_SOCIAL, facts.now(), facts.zone()),
                Problem.CONSENT_MISSING,
                path + ".provision",
                words("An active Consent that permits {0} now is required", ConsentRules.SHARE_WITH_SOCIAL));
        refuseUnless(
                References.pointsTo(consent.getPatient(), parts.patient()),
                Problem.CONSENT_MISSING,
                path + ".patient",
                words("The Consent must be the one of the Patient of this referral"));
        refuseUnless(
                References.anyIs(consent.getOrganization(), facts.caller().organization()),
                Problem.CONSENT_MISSING,
                path + ".organization",
                words("Consent.organization must be the practice of the caller"));
    }

    /** G-FBREQ, W-6. */
    private void feedbackRequest() {
        CommunicationRequest request = parts.feedbackRequest();
        String path = "CommunicationRequest";
        refuseUnless(
                Codes.anyHas(
                        request.getCategory(), Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY, "feedback-request"),
                Problem.FEEDBACK_REQUEST_MISSING,
                path + ".category",
                words("The CommunicationRequest must have category feedback-request"));
        refuseUnless(
                request.getStatus() == CommunicationRequestStatus.ACTIVE,
                Problem.FEEDBACK_REQUEST_MISSING,
                path + ".status",
                words("The feedback request must be active"));
        List<Reference> recipients = request.getRecipient();
        // A stranger as requester is refused for that alone, not for being no recipient too.
        String requester = References.key(parts.referral().getRequester());
        refuseUnless(
                References.anyIs(recipients, facts.caller().organization())
                        && (References.anyIs(recipients, requester) || !LinkRules.isOwn(requester, facts)),
                Problem.FEEDBACK_REQUEST_MISSING,
                path + ".recipient",
                words("The recipients must include the requester and the practice"));
    }

    /** A referral starts at its beginning, with nothing done yet. */
    private void start() {
        refuseUnless(
                parts.task().getStatus() == TaskStatus.REQUESTED,
                Problem.TRANSITION_NOT_ALLOWED,
                "Task.status",
                words("A referral Task starts with status requested"));
        refuseUnless(
                parts.referral().getStatus() == ServiceRequestStatus.ACTIVE,
                Problem.PROFILE_VIOLATION,
                "ServiceRequest.status",
                words("A referral is sent with status active"));
        refuseUnless(
                !parts.task().hasOutput(),
                Problem.ELEMENT_NOT_ALLOWED,
                "Task.output",
                words("A new referral has no output yet"));
        refuseUnless(
                priorities().stream().distinct().count() == 1,
                Problem.PROFILE_VIOLATION,
                "ServiceRequest.priority",
                words("ServiceRequest, Task and CommunicationRequest must have the same priority"));
    }

    private void times() {
        ServiceRequest referral = parts.referral();
        notAhead(referral.getAuthoredOnElement(), "ServiceRequest.authoredOn");
        notAhead(parts.task().getAuthoredOnElement(), "Task.authoredOn");
        notAhead(parts.feedbackRequest().getAuthoredOnElement(), "CommunicationRequest.authoredOn");
        notAhead(parts.consent().getDateTimeElement(), "Consent.dateTime");
    }

    private void notAhead(DateTimeType time, String path) {
        if (Ahead.isAhead(time, facts.now())) {
            refusals.add(Refusal.of(Problem.TIME_IN_FUTURE, path));
        }
    }

    /** Of ServiceRequest, Task and CommunicationRequest; none given means routine. */
    private List<String> priorities() {
        return List.of(
                parts.referral().hasPriority() ? parts.referral().getPriority().toCode() : "routine",
                parts.task().hasPriority() ? parts.task().getPriority().toCode() : "routine",
                parts.feedbackRequest().hasPriority()
                        ? parts.feedbackRequest().getPriority().toCode()
                        : "routine");
    }

    private void refuseUnless(boolean holds, Problem problem, String path, Words explanation) {
        if (!holds) {
            refusals.add(new Refusal(problem, path, explanation));
        }
    }
}
