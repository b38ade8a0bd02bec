package nl.wally.intake;

import static nl.wally.intake.Referrals.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.wally.conformance.Canonicals;
import nl.wally.intake.ReferralParts.Reading;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationPriority;
import org.hl7.fhir.r4.model.CommunicationRequest.CommunicationRequestStatus;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

class IntakeRulesTest {
    private final ReferralParts thea = Referrals.thea();

    @Test
    void takesInTheasReferral() {
        assertThat(IntakeRules.judge(thea, Referrals.facts())).isEmpty();
    }

    @Test
    void refusesReferralWithoutConsent() {
        refuses(parts -> parts.consent().setStatus(ConsentState.INACTIVE), Problem.CONSENT_MISSING);
        refuses(parts -> parts.consent().getProvision().setType(ConsentProvisionType.DENY), Problem.CONSENT_MISSING);
        refuses(parts -> provision(parts).setType(ConsentProvisionType.DENY), Problem.CONSENT_MISSING);
        refuses(
                parts -> provision(parts).setCode(List.of(Codes.concept(Canonicals.SYSTEM_SHARING, "feedback-to-gp"))),
                Problem.CONSENT_MISSING);
        refuses(
                parts -> provision(parts).getPeriod().setEndElement(new DateTimeType("2026-03-01")),
                Problem.CONSENT_MISSING);
        refuses(
                parts -> parts.consent()
                        .getProvision()
                        .addProvision()
                        .setType(ConsentProvisionType.DENY)
                        .addCode(Codes.concept(Canonicals.SYSTEM_SHARING, "share-with-social")),
                Problem.CONSENT_MISSING);
        refuses(parts -> parts.consent().setPatient(new Reference("Patient/other")), Problem.CONSENT_MISSING);
        refuses(parts -> parts.consent().getOrganization().clear(), Problem.CONSENT_MISSING);
        accepts(parts -> provision(parts).getPeriod().setEndElement(new DateTimeType("2026-03-02")));
    }

    @Test
    void refusesACrisisHoweverItIsTold() {
        refuses(
                parts -> parts.referral().addExtension(Canonicals.EXTENSION_CRISIS, new BooleanType(true)),
                Problem.CRISIS);
        accepts(parts -> parts.referral().addExtension(Canonicals.EXTENSION_CRISIS, new BooleanType(false)));
        assertThat(problems(parts -> parts.referral().setPriority(ServiceRequestPriority.ASAP)))
                .startsWith(Problem.CRISIS);
        assertThat(problems(parts -> parts.task().setPriority(TaskPriority.STAT)))
                .startsWith(Problem.CRISIS);
        assertThat(problems(parts -> parts.feedbackRequest().setPriority(CommunicationPriority.STAT)))
                .startsWith(Problem.CRISIS);
        accepts(parts -> {
            parts.referral().setPriority(ServiceRequestPriority.URGENT);
            parts.task().setPriority(TaskPriority.URGENT);
            parts.feedbackRequest().setPriority(CommunicationPriority.URGENT);
        });
    }

    @Test
    void refusesDifferentPrioritiesButTakesNoneForRoutine() {
        refuses(parts -> parts.task().setPriority(TaskPriority.URGENT), Problem.PROFILE_VIOLATION);
        accepts(parts -> parts.task().setPriority(null));
    }

    @Test
    void refusesWithoutAStandingRequestForFeedbackToGpAndPractice() {
        refuses(parts -> parts.feedbackRequest().getCategory().clear(), Problem.FEEDBACK_REQUEST_MISSING);
        refuses(parts -> parts.feedbackRequest().getRecipient().remove(0), Problem.FEEDBACK_REQUEST_MISSING);
        refuses(parts -> parts.feedbackRequest().getRecipient().remove(1), Problem.FEEDBACK_REQUEST_MISSING);
        refuses(
                parts -> parts.feedbackRequest().setStatus(CommunicationRequestStatus.DRAFT),
                Problem.FEEDBACK_REQUEST_MISSING);
    }

    @Test
    void refusesPartsThatDoNotHangTogether() {
        Reference elsewhere = new Reference("Basic/elsewhere");
        refuses(parts -> parts.referral().setSubject(elsewhere), Problem.BUNDLE_INCOMPLETE);
        refuses(parts -> parts.task().setFor(elsewhere), Problem.BUNDLE_INCOMPLETE);
        refuses(parts -> parts.task().setFocus(elsewhere), Problem.BUNDLE_INCOMPLETE);
        refuses(parts -> parts.feedbackRequest().setSubject(elsewhere), Problem.BUNDLE_INCOMPLETE);
        refuses(parts -> parts.feedbackRequest().setBasedOn(List.of(elsewhere)), Problem.BUNDLE_INCOMPLETE);
        refuses(parts -> parts.referral().setSupportingInfo(List.of()), Problem.BUNDLE_INCOMPLETE);
    }

    @Test
    void refusesARequesterOfAnotherPractice() {
        refuses(parts -> parts.task().setRequester(new Reference("PractitionerRole/gp-9")), Problem.REQUESTER_MISMATCH);
        refuses(
                parts -> parts.feedbackRequest().setRequester(new Reference("PractitionerRole/gp-9")),
                Problem.REQUESTER_MISMATCH);
        refuses(
                parts -> parts.patient().setManagingOrganization(new Reference("Organization/practice-2")),
                Problem.REQUESTER_MISMATCH);
        accepts(parts -> parts.feedbackRequest().setRequester(null));
        Reference stranger = new Reference("PractitionerRole/gp-2");
        ReferralParts strange = Referrals.thea();
        strange.referral().setRequester(stranger);
        strange.task().setRequester(stranger);
        strange.feedbackRequest().setRequester(stranger);
        assertThat(problems(strange, with(Optional.of("Organization/practice-2"), Capacity.PRACTICE, false)))
                .containsExactly(Problem.REQUESTER_MISMATCH);
        IntakeFacts foreign = with(Optional.of("Organization/practice-2"), Capacity.PRACTICE, false);
        assertThat(problems(thea, foreign)).containsExactly(Problem.REQUESTER_MISMATCH);
        IntakeFacts unknown = with(Optional.empty(), Capacity.PRACTICE, false);
        assertThat(problems(thea, unknown)).containsExactly(Problem.REQUESTER_MISMATCH);
    }

    @Test
    void takesAReferralInTheNameOfThePracticeByALocum() {
        Reference locum = new Reference(Referrals.PRACTICE).setDisplay("Waarnemer De Boer");
        thea.referral().setRequester(locum);
        thea.task().setRequester(locum);
        thea.feedbackRequest().setRequester(locum).getRecipient().remove(0);
        assertThat(problems(thea, with(Optional.empty(), Capacity.PRACTICE, false)))
                .isEmpty();
    }

    @Test
    void refusesAnybodyButAPractice() {
        assertThat(problems(thea, with(Optional.of(Referrals.PRACTICE), Capacity.SOCIAL_WORKER, false)))
                .containsExactly(Problem.FORBIDDEN);
    }

    @Test
    void refusesNumbersOfOthers() {
        refuses(
                parts -> parts.referral().getIdentifierFirstRep().setSystem("https://practice-2.example/referral"),
                Problem.IDENTIFIER_SYSTEM_FOREIGN);
        refuses(
                parts -> parts.patient().getIdentifierFirstRep().setSystem("https://practice-2.example/patient"),
                Problem.IDENTIFIER_SYSTEM_FOREIGN);
        refuses(parts -> parts.referral().getIdentifier().clear(), Problem.BUNDLE_INCOMPLETE);
        refuses(parts -> parts.referral().getIdentifierFirstRep().setValue(" "), Problem.BUNDLE_INCOMPLETE);
        refuses(parts -> parts.patient().getIdentifier().clear(), Problem.BUNDLE_INCOMPLETE);
        accepts(parts -> parts.referral()
                .addIdentifier(new Identifier()
                        .setType(Codes.concept(Canonicals.IDENTIFIER_TYPE, "FILL"))
                        .setSystem(Canonicals.REFERRAL_NUMBER)
                        .setValue("WAW-1")));
    }

    @Test
    void refusesTheBsnWhereverItHides() {
        Identifier bsn = new Identifier().setSystem(Canonicals.BSN).setValue("111222333");
        Identifier https = new Identifier().setSystem("https://fhir.nl/fhir/NamingSystem/BSN/");
        Identifier oid = new Identifier().setSystem(Canonicals.BSN_OID);
        Patient contained = new Patient();
        contained.addIdentifier(oid);
        refuses(parts -> parts.patient().addIdentifier(bsn), Problem.BSN_REFUSED);
        refuses(parts -> parts.task().getFor().setIdentifier(https), Problem.BSN_REFUSED);
        refuses(parts -> parts.referral().addContained(contained), Problem.BSN_REFUSED);
        refuses(parts -> parts.consent().addExtension("http://example.org/x", bsn), Problem.BSN_REFUSED);
        refuses(
                parts -> parts.feedbackRequest()
                        .addReasonReference(new Reference(
                                "Patient?identifier=http%3A%2F%2Ffhir.nl%2Ffhir%2FNamingSystem%2Fbsn%7C1")),
                Problem.BSN_REFUSED);
        accepts(parts -> parts.patient().addExtension("http://fhir.nl/fhir/NamingSystem/bsnx", new StringType("x")));
        assertThat(IntakeRules.judge(thea, Referrals.facts()).toString()).doesNotContain("111222333");
        ReferralParts allowed = Referrals.thea();
        allowed.patient().addIdentifier(bsn);
        assertThat(problems(allowed, with(Optional.of(Referrals.PRACTICE), Capacity.PRACTICE, true)))
                .isEmpty();
    }

    @Test
    void refusesTimesMoreThanFiveMinutesAhead() {
        Date late = Date.from(NOW.plusSeconds(301));
        refuses(parts -> parts.referral().setAuthoredOn(late), Problem.TIME_IN_FUTURE);
        refuses(parts -> parts.task().setAuthoredOn(late), Problem.TIME_IN_FUTURE);
        refuses(parts -> parts.feedbackRequest().setAuthoredOn(late), Problem.TIME_IN_FUTURE);
        refuses(parts -> parts.consent().setDateTime(late), Problem.TIME_IN_FUTURE);
        accepts(parts -> parts.referral().setAuthoredOn(Date.from(NOW.plusSeconds(300))));
    }

    @Test
    void refusesToStartInTheMiddle() {
        refuses(parts -> parts.task().setStatus(TaskStatus.ACCEPTED), Problem.TRANSITION_NOT_ALLOWED);
        refuses(parts -> parts.referral().setStatus(ServiceRequestStatus.DRAFT), Problem.PROFILE_VIOLATION);
        refuses(parts -> parts.task().addOutput().setValue(new StringType("x")), Problem.ELEMENT_NOT_ALLOWED);
    }

    @Test
    void readsFivePartsAndNothingElse() {
        List<Resource> all = thea.all();
        assertThat(ReferralParts.of(all)).isEqualTo(new Reading.Complete(thea));
        assertThat(read(without(all, CommunicationRequest.class))).containsExactly(Problem.FEEDBACK_REQUEST_MISSING);
        assertThat(read(without(all, thea.consent().getClass()))).containsExactly(Problem.CONSENT_MISSING);
        for (Resource part : List.of(thea.patient(), thea.referral(), thea.task())) {
            assertThat(read(without(all, part.getClass()))).containsExactly(Problem.BUNDLE_INCOMPLETE);
        }
        for (Resource part : List.of(thea.patient(), thea.consent(), new Appointment())) {
            List<Resource> more = new ArrayList<>(all);
            more.add(part);
            assertThat(read(more)).containsExactly(Problem.BUNDLE_INCOMPLETE);
        }
    }

    private static List<Resource> without(List<Resource> all, Class<? extends Resource> type) {
        return all.stream().filter(resource -> !type.isInstance(resource)).toList();
    }

    private static List<Problem> read(List<Resource> resources) {
        return ((Reading.Incomplete) ReferralParts.of(resources))
                .refusals().stream().map(Refusal::problem).toList();
    }

    private static org.hl7.fhir.r4.model.Consent.ProvisionComponent provision(ReferralParts parts) {
        return parts.consent().getProvision().getProvisionFirstRep();
    }

    private static IntakeFacts with(Optional<String> requesterOrganization, Capacity capacity, boolean bsn) {
        return new IntakeFacts(
                new Caller("client", Referrals.PRACTICE, null, capacity),
                Set.of(Referrals.PATIENT_SYSTEM, Referrals.REFERRAL_SYSTEM),
                NOW,
                ZoneId.of("Europe/Amsterdam"),
                bsn,
                requesterOrganization);
    }

    private static void refuses(Consumer<ReferralParts> change, Problem problem) {
        assertThat(problems(change)).containsExactly(problem);
    }

    private static void accepts(Consumer<ReferralParts> change) {
        assertThat(problems(change)).isEmpty();
    }

    private static List<Problem> problems(Consumer<ReferralParts> change) {
        ReferralParts parts = Referrals.thea();
        change.accept(parts);
        return problems(parts, Referrals.facts());
    }

    private static List<Problem> problems(ReferralParts parts, IntakeFacts facts) {
        return IntakeRules.judge(parts, facts).stream().map(Refusal::problem).toList();
    }
}
