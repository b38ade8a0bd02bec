package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The results in docs/scale.md follow from its inputs; {@code -Dwally.scale.write=true} writes them again. */
class ScaleTest {
    private static final Path PAGE = Path.of("docs", "scale.md");
    private static final String FROM = "<!-- results: written by ScaleTest -->\n";
    private static final String TO = "<!-- end of results -->";

    @Test
    void resultsFollowFromInputs() throws Exception {
        String page = Files.readString(PAGE);
        String results = Scale.of(page).markdown();
        int from = page.indexOf(FROM) + FROM.length();
        if (Boolean.getBoolean("wally.scale.write")) {
            page = page.substring(0, from) + results + page.substring(page.indexOf(TO));
            Files.writeString(PAGE, page);
        }
        assertThat(page.substring(from, page.indexOf(TO))).isEqualTo(results);
    }

    @Test
    void computesByHandWhatThePageComputes() throws Exception {
        Map<String, Double> inputs = Scale.of(Files.readString(PAGE)).inputs();
        double year = inputs.get("practices-region") * inputs.get("referrals");
        assertThat(Scale.of(Files.readString(PAGE)).markdown())
                .contains(String.format(Locale.ROOT, "| referrals a year | %,.0f |", year));
    }
}
