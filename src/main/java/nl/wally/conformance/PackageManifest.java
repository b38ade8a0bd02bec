package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.utilities.json.model.JsonArray;
import org.hl7.fhir.utilities.json.model.JsonObject;
import org.hl7.fhir.utilities.json.parser.JsonParser;
import org.hl7.fhir.utilities.npm.NpmPackageIndexBuilder;

/** What a FHIR npm package says of itself: {@code package.json}, from the ImplementationGuide, and {@code .index.json}. */
final class PackageManifest {
    private static final String GUIDE = "ImplementationGuide-";

    /** The package with the definitions of FHIR itself, by the version of FHIR. */
    private static final Map<FHIRVersion, String> CORE = Map.of(FHIRVersion._4_0_1, "hl7.fhir.r4.core");

    private PackageManifest() {}

    /**
     * The file {@code package.json}.
     *
     * @param definitions contents by file name; one of them is the ImplementationGuide
     */
    static byte[] of(Map<String, byte[]> definitions) {
        return definitions.entrySet().stream()
                .filter(file -> file.getKey().startsWith(GUIDE))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .map(json -> FhirContext.forR4Cached().newJsonParser().parseResource(ImplementationGuide.class, json))
                .map(PackageManifest::of)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("profiles/ lacks the ImplementationGuide"));
    }

    /** The file {@code .index.json} of one folder, which saves tools from parsing every file. */
    static byte[] index(Map<String, byte[]> files) {
        var index = new NpmPackageIndexBuilder();
        index.start(null);
        new TreeMap<>(files).forEach(index::seeFile);
        return (index.build() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] of(ImplementationGuide guide) {
        var manifest = new JsonObject();
        manifest.add("name", guide.getPackageId());
        manifest.add("version", guide.getVersion());
        manifest.add("tools-version", 3);
        manifest.add("type", "fhir.ig");
        manifest.add("license", guide.getLicense().toCode());
        manifest.add("canonical", Canonicals.BASE);
        manifest.add("url", Canonicals.BASE);
        manifest.add("title", guide.getTitle());
        manifest.add("description", guide.getDescription());
        manifest.add("fhirVersions", versions(guide));
        manifest.add("dependencies", dependencies(guide));
        manifest.add("author", guide.getPublisher());
        manifest.add("maintainers", maintainers(guide));
        manifest.add("jurisdiction", jurisdiction(guide.getJurisdictionFirstRep()));
        manifest.add("keywords", new JsonArray().add("Netherlands").add("referral"));
        var directories = new JsonObject();
        directories.add("lib", "package");
        directories.add("example", "example");
        manifest.add("directories", directories);
        return (JsonParser.compose(manifest, true) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static JsonArray versions(ImplementationGuide guide) {
        var versions = new JsonArray();
        guide.getFhirVersion().stream()
                .map(Enumeration::getValue)
                .map(FHIRVersion::toCode)
                .forEach(versions::add);
        return versions;
    }

    /** FHIR itself, which an ImplementationGuide does not list, and what it does list. */
    private static JsonObject dependencies(ImplementationGuide guide) {
        var dependencies = new JsonObject();
        guide.getFhirVersion().stream()
                .map(Enumeration::getValue)
                .forEach(version -> dependencies.add(CORE.getOrDefault(version, "hl7.fhir.core"), version.toCode()));
        guide.getDependsOn().forEach(other -> dependencies.add(other.getPackageId(), other.getVersion()));
        return dependencies;
    }

    private static JsonArray maintainers(ImplementationGuide guide) {
        var maintainers = new JsonArray();
        guide.getContact().forEach(contact -> {
            var maintainer = new JsonObject();
            maintainer.add("name", contact.getName());
            maintainer.add("url", contact.getTelecomFirstRep().getValue());
            maintainers.add(maintainer);
        });
        return maintainers;
    }

    private static String jurisdiction(CodeableConcept concept) {
        return concept.getCodingFirstRep().getSystem() + "#"
                + concept.getCodingFirstRep().getCode();
    }
}
