package nl.wally.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Where a setting comes from: the command line, a file that others read, a file of one's own, a folder of secrets. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsConfigTest {
    @TempDir
    private Path folder;

    @Test
    void startsWithTheSettingsAsTheyAreDelivered() {
        run();
    }

    @Test
    void tellsInAParagraphWhatIsWeak(CapturedOutput output) {
        assertThatThrownBy(() ->
                        run("--spring.datasource.password=not-to-be-told", "--wally.access.issuer=http://a.example"))
                .isNotNull();
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("wally.access.issuer is an address without TLS: http://a.example.")
                .contains("spring.datasource.password is given on the command line")
                .contains("spring.config.import=configtree:")
                .doesNotContain("not-to-be-told")
                .doesNotContain("\tat nl.wally");
    }

    @Test
    void takesASecretFromAFileForItsOwnerAlone() throws IOException {
        Path mine = file("mine.properties", "rw-r-----", "spring.datasource.password=x");
        run("--spring.config.import=file:" + mine);
        Path open = file("open.properties", "rw-r--r--", "spring.datasource.password=x");
        assertThatThrownBy(() -> run("--spring.config.import=file:" + open)).hasMessageContaining("can read");
    }

    @Test
    void takesAFolderOfSecrets() throws IOException {
        Path secrets = Files.createDirectory(folder.resolve("secrets"));
        Path password = file("secrets/spring.datasource.password", "r--------", "x");
        run("--spring.config.import=configtree:" + secrets + "/");
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("r--r--r--"));
        assertThatThrownBy(() -> run("--spring.config.import=configtree:" + secrets + "/"))
                .hasMessageContaining("spring.datasource.password stands in a file that everybody");
    }

    @Test
    void looksAtTheFileOfAKeyWhereverItIsNamed() throws IOException {
        Path key = file("door.key", "rw-r--r--", "x");
        assertThatThrownBy(() -> run("--spring.ssl.bundle.pem.door.keystore.private-key=file:" + key))
                .hasMessageContaining("privatekey");
        assertThatThrownBy(() -> run("--wally.audit.key-file=" + key)).hasMessageContaining("keyfile");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        run("--spring.ssl.bundle.pem.door.keystore.private-key=file:" + key, "--wally.audit.key-file=" + key);
    }

    private Path file(String name, String rights, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private static void run(String... arguments) {
        new SpringApplicationBuilder(SettingsConfig.class)
                .web(WebApplicationType.NONE)
                .run(arguments)
                .close();
    }
}
