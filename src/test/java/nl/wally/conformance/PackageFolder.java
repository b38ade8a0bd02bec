package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;

/** A folder of an operator, with packages made for a test. */
record PackageFolder(Path path) {
    static final FhirContext FHIR = FhirContext.forR4Cached();
    static final Definitions GUIDE = new Definitions(FHIR);
    static final String PROFILE = "http://example.org/fhir/StructureDefinition/known-by-birth-date";

    /** A profile on Patient without a snapshot: the birth date is required. */
    static StructureDefinition birthDateRequired() {
        return profile(PROFILE, "Patient", "birthDate");
    }

    static StructureDefinition profile(String url, String type, String required) {
        StructureDefinition profile = new StructureDefinition();
        profile.setUrl(url).setName("Test").setStatus(PublicationStatus.ACTIVE);
        profile.setKind(StructureDefinitionKind.RESOURCE).setAbstract(false).setType(type);
        profile.setBaseDefinition(Canonicals.BASE_DEFINITION + type).setDerivation(TypeDerivationRule.CONSTRAINT);
        profile.getDifferential().addElement().setPath(type).setId(type);
        profile.getDifferential()
                .addElement()
                .setPath(type + "." + required)
                .setMin(1)
                .setId(type + "." + required);
        return profile;
    }

    /** Thea, who names a profile. */
    static Patient thea(String profile) {
        Patient thea = Messages.example("Patient-Thea", Patient.class);
        thea.getMeta().addProfile(profile);
        return thea;
    }

    /** Puts an R4 package with these definitions into the folder. */
    PackageFolder with(String file, MetadataResource... definitions) {
        return withVersion(file, "4.0.1", definitions);
    }

    PackageFolder withVersion(String file, String fhirVersion, MetadataResource... definitions) {
        IParser parser = FHIR.newJsonParser();
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (MetadataResource definition : definitions) {
            files.put(
                    "package/" + files.size() + ".json",
                    parser.encodeResourceToString(definition).getBytes(StandardCharsets.UTF_8));
        }
        return withFiles(file, fhirVersion, files);
    }

    PackageFolder withFiles(String file, String fhirVersion, Map<String, byte[]> files) {
        String manifest =
                "{\"name\":\"test." + file.replaceAll("\\..*", "") + "\",\"version\":\"1.0.0\",\"fhirVersions\":[\""
                        + fhirVersion + "\"],\"dependencies\":{\"hl7.fhir.r4.core\":\"4.0.1\"}}";
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put("package/package.json", manifest.getBytes(StandardCharsets.UTF_8));
        return withBytes(file, PackageArchive.of(all));
    }

    PackageFolder withBytes(String file, byte[] bytes) {
        try {
            Files.write(path.resolve(file), bytes);
            return this;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The validator of a server that starts with this folder. */
    ProfileValidator started() {
        return new ProfileValidator(FHIR, GUIDE, OperatorPackages.in(path, FHIR, GUIDE));
    }
}
