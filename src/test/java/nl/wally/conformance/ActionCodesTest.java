package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.List;
import nl.wally.workflow.TransitionTable;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.api.Test;

/** Every action that {@code $available-actions} can name has a word for the people who do it. */
class ActionCodesTest {
    @Test
    void everyTransitionThatPeopleTakeHasAName() {
        var path = Path.of("profiles", "CodeSystem-waw-action.json");
        var codeSystem = (CodeSystem) ProfileFiles.read(FhirContext.forR4Cached(), path);
        List<String> steps = TransitionTable.load().all().stream()
                .filter(row -> row.from() != null)
                .map(row -> row.id())
                .distinct()
                .toList();

        assertThat(codeSystem.getConcept()).extracting("code").containsAll(steps);
        assertThat(codeSystem.getConcept())
                .allSatisfy(concept -> assertThat(dutch(concept)).isNotBlank());
    }

    private static String dutch(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> "nl".equals(designation.getLanguage()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
