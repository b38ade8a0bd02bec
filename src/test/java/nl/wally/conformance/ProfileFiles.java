package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** The compiled profiles, examples and counter-examples as they lie in the source tree. */
record ProfileFiles(Path folder) {

    static ProfileFiles ofConformanceResources() {
        return new ProfileFiles(Path.of("profiles"));
    }

    static ProfileFiles ofExamples() {
        return new ProfileFiles(Path.of("profiles", "examples"));
    }

    static ProfileFiles ofCounterExamples() {
        return new ProfileFiles(Path.of("profiles", "counter-examples"));
    }

    List<Path> paths() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Resource> resources(FhirContext fhir) {
        return paths().stream().map(path -> read(fhir, path)).toList();
    }

    static Resource read(FhirContext fhir, Path path) {
        try {
            return (Resource) fhir.newJsonParser().parseResource(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
