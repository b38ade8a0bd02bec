package nl.wally.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the postgres process, and its last words. */
final class PostgresRun {
    private static final Logger LOG = LoggerFactory.getLogger("postgres");
    private static final int LAST_LINES = 40;

    private final Process process;
    private final Path cluster;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread reader;

    private PostgresRun(Process process, Path cluster) {
        this.process = process;
        this.cluster = cluster;
        this.reader = new Thread(this::read, "postgres-output");
        reader.setDaemon(true);
        reader.start();
    }

    static PostgresRun launch(PostgresProgram program, Path cluster, int port, PostgresProperties properties)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.toString()));
        settings(port, properties).forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        Process process = program.builder("postgres", arguments).start();
        process.getOutputStream().close();
        return new PostgresRun(process, cluster);
    }

    /** On the command line, so that nothing stored in the database folder overrules them. */
    private static Map<String, String> settings(int port, PostgresProperties properties) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        settings.put("synchronous_commit", "on");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("shared_buffers", properties.sharedBuffers().toMegabytes() + "MB");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "64MB");
        settings.put("max_connections", "100");
        settings.put("max_parallel_workers_per_gather", "0");
        settings.put("jit", "off");
        // The sweep that erases comes once a minute; coming as seldom, autovacuum may miss it by nearly a minute each
        // time.
        settings.put("autovacuum_naptime", "15s");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("logging_collector", "off");
        settings.put("log_checkpoints", "off");
        // Statements and the details of errors hold data of persons: they stay out of every log.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_parameter_max_length_on_error", "0");
        return settings;
    }

    private void read() {
        try (var lines = process.inputReader()) {
            lines.lines().forEach(this::note);
        } catch (IOException | UncheckedIOException broken) {
            LOG.debug("The output of postgres ended", broken);
        }
    }

    private void note(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > LAST_LINES) {
                lastLines.removeFirst();
            }
        }
        // At a stop it says so once per connection, and each restart tells every client that comes too early.
        boolean expected = line.contains("due to administrator command") || line.contains("the database system is");
        if ((line.contains("FATAL:") || line.contains("PANIC:")) && !expected) {
            LOG.warn("{}", line);
        } else {
            LOG.debug("{}", line);
        }
    }

    /** Waits until it accepts connections; false when it ended, did not make it in time or is no longer wanted. */
    boolean awaitReady(Duration timeout, BooleanSupplier unwanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < end && !unwanted.getAsBoolean()) {
            if (PostmasterFile.in(cluster)
                    .filter(file -> file.ready(process.pid()))
                    .isPresent()) {
                return true;
            }
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                reader.join(1000);
                return false;
            }
        }
        return false;
    }

    Process process() {
        return process;
    }

    List<String> lastWords() {
        synchronized (lastLines) {
            return List.copyOf(lastLines);
        }
    }
}
