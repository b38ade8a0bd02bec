package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.NpmPackageValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The package works elsewhere: HAPI's own loader and validator, as an integrator has them, take it and find every example
 * valid. Nothing of this project takes part but the bytes of the package.
 */
class StockValidatorTest {
    private static final FhirContext FHIR = FhirContext.forR4();

    /** On the class path, where HAPI's loader looks. */
    private static final Path FILE = Path.of("target", "test-classes", "guide", GuidePackage.FILE_NAME);

    private static FhirValidator validator;

    @BeforeAll
    static void load() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, new GuidePackage().tgz());
        var loaded = new NpmPackageValidationSupport(FHIR);
        loaded.loadPackageFromClasspath("/guide/" + GuidePackage.FILE_NAME);
        var chain = new ValidationSupportChain(
                loaded,
                new DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR));
        validator = FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
    }

    @Test
    void everyExampleIsValid() throws IOException {
        NpmPackage pack = NpmPackage.fromPackage(Files.newInputStream(FILE));
        List<String> examples = pack.list("example");
        assertThat(examples).hasSizeGreaterThan(60);
        for (String example : examples) {
            String json = new String(pack.load("example", example).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(errors(json)).as(example).isEmpty();
        }
    }

    @Test
    void theProfilesOfThePackageDecide() throws IOException {
        String thea = Files.readString(Path.of("profiles", "examples", "Patient-Thea.json"));

        assertThat(errors(thea.replace("\"phone\"", "\"url\"")))
                .singleElement()
                .asString()
                .contains("waw-reachable");
    }

    private static List<String> errors(String json) {
        return validator.validateWithResult(json).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
                .map(SingleValidationMessage::toString)
                .toList();
    }
}
