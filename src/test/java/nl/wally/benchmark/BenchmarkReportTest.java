package nl.wally.benchmark;

import static nl.wally.benchmark.BenchmarkReport.FLOOR;
import static nl.wally.benchmark.BenchmarkReport.STARTER_OFF;
import static nl.wally.benchmark.BenchmarkReport.STARTER_ON;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkReportTest {
    private static final String SMALL = "10,000 referrals";
    private static final String LARGE = "1,000,000 referrals";
    private static final String GROWN = LARGE + ", as a multiple of that with " + SMALL;

    @TempDir
    private Path folder;

    private final Figures figures = new Figures();

    @Test
    void tellsTheMiddleOfTheRoundsThatCount() throws IOException {
        round(SMALL, "intake", Run.CLOSED, 9_999, 20, 40, 60);
        round(FLOOR, "intake", Run.CLOSED, 1, 600, 400, 500);
        assertThat(written())
                .contains("| " + SMALL + " | 20 · 40 · 60 | 40 | 1.00 |", "| 600 · 400 · 500 | 500 | 0.08 |");
    }

    @Test
    void tellsHowCostGrows() throws IOException {
        round(SMALL, "poll", Run.CLOSED, 1, 100, 100, 100);
        round(LARGE, "poll", Run.CLOSED, 1, 80, 80, 80);
        assertThat(written()).contains("| poll | 0.80 | 1.25 | 1.25 | 1.25 | 1.25 |");
    }

    @Test
    void saysOfEveryPromiseWhetherItWasKept() throws IOException {
        round(SMALL, "intake", Run.CLOSED, 1, 140, 150, 160);
        round(LARGE, "intake", Run.CLOSED, 1, 119, 119, 119);
        round(STARTER_ON, "intake", Run.CLOSED, 1, 30, 30, 30);
        round(STARTER_OFF, "intake", Run.CLOSED, 1, 100, 100, 100);
        round(FLOOR, "intake", Run.CLOSED, 1, 1501, 1501, 1501);
        round(SMALL, "poll", Run.CLOSED, 1, 131, 131, 131);
        round(LARGE, "poll", Run.CLOSED, 1, 100, 100, 100);
        round(SMALL, "day", Run.CLOSED, 1, 1, 1, 1);
        assertThat(written())
                .contains(
                        STARTER_ON + " | at least 5 | 5 | yes |",
                        STARTER_OFF + " | is told | 1.5 | yes |",
                        "| intakes a second of the " + FLOOR + ", as a multiple of those of " + SMALL
                                + " | at most 10 | 10.007 | **no** |",
                        "| intake: per second with " + GROWN + " | at least 0.8 | 0.793 | **no** |",
                        "| poll: p95 ms with " + GROWN + " | at most 1.3 | 1.31 | **no** |",
                        "| work list: p95 ms with " + GROWN + " | at most 1.3 | – | not measured |",
                        "| at most 900 | 800 | yes |",
                        "| at least 3 | 3 | yes |");
    }

    @Test
    void keepsEveryRoundInAFileOfItsOwn() throws IOException {
        round(SMALL, "read", Run.OPEN, 50, 50, 51, 52);
        written();
        List<String> lines = Files.readAllLines(folder.resolve("performance/figures.csv"));
        assertThat(lines).hasSize(5).first().asString().isEqualTo(Run.HEADER);
        assertThat(lines.get(2)).startsWith(SMALL + ";read;open;1;500;0;10.000;50.000;");
        assertThat(lines).allSatisfy(line -> assertThat(line.split(";")).hasSameSizeAs(Run.HEADER.split(";")));
    }

    @Test
    void drawsAPageThatNeedsNothingElse() throws IOException {
        round(SMALL, "intake", Run.CLOSED, 1, 20, 20, 20);
        round(LARGE, "intake", Run.CLOSED, 1, 20, 20, 20);
        written();
        String page = Files.readString(folder.resolve("performance/report.html"));
        assertThat(page).contains("<svg", ">20<").doesNotContain("http", "NaN", "<script");
    }

    private String written() throws IOException {
        Path document = folder.resolve("performance.md");
        Files.writeString(document, "<!-- figures: written by the run -->\n<!-- end of figures -->");
        new BenchmarkReport(figures).write(document);
        return Files.readString(document);
    }

    /** The first warms up. What is slower takes as much longer. */
    private void round(String side, String mix, String model, double... perSecond) {
        for (int round = 0; round < perSecond.length; round++) {
            long operations = (long) (10 * perSecond[round]);
            double each = 1000 / perSecond[round];
            figures.add(new Run(
                    side,
                    mix,
                    model,
                    round,
                    operations,
                    0,
                    10,
                    each,
                    each,
                    each,
                    each,
                    operations * each / 1000,
                    operations * each / 1000,
                    operations * 1024.0,
                    800,
                    0));
        }
    }
}
