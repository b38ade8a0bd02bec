package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import nl.wally.story.Pasting;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.junit.jupiter.api.Test;

/** What people wrote for the guide says what the server does: problems with their status, names, and lines to paste. */
class PagesOfTheGuideTest {
    private static final Path PAGES = Path.of("ig", "input", "pagecontent");
    private static final Path SIMULATION = Path.of("profiles", "CodeSystem-waw-simulation.json");
    private static final Path SERVER = Path.of("profiles", "CapabilityStatement-waw-server.json");
    private static final Pattern PROBLEM = Pattern.compile("(?:problems\\.html|\\]\\()#([a-z-]+)");
    private static final Pattern ROW =
            Pattern.compile("^\\| ([0-9, ]+) \\| ([^|]*problems\\.html[^|]*) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("(?<![\\w-])waw-[a-z0-9-]*[a-z0-9]");

    private final Map<String, String> pages = pages();

    @Test
    void everyProblemIsNamedByAPageThatSaysWhenItComes() {
        Set<String> named = new TreeSet<>();
        pages.values().forEach(text -> named.addAll(codes(text)));

        assertThat(named).containsAll(known());
    }

    @Test
    void statusBesideAProblemIsTheOneThatTheServerAnswers() {
        Map<String, Integer> statuses = statuses();
        Set<String> judged = new TreeSet<>();

        pages.forEach((page, text) -> ROW.matcher(text).results().forEach(row -> {
            List<Integer> said = Arrays.stream(row.group(1).split(","))
                    .map(status -> Integer.valueOf(status.strip()))
                    .toList();
            List<Integer> answered =
                    codes(row.group(2)).stream().map(statuses::get).distinct().toList();
            assertThat(said).as(page + ": " + row.group()).containsExactlyElementsOf(answered);
            judged.addAll(codes(row.group(2)));
        }));

        assertThat(judged).hasSizeGreaterThan(30);
    }

    @Test
    void everyNameOfOursOnAPageExists() {
        Set<String> existing = ProfileFiles.ofConformanceResources().paths().stream()
                .map(path -> path.getFileName().toString().replaceFirst("^[A-Za-z]+-(.*)\\.json$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        existing.addAll(topics());

        pages.forEach((page, text) -> assertThat(names(text)).as(page).isSubsetOf(existing));
    }

    /** R4 has no resource for topics: those exist that the statement of the server names. */
    private static Set<String> topics() {
        var statement = (CapabilityStatement) ProfileFiles.read(FhirContext.forR4Cached(), SERVER);
        return names(statement.getRestFirstRep().getResource().stream()
                .flatMap(resource -> resource.getExtension().stream())
                .filter(extension -> extension.getValue() instanceof CanonicalType)
                .map(extension -> extension.getValue().primitiveValue())
                .filter(url -> url.startsWith(Canonicals.TOPIC))
                .collect(Collectors.joining(" ")));
    }

    @Test
    void everyBlockOfBashCanBeRead() throws Exception {
        Pasting.need("bash");
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Pasting.parse(page.getKey().replace(".md", ""), Pasting.blocks(page.getValue()));
        }
    }

    /** Fragments are for the guide to know. */
    private static Set<String> names(String text) {
        return NAME.matcher(text.replaceAll("\\{%.*?%}", ""))
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** In the order in which they stand there. */
    private static List<String> codes(String text) {
        return PROBLEM.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(known()::contains)
                .toList();
    }

    private static Set<String> known() {
        return Arrays.stream(Problem.values()).map(Problem::code).collect(Collectors.toSet());
    }

    /** The simulator plays each problem with its status. */
    private static Map<String, Integer> statuses() {
        var simulation = (CodeSystem) ProfileFiles.read(FhirContext.forR4Cached(), SIMULATION);
        return simulation.getConcept().stream()
                .filter(concept -> concept.getCode().startsWith("problem-"))
                .collect(Collectors.toMap(
                        concept -> concept.getCode().substring("problem-".length()), PagesOfTheGuideTest::status));
    }

    private static Integer status(ConceptDefinitionComponent concept) {
        return concept.getPropertyFirstRep().getValueIntegerType().getValue();
    }

    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            for (Path file : files.toList()) {
                pages.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return pages;
    }
}
