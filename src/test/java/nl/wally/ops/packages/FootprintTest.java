package nl.wally.ops.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The runnable jar stays slim. Its libraries stand in the bill of materials, and lie in it as they are, or in part: their sizes
 * are its size, so this needs no jar. Why each is kept or left out stands in pom.xml and ADR 43.
 */
class FootprintTest {
    private static final long MOST_BYTES = 160_000_000;
    /** Own classes, guide and profiles, and Boot's loader. */
    private static final long REST = 4_200_000;

    private static final Pattern UNUSED = Pattern.compile(
            "org.apache.lucene:(?!lucene-core).*|co.elastic.clients:.*"
                    + "|org.elasticsearch.*|software.amazon.*|org.apache.jena:.*|com.graphql-java:.*|org.springdoc:.*"
                    + "|org.webjars:swagger-ui|com.oracle.*|org.xerial:.*|net.sourceforge.plantuml:.*|net.sf.saxon:.*"
                    + "|ca.uhn.hapi.fhir:.*(r4b|hl7org-dstu2|dstu2016may)|.*hapi-fhir-validation-resources-(?!r4).*|com.h2database:.*");

    @Test
    void runnableJarStaysSlim() throws IOException {
        Map<String, Long> sizes = sizes();
        assertThat(sizes).hasSizeGreaterThan(120);
        long libraries = sizes.entrySet().stream()
                .filter(library -> !library.getKey().startsWith("io.zonky.test.postgres:"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(libraries + REST).as("Bytes of the jar: %s", sizes).isLessThan(MOST_BYTES);
    }

    @Test
    void nothingComesAlongThatNobodyUses() throws IOException {
        assertThat(sizes().keySet()).noneMatch(name -> UNUSED.matcher(name).matches());
    }

    @Test
    void programsOfPostgresStayOutOfTheJar() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<left.out.of.jar>io.zonky.test.postgres</left.out.of.jar>")
                .contains(
                        "<excludeGroupIds>com.ibm.icu,net.bytebuddy,org.apache.lucene,${left.out.of.jar}</excludeGroupIds>");
    }

    /** Bytes of each library that the server runs with, or of what the jar keeps of it, by group and name. */
    private static Map<String, Long> sizes() throws IOException {
        TakenApart apart = new TakenApart();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Map<String, Path> files = Stream.of(path.split(File.pathSeparator))
                .map(Path::of)
                .filter(file -> file.toString().endsWith(".jar"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString(), Function.identity(), (one, same) -> one));
        Map<String, Long> sizes = new TreeMap<>();
        JsonNode bill = new ObjectMapper()
                .readTree(Path.of("target/classes/META-INF/sbom/application.cdx.json")
                        .toFile());
        for (JsonNode library : StreamSupport.stream(bill.path("components").spliterator(), false)
                .toList()) {
            Path file = files.get(library.path("name").asText() + "-"
                    + library.path("version").asText() + ".jar");
            // A bill that was made before (without network it stays as it was) may name what is gone.
            if (file != null) {
                sizes.merge(
                        library.path("group").asText() + ":"
                                + library.path("name").asText(),
                        apart.bytes(file),
                        Long::sum);
            }
        }
        return sizes;
    }
}
