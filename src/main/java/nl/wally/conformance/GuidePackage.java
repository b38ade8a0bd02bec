package nl.wally.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The guide as a <a href="https://hl7.org/fhir/packages.html">FHIR npm package</a>, for the official validator, Forge and
 * other servers: all that stands in {@code profiles/} with snapshots, and the examples. The counter-examples are left out:
 * tools that read all of a package would take them for examples.
 */
@Component
public class GuidePackage {
    /** How the file is called wherever a guide is published. */
    public static final String FILE_NAME = "package.tgz";

    private byte @Nullable [] made;

    /** The package; made when first asked for, and always the same bytes. Callers do not change them. */
    public synchronized byte[] tgz() {
        if (made == null) {
            made = tgz(files("profiles/*.json"), files("profiles/examples/*.json"));
        }
        return Objects.requireNonNull(made);
    }

    /**
     * Packs definitions and examples.
     *
     * @param definitions contents by file name, the ImplementationGuide among them
     * @param examples contents by file name
     */
    static byte[] tgz(Map<String, byte[]> definitions, Map<String, byte[]> examples) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        definitions.forEach((name, content) -> files.put("package/" + name, content));
        examples.forEach((name, content) -> files.put("package/example/" + name, content));
        files.put("package/package.json", PackageManifest.of(definitions));
        files.put("package/.index.json", PackageManifest.index(definitions));
        files.put("package/example/.index.json", PackageManifest.index(examples));
        return PackageArchive.of(files);
    }

    private static Map<String, byte[]> files(String pattern) {
        try {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:" + pattern)) {
                files.put(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray());
            }
            return files;
        } catch (IOException problem) {
            throw new UncheckedIOException("The profiles on the class path cannot be read", problem);
        }
    }
}
