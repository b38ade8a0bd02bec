package nl.wally;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process with the tests' class path, to be killed. */
public final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    /** Runs the main method of the class. */
    public ChildJvm(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = process.inputReader();
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
        Thread listener = new Thread(() -> output.lines().forEach(line -> {
            lastLines.addLast(line);
            if (lastLines.size() > 40) {
                lastLines.pollFirst();
            }
        }));
        // A pipe that breaks when the child is killed is no failure.
        listener.setUncaughtExceptionHandler((thread, broken) -> lastLines.addLast(broken.toString()));
        listener.setDaemon(true);
        listener.start();
    }

    /** As {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The child does not die");
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
