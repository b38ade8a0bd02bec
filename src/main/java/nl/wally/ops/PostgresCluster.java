package nl.wally.ops;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.wally.shared.StartRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database folder: creates it, brings it to rest after a crash, launches and stops PostgreSQL on it. */
final class PostgresCluster {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresCluster.class);

    private final PostgresFolder folder;
    private final PostgresProgram program;
    private final PostgresProperties properties;

    PostgresCluster(PostgresFolder folder, PostgresProgram program, PostgresProperties properties) {
        this.folder = folder;
        this.program = program;
        this.properties = properties;
    }

    /** Makes sure that there is a database of the right version on which nothing runs. */
    void settle() throws IOException, InterruptedException {
        if (!folder.hasCluster()) {
            create();
            return;
        }
        String found = folder.version();
        if (!found.equals(PostgresProgram.VERSION)) {
            throw PostgresFailure.otherVersion(folder.root(), found);
        }
        Optional<PostmasterFile> left = PostmasterFile.readable(folder.cluster());
        Optional<ProcessHandle> owner = left.flatMap(PostmasterFile::process);
        if (left.isEmpty() || owner.isEmpty()) {
            return;
        }
        if (left.get().isPostgres(owner.get())) {
            LOG.info(
                    "Stopping the PostgreSQL (process {}) that a crashed server left",
                    owner.get().pid());
            stop(properties.stopTimeout());
        } else {
            left.get().disown();
        }
    }

    private void create() throws IOException, InterruptedException {
        Path unfinished = folder.freshUnfinishedCluster();
        PostgresProgram.Finished made = program.run(
                "initdb",
                "--pgdata=" + unfinished,
                "--username=postgres",
                "--pwfile=" + folder.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        if (made.exitCode() != 0) {
            throw PostgresFailure.of(folder.root(), properties.port(), made.output());
        }
        folder.adopt(unfinished);
    }

    PostgresRun launch(int port) throws IOException {
        return PostgresRun.launch(program, folder.cluster(), port, properties);
    }

    /** Stops what runs on the folder: cleanly, or when that takes too long at once, which a restart repairs. */
    void stop(Duration timeout) throws IOException, InterruptedException {
        if (PostmasterFile.in(folder.cluster()).isEmpty()) {
            return;
        }
        List<String> said = List.of();
        for (String mode : List.of("fast", "immediate")) {
            PostgresProgram.Finished stopped = program.run(
                    "pg_ctl",
                    "stop",
                    "--pgdata=" + folder.cluster(),
                    "--mode=" + mode,
                    "--wait",
                    "--timeout=" + Math.max(1, timeout.toSeconds()));
            said = stopped.output();
            if (stopped.exitCode() == 0 || PostmasterFile.in(folder.cluster()).isEmpty()) {
                return;
            }
        }
        throw new StartRefusedException(
                "A PostgreSQL on " + folder.cluster() + " cannot be stopped: " + String.join(" ", said),
                "Stop that process by hand and start again.");
    }
}
