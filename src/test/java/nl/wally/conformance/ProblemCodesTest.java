package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.api.Test;

/** Enum {@link Problem} and CodeSystem {@code waw-problem} say the same. */
class ProblemCodesTest {

    record Words(String code, String english, String dutch, String issueType) {}

    @Test
    void enumAndCodeSystemSayTheSame() {
        var path = Path.of("profiles", "CodeSystem-waw-problem.json");
        var codeSystem = (CodeSystem) ProfileFiles.read(FhirContext.forR4Cached(), path);

        assertThat(codeSystem.getConcept().stream().map(ProblemCodesTest::words))
                .containsExactlyElementsOf(Stream.of(Problem.values())
                        .map(problem ->
                                new Words(problem.code(), problem.english(), problem.dutch(), problem.issueType()))
                        .toList());
    }

    private static Words words(ConceptDefinitionComponent concept) {
        var dutch = concept.getDesignation().stream()
                .filter(designation -> "nl".equals(designation.getLanguage()))
                .findFirst()
                .orElseThrow();
        var issueType = concept.getProperty().stream()
                .filter(property -> "issue-type".equals(property.getCode()))
                .findFirst()
                .orElseThrow();
        return new Words(
                concept.getCode(),
                concept.getDefinition(),
                dutch.getValue(),
                issueType.getValueCodeType().getValue());
    }
}
