package nl.wally.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.wally.TestPostgres;
import nl.wally.TestPostgres.Database;
import org.jspecify.annotations.Nullable;

/** A {@link BenchmarkServer} and the conversation with it. */
final class ServerProcess implements AutoCloseable {
    /** What every server that is measured gets, of whomever it is; part of what is measured. */
    static final List<String> JVM = List.of("-Xmx1g");

    /** What ours gets before that: the flags with which it is delivered. */
    private static final String FLAGS = "@" + Path.of("docker", "jvm.options").toAbsolutePath();

    /** What this run gives it beside that. */
    static final List<String> MORE = Arrays.stream(
                    System.getProperty("wally.benchmark.jvm", "").split(" "))
            .filter(option -> !option.isEmpty())
            .toList();

    /** The setting that says where the key of the audit trail is; without it, one that is kept as long as this build. */
    static final String AUDIT_KEY = "--wally.audit.key-file=";

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream commands;
    private final URI base;

    /** Runs the main classes of this build or, for a comparison, those in the folder given. */
    ServerProcess(int practices, Database database, @Nullable String mainClasses) throws IOException {
        this(practices, database, mainClasses, List.of("--wally.simulator.demo-region=off"));
    }

    /** The same, with these settings of the server too. */
    ServerProcess(int practices, Database database, @Nullable String mainClasses, List<String> settings)
            throws IOException {
        this(practices, database, mainClasses, settings, List.of());
    }

    /** The same, with more options for its virtual machine. */
    ServerProcess(
            int practices, Database database, @Nullable String mainClasses, List<String> settings, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(FLAGS);
        command.addAll(JVM);
        command.addAll(options);
        command.addAll(MORE);
        command.addAll(List.of(
                "-cp",
                classPath(mainClasses),
                BenchmarkServer.class.getName(),
                Integer.toString(practices),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                // As many as it can: the limit of a client is not what is measured.
                "--wally.fhir.requests-per-minute=1000000"));
        command.addAll(settings);
        if (settings.stream().noneMatch(setting -> setting.startsWith(AUDIT_KEY))) {
            command.add(TestPostgres.AUDIT_KEY);
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        process = builder.start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        base = URI.create("http://127.0.0.1:" + await("#ready"));
    }

    private static String classPath(@Nullable String mainClasses) {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return mainClasses == null
                ? path
                : path.replace(Path.of("target", "classes").toAbsolutePath().toString(), mainClasses);
    }

    URI base() {
        return base;
    }

    long pid() {
        return process.pid();
    }

    /** Does what is asked, and gives the answer. */
    String ask(String command) throws IOException {
        commands.println(command);
        return await("#done");
    }

    /** Resident memory in MB, now and at most so far; zero where the system does not tell. */
    int[] memory() throws IOException {
        return memory(process.pid());
    }

    /** The same of any process. */
    static int[] memory(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return Files.exists(status) ? new int[] {megabytes(status, "VmRSS:"), megabytes(status, "VmHWM:")} : new int[2];
    }

    /** Processor time so far, in seconds: unlike the time on the clock it does not depend on who else is at work. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    private static int megabytes(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private String await(String word) throws IOException {
        var said = new StringBuilder();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length()).strip();
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("The server ended:\n" + said);
    }

    /** Tells it to stop as an operator does (SIGTERM), and says how long that took; the server writes on meanwhile. */
    Duration stop() throws IOException, InterruptedException {
        long asked = System.nanoTime();
        // Process.destroy would close what it still says.
        process.toHandle().destroy();
        answers.lines().forEach(line -> {});
        process.waitFor();
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        commands.close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        answers.close();
    }
}
