package nl.wally.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** So many clients, each of which starts its next operation when the one before has ended. */
record Load(int clients) {
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    /** One operation; the argument is the number of the client. */
    interface Operation {
        void run(int client) throws Exception;
    }

    /**
     * What came of it; latencies in nanoseconds, and the processor time of whoever did the work.
     *
     * @param failures what was said of each operation that failed
     */
    record Result(Histogram latencies, List<String> failures, double seconds, double processorSeconds) {
        double perSecond() {
            return latencies.getTotalCount() / seconds;
        }
    }

    /** An operation that fails has no latency, and does not end the others. */
    Result run(Operation operation, Duration duration, DoubleSupplier processorSeconds)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            double processor = processorSeconds.getAsDouble();
            long start = System.nanoTime();
            List<String> failures = Collections.synchronizedList(new ArrayList<>());
            List<Future<Histogram>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                running.add(pool.submit(() -> one(operation, number, start + duration.toNanos(), failures)));
            }
            var all = new Histogram(LONGEST, 3);
            for (Future<Histogram> client : running) {
                all.add(client.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(all, failures, seconds, processorSeconds.getAsDouble() - processor);
        } finally {
            pool.shutdownNow();
        }
    }

    /** So many clients that none waits for another: an operation begins when it is due, and counts from then. */
    static Result at(Pace pace, Operation operation, Duration duration) {
        var latencies = new ConcurrentHistogram(LONGEST, 3);
        var clients = new AtomicInteger();
        List<String> failures = Collections.synchronizedList(new ArrayList<>());
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            double seconds = pace.begin(
                    duration,
                    due -> CompletableFuture.runAsync(
                            () -> {
                                succeeds(operation, clients.getAndIncrement(), failures);
                                latencies.recordValue(Math.min(System.nanoTime() - due, LONGEST));
                            },
                            pool));
            return new Result(latencies, failures, seconds, 0);
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean succeeds(Operation operation, int client, List<String> failures) {
        try {
            operation.run(client);
            return true;
        } catch (Exception failed) {
            failures.add(String.valueOf(failed));
            return false;
        }
    }

    private static Histogram one(Operation operation, int client, long end, List<String> failures) {
        var latencies = new Histogram(LONGEST, 3);
        for (long from = System.nanoTime(); from < end; ) {
            boolean counts = succeeds(operation, client, failures);
            long now = System.nanoTime();
            if (counts) {
                latencies.recordValue(Math.min(now - from, LONGEST));
            }
            from = now;
        }
        return latencies;
    }
}
