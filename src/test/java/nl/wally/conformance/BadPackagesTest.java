package nl.wally.conformance;

import static nl.wally.conformance.PackageFolder.PROFILE;
import static nl.wally.conformance.PackageFolder.birthDateRequired;
import static nl.wally.conformance.PackageFolder.profile;
import static nl.wally.conformance.PackageFolder.thea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import nl.wally.shared.StartRefusedException;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package that cannot be used stops the start, with a sentence that names it: a profile is never left out in silence. */
class BadPackagesTest {
    @TempDir
    private Path path;

    private PackageFolder folder;

    @BeforeEach
    void open() {
        folder = new PackageFolder(path);
    }

    @Test
    void withoutTheFolderTheServerStarts() {
        assertThat(new PackageFolder(path.resolve("absent")).started().check(thea(PROFILE)))
                .isEmpty();
    }

    @Test
    void whatIsNoPackageIsLeftAlone() {
        folder.withBytes("README.txt", "Lijst van pakketten".getBytes(StandardCharsets.UTF_8));

        assertThat(folder.started().check(thea(PROFILE))).isEmpty();
    }

    @Test
    void rubbish() {
        assertRefused(
                folder.withBytes("rubbish.tgz", "<html>404</html>".getBytes(StandardCharsets.UTF_8)), "rubbish.tgz");
    }

    @Test
    void anArchiveWithoutAManifest() {
        byte[] archive = PackageArchive.of(Map.of("package/a.json", new byte[] {'{', '}'}));
        assertRefused(folder.withBytes("bare.tgz", archive), "bare.tgz");
    }

    @Test
    void halfAPackage() {
        byte[] whole = new GuidePackage().tgz();
        assertRefused(folder.withBytes("half.tgz", Arrays.copyOf(whole, whole.length / 2)), "half.tgz");
    }

    @Test
    void aDefinitionThatIsNoJsonOrNoFhir() {
        assertRefused(withFile("{\"resourceType\": \"StructureDefinition\", "), "bad.tgz", "profile.json");
        assertRefused(withFile("no JSON"), "bad.tgz", "profile.json");
        assertRefused(
                withFile(
                        "{\"resourceType\":\"StructureDefinition\",\"url\":\"http://example.org\",\"kind\":\"rubbish\"}"),
                "bad.tgz",
                "profile.json");
        assertRefused(withFile("{\"resourceType\":\"StructureDefinition\"}"), "bad.tgz", "profile.json");
    }

    @Test
    void anotherVersionOfFhir() {
        assertRefused(folder.withVersion("new.tgz", "5.0.0", birthDateRequired()), "new.tgz", "5.0.0");
        assertRefused(folder.withVersion("new.tgz", "3.0.2", birthDateRequired()), "new.tgz", "3.0.2");
        assertRefused(folder.withVersion("new.tgz", "4.3.0", birthDateRequired()), "new.tgz", "4.3.0");
    }

    @Test
    void twoPackagesThatContradictEachOther() {
        folder.with("a.tgz", birthDateRequired()).with("b.tgz", profile(PROFILE, "Patient", "gender"));

        assertRefused(folder, "a.tgz", "b.tgz", PROFILE);
    }

    @Test
    void theSameDefinitionTwiceIsNoContradiction() {
        ProfileValidator validator = folder.with("a.tgz", birthDateRequired())
                .with("b.tgz", birthDateRequired())
                .started();

        assertThat(validator.check(thea(PROFILE).setBirthDate(null))).hasSize(1);
    }

    @Test
    void aPackageThatContradictsTheGuide() {
        folder.with("guide.tgz", profile(Canonicals.PROFILE_PATIENT, "Patient", "gender"));

        assertRefused(folder, "guide.tgz", "the guide", Canonicals.PROFILE_PATIENT);
    }

    @Test
    void aProfileWhoseBaseIsMissing() {
        StructureDefinition derived =
                profile("http://example.org/fhir/StructureDefinition/derived", "Patient", "gender");
        derived.setBaseDefinition(PROFILE);
        folder.with("derived.tgz", derived);

        assertRefused(folder, "derived.tgz", PROFILE);
        folder.with("z-base.tgz", birthDateRequired());
        assertThat(folder.started().check(thea(derived.getUrl()).setBirthDate(null)))
                .hasSize(1);
    }

    private PackageFolder withFile(String content) {
        return folder.withFiles(
                "bad.tgz", "4.0.1", Map.of("package/profile.json", content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(PackageFolder folder, String... words) {
        assertThatThrownBy(folder::started)
                .isInstanceOf(StartRefusedException.class)
                .message()
                .contains(words);
    }
}
