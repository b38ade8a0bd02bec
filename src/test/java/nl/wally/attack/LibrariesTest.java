package nl.wally.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/**
 * The bill of materials (CycloneDX, in {@code META-INF/sbom} of the jar) against the list of known vulnerabilities beside
 * this test. Most break-ins begin with a library of last year; without network this list is what there is, and it says from
 * when it is.
 */
class LibrariesTest {
    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path LISTS = Path.of("src/test/resources/security");
    private static final Pattern LOOKED_THROUGH = Pattern.compile("Looked through: (\\d{4}-\\d{2}-\\d{2})");
    private static final long OLD_AFTER_DAYS = 90;

    @Test
    void noLibraryHasAKnownVulnerabilityThatNobodyThoughtAbout() throws IOException {
        List<Advisory> advisories = advisories();
        Set<String> accepted = accepted();
        Set<String> found = new TreeSet<>();
        List<String> open = new ArrayList<>();
        for (Library library : libraries()) {
            for (Advisory advisory : advisories) {
                if (advisory.hits(library)) {
                    found.add(advisory.id());
                    if (!accepted.contains(advisory.id())) {
                        open.add(library + ": " + advisory);
                    }
                }
            }
        }
        assertThat(open)
                .as("Take a newer version, or say in accepted.csv why it does no harm")
                .isEmpty();
        assertThat(accepted).as("Accepted, and no longer there: strike it").isSubsetOf(found);
    }

    @Test
    void theBillNamesEveryLibraryThatTheServerIsMadeOf() throws IOException {
        Set<String> named = libraries().stream().map(Library::name).collect(Collectors.toSet());
        assertThat(named)
                .hasSizeGreaterThan(200)
                .contains(
                        "ca.uhn.hapi.fhir:hapi-fhir-jpaserver-base",
                        "org.apache.tomcat.embed:tomcat-embed-core",
                        "org.postgresql:postgresql",
                        "com.nimbusds:nimbus-jose-jwt")
                .as("What only tests use is not delivered")
                .doesNotContain("org.assertj:assertj-core");
        JsonNode bill = new ObjectMapper().readTree(Files.readString(BILL));
        assertThat(bill.at("/metadata/timestamp").isMissingNode())
                .as("The same sources make the same bill")
                .isTrue();
        UUID number = UUID.fromString(bill.path("serialNumber").asText().replace("urn:uuid:", ""));
        assertThat(number.version())
                .as("Made from what is in it, not by chance")
                .isEqualTo(3);
    }

    /** Not a failure: a build of last year must still build. But nobody should believe an old list. */
    @Test
    void saysWhenTheListIsOld() throws IOException {
        var date = LOOKED_THROUGH.matcher(Files.readString(LISTS.resolve("advisories.csv")));
        assertThat(date.find()).isTrue();
        long days = ChronoUnit.DAYS.between(LocalDate.parse(date.group(1)), LocalDate.now());
        if (days > OLD_AFTER_DAYS) {
            LoggerFactory.getLogger(LibrariesTest.class)
                    .warn("The list of known vulnerabilities is {} days old: look it through again", days);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1.9, true",
        "1.10.0, false",
        "1.10, false",
        "1.4, false",
        "1.5, true",
        "1.10.1-SNAPSHOT, false",
        "2.0.0.Final, false"
    })
    void comparesVersionsByNumber(String version, boolean hit) {
        var advisory = new Advisory("g:text*", "1.5", "1.10.0", "CVE-0", "");
        assertThat(advisory.hits(new Library("g:text", version))).isEqualTo(hit);
        assertThat(advisory.hits(new Library("g:other", version))).isFalse();
    }

    private static List<Library> libraries() throws IOException {
        assertThat(BILL)
                .as(
                        "Maven makes the bill before it compiles (mvn generate-resources); the first time it needs the network")
                .exists();
        List<Library> all = new ArrayList<>();
        for (JsonNode part : new ObjectMapper().readTree(Files.readString(BILL)).path("components")) {
            all.add(new Library(
                    part.path("group").asText() + ":" + part.path("name").asText(),
                    part.path("version").asText()));
        }
        return all;
    }

    private static List<Advisory> advisories() throws IOException {
        return rows("advisories.csv", 5).stream()
                .map(row -> new Advisory(row[0], row[1], row[2], row[3], row[4]))
                .toList();
    }

    private static Set<String> accepted() throws IOException {
        return rows("accepted.csv", 3).stream()
                .peek(row -> assertThat(LocalDate.parse(row[1])).isNotNull())
                .peek(row -> assertThat(row[2]).hasSizeGreaterThan(10))
                .map(row -> row[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String[]> rows(String file, int columns) throws IOException {
        return Files.readAllLines(LISTS.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(",", columns))
                .peek(row -> assertThat(row).hasSize(columns))
                .toList();
    }

    private record Library(String name, String version) {}

    /** A library from one version up to, and without, another. */
    private record Advisory(String artifact, String from, String mended, String id, String what) {
        boolean hits(Library library) {
            boolean named = artifact.endsWith("*")
                    ? library.name().startsWith(artifact.substring(0, artifact.length() - 1))
                    : library.name().equals(artifact);
            return named
                    && (from.isEmpty() || compare(library.version(), from) >= 0)
                    && compare(library.version(), mended) < 0;
        }

        private static int compare(String one, String other) {
            List<Long> left = numbers(one);
            List<Long> right = numbers(other);
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                int order = Long.compare(i < left.size() ? left.get(i) : 0, i < right.size() ? right.get(i) : 0);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        /** The numbers in front; what follows a letter or a dash says nothing about the order. */
        private static List<Long> numbers(String version) {
            return Pattern.compile("\\.")
                    .splitAsStream(version.split("[-+A-Za-z]", 2)[0])
                    .filter(part -> !part.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        }
    }
}
