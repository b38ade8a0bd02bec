package nl.wally.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Lets Jazzer loose on each target, in a process of its own whose classes are instrumented; only in profile {@code fuzz}.
 * What it learns stays in {@code target/fuzz}, so that the next time goes on from there; what it stumbles over lies there
 * too, and becomes an input that is kept, under a name that tells what it is, together with the mending.
 */
class Campaign {
    private static final int SECONDS = Integer.getInteger("wally.fuzz.seconds", 60);
    private static final String TARGETS = System.getProperty("wally.fuzz.targets", "");
    private static final Path FOLDER = Path.of("target", "fuzz").toAbsolutePath();
    private static final Path PAGE = Path.of("docs", "reliability.md");
    private static final String FORGED_REQUESTS = "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery";
    private static final String BEGIN = "<!-- fuzz: written by Campaign -->";
    private static final String END = "<!-- /fuzz -->";

    @Test
    void findsNothing() throws Exception {
        List<Catch> catches = new ArrayList<>();
        for (Target target : targets()) {
            Catch one = run(target);
            catches.add(one);
            LoggerFactory.getLogger(Campaign.class).info("{}", one);
            Files.writeString(FOLDER.resolve(target.name()).resolve("row"), one.row(LocalDate.now(), SECONDS));
            write(Catch.HEAD + rows());
        }
        assertThat(catches).as("see target/fuzz").allMatch(one -> one.executions() > 0 && one.findings() == 0);
    }

    /** Of each target the last time that it was fuzzed, here or where the page was written. */
    private static String rows() throws IOException {
        List<String> known = Files.readAllLines(PAGE);
        StringBuilder rows = new StringBuilder();
        for (Target target : Target.values()) {
            Path row = FOLDER.resolve(target.name()).resolve("row");
            Stream<String> lines = Files.exists(row)
                    ? Files.readAllLines(row).stream()
                    : known.stream().filter(line -> line.startsWith("| " + target.name() + " |"));
            lines.forEach(line -> rows.append(line).append('\n'));
        }
        return rows.toString();
    }

    private static List<Target> targets() {
        return TARGETS.isEmpty()
                ? List.of(Target.values())
                : Stream.of(TARGETS.split(",")).map(Target::valueOf).toList();
    }

    private static Catch run(Target target) throws IOException, InterruptedException {
        Path folder = FOLDER.resolve(target.name());
        Files.createDirectories(folder.resolve("corpus"));
        Files.createDirectories(folder.resolve("found"));
        Path log = folder.resolve("log");
        new ProcessBuilder(command(target, folder))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        return Catch.of(target, Files.readAllLines(log));
    }

    private static List<String> command(Target target, Path folder) {
        String instrumented = target.isDoor() ? "nl.wally.**" : "nl.wally.**:ca.uhn.fhir.parser.**:ca.uhn.fhir.util.**";
        // A door is a server, its database, its mail and a client of its own: Jazzer holds each of their connections
        // for forged.
        String disabled = target.isDoor() ? FORGED_REQUESTS : "";
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx1500m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Jazzer.class.getName(),
                "--target_class=" + target.type(),
                "--target_method=" + target.method(),
                "--instrumentation_includes=" + instrumented,
                "--custom_hook_includes=nl.wally.**",
                "--disabled_hooks=" + disabled,
                "--keep_going=20",
                "-max_total_time=" + SECONDS,
                "-print_final_stats=1",
                "-artifact_prefix=" + folder.resolve("found") + "/",
                folder.resolve("corpus").toString());
    }

    /** Between the marks; what stands around them is written by people. */
    private static void write(String text) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        Files.writeString(PAGE, page.substring(0, begin) + "\n" + text + page.substring(end));
    }
}
