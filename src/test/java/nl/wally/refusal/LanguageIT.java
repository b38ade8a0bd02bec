package nl.wally.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A refusal is told in the language that the client prefers, and says where, what and where to read more. */
class LanguageIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String JSON = "application/fhir+json";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl|nl",
                "nl-NL, en;q=0.5|nl",
                "nl-BE|nl",
                "fr, nl;q=0.8, en;q=0.5|nl",
                "en, nl|en",
                "en;q=0.5, nl;q=0.8|nl",
                "nl;q=0, en|en",
                "nl;q=0|en",
                "de|en",
                "*|en",
                "*;q=0.1, nl|nl",
                "@@;;q=x|en",
                "nlx|en"
            })
    void choosesTheLanguageThatTheClientPrefers(String wish, String chosen) {
        Answer answer = server.send(server.request(GP, "/Task/unknown").header("Accept-Language", wish));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Language")).hasValue(chosen);
        assertThat(String.join(",", answer.response().headers().allValues("Vary")))
                .contains("Accept-Language");
        assertThat(text(answer)).isEqualTo(Problem.NOT_FOUND.words().in(language(chosen)));
    }

    @Test
    void speaksEnglishToWhoWishesNothing() {
        Answer answer = server.get(GP, "/Task/unknown");

        assertThat(answer.header("Content-Language")).hasValue("en");
        assertThat(answer.resource(OperationOutcome.class).getLanguage()).isEqualTo("en");
        assertThat(issue(answer).getDetails().getCodingFirstRep().getDisplay())
                .isEqualTo(Problem.NOT_FOUND.title(Language.ENGLISH));
    }

    @Test
    void speaksDutchWhateverRefuses() {
        for (String accept : List.of(JSON, "application/fhir+xml")) {
            var wish = List.of(
                    // the security filter, the form filter, HAPI's parser, and a rule
                    server.request(GP, "/Task").setHeader("Authorization", "Bearer x"),
                    server.request(GP, "").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x")),
                    server.request(GP, "").header("Content-Type", JSON).POST(BodyPublishers.ofString("{")),
                    server.request(GP, "/Task")
                            .header("Content-Type", JSON)
                            .POST(BodyPublishers.ofString("{\"resourceType\":\"Task\"}")));
            for (var request : wish) {
                Answer answer =
                        server.send(request.header("Accept-Language", "nl").setHeader("Accept", accept));
                assertThat(answer.status()).isBetween(400, 499);
                assertThat(answer.header("Content-Language")).hasValue("nl");
                OperationOutcome outcome = answer.resource(OperationOutcome.class);
                assertThat(outcome.getLanguage()).isEqualTo("nl");
                for (OperationOutcomeIssueComponent issue : outcome.getIssue()) {
                    Problem problem = problem(issue);
                    assertThat(issue.getDetails().getCodingFirstRep().getDisplay())
                            .isEqualTo(problem.title(Language.DUTCH));
                    assertThat(issue.getDetails().getText()).doesNotContain(" the ", " is not ");
                    assertThat(guide(issue)).startsWith(server.base().toString() + "/ig/");
                }
            }
        }
    }

    @Test
    void saysWhereItStandsInJson() {
        Bundle referral = Messages.referral(1);
        int entry = index(referral, ServiceRequest.class);
        ((ServiceRequest) referral.getEntry().get(entry).getResource()).setPriority(ServiceRequestPriority.STAT);
        String body = context.newJsonParser().setPrettyPrint(true).encodeResourceToString(referral);

        Answer answer = server.post(GP, "", body);

        assertThat(answer.status()).isEqualTo(422);
        OperationOutcomeIssueComponent issue = issue(answer);
        assertThat(issue.getExpression().get(0).getValue()).isEqualTo("Bundle.entry[" + entry + "].resource.priority");
        assertThat(lines(body).get(line(issue) - 1)).contains("\"priority\": \"stat\"");
        assertThat(guide(issue)).isEqualTo(server.base() + "/ig/problems.html#crisis");
    }

    @Test
    void saysWhereItStandsInXml() {
        Bundle referral = Messages.referral(1);
        int entry = index(referral, Task.class);
        Task task = (Task) referral.getEntry().get(entry).getResource();
        task.setStatus(Task.TaskStatus.COMPLETED);
        String body = context.newXmlParser().setPrettyPrint(true).encodeResourceToString(referral);

        Answer answer = server.send(server.request(GP, "")
                .header("Content-Type", "application/fhir+xml")
                .POST(BodyPublishers.ofString(body)));

        assertThat(answer.resource(OperationOutcome.class).getIssue())
                .filteredOn(issue -> problem(issue) == Problem.TRANSITION_NOT_ALLOWED)
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.getExpression().get(0).getValue())
                            .isEqualTo("Bundle.entry[" + entry + "].resource.status");
                    assertThat(lines(body).get(line(issue) - 1)).contains("<status value=\"completed\"");
                });
    }

    @Test
    void saysOnWhichLineABodyIsBroken() {
        Answer answer = server.post(GP, "", "{\n\"resourceType\":\n\"Bundle\",\n oops }");

        assertThat(answer.problems()).containsExactly("unreadable");
        assertThat(line(issue(answer))).isEqualTo(4);
    }

    static Language language(String code) {
        return code.equals("nl") ? Language.DUTCH : Language.ENGLISH;
    }

    private static int index(Bundle bundle, Class<?> type) {
        for (int index = 0; index < bundle.getEntry().size(); index++) {
            if (type.isInstance(bundle.getEntry().get(index).getResource())) {
                return index;
            }
        }
        throw new AssertionError(type);
    }

    private static List<String> lines(String body) {
        return body.lines().toList();
    }

    private static int line(OperationOutcomeIssueComponent issue) {
        return Integer.parseInt(issue.getExtensionByUrl(Canonicals.EXTENSION_ISSUE_LINE)
                .getValue()
                .primitiveValue());
    }

    private static Problem problem(OperationOutcomeIssueComponent issue) {
        String code = issue.getDetails().getCodingFirstRep().getCode();
        return Problem.valueOf(code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }

    private static String guide(OperationOutcomeIssueComponent issue) {
        Extension finding = issue.getExtensionByUrl(Canonicals.EXTENSION_FINDING);
        return finding.getExtensionByUrl("guide").getValue().primitiveValue();
    }

    private static OperationOutcomeIssueComponent issue(Answer answer) {
        return answer.resource(OperationOutcome.class).getIssueFirstRep();
    }

    private static String text(Answer answer) {
        return issue(answer).getDetails().getText();
    }
}
