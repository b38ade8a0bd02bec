package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.stream.Stream;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;

/** Enum {@link Problem} and CodeSystem {@code waw-problem} say the same, in both languages. */
class ProblemCodesTest {

    record Said(String title, String cause, String remedy) {}

    record Entry(String code, String issueType, String status, Said english, Said dutch) {}

    @Test
    void enumAndCodeSystemSayTheSame() {
        var path = Path.of("profiles", "CodeSystem-waw-problem.json");
        var codeSystem = (CodeSystem) ProfileFiles.read(FhirContext.forR4Cached(), path);

        assertThat(codeSystem.getConcept().stream().map(ProblemCodesTest::entry))
                .containsExactlyElementsOf(
                        Stream.of(Problem.values()).map(ProblemCodesTest::entry).toList());
    }

    private static Entry entry(Problem problem) {
        return new Entry(
                problem.code(),
                problem.issueType(),
                String.valueOf(problem.status()),
                said(problem, Language.ENGLISH),
                said(problem, Language.DUTCH));
    }

    private static Said said(Problem problem, Language language) {
        return new Said(problem.title(language), problem.cause(language), problem.remedy(language));
    }

    private static Entry entry(ConceptDefinitionComponent concept) {
        var dutch = concept.getDesignation().stream()
                .filter(designation -> "nl".equals(designation.getLanguage()))
                .findFirst()
                .orElseThrow();
        return new Entry(
                concept.getCode(),
                property(concept, "issue-type"),
                property(concept, "http-status"),
                new Said(concept.getDisplay(), concept.getDefinition(), property(concept, "remedy")),
                new Said(dutch.getValue(), property(concept, "cause-nl"), property(concept, "remedy-nl")));
    }

    private static String property(ConceptDefinitionComponent concept, String code) {
        Type value = concept.getProperty().stream()
                .filter(property -> code.equals(property.getCode()))
                .findFirst()
                .orElseThrow()
                .getValue();
        return value.primitiveValue();
    }
}
