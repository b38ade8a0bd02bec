package nl.wally.ops;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import nl.wally.shared.StartRefusedException;

/** Turns what PostgreSQL or the file system says into one paragraph that a person can act upon. */
final class PostgresFailure {
    private PostgresFailure() {}

    /**
     * @param folder the data folder
     * @param port the port asked for
     * @param said the last lines said, in English
     */
    static StartRefusedException of(Path folder, int port, List<String> said) {
        String text = String.join("\n", said);
        String start = "The embedded PostgreSQL in " + folder + " does not start: ";
        if (text.contains("No space left on device") || text.contains("Disk quota exceeded")) {
            return new StartRefusedException(start + "the disk is full.", "Free some space there and start again.");
        }
        if (text.contains("Read-only file system")) {
            return new StartRefusedException(
                    start + "the disk is read-only.",
                    "Mount it writable, or choose another folder with wally.ops.postgres.data-folder.");
        }
        if (text.contains("Permission denied") || text.contains("AccessDenied") || text.contains("wrong ownership")) {
            return new StartRefusedException(
                    start + "this user may not read and write there.",
                    "Run the server as the owner of the folder, or choose another with wally.ops.postgres.data-folder.");
        }
        if (portTaken(said)) {
            return new StartRefusedException(
                    start + "port " + port + " of 127.0.0.1 is taken by another program.",
                    "Stop that program, or set wally.ops.postgres.port to another port (0 takes a free one).");
        }
        if (text.contains("cannot be run as root")
                || text.contains("execution of the PostgreSQL server is not permitted")) {
            return new StartRefusedException(
                    start + "it refuses to run as root, and this system does not let it become another user.",
                    "Run the server as an ordinary user, or set spring.datasource.url to a PostgreSQL of your own.");
        }
        String last = said.stream()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error"))
                .reduce((first, second) -> second)
                .orElse(said.isEmpty() ? "it said nothing" : said.get(said.size() - 1));
        return new StartRefusedException(
                start + last.strip(),
                "The lines above from 'postgres' tell more. The data in the folder is untouched.");
    }

    static StartRefusedException of(Path folder, int port, Exception cause) {
        StartRefusedException known = of(folder, port, List.of(cause.toString()));
        known.initCause(cause);
        return known;
    }

    static StartRefusedException late(Path folder, Duration timeout) {
        return new StartRefusedException(
                "The embedded PostgreSQL in " + folder + " was not ready within " + timeout.toSeconds() + " seconds.",
                "After a crash it may need longer to recover: raise wally.ops.postgres.start-timeout.");
    }

    static boolean portTaken(List<String> said) {
        return said.stream().anyMatch(line -> line.contains("could not bind IPv4 address"));
    }

    /** Processes of a PostgreSQL that died are still ending: a moment later it will work. */
    static boolean passing(List<String> said) {
        return said.stream()
                .anyMatch(line -> line.contains("pre-existing shared memory block")
                        || line.contains("lock file \"postmaster.pid\" already exists"));
    }

    static StartRefusedException otherVersion(Path folder, String found) {
        return new StartRefusedException(
                "The data folder " + folder + " was made by PostgreSQL " + found + "; this server brings PostgreSQL "
                        + PostgresProgram.VERSION + ".",
                "Start it with the release of this server that made it, dump the database with pg_dump and load it"
                        + " into a new folder (wally.ops.postgres.data-folder).");
    }
}
