package nl.wally;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A Java process with the tests' class path. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final PrintStream commands;

    /** Runs the main method of the class. */
    public ChildJvm(Class<?> main, String... arguments) throws IOException {
        this(Map.of(), List.of(), main, List.of(arguments));
    }

    /** The same, with these variables in its environment and these options of Java. */
    public ChildJvm(Map<String, String> environment, List<String> options, Class<?> main, List<String> arguments)
            throws IOException {
        this(
                environment,
                options,
                List.of(
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        main.getName()),
                arguments);
    }

    /** Runs a jar, with nothing of ours on its class path. */
    public ChildJvm(Path jar, String... arguments) throws IOException {
        this(Map.of(), List.of(), List.of("-jar", jar.toString()), List.of(arguments));
    }

    private ChildJvm(
            Map<String, String> environment, List<String> options, List<String> program, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Whoever is killed leaves things behind.
                "-Djava.io.tmpdir="
                        + Files.createDirectories(Path.of("target", "tmp").toAbsolutePath())));
        command.addAll(options);
        command.addAll(program);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        output = process.inputReader();
        commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Says a line to the child. */
    public void tell(String line) {
        commands.println(line);
    }

    /** Reads until a line begins with the word; gives the rest of that line. */
    public String await(String word) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word)) {
                return line.substring(word.length()).strip();
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("The child ended without saying '" + word + "':\n" + said);
    }

    /** Lets it say what it likes; otherwise it would wait for a listener. The last lines are for whoever asks why. */
    public void ignore(Deque<String> lastLines) {
        listen(line -> {
            lastLines.addLast(line);
            if (lastLines.size() > 40) {
                lastLines.pollFirst();
            }
        });
    }

    /** Hands over each line that it says from now on. */
    public void listen(Consumer<String> listener) {
        Thread ear = new Thread(() -> output.lines().forEach(listener));
        // A pipe that breaks when the child is killed is no failure.
        ear.setUncaughtExceptionHandler((thread, broken) -> listener.accept(broken.toString()));
        ear.setDaemon(true);
        ear.start();
    }

    /** Its number with the operating system. */
    public long pid() {
        return process.pid();
    }

    /** Waits until it has ended of itself; its exit code, or none when it goes on for longer than this. */
    public OptionalInt ended(Duration longest) throws InterruptedException {
        return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The child does not die");
        }
    }

    /** As {@code kill}: it may finish what it is at. */
    public void end() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The child does not end");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
