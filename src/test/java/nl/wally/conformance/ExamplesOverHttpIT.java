package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Every example that a client can send is accepted in its situation; what comes back is valid, and looks as the guide says. */
class ExamplesOverHttpIT extends ServerIT {
    private static final String COORDINATOR = "coordinator-demo";

    static final List<String> REFERRALS = List.of(
            "Bundle-TheaReferral",
            "Bundle-TheaReferralCareful",
            "Bundle-TheaReferralMinimal",
            "Bundle-TheaReferralRobotAccepts",
            "Bundle-TheaReferralRobotAsks",
            "Bundle-TheaReferralRobotCompletes",
            "Bundle-TheaReferralRobotHolds",
            "Bundle-TheaReferralRobotRejects",
            "Bundle-TheaReferralRobotUnreachable",
            "Bundle-TheaReferralToWally",
            "Bundle-TheaReferralUrgent");

    private static final String UNTIL_INTERIM = "Task-TheaReceived Task-TheaAccepted Communication-TheaFirstAttempt"
            + " Task-TheaContactAttempted Communication-TheaSecondAttempt Task-TheaInProgress Task-TheaIntakeDone"
            + " Communication-TheaInterimFeedbackSent Task-TheaInterimFeedback";
    private static final String STORY = UNTIL_INTERIM
            + " Task-TheaReferredOnward Communication-TheaFinalFeedback Task-TheaCompleted Task-TheaAddendum";

    /** Sent in tests of their own. */
    private static final List<String> SENT_APART = List.of(
            "Bundle-TheaAnswer",
            "Bundle-TheaReferralUnavailable",
            "Task-TheaStoodIn",
            "Task-TheaRejected",
            "Communication-TheaRejectionFeedback",
            "Task-TheaOnHold",
            "Task-TheaFailed",
            "Communication-TheaUnreachableFeedback",
            "Task-TheaCancelled",
            "Task-TheaEnteredInError",
            "Communication-TheaFinalFeedbackRead",
            "Patient-Thea",
            "PractitionerRole-absent-wally",
            "CareTeam-team-with-gap",
            "Subscription-HisSubscription",
            "Appointment-meeting-1",
            "QuestionnaireResponse-TheaClarification");

    /** Written by the server alone, and compared with what it wrote. */
    private static final List<String> WRITTEN_BY_SERVER = List.of(
            "AuditEvent-TheaTaskRead",
            "Task-TheaRequested",
            "Communication-TheaClosingNotice",
            "CommunicationRequest-TheaFeedbackRequest",
            "CommunicationRequest-TheaFeedbackRequestCompleted",
            "Consent-TheaConsent",
            "RelatedPerson-TheaSister",
            "ServiceRequest-TheaServiceRequest",
            "ServiceRequest-TheaServiceRequestCompleted",
            "ServiceRequest-TheaServiceRequestRevoked");

    static final List<String> DIRECTORY = List.of(
            "CareTeam-team-1",
            "CareTeam-team-2",
            "HealthcareService-debt-desk",
            "HealthcareService-walking-group",
            "Organization-practice-1",
            "Organization-practice-2",
            "Organization-social-1",
            "Practitioner-gp-1",
            "Practitioner-gp-2",
            "Practitioner-wally-1",
            "Practitioner-wally-2",
            "PractitionerRole-gp-1",
            "PractitionerRole-gp-2",
            "PractitionerRole-wally-1",
            "PractitionerRole-wally-2");

    /** Of another social organisation, for which no client exists in the demo region. */
    static final List<String> DIRECTORY_OF_OTHERS =
            List.of("Organization-social-2", "Practitioner-coach-1", "PractitionerRole-coach-1");

    private Likeness likeness;

    @BeforeEach
    void prepareValidation() {
        likeness = Likeness.of(context);
    }

    @Test
    void everyExampleHasItsPlaceHere() {
        Set<String> placed = new TreeSet<>(Arrays.asList(STORY.split(" ")));
        Stream.of(REFERRALS, SENT_APART, WRITTEN_BY_SERVER, DIRECTORY, DIRECTORY_OF_OTHERS, BesideExamplesIT.EXAMPLES)
                .forEach(placed::addAll);
        placed.addAll(ConsentExamplesIT.EXAMPLES);

        assertThat(placed)
                .isEqualTo(new TreeSet<>(ProfileFiles.ofExamples().paths().stream()
                        .map(path -> path.getFileName().toString().replace(".json", ""))
                        .toList()));
    }

    @ParameterizedTest
    @FieldSource("REFERRALS")
    void takesInEachReferral(String name) {
        Answer answer = server.post(TheaOnServer.GP, "", Messages.fresh(Messages.example(name, Bundle.class)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        requireValid(answer.resource());
        looksLike(answer.first(Task.class), "Task-TheaRequested");
    }

    @Test
    void tellsTheStoryOfThea() {
        var thea = TheaOnServer.referred(server);
        looksLike(thea.task(), "Task-TheaRequested");
        looksLike(read(thea, "Patient"), "Patient-Thea");
        looksLike(read(thea, "Consent"), "Consent-TheaConsent");
        looksLike(read(thea, "ServiceRequest"), "ServiceRequest-TheaServiceRequest");
        looksLike(read(thea, "CommunicationRequest"), "CommunicationRequest-TheaFeedbackRequest");

        Communication feedback = null;
        for (String name : STORY.split(" ")) {
            Resource answer = thea.play(TheaOnServer.SANNE, name);
            requireValid(answer);
            looksLike(answer, name);
            feedback = name.equals("Communication-TheaFinalFeedback") ? (Communication) answer : feedback;
        }

        looksLike(read(thea, "ServiceRequest"), "ServiceRequest-TheaServiceRequestCompleted");
        looksLike(read(thea, "CommunicationRequest"), "CommunicationRequest-TheaFeedbackRequestCompleted");
        confirmsReading(thea, feedback);
    }

    private void confirmsReading(TheaOnServer thea, Communication feedback) {
        var confirmed = thea.merged(
                feedback,
                Messages.example("Communication-TheaFinalFeedback", Communication.class),
                Messages.example("Communication-TheaFinalFeedbackRead", Communication.class));
        Answer answer = server.put(TheaOnServer.GP, confirmed);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        requireValid(answer.resource());
        assertThat(answer.resource(Communication.class).getExtensionByUrl(Canonicals.EXTENSION_READ))
                .isNotNull();
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "wally-demo-1, Task-TheaReceived Communication-TheaRejectionFeedback, Task-TheaRejected, revoked",
        "wally-demo-1, Task-TheaReceived Task-TheaAccepted Task-TheaInProgress, Task-TheaOnHold, active",
        "wally-demo-1, Task-TheaReceived Task-TheaAccepted Communication-TheaUnreachableFeedback, Task-TheaFailed,"
                + " revoked",
        "his-demo-1, Task-TheaReceived, Task-TheaCancelled, revoked",
        "his-demo-1, '', Task-TheaEnteredInError, entered-in-error"
    })
    void endsOtherwise(String client, String way, String end, String referralStatus) {
        var thea = TheaOnServer.referred(server);
        thea.play(way);

        Resource ended = thea.play(client, end);

        requireValid(ended);
        looksLike(ended, end);
        Resource referral = read(thea, "ServiceRequest");
        assertThat(referral.getNamedProperty("status").getValues().get(0).primitiveValue())
                .isEqualTo(referralStatus);
        if (end.equals("Task-TheaCancelled")) {
            looksLike(referral, "ServiceRequest-TheaServiceRequestRevoked");
            Answer notices = server.get(
                    TheaOnServer.GP, "/Communication?category=closing-notice&patient=" + thea.reference("Patient"));
            assertThat(notices.all(Communication.class)).hasSize(1);
            requireValid(notices.first(Communication.class));
            looksLike(notices.first(Communication.class), "Communication-TheaClosingNotice");
        }
    }

    @Test
    void completesWithTheAnswerInOneTransaction() {
        var thea = TheaOnServer.referred(server);
        thea.play(UNTIL_INTERIM);
        var answer = Messages.example("Bundle-TheaAnswer", Bundle.class);
        var feedback = answer.getEntry().get(0);
        feedback.setResource(thea.translated(feedback.getResource()));
        var update = answer.getEntry().get(1);
        update.setResource(thea.wanted((Task) update.getResource()));
        update.getRequest().setUrl(thea.reference("Task"));

        // Its ifMatch is the version that the story comes to.
        Answer answered = server.post(TheaOnServer.SANNE, "", answer);

        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        requireValid(answered.resource());
        looksLike(read(thea, "ServiceRequest"), "ServiceRequest-TheaServiceRequestCompleted");
    }

    @Test
    void letsTheSubstituteStandInWhileTheWallyIsAbsent() {
        var thea = TheaOnServer.referred(server);
        thea.play("Task-TheaReceived");
        var present = server.read(COORDINATOR, "PractitionerRole/wally-1", PractitionerRole.class);
        var absent = present.copy();
        absent.addNotAvailable().setDescription("afwezig").getDuring().setStartElement(new DateTimeType("2026-01-01"));
        Answer away = server.put(COORDINATOR, absent);
        assertThat(away.status()).as(away.body()).isEqualTo(200);
        try {
            Resource stoodIn = thea.play("wally-demo-2", "Task-TheaStoodIn");

            requireValid(stoodIn);
            looksLike(stoodIn, "Task-TheaStoodIn");
            assertThat(((Task) stoodIn).getOwner().getReference()).isEqualTo("PractitionerRole/wally-2");
        } finally {
            present.getMeta()
                    .setVersionId(
                            away.resource(PractitionerRole.class).getMeta().getVersionId());
            assertThat(server.put(COORDINATOR, present).status()).isEqualTo(200);
        }
    }

    @Test
    void takesWhatThePracticeKnowsNowOfThePerson() {
        var thea = TheaOnServer.referred(
                server, Messages.fresh(Messages.example("Bundle-TheaReferralMinimal", Bundle.class)));
        Patient stored = (Patient) read(thea, "Patient");
        Patient wanted = Messages.example("Patient-Thea", Patient.class);
        wanted.setId(stored.getIdElement());
        wanted.setMeta(stored.getMeta());
        wanted.setIdentifier(stored.getIdentifier());

        Answer answer = server.put(TheaOnServer.GP, wanted);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        requireValid(answer.resource());
        looksLike(answer.resource(), "Patient-Thea");
    }

    @ParameterizedTest
    @FieldSource("DIRECTORY")
    void letsTheCoordinatorKeepTheDirectory(String name) {
        Resource example = Messages.example(name, Resource.class);
        Resource stored = server.read(COORDINATOR, name.replaceFirst("-", "/"), Resource.class);
        example.setMeta(stored.getMeta());

        Answer answer = server.put(COORDINATOR, example);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        requireValid(answer.resource());
        Resource kept = answer.resource();
        if (kept instanceof CareTeam team) {
            // Other tests let a quarter pass without a meeting.
            team.getExtension().removeIf(extension -> Canonicals.EXTENSION_MEETING_DUE.equals(extension.getUrl()));
        }
        looksLike(kept, name);
    }

    @ParameterizedTest
    @FieldSource("DIRECTORY_OF_OTHERS")
    void showsTheDirectoryOfOthers(String name) {
        Resource stored = server.read(COORDINATOR, name.replaceFirst("-", "/"), Resource.class);

        requireValid(stored);
        looksLike(stored, name);
        assertThat(server.put(COORDINATOR, stored).problems()).containsExactly("forbidden");
    }

    private Resource read(TheaOnServer thea, String type) {
        Resource resource = server.read(TheaOnServer.GP, thea.reference(type), Resource.class);
        requireValid(resource);
        return resource;
    }

    private void requireValid(Resource resource) {
        likeness.requireValid(resource);
    }

    private void looksLike(Resource resource, String example) {
        Likeness.looksLike(resource, example);
    }
}
