package nl.wally.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Gives whoever drives a server the last processor of the machine, and what is driven all others: what the driver uses is not
 * taken from the server then, as if it ran elsewhere. By {@code taskset}, so on Linux alone, with two processors or more.
 */
final class OwnProcessor {
    private OwnProcessor() {}

    /** Moves this process to the last processor, and all that it has started, with what that starts later, to the others. */
    static void take() throws IOException, InterruptedException {
        int last = Runtime.getRuntime().availableProcessors() - 1;
        if (last == 0) {
            throw new IllegalStateException("One processor is not enough to keep driver and server apart");
        }
        List<ProcessHandle> others = ProcessHandle.current().descendants().toList();
        for (ProcessHandle other : others) {
            move(other, "0-" + (last - 1));
        }
        move(ProcessHandle.current(), String.valueOf(last));
    }

    private static void move(ProcessHandle process, String processors) throws IOException, InterruptedException {
        Process taskset = new ProcessBuilder(
                        "taskset", "--all-tasks", "--cpu-list", "--pid", processors, String.valueOf(process.pid()))
                .redirectErrorStream(true)
                .start();
        String said = new String(taskset.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (taskset.waitFor() != 0 && process.isAlive()) {
            throw new IllegalStateException(said);
        }
    }
}
