package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.UriType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What would be wrong with a message, and what would come of it, can be asked without storing anything. */
class ValidateIT extends ServerIT {
    private static final String GP = TheaOnServer.GP;
    private static final String JSON = "application/fhir+json";
    private static final String XML = "application/fhir+xml";

    @Autowired
    private Capabilities capabilities;

    static Stream<String> types() {
        return new Definitions(ca.uhn.fhir.context.FhirContext.forR4Cached())
                .serverStatement().getRestFirstRep().getResource().stream()
                        .filter(resource -> resource.getOperation().stream()
                                .anyMatch(operation -> operation.getName().equals("validate")))
                        .map(resource -> resource.getType());
    }

    @Test
    void isOfferedOnEveryType() {
        // Nobody sends an AuditEvent.
        assertThat(Stream.concat(types(), Stream.of("AuditEvent")))
                .containsExactlyInAnyOrderElementsOf(capabilities.types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void takesEveryTypeInJsonAndXmlByItselfAndInParameters(String type) {
        Resource example = example(type);
        for (String format : List.of(JSON, XML)) {
            for (Resource body : List.of(example, wrapped(example, "", ""))) {
                Answer answer = send(GP, "/" + type + "/$validate", format, text(body, format));
                assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                assertThat(issues(answer))
                        .as("%s %s", type, format)
                        .noneMatch(issue -> issue.getSeverity() == IssueSeverity.ERROR)
                        .anyMatch(issue -> issue.getSeverity() == IssueSeverity.INFORMATION);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, XML})
    void saysOnWhichLineOfTheBody(String format) {
        Patient patient = (Patient) example("Patient");
        String mark = format.equals(JSON) ? "\"birthDate\": \"" : "<birthDate value=\"";
        for (Resource body : List.of(patient, wrapped(patient, "", ""))) {
            String sent =
                    text(body, format).replaceFirst(java.util.regex.Pattern.quote(mark) + "[^\"]*", mark + "13 mei");

            OperationOutcomeIssueComponent issue = issues(send(GP, "/Patient/$validate", format, sent)).stream()
                    .filter(found -> found.getSeverity() == IssueSeverity.ERROR)
                    .findFirst()
                    .orElseThrow();

            assertThat(issue.getExpression().get(0).getValue()).isEqualTo("Patient.birthDate");
            int line = Integer.parseInt(issue.getExtensionByUrl(Canonicals.EXTENSION_ISSUE_LINE)
                    .getValue()
                    .primitiveValue());
            assertThat(sent.lines().toList().get(line - 1)).contains("13 mei");
        }
    }

    @Test
    void tellsOfElementsThatDoNotExistInsteadOfRefusingToRead() {
        Answer answer = send(
                GP,
                "/Patient/$validate",
                JSON,
                text(example("Patient"), JSON).replaceFirst("\"birthDate\"", "\"born\" : \"x\",\n\"birthDate\""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Rehearsed.errors(answer)).isNotEmpty();
        assertThat(answer.body()).contains("does not exist in FHIR R4");
    }

    @Test
    void validatesEachEntryOfABundle() {
        Bundle referral = Messages.referral(1);
        int index = referral.getEntry().size() - 1;
        Resource last = referral.getEntry().get(index).getResource();
        referral.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .forEach(entry -> ((Patient) entry.getResource()).setName(null));

        Answer answer = server.post(GP, "/Bundle/$validate", referral);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(last).isNotNull();
        assertThat(Rehearsed.errors(answer))
                .singleElement()
                .satisfies(error ->
                        assertThat(error).matches("profile-violation Bundle\\.entry\\[\\d+]\\.resource\\.name"));
    }

    @Test
    void validatesAgainstTheProfileThatIsNamed() {
        Task task = (Task) example("Task");
        Parameters wrong = wrapped(task, "", Canonicals.PROFILE_CANCELLATION_TASK);
        assertThat(Rehearsed.errors(server.post(GP, "/Task/$validate", wrong))).isNotEmpty();
        assertThat(Rehearsed.errors(server.post(
                        GP,
                        "/Task/$validate?profile="
                                + java.net.URLEncoder.encode(
                                        Canonicals.PROFILE_PATIENT, java.nio.charset.StandardCharsets.UTF_8),
                        task)))
                .isNotEmpty();
        assertThat(server.post(GP, "/Task/$validate", wrapped(task, "", "http://example.org/none"))
                        .problems())
                .containsExactly("parameter-invalid");
    }

    /** Each profile costs a validation: whoever names thousands is told so, and costs none. */
    @Test
    void validatesAgainstAHandfulOfProfilesOnly() {
        Task task = (Task) example("Task").copy();
        Parameters asked = wrapped(task, "", "");
        for (int more = 0; more < 11; more++) {
            task.getMeta().addProfile(Canonicals.PROFILE_REFERRAL_TASK);
            asked.addParameter().setName("profile").setValue(new UriType(Canonicals.PROFILE_REFERRAL_TASK + more));
        }

        assertThat(server.post(GP, "/Task/$validate", asked).problems()).containsExactly("parameter-invalid");
        assertThat(Rehearsed.errors(server.post(GP, "/Task/$validate", task)))
                .containsExactly("profile-violation Task.meta.profile");
    }

    @ParameterizedTest
    @CsvSource({
        "/Task/$validate, delete, 405, not-supported",
        "/Task/$validate, profile, 400, parameter-invalid",
        "/Patient/$validate, '', 400, parameter-invalid",
        "/Task/unknown/$validate, '', 404, not-found",
        "/Task/unknown/$validate, update, 404, not-found",
        "/Location/$validate, '', 404, not-found"
    })
    void refusesWhatCannotBeValidated(String path, String mode, int status, String problem) {
        Answer answer = server.post(GP, path, wrapped(example("Task"), mode, ""));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.problems()).containsExactly(problem);
    }

    @Test
    void asksForTheResource() {
        assertThat(server.post(GP, "/Task/$validate", new Parameters()).status())
                .isEqualTo(400);
        assertThat(server.send(server.request(GP, "/Task/$validate").GET()).status())
                .isIn(400, 405);
        assertThat(send(GP, "/Task/$validate", JSON, "{").status()).isEqualTo(400);
        assertThat(server.send(server.request(GP, "/Task/$validate")
                                .setHeader("Authorization", "Bearer x")
                                .POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void answersWhateverIsSentBelowFiveHundred() {
        var random = new Random(7);
        var marked = new Marked(random);
        for (int round = 0; round < 150; round++) {
            Resource message =
                    round % 3 == 0 ? Messages.referral(1) : example(round % 3 == 1 ? "Task" : "Communication");
            String mode = List.of("", "create", "update").get(random.nextInt(3));
            Resource body = round % 2 == 0 ? message : wrapped(message, mode, "");
            String broken = marked.broken(Marked.read(server.json(body)));
            String path = "/" + message.fhirType() + "/$validate"
                    + (round % 2 == 0 && !mode.isEmpty() ? "?mode=" + mode : "");

            Answer answer = send(GP, path, JSON, broken);

            assertThat(answer.status())
                    .as("%s %s: %s", path, broken, answer.body())
                    .isLessThan(500);
            assertThat(answer.body()).doesNotContainIgnoringCase(Marked.MARK + " de");
        }
    }

    private static Resource example(String type) {
        if (type.equals("Bundle")) {
            return Messages.referral(1);
        }
        return ProfileFiles.ofExamples().resources(ca.uhn.fhir.context.FhirContext.forR4Cached()).stream()
                .filter(resource -> resource.fhirType().equals(type))
                .findFirst()
                .orElseGet(() ->
                        ProfileFiles.ofConformanceResources()
                                .resources(ca.uhn.fhir.context.FhirContext.forR4Cached())
                                .stream()
                                .filter(resource -> resource.fhirType().equals(type))
                                .findFirst()
                                .orElseGet(ValidateIT::provenance));
    }

    private static Resource provenance() {
        return Messages.parse(
                "{\"resourceType\":\"Provenance\",\"target\":[{\"reference\":\"Task/1\"}],"
                        + "\"recorded\":\"2026-03-02T10:00:00Z\",\"agent\":[{\"who\":{\"display\":\"x\"}}]}",
                org.hl7.fhir.r4.model.Provenance.class);
    }

    private static Parameters wrapped(Resource resource, String mode, String profile) {
        var parameters = new Parameters();
        if (!mode.isEmpty()) {
            parameters.addParameter().setName("mode").setValue(new CodeType(mode));
        }
        if (!profile.isEmpty()) {
            parameters.addParameter().setName("profile").setValue(new UriType(profile));
        }
        parameters.addParameter().setName("resource").setResource(resource);
        return parameters;
    }

    private String text(Resource resource, String format) {
        var parser = format.equals(XML) ? context.newXmlParser() : context.newJsonParser();
        return parser.setPrettyPrint(true).encodeResourceToString(resource);
    }

    private Answer send(String client, String path, String format, String body) {
        return server.send(
                server.request(client, path).header("Content-Type", format).POST(BodyPublishers.ofString(body)));
    }

    private static List<OperationOutcomeIssueComponent> issues(Answer answer) {
        return answer.resource(OperationOutcome.class).getIssue();
    }
}
