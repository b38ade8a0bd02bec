package nl.wally.conformance;

import static nl.wally.conformance.PackageFolder.PROFILE;
import static nl.wally.conformance.PackageFolder.birthDateRequired;
import static nl.wally.conformance.PackageFolder.thea;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import nl.wally.Messages;
import nl.wally.shared.Language;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A resource is held against the profiles that it names, also those from the operator's packages. */
class OperatorPackagesTest {
    @TempDir
    private Path path;

    private PackageFolder folder;

    @BeforeEach
    void open() {
        folder = new PackageFolder(path);
    }

    @Test
    void whoNamesAProfileMustConformToIt() {
        ProfileValidator validator =
                folder.with("birth.tgz", birthDateRequired()).started();

        assertThat(validator.check(thea(PROFILE))).isEmpty();
        Patient without = thea(PROFILE);
        without.setBirthDate(null);
        assertThat(validator.check(without)).singleElement().satisfies(refusal -> {
            assertThat(refusal.expression()).isEqualTo("Patient.birthDate");
            assertThat(refusal.finding().profile()).isEqualTo(PROFILE);
        });
        Patient silent = Messages.example("Patient-Thea", Patient.class);
        silent.setBirthDate(null);
        assertThat(validator.check(silent)).isEmpty();
    }

    @Test
    void theProfileForTheTypeHoldsAsWell() {
        ProfileValidator validator =
                folder.with("birth.tgz", birthDateRequired()).started();
        Patient unreachable = thea(PROFILE);
        unreachable.setTelecom(null);

        assertThat(validator.check(unreachable))
                .extracting(Refusal::explanation)
                .singleElement()
                .asString()
                .contains("waw-reachable");
    }

    @Test
    void aRuleOfAPackageIsToldInItsOwnWords() {
        StructureDefinition profile = birthDateRequired();
        profile.getDifferential()
                .getElementFirstRep()
                .addConstraint()
                .setKey("Born-1")
                .setSource(PROFILE)
                .setSeverity(ElementDefinition.ConstraintSeverity.ERROR)
                .setHuman("Born in this century: 2\\d{3}")
                .setExpression("birthDate >= @2000-01-01");
        ProfileValidator validator = folder.with("birth.tgz", profile).started();

        assertThat(validator.check(thea(PROFILE))).singleElement().satisfies(refusal -> {
            assertThat(refusal.finding().rule()).isEqualTo("Born-1");
            assertThat(refusal.finding().profile()).isEqualTo(PROFILE);
            assertThat(refusal.explanation().in(Language.ENGLISH)).contains("Born in this century: 2\\d{3}");
        });
    }

    @Test
    void aProfileThatNobodyKnowsDecidesNothing() {
        assertThat(folder.started().check(thea(PROFILE))).isEmpty();
    }

    @Test
    void aProfileForAnotherTypeIsRefusedAsSuch() {
        ProfileValidator validator =
                folder.with("birth.tgz", birthDateRequired()).started();
        Task task = Messages.example("Task-TheaAccepted", Task.class);
        task.getMeta().addProfile(PROFILE);

        assertThat(validator.check(task)).singleElement().satisfies(refusal -> {
            assertThat(refusal.expression()).isEqualTo("Task.meta.profile[1]");
            assertThat(refusal.explanation()).hasToString("This profile is for Patient: name it there only.");
        });
    }

    @Test
    void moreThanAHandfulOfNamesIsRefused() {
        Patient thea = thea(PROFILE);
        for (int more = 0; more < 1_000; more++) {
            thea.getMeta().addProfile(Canonicals.PROFILE_PATIENT);
        }

        assertThat(folder.started().check(thea))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.expression()).isEqualTo("Patient.meta.profile"));
    }

    @Test
    void codesThatNobodyHereCanJudgeAreLeft() {
        StructureDefinition profile = birthDateRequired();
        bind(profile, "gender", "http://example.org/fhir/ValueSet/in-no-package");
        bind(profile, "maritalStatus", "http://example.org/fhir/ValueSet/snomed");
        var filtered = new ValueSet();
        filtered.setUrl("http://example.org/fhir/ValueSet/snomed");
        filtered.getCompose()
                .addInclude()
                .setSystem("http://snomed.info/sct")
                .addFilter()
                .setProperty("concept")
                .setOp(ValueSet.FilterOperator.ISA)
                .setValue("125680007");
        ProfileValidator validator = folder.with("birth.tgz", profile, filtered).started();
        Patient thea = thea(PROFILE);
        thea.getMaritalStatus().addCoding().setSystem("http://snomed.info/sct").setCode("87915002");

        assertThat(validator.check(thea)).isEmpty();
    }

    @Test
    void codesThatThePackageListsAreJudged() {
        StructureDefinition profile = birthDateRequired();
        bind(profile, "maritalStatus", "http://example.org/fhir/ValueSet/marital");
        var codes = new CodeSystem();
        codes.setUrl("http://example.org/fhir/CodeSystem/marital").setContent(CodeSystemContentMode.COMPLETE);
        codes.addConcept().setCode("together");
        var all = new ValueSet();
        all.setUrl("http://example.org/fhir/ValueSet/marital");
        all.getCompose().addInclude().setSystem(codes.getUrl());
        ProfileValidator validator =
                folder.with("birth.tgz", profile, codes, all).started();
        Patient thea = thea(PROFILE);

        thea.getMaritalStatus().addCoding().setSystem(codes.getUrl()).setCode("together");
        assertThat(validator.check(thea)).isEmpty();
        thea.getMaritalStatus().getCodingFirstRep().setCode("apart");
        assertThat(validator.check(thea)).isNotEmpty();
    }

    @Test
    void ourOwnPackageChangesNothing() {
        ProfileValidator validator =
                folder.withBytes("guide.tgz", new GuidePackage().tgz()).started();

        assertThat(validator.check(Messages.example("Patient-Thea", Patient.class)))
                .isEmpty();
    }

    @Test
    void whatFhirDefinesStaysAsItIs() {
        StructureDefinition patient = birthDateRequired();
        patient.setUrl(Canonicals.BASE_DEFINITION + "Patient");
        ProfileValidator validator = folder.with("patient.tgz", patient).started();
        Patient without = thea(patient.getUrl());
        without.setBirthDate(null);

        assertThat(validator.check(without)).isEmpty();
    }

    private static void bind(StructureDefinition profile, String element, String valueSet) {
        var bound = profile.getDifferential().addElement().setPath("Patient." + element);
        bound.getBinding().setStrength(BindingStrength.REQUIRED).setValueSet(valueSet);
        bound.setId(bound.getPath());
    }
}
