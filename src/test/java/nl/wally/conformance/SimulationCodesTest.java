package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.wally.fhir.rest.HttpStatusOf;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.api.Test;

/** CodeSystem {@code waw-simulation} has one sentinel for each problem, and says what really happens. */
class SimulationCodesTest {
    private static final String START = "problem-";

    private final List<ConceptDefinitionComponent> concepts = ((CodeSystem)
                    ProfileFiles.read(FhirContext.forR4Cached(), Path.of("profiles", "CodeSystem-waw-simulation.json")))
            .getConcept();

    @Test
    void eachProblemHasOneSentinelWithItsStatus() {
        assertThat(concepts.stream()
                        .filter(concept -> concept.getCode().startsWith(START))
                        .map(concept -> concept.getCode().substring(START.length()) + " "
                                + concept.getPropertyFirstRep()
                                        .getValueIntegerType()
                                        .getValue()))
                .containsExactlyElementsOf(Arrays.stream(Problem.values())
                        .map(problem -> problem.code() + " " + HttpStatusOf.code(problem.code()))
                        .toList());
    }

    @Test
    void theRestIsSlowOrForTheRobot() {
        assertThat(concepts.stream().map(ConceptDefinitionComponent::getCode).filter(code -> !code.startsWith(START)))
                .containsExactly(
                        "slow",
                        "robot-accept",
                        "robot-reject",
                        "robot-ask",
                        "robot-hold",
                        "robot-unreachable",
                        "robot-complete");
    }

    @Test
    void eachIsSaidInDutchAndEnglishInWordsOfItsOwn() {
        assertThat(concepts).allSatisfy(concept -> {
            assertThat(concept.getDisplay()).isNotBlank();
            assertThat(concept.getDefinition()).endsWith(".");
            assertThat(concept.getDesignation())
                    .extracting(designation -> designation.getLanguage())
                    .containsExactly("nl");
        });
        assertThat(concepts.stream()
                        .map(concept -> concept.getDesignationFirstRep().getValue())
                        .collect(Collectors.toSet()))
                .hasSameSizeAs(concepts);
    }
}
