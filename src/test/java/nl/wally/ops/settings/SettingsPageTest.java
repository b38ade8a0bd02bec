package nl.wally.ops.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.ops.settings.DeclaredSettings.Declared;
import nl.wally.ops.settings.ExplainedSettings.Explained;
import org.junit.jupiter.api.Test;

/** Code, application.yaml and docs/settings.md say the same of every setting. */
class SettingsPageTest {
    private final Map<String, Declared> declared = DeclaredSettings.all();

    @Test
    void pageIsMadeFromTheCodeInTheTree() throws IOException {
        String page = SettingsPage.text();
        if (Boolean.getBoolean("wally.settings.write")) {
            Files.writeString(SettingsPage.FILE, page);
        }
        assertThat(Files.readString(SettingsPage.FILE))
                .as(
                        "mvn test-compile surefire:test -Dtest=SettingsPageTest -Dwally.settings.write=true writes it again")
                .isEqualTo(page);
    }

    @Test
    void everySettingThatTheServerReadsIsExplained() throws IOException {
        assertThat(explained()).containsAll(declared.keySet());
    }

    @Test
    void everySettingThatIsExplainedIsRead() throws IOException {
        Set<String> groups = declared.keySet().stream()
                .map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toSet());
        assertThat(explained())
                .filteredOn(key -> key.startsWith("wally.")
                        && groups.stream().noneMatch(group -> (group + ".").startsWith(key + ".")))
                .isSubsetOf(declared.keySet());
    }

    @Test
    void defaultsOfTheFileAreThoseOfTheCode() throws IOException {
        List<String> different = new ArrayList<>();
        for (Explained setting : ExplainedSettings.all()) {
            Declared code = declared.get(setting.key());
            if (code != null
                    && !setting.offered()
                    && !code.preset().isEmpty()
                    && !code.preset().equalsIgnoreCase(setting.value())) {
                different.add(setting.key() + ": " + setting.value() + ", in the code " + code.preset());
            }
        }
        assertThat(different).isEmpty();
    }

    private static List<String> explained() throws IOException {
        return ExplainedSettings.all().stream().map(Explained::key).toList();
    }
}
