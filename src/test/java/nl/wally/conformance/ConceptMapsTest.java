package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The maps to the codes of other guides: whole, and to codes that exist there. */
class ConceptMapsTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Definitions DEFINITIONS = new Definitions(FHIR);
    private static final String TASK_STATUS = Canonicals.BASE_DEFINITION + "Task#Task.status";

    /** Where each map leads to: system, version and value set of the other guide. */
    private static final Map<String, List<String>> TARGETS = Map.of(
            "waw-business-status-to-bser",
            List.of(
                    "http://hl7.org/fhir/us/bser/CodeSystem/TaskBusinessStatusCS",
                    "2.0.0-ballot",
                    "http://hl7.org/fhir/us/bser/ValueSet/TaskBusinessStatusVS"),
            "waw-business-status-to-cow",
            List.of("http://hl7.org/fhir/uv/cow/CodeSystem/temp", "1.0.0-ballot", ""));

    static List<ConceptMap> maps() {
        return DEFINITIONS.all(ConceptMap.class);
    }

    @Test
    void theServerLoadsEveryMap() {
        assertThat(maps())
                .extracting(map -> map.getIdElement().getIdPart())
                .containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
    }

    @ParameterizedTest
    @MethodSource("maps")
    void everyCodeOfOursIsMappedOnceOrSaidToHaveNoMatch(ConceptMap map) {
        Set<String> ours = DEFINITIONS.all(CodeSystem.class).stream()
                .filter(system -> system.getUrl().equals(Canonicals.SYSTEM_BUSINESS_STATUS))
                .flatMap(system -> system.getConcept().stream())
                .map(concept -> concept.getCode())
                .collect(Collectors.toSet());

        assertThat(group(map).getElement())
                .extracting(SourceElementComponent::getCode)
                .hasSizeGreaterThan(10)
                .containsExactlyInAnyOrderElementsOf(ours);
    }

    @ParameterizedTest
    @MethodSource("maps")
    void sourceAndTargetAreThoseOfTheGuides(ConceptMap map) {
        List<String> target = TARGETS.get(map.getIdElement().getIdPart());
        ConceptMapGroupComponent group = group(map);

        assertThat(group.getSource()).isEqualTo(Canonicals.SYSTEM_BUSINESS_STATUS);
        assertThat(DEFINITIONS.all(ValueSet.class))
                .extracting(ValueSet::getUrl)
                .contains(map.getSourceCanonicalType().getValue());
        assertThat(group.getTarget()).isEqualTo(target.get(0));
        assertThat(group.getTargetVersion()).isEqualTo(target.get(1));
        assertThat(map.hasTarget() ? map.getTargetCanonicalType().getValue() : "")
                .isEqualTo(target.get(2));
    }

    @ParameterizedTest
    @MethodSource("maps")
    void everyTargetExistsThereOrIsExplained(ConceptMap map) throws IOException {
        ConceptMapGroupComponent group = group(map);
        Set<String> theirs =
                Files.readAllLines(Path.of("src", "test", "resources", "terminology", "codes.csv")).stream()
                        .map(line -> line.split(","))
                        .filter(row -> row[0].equals(group.getTarget()) && row[1].equals(group.getTargetVersion()))
                        .map(row -> row[2])
                        .collect(Collectors.toSet());

        for (SourceElementComponent element : group.getElement()) {
            assertThat(element.getTarget()).as(element.getCode()).isNotEmpty();
            for (TargetElementComponent target : element.getTarget()) {
                boolean unmatched = target.getEquivalence() == ConceptMapEquivalence.UNMATCHED;
                assertThat(unmatched || theirs.contains(target.getCode()))
                        .as(element.getCode())
                        .isTrue();
                assertThat(target.hasCode()).as(element.getCode()).isEqualTo(!unmatched);
                // FHIR asks for a comment with narrower and inexact only; a reader needs it wherever meanings differ.
                assertThat(target.hasComment())
                        .as(element.getCode())
                        .isEqualTo(target.getEquivalence() != ConceptMapEquivalence.EQUIVALENT);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("maps")
    void severalTargetsAreToldApartByTheStatusOfTheTask(ConceptMap map) {
        group(map).getElement().stream()
                .filter(element -> element.getTarget().size() > 1)
                .forEach(element -> assertThat(element.getTarget())
                        .extracting(target -> target.getDependsOnFirstRep().getProperty())
                        .containsOnly(TASK_STATUS));
        assertThat(group(map).getElement().stream()
                        .flatMap(element -> element.getTarget().stream())
                        .flatMap(target -> target.getDependsOn().stream())
                        .map(dependsOn -> Task.TaskStatus.fromCode(dependsOn.getValue())))
                .doesNotHaveDuplicates();
    }

    private static ConceptMapGroupComponent group(ConceptMap map) {
        assertThat(map.getGroup()).hasSize(1);
        return map.getGroupFirstRep();
    }
}
