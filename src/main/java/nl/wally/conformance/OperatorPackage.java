package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.wally.shared.StartRefusedException;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * One FHIR npm package of the operator, with what a validator can use of it.
 *
 * @param file where it lies
 * @param name its name, without the version
 * @param dependencies the packages that it builds on, as {@code name#version}
 * @param definitions profiles, extensions, value sets and code systems; no logical models
 */
record OperatorPackage(Path file, String name, List<String> dependencies, List<MetadataResource> definitions) {
    private static final Set<String> USED = Set.of("StructureDefinition", "ValueSet", "CodeSystem");
    private static final String CORE = "hl7.fhir.r4.core";
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads a package.
     *
     * @throws StartRefusedException when it is no package, is broken or is for another version of FHIR
     */
    static OperatorPackage read(Path file, FhirContext context) {
        NpmPackage pack;
        try (InputStream content = Files.newInputStream(file)) {
            pack = NpmPackage.fromPackage(content, file.toString());
        } catch (IOException | RuntimeException unreadable) {
            throw new StartRefusedException(
                    "The FHIR package " + file + " cannot be read: it is no npm package (.tgz), or it is damaged.",
                    "Fetch it again, or take it out of the folder.",
                    unreadable);
        }
        List<String> versions = versions(pack.getNpm());
        if (versions.stream().noneMatch(version -> version.equals("4.0") || version.startsWith("4.0."))) {
            throw new StartRefusedException(
                    "The FHIR package " + file + " is for FHIR " + String.join(", ", versions)
                            + "; this server speaks FHIR R4 (4.0.1).",
                    "Take the edition of the package for R4, or take it out of the folder.");
        }
        return new OperatorPackage(file, pack.name(), pack.dependencies(), definitions(file, pack, context));
    }

    /** The packages that it builds on and that are not among these; the one with FHIR itself is always there. */
    List<String> missing(Set<String> names) {
        return dependencies.stream()
                .filter(dependency -> !names.contains(dependency.replaceAll("#.*", "")))
                .filter(dependency -> !dependency.startsWith(CORE + "#"))
                .toList();
    }

    private static List<String> versions(JsonObject manifest) {
        for (String key : List.of("fhirVersions", "fhir-version-list")) {
            if (manifest.has(key)) {
                return manifest.getStrings(key);
            }
        }
        boolean builtOnR4 = manifest.has("dependencies")
                && manifest.getJsonObject("dependencies").has(CORE);
        return List.of(builtOnR4 ? "4.0.1" : "an unknown version");
    }

    private static List<MetadataResource> definitions(Path file, NpmPackage pack, FhirContext context) {
        IParser parser = context.newJsonParser();
        // Elements that R4 does not have do no harm; values that it does not allow are faults.
        parser.setParserErrorHandler(new LenientErrorHandler(false));
        List<MetadataResource> definitions = new ArrayList<>();
        var folder = Objects.requireNonNull(pack.getFolders().get("package"));
        for (String name : folder.listFiles().stream().sorted().toList()) {
            try {
                byte[] content = folder.fetchFile(name);
                if (name.endsWith(".json")
                        && USED.contains(type(content))
                        && parser.parseResource(new String(content, StandardCharsets.UTF_8))
                                instanceof MetadataResource definition
                        && !isLogical(definition)) {
                    if (!definition.hasUrl()) {
                        throw new DataFormatException("No canonical URL");
                    }
                    definitions.add(definition);
                }
            } catch (IOException | DataFormatException broken) {
                throw new StartRefusedException(
                        "The file " + name + " in the FHIR package " + file + " is no valid FHIR R4 definition.",
                        "Take a mended edition of the package, or take it out of the folder.",
                        broken);
            }
        }
        return definitions;
    }

    /** The type of a resource, mostly from its first few bytes; empty when it is none. */
    private static String type(byte[] content) throws IOException {
        try (var parser = JSON.createParser(content)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1
                        && token == JsonToken.FIELD_NAME
                        && parser.currentName().equals("resourceType")) {
                    return Objects.requireNonNullElse(parser.nextTextValue(), "");
                }
            }
            return "";
        }
    }

    private static boolean isLogical(MetadataResource definition) {
        return definition instanceof StructureDefinition structure
                && structure.getKind() == StructureDefinitionKind.LOGICAL;
    }
}
