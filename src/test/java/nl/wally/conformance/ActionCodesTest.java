package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
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

    /** Read by hand: the table of the Tasks beside a referral is for the module of the workflow alone. */
    @Test
    void everyStepBesideAReferralThatPeopleTakeHasAName() throws IOException {
        List<String> steps = Files.readAllLines(Path.of("src/main/resources/workflow/subtask-transitions.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .filter(cells -> !cells[3].equals("system"))
                .map(cells -> cells[4])
                .distinct()
                .toList();

        assertThat(steps).hasSize(7);
        assertThat(names()).containsAll(steps);
    }

    @Test
    void everythingElseThatTheSourcesNameHasAName() throws IOException {
        List<String> words = List.of(
                "progress",
                "note",
                "result",
                "addendum",
                "hand-over",
                "team",
                "input",
                "contact-attempt",
                "interim-feedback",
                "message",
                "withdraw-consent",
                "clarify");
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/nl/wally"))) {
            for (Path source : files.filter(file -> file.toString().endsWith("Actions.java"))
                    .toList()) {
                sources.append(Files.readString(source));
            }
        }

        assertThat(words).allSatisfy(word -> assertThat(sources).contains('"' + word + '"'));
        assertThat(names()).filteredOn(name -> !name.matches("[TIA]\\d\\d")).containsExactlyInAnyOrderElementsOf(words);
    }

    private static List<String> names() {
        var path = Path.of("profiles", "CodeSystem-waw-action.json");
        var codeSystem = (CodeSystem) ProfileFiles.read(FhirContext.forR4Cached(), path);
        return codeSystem.getConcept().stream()
                .map(ConceptDefinitionComponent::getCode)
                .toList();
    }

    private static String dutch(ConceptDefinitionComponent concept) {
        return concept.getDesignation().stream()
                .filter(designation -> "nl".equals(designation.getLanguage()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
