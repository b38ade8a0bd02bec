package nl.wally.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file in which a running PostgreSQL names itself; a crash leaves it behind.
 *
 * @param file where it stands, {@code postmaster.pid} in the database folder
 * @param lines its lines: process id, folder, start time, port, socket folder, address, shared memory, status
 */
record PostmasterFile(Path file, List<String> lines) {
    static Optional<PostmasterFile> in(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? Optional.empty() : Optional.of(new PostmasterFile(file, lines));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    /**
     * As {@link #in}, but removes a file without a process number. It is like that for an instant while PostgreSQL
     * starts, and for good after a power failure, when PostgreSQL itself would wait for a person.
     */
    static Optional<PostmasterFile> readable(Path cluster) throws IOException, InterruptedException {
        Path file = cluster.resolve("postmaster.pid");
        for (int attempt = 0; attempt < 10; attempt++) {
            Optional<PostmasterFile> found = in(cluster);
            if (Files.notExists(file)
                    || found.filter(it -> it.lines.get(0).matches("\\d{1,10} *"))
                            .isPresent()) {
                return found;
            }
            Thread.sleep(50);
        }
        Files.deleteIfExists(file);
        return Optional.empty();
    }

    /** Whether the process given is the one that wrote this and accepts connections. */
    boolean ready(long pid) {
        return lines.size() >= 8
                && lines.get(0).strip().equals(Long.toString(pid))
                && lines.get(7).startsWith("ready");
    }

    /** The living process of this number, whatever it is. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    /** Whether the process is a PostgreSQL on this very folder, and not one that came to have the same number. */
    boolean isPostgres(ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres")
                && command.contains(file.resolveSibling("").toString());
    }

    /**
     * Keeps a stranger's process number from blocking the start. Deleting the file would also remove PostgreSQL's guard
     * against left-over processes that still use its shared memory; the number of its own parent, however, counts as
     * out of date while that guard stays.
     */
    void disown() throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(file, changed);
    }
}
