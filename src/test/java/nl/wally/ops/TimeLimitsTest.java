package nl.wally.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The table of time limits in {@code docs/operations.md} says what is in force. */
class TimeLimitsTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)`");
    private static final String OPTIONS = "spring.datasource.hikari.data-source-properties.options";

    private final Properties settings = settings();

    @Test
    void theTableSaysWhatIsInForce() throws IOException {
        String page = Files.readString(Path.of("docs/operations.md"));
        String section = page.substring(page.indexOf("### Every time limit"), page.indexOf("### Stopping"));
        List<MatchResult> rows = ROW.matcher(section).results().toList();
        assertThat(rows).hasSizeGreaterThan(15);
        assertThat(rows)
                .allSatisfy(row -> assertThat(inForce(row.group(1), row.group(2)))
                        .as(row.group(1))
                        .isTrue());
    }

    @Test
    void theDatabaseEndsAStatementBeforeItsConnectionIsGivenUp() {
        assertThat(settings.getProperty(OPTIONS)).contains("statement_timeout=20s");
        assertThat(settings.get("spring.datasource.hikari.data-source-properties.socketTimeout"))
                .isEqualTo(60);
    }

    private boolean inForce(String name, String limit) {
        if (name.endsWith(".java")) {
            String seconds = limit.replace("s", "");
            String code = text(Path.of("src/main/java/nl/wally", name));
            return code.contains("ofSeconds(" + seconds + ")") || code.contains("\"" + seconds + "000\"");
        }
        return name.contains(".")
                ? limit.equals(String.valueOf(settings.get(name)))
                : settings.getProperty(OPTIONS).contains(name + "=" + limit);
    }

    private static Properties settings() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return java.util.Objects.requireNonNull(yaml.getObject());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
