package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples keep to the profiles; the counter-examples name what they break, and break no more of the profiles. */
class ConformanceExamplesTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ExampleValidation VALIDATION = new ExampleValidation(FHIR);
    private static final String PROBLEMS = "http://waariswally.nl/fhir/CodeSystem/waw-problem";

    /** Problems that the profile of the Task shows as well: invariants that integrators validate with. */
    private static final Set<String> SHOWN_BY_PROFILE = Set.of(
            "profile-violation",
            "status-reason",
            "business-status",
            "resume-date-missing",
            "feedback-missing",
            "outcome-missing");

    /** Broken in a way that only the server can see, for it knows who ended the Task, or reads the feedback. */
    private static final Set<String> SEEN_BY_SERVER_ONLY =
            Set.of("Task-FailedWithoutFeedback.json", "Task-CompletedWithInterimFeedback.json");

    /** Refused by a rule of the server before the profile is asked, which says the same. */
    static final Set<String> SHOWN_BY_PROFILE_TOO = Set.of("Bundle-FeedbackWithoutPractice.json");

    /** Without the StructureDefinitions: for those the validator asks a package server. The examples try them. */
    static List<Path> conformanceResources() {
        return ProfileFiles.ofConformanceResources().paths().stream()
                .filter(file -> !file.getFileName().toString().startsWith("StructureDefinition-"))
                .toList();
    }

    static List<Path> examples() {
        return ProfileFiles.ofExamples().paths();
    }

    static List<Path> counterExamples() {
        return ProfileFiles.ofCounterExamples().paths();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conformanceResources")
    void conformanceResourceIsValid(Path file) {
        assertThat(VALIDATION.errorsIn(ProfileFiles.read(FHIR, file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void exampleIsValid(Path file) {
        assertThat(VALIDATION.errorsIn(ProfileFiles.read(FHIR, file))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("counterExamples")
    void counterExampleNamesOneProblem(Path file) {
        assertThat(problemsOf(ProfileFiles.read(FHIR, file)))
                .hasSize(1)
                .allMatch(code ->
                        Stream.of(Problem.values()).anyMatch(p -> p.code().equals(code)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("counterExamples")
    void profilesShowWhatTheyCanShow(Path file) {
        var counterExample = ProfileFiles.read(FHIR, file);
        var name = file.getFileName().toString();
        var shown = SHOWN_BY_PROFILE_TOO.contains(name)
                || SHOWN_BY_PROFILE.containsAll(problemsOf(counterExample)) && !SEEN_BY_SERVER_ONLY.contains(name);

        var errors = VALIDATION.errorsIn(counterExample);

        if (shown) {
            assertThat(errors).isNotEmpty();
        } else {
            assertThat(errors).isEmpty();
        }
    }

    private static List<String> problemsOf(Resource resource) {
        return resource.getMeta().getTag().stream()
                .filter(tag -> PROBLEMS.equals(tag.getSystem()))
                .map(Coding::getCode)
                .toList();
    }
}
