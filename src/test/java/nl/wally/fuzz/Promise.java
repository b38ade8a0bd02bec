package nl.wally.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import java.util.List;
import java.util.regex.Pattern;
import nl.wally.FhirClient.Answer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;

/** What every answer keeps, whatever was asked: it says what it is, gives nothing away, and is never the server's own fault. */
final class Promise {
    private static final Pattern GIVEN_AWAY = Pattern.compile(
            "HAPI-\\d|java\\.(lang|util|io)|ca\\.uhn|org\\.(hl7|postgresql|hibernate|springframework|apache)\\.|Exception|hfj_"
                    + "|insert into|\\bat nl\\.wally|\\.java:\\d",
            Pattern.CASE_INSENSITIVE);

    private final FhirContext context;

    Promise(FhirContext context) {
        this.context = context;
    }

    /** @param others the marks of all who did not ask */
    void require(Call call, Household from, List<Household> others, Answer answer) {
        String said = answer.body();
        assertThat(answer.status())
                .as("%s\n%s", call, said)
                .matches(status -> status < 500
                        || status == 503 && answer.header("Retry-After").isPresent());
        for (Household other : others) {
            assertThat(said).as("%s", call).doesNotContain(other.mark());
        }
        if (answer.status() >= 400) {
            assertThat(said).as("%s", call).doesNotContain(from.mark());
            assertThat(GIVEN_AWAY
                            .matcher(said)
                            .results()
                            .map(found -> found.group())
                            .toList())
                    .as("%s\n%s", call, said)
                    .isEmpty();
        }
        if (call.isOfFhir() && !said.isEmpty()) {
            requireReadable(call, answer);
        }
    }

    private void requireReadable(Call call, Answer answer) {
        String type = answer.header("Content-Type").orElse("");
        assertThat(type).as("%s\n%s", call, answer.body()).startsWith("application/fhir+");
        IBaseResource read;
        try {
            read = (type.contains("xml") ? context.newXmlParser() : context.newJsonParser())
                    .parseResource(answer.body());
        } catch (DataFormatException unreadable) {
            throw new AssertionError(call + "\n" + answer.body(), unreadable);
        }
        if (answer.status() >= 400) {
            assertThat(read).as("%s\n%s", call, answer.body()).isInstanceOf(OperationOutcome.class);
            assertThat(((OperationOutcome) read).getIssue())
                    .as("%s\n%s", call, answer.body())
                    .isNotEmpty()
                    .allMatch(issue -> issue.getDetails().getText() != null
                            && !issue.getDetails().getCodingFirstRep().getCode().isEmpty());
        }
    }
}
