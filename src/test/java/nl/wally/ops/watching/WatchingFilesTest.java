package nl.wally.ops.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Alerts say what to do, on a page that is there, and the dashboard is one that Grafana can open. */
class WatchingFilesTest {
    private static final Path PAGE = Path.of("docs/operations.md");

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        List<String> places = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> PAGE + "#"
                        + line.replaceFirst("^#+ ", "")
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-'))
                .toList();
        for (Map<String, Object> alert : WatchingFiles.alerts()) {
            assertThat(alert.get("labels"))
                    .as(String.valueOf(alert))
                    .isIn(Map.of("severity", "page"), Map.of("severity", "office"));
            assertThat(alert).containsKey("for");
            @SuppressWarnings("unchecked")
            Map<String, String> words = (Map<String, String>) alert.get("annotations");
            assertThat(words).containsOnlyKeys("summary", "what_to_do", "page");
            assertThat(places).contains(words.get("page"));
        }
    }

    @Test
    void everyAlertHasAName() throws IOException {
        List<Object> names =
                WatchingFiles.alerts().stream().map(alert -> alert.get("alert")).toList();
        assertThat(names).doesNotHaveDuplicates().doesNotContainNull();
        String page = Files.readString(PAGE);
        assertThat(names).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void dashboardIsWhole() throws IOException {
        JsonNode dashboard = WatchingFiles.dashboard();
        assertThat(dashboard.path("uid").asText()).isEqualTo("wally");
        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
        Set<Integer> ids = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(ids.add(panel.path("id").asInt())).as("one id each").isTrue();
            assertThat(panel.path("title").asText()).isNotBlank();
            JsonNode place = panel.path("gridPos");
            assertThat(place.path("x").asInt() + place.path("w").asInt()).isBetween(1, 24);
            if (!panel.path("type").asText().equals("row")) {
                assertThat(panel.findValuesAsText("expr"))
                        .isNotEmpty()
                        .allSatisfy(asked -> assertThat(count(asked, '(')).isEqualTo(count(asked, ')')));
            }
        }
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }
}
