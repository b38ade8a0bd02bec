package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Does what a reader does with a page: pastes its blocks of bash, in order, into one shell. */
public final class Pasting {
    private static final Pattern BLOCK = Pattern.compile("^```bash\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private Pasting() {}

    /** The blocks of a text in Markdown, one after the other; empty when it has none. */
    public static String blocks(String markdown) {
        return BLOCK.matcher(markdown).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
    }

    /**
     * Pastes a script and fails when any of its commands does.
     *
     * @param name of the script, which stays below {@code target/pasted}, as does what it writes
     * @return all that it said
     */
    public static String paste(String name, String script) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "pasted", name));
        Files.writeString(folder.resolve("pasted.sh"), script);
        return run(folder, "bash", "-euo", "pipefail", "pasted.sh");
    }

    /** Fails when bash cannot read a script; runs nothing. */
    public static void parse(String name, String script) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "pasted", name));
        Files.writeString(folder.resolve("parsed.sh"), script);
        run(folder, "bash", "-n", "parsed.sh");
    }

    /** Skips the test, visibly, where there is no such program. */
    public static void need(String... programs) throws InterruptedException {
        for (String program : programs) {
            assumeTrue(isThere(program), "needs " + program);
        }
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(bash.exitValue()).as(said).isZero();
        return said;
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
