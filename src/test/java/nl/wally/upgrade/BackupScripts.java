package nl.wally.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The scripts of {@code docker/backup}, run as an administrator runs them. */
final class BackupScripts {
    private static final Path FOLDER = Path.of("docker", "backup").toAbsolutePath();

    private final Path backup;
    private final Path keys;

    /** With a pair of keys of its own. */
    BackupScripts(Path folder) throws Exception {
        for (String program : List.of("bash", "psql", "gpg")) {
            boolean there = there(program);
            String missing = program + " is not there: backup and restore were NOT tried";
            if (!there) {
                assertThat(System.getenv("CI")).as(missing).isNotEqualTo("true");
            }
            assumeTrue(there, missing);
        }
        backup = folder.resolve("backup");
        keys = folder.resolve("keys");
        run("make-key", Map.of(), keys.toString());
    }

    private static boolean there(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What PostgreSQL is to call for each piece of its log. */
    String archiveCommand() {
        return "BACKUP_TO='%s' BACKUP_KEY='%s' '%s' \"%%p\" \"%%f\""
                .formatted(backup, keys.resolve("backup.pub"), FOLDER.resolve("archive-wal"));
    }

    /** Runs one to its end, which must be a good one; gives what it said. */
    String run(String script, Map<String, String> settings, String... arguments) throws Exception {
        Outcome outcome = outcome(script, settings, arguments);
        assertThat(outcome.status()).as("%s: %s", script, outcome.said()).isZero();
        return outcome.said();
    }

    /** Runs one that holds the private key as well. */
    Outcome withPrivateKey(String script, String... arguments) throws Exception {
        return outcome(
                script, Map.of("BACKUP_PRIVATE_KEY", keys.resolve("backup.key").toString()), arguments);
    }

    Outcome outcome(String script, Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(FOLDER.resolve(script).toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("BACKUP_TO", backup.toString());
        builder.environment().put("BACKUP_KEY", keys.resolve("backup.pub").toString());
        builder.environment().putAll(settings);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(said).isTrue();
        return new Outcome(process.exitValue(), said);
    }

    /** A file of the backup, for whoever wants to spoil it. */
    Path file(String name) {
        return backup.resolve(name);
    }

    /** How a script ended, and what it said. */
    record Outcome(int status, String said) {}
}
