package nl.wally.ops.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wally.ops.settings.DeclaredSettings.Declared;
import nl.wally.ops.settings.ExplainedSettings.Explained;
import org.jspecify.annotations.Nullable;

/** The page {@code docs/settings.md}, made of the records that the server reads and the comments of application.yaml. */
final class SettingsPage {
    static final Path FILE = Path.of("docs/settings.md");

    private static final String HEAD = """
            # Settings

            Every setting, made from the code (`SettingsPageTest` holds it, and writes it again with `mvn test-compile surefire:test -Dtest=SettingsPageTest -Dwally.settings.write=true`). Set them as `--key=value`, in the environment (`wally.mail.base-url` is `WALLY_MAIL_BASEURL`), in an `application.yaml` of your own, or in a file that is called like the key, in a folder that `spring.config.import=configtree:/run/secrets/` names. Secrets never on the command line. How an installation with containers sets them: [docker/README.md](../docker/README.md).

            A duration is a number with a unit (`500ms`, `10s`, `5m`, `1h`, `30d`), a size likewise (`64KB`, `128MB`). A path is relative to the working directory unless it is absolute. Where no default is shown there is none: left out, what the sentence says is the case. What is not in the column for the type is Spring Boot's, and takes what Spring Boot takes.

            What Spring Boot offers beyond these works too; those that would show people to others (`logging.level.…` on debug, an access log) stop the start.
            """;

    private SettingsPage() {}

    static String text() throws IOException {
        Map<String, Declared> declared = DeclaredSettings.all();
        var page = new StringBuilder(HEAD);
        for (var part : parts().entrySet()) {
            page.append("\n## ")
                    .append(part.getKey())
                    .append("\n\n| setting | type | default | meaning |\n|---|---|---|---|\n");
            String before = "";
            for (Explained setting : part.getValue()) {
                boolean belongs = !before.isEmpty() && setting.key().startsWith(before);
                page.append(row(setting, declared.get(setting.key()), belongs ? "As above." : ""));
                before = setting.key().substring(0, setting.key().lastIndexOf('.') + 1);
            }
        }
        return page.toString();
    }

    /** By the module for our own, otherwise by the first word; without those that only hold others and explain nothing. */
    private static Map<String, List<Explained>> parts() throws IOException {
        Map<String, List<Explained>> parts = new LinkedHashMap<>();
        for (Explained setting : ExplainedSettings.all()) {
            if (!setting.value().isEmpty() || !setting.meaning().isEmpty()) {
                String[] words = setting.key().split("\\.");
                String part = words[0].equals("wally") && words.length > 1 ? "wally." + words[1] : words[0];
                parts.computeIfAbsent(part, none -> new ArrayList<>()).add(setting);
            }
        }
        return parts;
    }

    private static String row(Explained setting, @Nullable Declared declared, String otherwise) {
        String preset = setting.offered() ? "" : setting.value();
        String example =
                setting.offered() && !setting.value().isEmpty() ? " For instance `" + setting.value() + "`." : "";
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.key(),
                        declared == null ? "" : declared.type(),
                        preset.isEmpty() ? "" : "`" + preset + "`",
                        ((setting.meaning().isEmpty() ? otherwise : setting.meaning()) + example)
                                .strip()
                                .replace("|", "\\|"));
    }
}
