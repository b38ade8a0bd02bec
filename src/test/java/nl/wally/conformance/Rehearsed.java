package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** Asks the server what would come of a message. */
final class Rehearsed {
    private Rehearsed() {}

    /** By $validate with this mode; an update on the level of the instance. */
    static Answer by(FhirClient server, String client, Resource message, String mode) {
        Parameters parameters = asked(message, mode);
        String id = mode.equals("update") ? "/" + message.getIdElement().getIdPart() : "";
        Answer answer = server.post(client, "/" + message.fhirType() + id + "/$validate", parameters);
        // What one may not see is not there, whatever would come of it.
        assertThat(answer.status()).as(answer.body()).isIn(200, 404);
        return answer;
    }

    /** The body of the request. */
    static Parameters asked(Resource message, String mode) {
        var parameters = new Parameters();
        parameters.addParameter().setName("mode").setValue(new CodeType(mode));
        parameters.addParameter().setName("resource").setResource(message);
        return parameters;
    }

    static List<OperationOutcomeIssueComponent> issues(Answer answer) {
        return answer.resource(OperationOutcome.class).getIssue();
    }

    /** Each error of an answer, as its problem and place. */
    static Set<String> errors(Answer answer) {
        return answer.resource(OperationOutcome.class).getIssue().stream()
                .filter(issue -> issue.getSeverity() == IssueSeverity.ERROR)
                .map(issue -> issue.getDetails().getCodingFirstRep().getCode() + " "
                        + issue.getExpression().stream().map(Object::toString).collect(Collectors.joining(",")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the server would write at an element, for instance {@code .owner}. */
    static String foretold(Answer answer, String element) {
        return answer.resource(OperationOutcome.class).getIssue().stream()
                .filter(issue -> issue.getSeverity() == IssueSeverity.INFORMATION && issue.hasExpression())
                .filter(issue -> issue.getExpression().get(0).getValue().endsWith(element))
                .map(Rehearsed::value)
                .findFirst()
                .orElse("");
    }

    static String value(OperationOutcomeIssueComponent issue) {
        var finding = issue.getExtensionByUrl(Canonicals.EXTENSION_FINDING);
        return finding == null
                ? ""
                : finding.getExtensionByUrl("expected").getValue().primitiveValue();
    }
}
