package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.junit.jupiter.api.Test;

/** One Java file knows canonical URLs, and those it knows exist. */
class CanonicalsTest {
    private static final Path MAIN = Path.of("src", "main", "java");

    /** A URL inside a string; links in comments are for people. */
    private static final Pattern CANONICAL = Pattern.compile(
            "\"[^\"\\n]*(waariswally\\.nl/fhir|http://hl7\\.org/fhir/|http://terminology\\.hl7\\.org|http://fhir\\.nl)[^\"\\n]*\"");

    /** Starts to which a name is added, and naming systems, which no file in profiles/ defines. */
    private static final Set<String> NOT_RESOURCES = Set.of(
            "BASE",
            "REFERRAL_NUMBER",
            "SEARCH_PARAMETER",
            "VALUE_SET",
            "PROFILE",
            "EXTENSION",
            "CODE_SYSTEM",
            "TOPIC",
            "CLIENT",
            "OFFER_KEY");

    private static final Set<String> DEFINED =
            ProfileFiles.ofConformanceResources().resources(FhirContext.forR4Cached()).stream()
                    .map(resource -> ((MetadataResource) resource).getUrl())
                    .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void everyCanonicalOfOursIsDefined() {
        List<String> ours = Stream.of(Canonicals.class.getDeclaredFields())
                .filter(field -> !NOT_RESOURCES.contains(field.getName()))
                .map(CanonicalsTest::value)
                .filter(value -> value.startsWith(Canonicals.BASE))
                .toList();

        assertThat(ours).hasSizeGreaterThan(40).isSubsetOf(DEFINED);
    }

    @Test
    void everyExtensionAndProfileDefinedIsKnown() {
        Set<String> known = Stream.of(Canonicals.class.getDeclaredFields())
                .map(CanonicalsTest::value)
                .collect(Collectors.toSet());

        assertThat(DEFINED.stream().filter(url -> url.contains("/StructureDefinition/")))
                .isSubsetOf(known);
    }

    @Test
    void noOtherFileHasCanonicalUrls() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("Canonicals.java"))
                            .filter(CanonicalsTest::hasCanonical))
                    .isEmpty();
        }
    }

    private static boolean hasCanonical(Path file) {
        try {
            return CANONICAL.matcher(Files.readString(file)).find();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
