package nl.wally.guide;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.wally.conformance.Definitions;
import nl.wally.conformance.GuidePackage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the guide as a folder of files, the same that the server gives, and its generated parts for the IG Publisher.
 * Needs no server and no database: {@code mvn -Pguide process-classes}, see {@code ig/README.md}.
 */
final class StaticSite {
    private static final Logger LOG = LoggerFactory.getLogger(StaticSite.class);

    private StaticSite() {}

    /** @param folders where the site goes and, if wanted, the folder {@code ig/input} */
    public static void main(String[] folders) {
        FhirContext context = FhirContext.forR4();
        GuideParts parts = new GuideParts(context, new Definitions(context), new GuidePackage());
        Path site = Path.of(folders[0]);
        Guide guide = parts.guide();
        for (String name : guide.names()) {
            write(site.resolve(name), guide.file(name).orElseThrow().content());
        }
        LOG.info("{} files written to {}", guide.names().size(), site);
        if (folders.length > 1) {
            parts.forThePublisher().forEach((name, html) -> write(Path.of(folders[1], name), html));
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
