package nl.wally.ops.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The image of the server, as far as that can be told without building it; docker/README.md says how it was built. */
class ImageTest {
    private static final Path FOLDER = Path.of("docker");
    private static final Path FLAGS = FOLDER.resolve("jvm.options");
    private static final Pattern BASE = Pattern.compile("(?m)^ARG \\w+_IMAGE=(.+)$");
    private static final Pattern COPIED = Pattern.compile("(?m)^COPY ((?!--from)[^\\n]+) \\S+$");

    @Test
    void basesArePinned() throws IOException {
        assertThat(all(BASE)).hasSize(2).allMatch(base -> base.matches("[a-z-]+:\\d+\\.\\d+\\.\\d+\\S*"));
    }

    @Test
    void startsWithTheFlagsThatTheTestsStartWith() throws IOException {
        String image = image();
        assertThat(Pattern.compile("(?m)^ENTRYPOINT .*$").matcher(image).results())
                .hasSize(2)
                .allMatch(start -> start.group()
                                .startsWith(
                                        "ENTRYPOINT [\"java\", \"@/app/jvm.options\", \"-XX:-IgnoreUnrecognizedVMOptions\", ")
                        && start.group().endsWith("\"-jar\", \"/app/waar-is-wally.jar\"]"));
        assertThat(Files.readString(Path.of("pom.xml"))).contains("@${project.basedir}/docker/jvm.options");
    }

    @Test
    void runsAsNobodyWithRights() throws IOException {
        List<String> users = all(Pattern.compile("(?m)^USER (.+)$"));
        assertThat(users.get(users.size() - 1)).isEqualTo("10001:10001");
        assertThat(image()).contains("HEALTHCHECK").contains("\"/app/ready\"");
    }

    /** What the build takes is there, and is not kept from it by .dockerignore. */
    @Test
    void everythingThatIsCopiedIsInTheTree() throws IOException {
        List<String> let = Files.readAllLines(Path.of(".dockerignore"));
        List<String> copied = all(COPIED).stream()
                .flatMap(files -> Stream.of(files.split(" ")))
                .toList();
        assertThat(copied).hasSizeGreaterThan(8).allMatch(file -> Files.exists(Path.of(file)));
        assertThat(copied)
                .allMatch(file -> let.stream()
                        .filter(line -> line.startsWith("!"))
                        .map(line -> line.substring(1))
                        .anyMatch(line -> file.equals(line) || file.startsWith(line + "/")));
    }

    /** The Java of the image, where there is one. */
    @Test
    void theJavaOfTheImageKnowsEveryFlag() throws IOException, InterruptedException {
        Path java = java25();
        assumeTrue(Files.isExecutable(java), "There is no JDK 25 here: the flags of the image were not tried");
        // The file lets an older Java pass over what it does not know; this one has to know all of it.
        Process process = new ProcessBuilder(
                        java.toString(), "@" + FLAGS, "-XX:-IgnoreUnrecognizedVMOptions", "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).doesNotContainIgnoringCase("warning").doesNotContain("deprecated");
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1", "401, 1"})
    void healthCheckAsksWhetherTheServerTakesRequests(int answer, int verdict)
            throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/readyz", exchange -> exchange.sendResponseHeaders(answer, -1));
        server.start();
        try {
            ProcessBuilder check = new ProcessBuilder(FOLDER.resolve("ready").toString());
            check.environment()
                    .put("SERVER_PORT", Integer.toString(server.getAddress().getPort()));
            assertThat(check.start().waitFor()).isEqualTo(verdict);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void scriptsCanBeRead() throws IOException, InterruptedException {
        for (String script : List.of("train", "ready", "prepare", "first-organization", "postgres/init/databases.sh")) {
            Path file = FOLDER.resolve(script);
            assertThat(Files.isExecutable(file)).as(script).isTrue();
            Process bash = new ProcessBuilder("bash", "-n", file.toString())
                    .inheritIO()
                    .start();
            assertThat(bash.waitFor()).as(script).isZero();
        }
    }

    private static Path java25() throws IOException {
        Path home = Path.of(System.getProperty("wally.java25", "/usr/lib/jvm"));
        if (!Files.isDirectory(home)) {
            return home;
        }
        try (Stream<Path> homes = Files.list(home)) {
            return homes.filter(one -> one.getFileName().toString().contains("25"))
                    .map(one -> one.resolve("bin/java"))
                    .findFirst()
                    .orElse(home.resolve("bin/java25"));
        }
    }

    private static List<String> all(Pattern pattern) throws IOException {
        return pattern.matcher(image())
                .results()
                .map((MatchResult one) -> one.group(1))
                .toList();
    }

    private static String image() throws IOException {
        return Files.readString(FOLDER.resolve("Dockerfile"));
    }
}
