package nl.wally.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Compares both validators in one run and writes what it finds: {@code mvn -Pvalidation-benchmark test}. More of it with
 * {@code -Dwally.benchmark.forks} and {@code -Dwally.benchmark.iterations}.
 */
class ValidationComparison {
    private static final int FORKS = Integer.getInteger("wally.benchmark.forks", 2);
    private static final int ITERATIONS = Integer.getInteger("wally.benchmark.iterations", 5);
    private static final int WARM_UP = Integer.getInteger("wally.benchmark.warmup", 25);
    private static final Path DOCUMENT = Path.of("docs", "validation.md");
    private static final String FROM = "<!-- figures: written by the run -->";
    private static final String TO = "<!-- end of figures -->";
    private static final double LEAST = 8;

    /** Two threads on two processors, of which the collector of garbage and others want a part. */
    private static final double LEAST_SCALING = 1.4;

    private record Figures(double perSecond, double error, double processorMillis) {}

    @Test
    void compares() throws Exception {
        Map<String, Figures> figures = new LinkedHashMap<>();
        for (int threads : new int[] {1, 2}) {
            for (RunResult result : run(threads)) {
                String name = result.getPrimaryResult().getLabel();
                double nanos = result.getSecondaryResults().get("nanos").getScore();
                double validations =
                        result.getSecondaryResults().get("validations").getScore();
                figures.put(
                        name + threads,
                        new Figures(
                                result.getPrimaryResult().getScore(),
                                result.getPrimaryResult().getScoreError(),
                                nanos / validations / 1e6));
            }
        }
        assertThat(ratio(figures, 1))
                .as("times stock, on one thread: %s", figures)
                .isGreaterThan(LEAST);
        assertThat(scaling(figures)).as("times one thread, on two: %s", figures).isGreaterThan(LEAST_SCALING);
        write(figures);
    }

    private static double scaling(Map<String, Figures> figures) {
        return figures.get("pooled2").perSecond() / figures.get("pooled1").perSecond();
    }

    private static Iterable<RunResult> run(int threads) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(ValidationBenchmark.class.getName())
                        .threads(threads)
                        .forks(FORKS)
                        .warmupIterations(WARM_UP)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(ITERATIONS)
                        .measurementTime(TimeValue.seconds(2))
                        .jvmArgs("-Xmx1g", "-da:org.hl7.fhir...")
                        .build())
                .run();
    }

    private static double ratio(Map<String, Figures> figures, int threads) {
        return figures.get("pooled" + threads).perSecond()
                / figures.get("stock" + threads).perSecond();
    }

    private static void write(Map<String, Figures> figures) throws IOException {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%n- %s, %s %s, Java %s, %d processors, load average %.1f at the end; %d forks of %d iterations, warm.%n%n",
                LocalDate.now(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                FORKS,
                ITERATIONS));
        text.append("| threads | validator | validations a second | ± | processor ms each |\n|---|---|---|---|---|\n");
        figures.forEach((name, found) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.0f | %.2f |%n",
                name.substring(name.length() - 1),
                name.substring(0, name.length() - 1),
                found.perSecond(),
                found.error(),
                found.processorMillis())));
        text.append(String.format(
                Locale.ROOT,
                "%nPooled is %.1f times as fast as stock on one thread, %.1f times on two (by processor time %.1f and %.1f). "
                        + "Two threads do %.1f times what one does with the pooled validators.%n",
                ratio(figures, 1),
                ratio(figures, 2),
                processorRatio(figures, 1),
                processorRatio(figures, 2),
                scaling(figures)));
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(FROM) + FROM.length();
        Files.writeString(DOCUMENT, document.substring(0, from) + text + document.substring(document.indexOf(TO)));
    }

    private static double processorRatio(Map<String, Figures> figures, int threads) {
        return figures.get("stock" + threads).processorMillis()
                / figures.get("pooled" + threads).processorMillis();
    }
}
