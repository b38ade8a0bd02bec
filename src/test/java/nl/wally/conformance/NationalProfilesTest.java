package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.wally.Messages;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guide shows fits nl-core as well, and what fits nl-core can be sent; nl-core is loaded as an operator does it. */
class NationalProfilesTest {
    private static final String NL_CORE = "http://nictiz.nl/fhir/StructureDefinition/nl-core-";
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";
    private static final Map<String, String> PROFILES = Map.of(
            "Patient", NL_CORE + "Patient",
            "Practitioner", NL_CORE + "HealthProfessional-Practitioner",
            "PractitionerRole", NL_CORE + "HealthProfessional-PractitionerRole",
            "Organization", NL_CORE + "HealthcareProvider-Organization",
            "RelatedPerson", NL_CORE + "ContactPerson");

    @TempDir
    private static Path folder;

    private static ProfileValidator validator;

    @BeforeAll
    static void load() throws IOException {
        validator = NationalPackage.in(folder).started();
    }

    @Test
    void theMatchingProfilesAreLoaded() {
        assertThat(PROFILES.values()).allMatch(validator::knows);
    }

    @Test
    void everyExampleFitsTheMatchingProfile() {
        List<Resource> examples = ProfileFiles.ofExamples().resources(PackageFolder.FHIR).stream()
                .flatMap(NationalProfilesTest::parts)
                .filter(resource -> PROFILES.containsKey(resource.fhirType()))
                .toList();

        assertThat(examples).extracting(Resource::fhirType).containsAll(PROFILES.keySet());
        assertThat(examples)
                .allSatisfy(example ->
                        assertThat(check(example)).as(example.getId()).isEmpty());
    }

    @Test
    void anOfficialNameAsNlCoreWantsItIsAccepted() {
        Patient thea = Messages.example("Patient-Thea", Patient.class);
        thea.getNameFirstRep().setUse(NameUse.OFFICIAL);
        assertThat(check(thea)).extracting(Refusal::expression).contains("Patient.name[0].given[0].extension");

        thea.getNameFirstRep().getGiven().get(0).addExtension(CORE + "iso21090-EN-qualifier", new CodeType("BR"));
        thea.getNameFirstRep().getFamilyElement().addExtension(CORE + "humanname-own-prefix", new StringType("de"));
        assertThat(check(thea)).isNotEmpty();
        thea.getNameFirstRep().getFamilyElement().addExtension(CORE + "humanname-own-name", new StringType("Vries"));
        assertThat(check(thea)).isEmpty();
    }

    @Test
    void registrationNumbersAreAccepted() {
        Practitioner gp = Messages.example("Practitioner-gp-1", Practitioner.class);
        gp.addIdentifier().setSystem("http://fhir.nl/fhir/NamingSystem/agb-z").setValue("01012345");
        gp.addIdentifier().setSystem("http://fhir.nl/fhir/NamingSystem/big").setValue("49012345601");
        gp.addIdentifier()
                .setSystem("http://fhir.nl/fhir/NamingSystem/uzi-nr-pers")
                .setValue("000012345");

        assertThat(check(gp)).isEmpty();
    }

    @Test
    void anOrganisationMayHaveTheTypesOfNlCoreBesideOurs() {
        Organization practice = Messages.example("Organization-practice-1", Organization.class);
        practice.addIdentifier()
                .setSystem("http://fhir.nl/fhir/NamingSystem/agb-z")
                .setValue("01012345");
        practice.addType()
                .addCoding()
                .setSystem("http://nictiz.nl/fhir/NamingSystem/organization-type")
                .setCode("Z3");

        assertThat(check(practice)).isEmpty();
    }

    private static List<Refusal> check(Resource resource) {
        Resource named = resource.copy();
        named.getMeta().addProfile(PROFILES.get(resource.fhirType()));
        return validator.check(named);
    }

    private static Stream<Resource> parts(Resource resource) {
        return resource instanceof Bundle bundle
                ? bundle.getEntry().stream().map(BundleEntryComponent::getResource)
                : Stream.of(resource);
    }
}
