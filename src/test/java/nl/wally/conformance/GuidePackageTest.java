package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.ImplementationGuide.ImplementationGuideDefinitionResourceComponent;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.hl7.fhir.utilities.npm.NpmPackage.PackageResourceInformation;
import org.junit.jupiter.api.Test;

/** The package of the guide is whole, says what the FHIR npm specification asks for, and is the same whenever it is made. */
class GuidePackageTest {
    private static final List<Path> DEFINITIONS =
            ProfileFiles.ofConformanceResources().paths();
    private static final List<Path> EXAMPLES = ProfileFiles.ofExamples().paths();
    private static final byte[] TGZ = new GuidePackage().tgz();

    @Test
    void theSameFilesGiveTheSameBytes() {
        for (int seed = 0; seed < 3; seed++) {
            assertThat(GuidePackage.tgz(shuffled(DEFINITIONS, seed), shuffled(EXAMPLES, seed)))
                    .isEqualTo(TGZ);
        }
        assertThat(new GuidePackage().tgz()).isEqualTo(TGZ);
    }

    @Test
    void itHoldsAllDefinitionsAndExamplesAndNoCounterExample() throws IOException {
        NpmPackage pack = read();

        assertThat(pack.list("package")).containsExactlyInAnyOrderElementsOf(names(DEFINITIONS));
        assertThat(pack.list("example")).containsExactlyInAnyOrderElementsOf(names(EXAMPLES));
        assertThat(pack.getFolders().keySet()).containsExactlyInAnyOrder("package", "example");
    }

    @Test
    void itSaysWhatItIs() throws IOException {
        NpmPackage pack = read();
        Map<String, String> config = config();

        assertThat(pack.name()).isEqualTo(config.get("id"));
        assertThat(pack.version()).isEqualTo(config.get("version"));
        assertThat(pack.title()).isEqualTo(config.get("title"));
        assertThat(pack.description()).isEqualTo(config.get("description"));
        assertThat(pack.license()).isEqualTo(config.get("license"));
        assertThat(pack.canonical()).isEqualTo(config.get("canonical")).isEqualTo(Canonicals.BASE);
        assertThat(pack.url()).isEqualTo(Canonicals.BASE);
        assertThat(pack.type()).isEqualTo("fhir.ig");
        assertThat(pack.fhirVersion()).isEqualTo(config.get("fhirVersion"));
        assertThat(pack.dependencies()).containsExactly("hl7.fhir.r4.core#4.0.1");
        JsonObject npm = pack.getNpm();
        assertThat(npm.asString("author")).isEqualTo("Waar is Wally");
        assertThat(npm.asString("jurisdiction")).isEqualTo("urn:iso:std:iso:3166#NL");
        assertThat(npm.getJsonObject("directories").asString("lib")).isEqualTo("package");
        assertThat(npm.getJsonObject("directories").asString("example")).isEqualTo("example");
        assertThat(NpmPackage.isValidName(pack.name())).isTrue();
        assertThat(NpmPackage.isValidVersion(pack.version())).isTrue();
    }

    @Test
    void everyFileIsInTheIndexOfItsFolder() throws IOException {
        String index = new String(read().getFolders().get("example").fetchFile(".index.json"), StandardCharsets.UTF_8);
        assertThat(names(EXAMPLES)).allMatch(name -> index.contains('"' + name + '"'));

        assertThat(read().listIndexedResources("StructureDefinition"))
                .hasSize((int) names(DEFINITIONS).stream()
                        .filter(name -> name.startsWith("StructureDefinition-"))
                        .count())
                .allSatisfy(found -> {
                    assertThat(found.getUrl()).startsWith(Canonicals.BASE);
                    assertThat(found.getVersion()).isEqualTo("0.1.0");
                })
                .extracting(PackageResourceInformation::getFilename)
                .isSorted();
    }

    @Test
    void theImplementationGuideNamesEveryDefinitionAndExample() throws IOException {
        ImplementationGuide guide = guide();
        List<String> named = guide.getDefinition().getResource().stream()
                .map(resource -> resource.getReference().getReference().replace('/', '-') + ".json")
                .toList();

        assertThat(named)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(names(DEFINITIONS).stream(), names(EXAMPLES).stream())
                                .filter(name -> !name.startsWith("ImplementationGuide-"))
                                .toList());
        assertThat(guide.getDefinition().getResource())
                .allMatch(ImplementationGuideDefinitionResourceComponent::hasDescription)
                .filteredOn(resource -> resource.getReference().getReference().startsWith("Task/"))
                .allMatch(ImplementationGuideDefinitionResourceComponent::hasExampleCanonicalType);
    }

    @Test
    void thePublisherFindsTheImplementationGuideAndItsPages() throws IOException {
        ImplementationGuide guide = guide();
        List<String> pages = guide.getDefinition().getPage().getPage().stream()
                .map(page -> page.getNameUrlType().getValue().replace(".html", ".md"))
                .toList();

        assertThat(Files.readString(Path.of("ig", "ig.ini")))
                .contains("ig = fsh-generated/resources/ImplementationGuide-"
                        + guide.getIdElement().getIdPart() + ".json");
        try (Stream<Path> files = Files.list(Path.of("ig", "input", "pagecontent"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(pages)
                    .contains("index.md");
        }
    }

    private static ImplementationGuide guide() throws IOException {
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        ImplementationGuide.class,
                        read().load("package", "ImplementationGuide-nl.waariswally.referral.json"));
    }

    private static NpmPackage read() throws IOException {
        return NpmPackage.fromPackage(new ByteArrayInputStream(TGZ));
    }

    /** The settings of the guide that stand on a line of their own. */
    private static Map<String, String> config() throws IOException {
        Map<String, String> config = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("ig", "sushi-config.yaml"))) {
            if (line.matches("[a-zA-Z]+: .*")) {
                config.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
            }
        }
        return config;
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }

    private static Map<String, byte[]> shuffled(List<Path> files, long seed) {
        List<Path> order = new ArrayList<>(files);
        Collections.shuffle(order, new Random(seed));
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Path file : order) {
            try {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
        }
        return contents;
    }
}
