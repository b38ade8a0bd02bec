package nl.wally.benchmark;

import java.time.Duration;
import java.util.ArrayList;
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
     * @param failed how many of them
     */
    record Result(Histogram latencies, int failed, double seconds, double processorSeconds) {
        double perSecond() {
            return latencies.getTotalCount() / seconds;
        }
    }

    /** The first operation that fails ends it. */
    Result run(Operation operation, Duration duration, DoubleSupplier processorSeconds)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            double processor = processorSeconds.getAsDouble();
            long start = System.nanoTime();
            List<Future<Histogram>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                running.add(pool.submit(() -> one(operation, number, start + duration.toNanos())));
            }
            var all = new Histogram(LONGEST, 3);
            for (Future<Histogram> client : running) {
                all.add(client.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(all, 0, seconds, processorSeconds.getAsDouble() - processor);
        } finally {
            pool.shutdownNow();
        }
    }

    /** So many clients that none waits for another: an operation begins when it is due, and counts from then. */
    static Result at(Pace pace, Operation operation, Duration duration) {
        var latencies = new ConcurrentHistogram(LONGEST, 3);
        var clients = new AtomicInteger();
        var failed = new AtomicInteger();
        ExecutorService pool = Executors.newCachedThreadPool();
        try {
            double seconds = pace.begin(
                    duration,
                    due -> CompletableFuture.runAsync(
                            () -> {
                                if (!succeeds(operation, clients.getAndIncrement())) {
                                    failed.incrementAndGet();
                                }
                                latencies.recordValue(Math.min(System.nanoTime() - due, LONGEST));
                            },
                            pool));
            return new Result(latencies, failed.get(), seconds, 0);
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean succeeds(Operation operation, int client) {
        try {
            operation.run(client);
            return true;
        } catch (Exception failed) {
            return false;
        }
    }

    private static Histogram one(Operation operation, int client, long end) throws Exception {
        var latencies = new Histogram(LONGEST, 3);
        for (long from = System.nanoTime(); from < end; ) {
            operation.run(client);
            long now = System.nanoTime();
            latencies.recordValue(Math.min(now - from, LONGEST));
            from = now;
        }
        return latencies;
    }
}
