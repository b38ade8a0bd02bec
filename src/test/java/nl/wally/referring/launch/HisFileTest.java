package nl.wally.referring.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.wally.shared.StartRefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator says in a file which HIS may launch; it is followed without a restart, and its mistakes are named. */
class HisFileTest {
    private static final String GOOD =
            "- {iss: https://his.example/fhir/, organization: Organization/practice-1, client-id: wally}\n";

    @TempDir
    private Path folder;

    private Path path;
    private HisFile file;

    @BeforeEach
    void write() throws IOException {
        path = Files.writeString(folder.resolve("his.yaml"), GOOD);
        file = new HisFile(Optional.of(path), place -> "https".equals(place.getScheme()), false);
        file.afterSingletonsInstantiated();
    }

    @Test
    void knowsAHisWithOrWithoutASlash() {
        assertThat(file.of("https://his.example/fhir")).isPresent();
        assertThat(file.of("https://his.example/fhir/")).isPresent();
        assertThat(file.of("https://his.example/fhir/x")).isEmpty();
        assertThat(file.of("https://his.example.evil/fhir")).isEmpty();
        assertThat(file.of(null)).isEmpty();
    }

    @Test
    void followsTheFileAndLeavesEverythingWhenItIsBroken() throws IOException {
        Files.writeString(path, "- {iss: x");
        file.look();
        assertThat(file.of("https://his.example/fhir")).isPresent();
        Files.writeString(path, "[]");
        file.look();
        assertThat(file.of("https://his.example/fhir")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no list",
                "{iss: x} | no list",
                "[{isss: x}] | no list",
                "[{iss: http://his.example, organization: Organization/1, client-id: a}] | entry 1: iss",
                "[{iss: https://his.example, organization: practice-1, client-id: a}] | entry 1: organization",
                "[{iss: https://his.example, organization: Organization/1}] | entry 1: client-id",
                "[{iss: https://his.example, organization: Organization/1, client-id: a, signing: true}] | key-file"
            })
    void aMistakeStopsTheStart(String text, String said) throws IOException {
        Files.writeString(path, text == null ? "" : text);
        assertThatThrownBy(file::afterSingletonsInstantiated)
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(said.strip());
    }

    @Test
    void twoHisOfOneNameAreAMistake() throws IOException {
        Files.writeString(path, GOOD + GOOD);
        assertThatThrownBy(file::afterSingletonsInstantiated).hasMessageContaining("earlier");
    }
}
