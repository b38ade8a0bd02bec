package nl.wally.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.hl7.fhir.instance.model.api.IBaseResource;

/**
 * nl-core and the zib profiles, which are not part of this project: the archive of their XML sources is looked for in
 * {@code ../shared/data/nl-core}, or where the system property {@code wally.nl-core} says.
 */
final class NationalPackage {
    private static final Path FOLDER = Path.of(System.getProperty("wally.nl-core", "../shared/data/nl-core"));

    private NationalPackage() {}

    /** Puts the package into a folder of an operator; where the sources are absent the test that asks is skipped. */
    static PackageFolder in(Path path) throws IOException {
        List<Path> archives = archives();
        assumeTrue(
                archives.size() == 1,
                () -> "SKIPPED: the sources of nl-core are not in "
                        + FOLDER.toAbsolutePath().normalize() + " (another folder: -Dwally.nl-core=…)");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (var archive = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(archives.get(0))))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    String name = Path.of(entry.getName()).getFileName().toString();
                    files.put("package/" + name.replace(".xml", ".json"), json(archive.readAllBytes()));
                }
            }
        }
        return new PackageFolder(path).withFiles("nictiz.fhir.nl.r4.nl-core.tgz", "4.0.1", files);
    }

    private static List<Path> archives() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz")).toList();
        }
    }

    private static byte[] json(byte[] xml) {
        IBaseResource resource =
                PackageFolder.FHIR.newXmlParser().parseResource(new String(xml, StandardCharsets.UTF_8));
        return PackageFolder.FHIR
                .newJsonParser()
                .encodeResourceToString(resource)
                .getBytes(StandardCharsets.UTF_8);
    }
}
